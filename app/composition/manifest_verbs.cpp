// SPDX-License-Identifier: Apache-2.0
#include "app/composition/manifest_verbs.h"

#include "app/composition/clusters.h"
#include "core/manifest/manifest_reader.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/views/manifests/manifest_page.h"
#include "ui/widgets/toast.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

namespace orrery {

namespace {

/// Every document of the files; one that cannot be opened stands as a document with that problem. Thread: any.
std::vector<kube::ManifestDocument> readFiles(const QStringList &files)
{
    std::vector<kube::ManifestDocument> all;
    for (const QString &path : files) {
        const QString name = QFileInfo(path).fileName();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            const kube::ManifestPlace place{name, 1, 1};
            all.push_back({place, {}, {}, {}, {}, kube::ManifestProblem{place, file.errorString(), QDir::toNativeSeparators(path)}});
            continue;
        }
        // One byte more than is taken tells a file that is too large.
        const QByteArray text = file.read(static_cast<qint64>(kube::ManifestLimits().bytes) + 1);
        for (kube::ManifestDocument &document : kube::readManifest({text.constData(), static_cast<std::size_t>(text.size())}, name))
            all.push_back(std::move(document));
    }
    return all;
}

QStringList filesOf(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            files << url.toLocalFile();
    }
    return files;
}

} // namespace

/// Files that are dragged over the window.
class ManifestVerbs::Drops final : public QObject
{
public:
    explicit Drops(ManifestVerbs &verbs) : m_verbs(verbs) {}

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
            return false;
        auto *drop = static_cast<QDropEvent *>(event); // a QDragEnterEvent is one
        const QStringList files = filesOf(drop->mimeData());
        if (files.isEmpty())
            return false;
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        if (event->type() == QEvent::Drop)
            m_verbs.openFiles(files);
        return true;
    }

private:
    ManifestVerbs &m_verbs;
};

ManifestVerbs::ManifestVerbs(VerbHost &host) : VerbGroup(host), m_drops(std::make_unique<Drops>(*this))
{
    host.window.actions().setHandler(ActionId::OpenManifests, [this] { ask(); });
    host.window.setAcceptDrops(true);
    host.window.installEventFilter(m_drops.get());
}

ManifestVerbs::~ManifestVerbs() = default;

QString ManifestVerbs::whyNot() const
{
    if (!host().clusters.isOpen(host().context()))
        return tr("No cluster is open");
    return host().readOnly ? tr("Orrery is read-only") : QString();
}

void ManifestVerbs::offer(const Selection &)
{
    host().window.actions().setUnavailable(ActionId::OpenManifests, whyNot());
}

void ManifestVerbs::ask()
{
    auto *dialog = new QFileDialog(&host().window, tr("Open Manifests"), m_lastFolder.isEmpty() ? QDir::homePath() : m_lastFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Manifests (*.yaml *.yml *.json)"), tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, [this](const QStringList &files) { openFiles(files); });
    dialog->open();
}

void ManifestVerbs::openFiles(const QStringList &files)
{
    Toast *toast = host().window.toast();
    if (const QString why = whyNot(); !why.isEmpty()) {
        toast->say(Tone::Pending, why);
        return;
    }
    const QString context = host().context();
    const kube::ClusterPorts ports = host().clusters.ports(context);
    if (!ports.manifests || files.isEmpty())
        return;
    m_lastFolder = QFileInfo(files.first()).absolutePath();
    ManifestPage::Target target;
    target.contextName = context;
    target.title = files.size() == 1 ? QFileInfo(files.first()).fileName() : tr("%n file(s)", nullptr, static_cast<int>(files.size()));
    target.namespaceName = host().clusters.namespaceOf(context);
    ManifestPage::Parts parts;
    parts.port = ports.manifests;
    parts.load = [files] { return readFiles(files); };
    parts.gui = host().gui;
    parts.background = host().background;
    auto *page = new ManifestPage(std::move(target), std::move(parts));
    QObject::connect(page, &ManifestPage::applied, toast, [toast](int documents, int refused) {
        if (refused > 0)
            toast->say(Tone::Failing, tr("%n document(s) refused", nullptr, refused));
        else
            toast->say(Tone::Ready, tr("%n document(s) applied", nullptr, documents));
    });
    host().showPage(page);
}

} // namespace orrery
