// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/rollout_page.h"

#include "ui/base/error_text.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/views/rollouts/restart_dialog.h"
#include "ui/views/rollouts/revision_model.h"
#include "ui/views/rollouts/rollout_status_view.h"
#include "ui/views/rollouts/undo_dialog.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/table_view.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace orrery {

RolloutPage::RolloutPage(QString contextName, WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, std::function<kube::WallTime()> now, QWidget *parent)
    : Page(parent), m_contextName(std::move(contextName)), m_ports(std::move(ports)), m_resource(std::move(resource)), m_key(std::move(key)),
      m_follower(new WorkloadFollower(m_ports, m_resource, m_key, WorkloadFollower::Purpose::Rollout, this)), m_status(new RolloutStatusView(now, this)),
      m_model(new RevisionModel(now, this)), m_stack(new QStackedWidget(this)), m_table(new TableView(this)), m_empty(new EmptyState(this)), m_diff(new DiffView(this)),
      m_hint(new ElidedLabel(this)), m_undo(new QPushButton(this))
{
    const QString name = QString::fromStdString(m_key.name);
    setAccessibleName(tr("Rollouts of %1").arg(name));
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(4);
    auto *heading = new ElidedLabel(this);
    heading->setText(name);
    heading->setFont(titleFont(font()));
    heading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *caption = new QLabel(aboutObject(m_resource, m_key), this);
    caption->setTextFormat(Qt::PlainText);
    caption->setFont(captionFont(font()));
    caption->setForegroundRole(QPalette::PlaceholderText);
    head->addWidget(heading);
    head->addWidget(caption);
    head->addSpacing(4);
    head->addWidget(m_status);

    m_table->setAccessibleName(tr("Revisions"));
    m_table->setModel(m_model);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 8, 12, 8);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setText(tr("Choose a revision to see what it differs in from the current one, or two to compare them."));
    line->addWidget(m_hint, 1);
    line->addWidget(m_undo);
    m_diff->setAccessibleName(tr("Difference of two revisions"));
    auto *lower = new QWidget(this);
    auto *below = new QVBoxLayout(lower);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(0);
    below->addLayout(line);
    below->addWidget(new Hairline(Qt::Horizontal, lower));
    below->addWidget(m_diff, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_stack);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({200, 360});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(splitter, 1);
    setFocusProxy(m_table);

    connect(m_follower, &WorkloadFollower::changed, this, &RolloutPage::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RolloutPage::showDifference);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (const QList<int> rows = chosenRows(); rows.size() == 1)
            undo(m_model->at(rows.first()).number);
    });
    showState();
}

QString RolloutPage::title() const
{
    return tr("Rollouts of %1").arg(QString::fromStdString(m_key.name));
}

QIcon RolloutPage::icon() const
{
    return orrery::icon(kindIcon(QString::fromStdString(m_resource.gvr.group), QString::fromStdString(m_resource.kind)));
}

void RolloutPage::focusContent()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void RolloutPage::focusFilter()
{
    m_diff->openFind();
}

bool RolloutPage::closeNearest()
{
    return m_diff->closeNearest();
}

void RolloutPage::setWhyNoUndo(const QString &why)
{
    m_whyNoUndo = why;
    showUndo();
}

void RolloutPage::undo(std::int64_t revision)
{
    auto *dialog = new UndoDialog(m_ports, m_resource, m_key, revision, window());
    connect(dialog, &UndoDialog::undone, this, &RolloutPage::undone);
    dialog->open();
}

void RolloutPage::showState()
{
    m_status->setVisible(!m_follower->object().isNull());
    if (m_status->isVisibleTo(this))
        m_status->show(*m_follower);
    m_model->setHistory(m_follower->history());
    if (m_model->rowCount() > 0 && chosenRows().isEmpty()) {
        const int row = m_model->currentRow() == 0 && m_model->rowCount() > 1 ? 1 : 0;
        m_table->selectionModel()->select(m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    EmptyStateText text{IconName::Clock, tr("Loading revisions"), {}, {}, {}};
    if (m_follower->historyError()) {
        const ErrorText error = describe(*m_follower->historyError());
        text = {IconName::Lock, error.headline, error.detail, error.mend, {}};
    } else if (m_follower->isRead() || m_follower->isGone()) {
        text = {IconName::Clock, tr("No rollout history"), tr("Nothing keeps an older Pod template of it."), {}, {}};
    }
    m_empty->setText(text);
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    showDifference();
}

QList<int> RolloutPage::chosenRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

QString RolloutPage::headingOf(int row) const
{
    const kube::Revision &revision = m_model->at(row);
    return revision.isCurrent ? tr("Revision %1, current").arg(revision.number) : tr("Revision %1").arg(revision.number);
}

void RolloutPage::showDifference()
{
    const QList<int> rows = chosenRows();
    const int current = m_model->currentRow();
    // Of one: what going back to it would bring; of the current one: what it has brought. Of two or more: old and new.
    int left = rows.isEmpty() ? -1 : rows.last();
    int right = rows.isEmpty() ? -1 : rows.first();
    if (rows.size() == 1 && rows.first() == current)
        left = current + 1 < m_model->rowCount() ? current + 1 : current;
    else if (rows.size() == 1 && current >= 0)
        left = current;
    const auto side = [this](int row) {
        return row < 0 ? DiffSide() : DiffSide{headingOf(row), QString::fromStdString(kube::podTemplateYaml(m_model->at(row).podTemplate))};
    };
    m_diff->setTexts(side(left), side(right));
    showUndo();
}

void RolloutPage::showUndo()
{
    const QList<int> rows = chosenRows();
    QString why = m_whyNoUndo;
    const bool isOne = rows.size() == 1 && !m_model->at(rows.first()).isCurrent;
    if (why.isEmpty() && !isOne)
        why = tr("Choose one revision that is not the current one");
    m_undo->setText(isOne ? tr("&Undo to Revision %1…").arg(m_model->at(rows.first()).number) : tr("&Undo…"));
    m_undo->setEnabled(why.isEmpty());
    m_undo->setToolTip(why);
}

} // namespace orrery
