// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/recreate_dialog.h"

#include "ui/base/error_text.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/progress_line.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

namespace {

QString whereItWas(const QString &context, const kube::ObjectKey &key)
{
    return key.namespaceName.empty() ? context : RecreateDialog::tr("%1 of %2").arg(QString::fromStdString(key.namespaceName), context);
}

QString whatIsLost(const kube::ResourceInfo &resource)
{
    const QString lost = RecreateDialog::tr("It gets another uid, its age begins anew, and its status is made anew.");
    if (resource.gvr.group.empty() && resource.gvr.resource == "namespaces")
        return lost + QLatin1Char(' ') + RecreateDialog::tr("What was in the namespace does not come back.");
    return lost + QLatin1Char(' ') + RecreateDialog::tr("What it owned and went with it does not come back, unless its controller makes it again.");
}

} // namespace

RecreateDialog::RecreateDialog(Parts parts, kube::ResourceInfo resource, kube::ObjectKey key, std::string document, QWidget *parent)
    : VerbDialog(tr("Make %1 %2 Anew").arg(QString::fromStdString(resource.kind), QString::fromStdString(key.name)), whereItWas(parts.context, key), parts.confirmation, parent),
      m_parts(std::move(parts)), m_resource(std::move(resource)), m_key(std::move(key)), m_document(std::move(document)), m_difference(new DiffView(this)), m_owner(m_parts.gui)
{
    auto *facts = wrapped(this);
    facts->setText(tr("It was deleted by the last write.") + QLatin1Char(' ') + whatIsLost(m_resource));
    content()->addWidget(facts);
    auto *framed = new QVBoxLayout;
    framed->setSpacing(0);
    framed->addWidget(new Hairline(Qt::Horizontal, this));
    framed->addWidget(m_difference, 1);
    framed->addWidget(new Hairline(Qt::Horizontal, this));
    content()->addLayout(framed, 1);
    m_difference->setMinimumHeight(160);
    m_difference->setForm(DiffView::Form::Unified);
    m_difference->setTexts({tr("Not there"), {}}, {tr("As it was"), m_parts.shown(m_document)});
    resize(680, 520);
    connect(verb(), &QPushButton::clicked, this, [this] {
        if (m_phase == Phase::Refused) {
            create(kube::DryRun::All);
            return;
        }
        if (m_parts.confirmed)
            m_parts.confirmed();
        create(kube::DryRun::No);
    });
    connect(this, &VerbDialog::confirmationEdited, this, &RecreateDialog::showState);
    create(kube::DryRun::All);
}

void RecreateDialog::create(kube::DryRun dryRun)
{
    m_phase = dryRun == kube::DryRun::All ? Phase::Trying : Phase::Creating;
    say(Tone::Neutral, {});
    showState();
    kube::WriteOptions options;
    options.fieldManager = "orrery";
    options.dryRun = dryRun;
    kube::then(m_parts.port->create(m_resource.gvr, {m_key.namespaceName, {}}, QByteArray::fromStdString(m_document), options), m_owner,
               [this, dryRun](const kube::Result<kube::ObjectReply> &reply) { take(dryRun, reply); });
}

void RecreateDialog::take(kube::DryRun dryRun, const kube::Result<kube::ObjectReply> &reply)
{
    if (reply && dryRun == kube::DryRun::No) {
        Q_EMIT recreated();
        accept();
        return;
    }
    if (reply) {
        m_phase = Phase::Ready;
        m_difference->setTexts({tr("Not there"), {}}, {tr("As it would be stored"), m_parts.shown(reply->json.toStdString())});
        say(Tone::Pending, reply->warnings);
        showState();
        return;
    }
    // One that was sent and not answered is asked about by the dry run that follows.
    const bool isUnknown = dryRun == kube::DryRun::No && reply.error().is(kube::ErrorKind::Transport);
    const ErrorText why = describe(reply.error());
    QStringList lines{isUnknown ? tr("The server has not answered. It may have been carried out.") : why.headline};
    for (const QString &line : {why.detail, isUnknown ? QString() : why.mend}) {
        if (!line.isEmpty())
            lines << line;
    }
    m_phase = Phase::Refused;
    say(isUnknown ? Tone::Pending : Tone::Failing, lines);
    showState();
}

void RecreateDialog::showState()
{
    const bool isBusy = m_phase == Phase::Trying || m_phase == Phase::Creating;
    progress()->setRunning(isBusy);
    verb()->setText(m_phase == Phase::Refused ? tr("&Try Again") : tr("&Make %1 Anew").arg(QString::fromStdString(m_key.name)));
    verb()->setEnabled(m_phase == Phase::Refused || (m_phase == Phase::Ready && isConfirmed()));
    setConfirmationEnabled(m_phase != Phase::Creating);
    verb()->setDefault(true);
}

} // namespace orrery
