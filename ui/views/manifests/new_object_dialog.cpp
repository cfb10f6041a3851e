// SPDX-License-Identifier: Apache-2.0
#include "ui/views/manifests/new_object_dialog.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/tone_label.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

NewObjectDialog::NewObjectDialog(std::vector<kube::ResourceInfo> resources, const std::string &kind, const QString &namespaceName, MayCreate mayCreate,
                                 kube::ExecutorPtr gui, QWidget *parent)
    : QDialog(parent), m_resources(std::move(resources)), m_search(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_namespaceLabel(new QLabel(tr("&Namespace"), this)), m_namespace(new QLineEdit(namespaceName, this)), m_missing(new ToneLabel(this, Tone::Failing)),
      m_owner(std::move(gui))
{
    setWindowTitle(tr("New Object"));
    setAttribute(Qt::WA_DeleteOnClose);
    std::stable_sort(m_resources.begin(), m_resources.end(), [](const kube::ResourceInfo &left, const kube::ResourceInfo &right) {
        return std::pair(left.kind, left.gvr.group) < std::pair(right.kind, right.gvr.group);
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto *title = new QLabel(tr("Write a new object"), this);
    title->setFont(titleFont(font()));
    layout->addWidget(title);
    makeSearchField(m_search, IconName::Search, tr("Search kinds"));
    m_search->setPlaceholderText(tr("Search kinds"));
    layout->addWidget(m_search);
    m_list->setAccessibleName(tr("Kinds"));
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({16, 16});
    layout->addWidget(m_list, 1);
    auto *where = new QHBoxLayout;
    where->setSpacing(8);
    m_namespaceLabel->setBuddy(m_namespace);
    where->addWidget(m_namespaceLabel);
    where->addWidget(m_namespace, 1);
    layout->addLayout(where);
    m_missing->setWordWrap(true);
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setMinimumHeight(fontMetrics().lineSpacing()); // its place is kept: nothing moves when there is something to say
    layout->addWidget(m_missing);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_write = buttons->addButton(tr("&Write"), QDialogButtonBox::AcceptRole);
    m_write->setDefault(true);
    layout->addWidget(buttons);
    resize(420, 460);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &NewObjectDialog::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &NewObjectDialog::showState);
    connect(m_list, &QListWidget::itemActivated, this, &NewObjectDialog::choose);
    connect(m_namespace, &QLineEdit::textChanged, this, &NewObjectDialog::showState);
    connect(m_write, &QPushButton::clicked, this, &NewObjectDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill();
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_resources[static_cast<std::size_t>(m_list->item(row)->data(Qt::UserRole).toInt())].kind == kind) {
            m_list->setCurrentRow(row);
            break;
        }
    }
    m_search->setFocus();
    m_mayCreate = std::move(mayCreate); // now that the kind to begin with stands
    askForRight();
}

void NewObjectDialog::fill()
{
    const QString typed = m_search->text().trimmed();
    m_list->clear();
    for (std::size_t i = 0; i < m_resources.size(); ++i) {
        const kube::ResourceInfo &one = m_resources[i];
        const QString kind = QString::fromStdString(one.kind);
        const QString group = QString::fromStdString(one.gvr.group);
        const bool isShort = std::any_of(one.shortNames.begin(), one.shortNames.end(), [&typed](const std::string &name) { return QString::fromStdString(name) == typed; });
        if (!isShort && !kind.contains(typed, Qt::CaseInsensitive) && !group.contains(typed, Qt::CaseInsensitive))
            continue;
        auto *item = new QListWidgetItem(icon(kindIcon(group, kind)), group.isEmpty() ? kind : tr("%1 (%2)").arg(kind, group), m_list);
        item->setData(Qt::UserRole, static_cast<int>(i));
    }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    showState();
}

const kube::ResourceInfo *NewObjectDialog::current() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? &m_resources[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())] : nullptr;
}

void NewObjectDialog::showState()
{
    const kube::ResourceInfo *resource = current();
    const bool isNamespaced = !resource || resource->namespaced;
    m_namespace->setEnabled(isNamespaced);
    m_namespaceLabel->setEnabled(isNamespaced);
    const std::optional<Choice> chosen = choice();
    const bool isForbidden = chosen && m_answered == chosen && !m_isAllowed;
    m_write->setEnabled(chosen && !isForbidden);
    QString missing;
    if (isForbidden) {
        const QString what = QString::fromStdString(chosen->resource.toString());
        missing = chosen->namespaceName.empty() ? tr("You may not create %1").arg(what) : tr("You may not create %1 in %2").arg(what, QString::fromStdString(chosen->namespaceName));
    }
    m_missing->setText(missing.isEmpty() ? missing : QString(toneGlyph(Tone::Failing)) + QLatin1Char(' ') + missing);
    m_missing->setAccessibleName(missing);
    m_write->setToolTip(missing);
    askForRight();
}

std::optional<NewObjectDialog::Choice> NewObjectDialog::choice() const
{
    const kube::ResourceInfo *resource = current();
    const std::string space = resource && resource->namespaced ? m_namespace->text().trimmed().toStdString() : std::string();
    if (!resource || (resource->namespaced && space.empty()))
        return std::nullopt;
    return Choice{resource->gvr, space};
}

/// While a name is being typed the answers say when to ask again.
void NewObjectDialog::askForRight()
{
    const std::optional<Choice> chosen = choice();
    if (!m_mayCreate || !chosen || m_asked || m_answered == chosen)
        return;
    m_asked = chosen;
    kube::then(m_mayCreate(*current(), chosen->namespaceName), m_owner, [this](const kube::Result<bool> &may) {
        m_answered = std::exchange(m_asked, std::nullopt);
        m_isAllowed = may.value_or(true);
        showState();
    });
}

void NewObjectDialog::choose()
{
    const kube::ResourceInfo *resource = current();
    if (!resource || !m_write->isEnabled())
        return;
    Q_EMIT chosen(*resource, resource->namespaced ? m_namespace->text().trimmed() : QString());
    accept();
}

bool NewObjectDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        // The list is gone through while the search keeps the focus.
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? 10 : -10;
            if (m_list->count() > 0)
                m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace orrery
