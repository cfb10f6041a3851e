// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/conflict_list.h"

#include "ui/base/format.h"
#include "ui/widgets/conflict_model.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/status_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace orrery {

ConflictList::ConflictList(QWidget *parent)
    : QWidget(parent), m_model(new ConflictModel(this)), m_table(new QTableView(this)), m_count(new QLabel(this)),
      m_mine(new QPushButton(tr("Keep &mine"), this)), m_theirs(new QPushButton(tr("Take &theirs"), this)),
      m_same(new QPushButton(tr("&Select same manager"), this))
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 4, 12, 4);
    bar->setSpacing(8);
    bar->addWidget(m_count, 1);
    bar->addWidget(m_same);
    bar->addWidget(m_mine);
    bar->addWidget(m_theirs);
    m_mine->setToolTip(tr("Keep mine in the selected rows (M)"));
    m_theirs->setToolTip(tr("Take theirs in the selected rows (T)"));
    m_same->setToolTip(tr("Select all fields of the manager of this row (S)"));
    m_same->hide();
    auto *delegate = new StatusDelegate(m_table);
    delegate->setElideMode(Qt::ElideMiddle); // paths and images differ at their ends
    m_table->setModel(m_model);
    m_table->setItemDelegate(delegate);
    m_table->setAccessibleName(tr("Conflicts"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(static_cast<int>(Density::Normal));
    QHeaderView *header = m_table->horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(ConflictModel::Choice, QHeaderView::Fixed);
    header->resizeSection(ConflictModel::Choice, fontMetrics().horizontalAdvance(tr("Take theirs")) + StatusDelegate::GlyphWidth + 4 * StatusDelegate::Margin);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    m_table->installEventFilter(this);
    connect(m_mine, &QPushButton::clicked, this, [this] { choose(ConflictChoice::KeepMine); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { choose(ConflictChoice::TakeTheirs); });
    connect(m_same, &QPushButton::clicked, this, &ConflictList::selectSameOwner);
    connect(m_table, &QTableView::clicked, this, &ConflictList::clicked);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ConflictList::showCount);
    showCount();
}

void ConflictList::setRows(const QList<ConflictRow> &rows)
{
    m_model->setRows(rows);
    m_same->setVisible(rows.size() > 1 && m_model->hasOwners());
    goToRow(0);
    showCount();
    Q_EMIT choicesChanged();
}

void ConflictList::setChoice(int row, ConflictChoice choice)
{
    if (choices()[row] == choice)
        return;
    m_model->setChoice(row, choice);
    showCount();
    Q_EMIT choicesChanged();
}

QList<ConflictChoice> ConflictList::choices() const
{
    return m_model->choices();
}

bool ConflictList::isDecided() const
{
    return !m_model->choices().contains(ConflictChoice::Undecided);
}

void ConflictList::choose(ConflictChoice choice)
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        setChoice(index.row(), choice);
    if (rows.isEmpty())
        return;
    const qsizetype here = rows.last().row();
    const qsizetype next = choices().indexOf(ConflictChoice::Undecided, here);
    const qsizetype first = next >= 0 ? next : choices().indexOf(ConflictChoice::Undecided);
    if (first >= 0)
        goToRow(static_cast<int>(first));
    m_table->setFocus(Qt::OtherFocusReason);
}

void ConflictList::goToRow(int row)
{
    // The view's own way adds to the selection while Ctrl is thought to be down, and that row would be decided again.
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, ConflictModel::Path), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ConflictList::selectSameOwner()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_model->hasOwners())
        return;
    const auto ownerOf = [this](int row) { return m_model->index(row, ConflictModel::Base).data().toString(); };
    QItemSelection same;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (ownerOf(row) == ownerOf(current.row()))
            same.select(m_model->index(row, 0), m_model->index(row, ConflictModel::ColumnCount - 1));
    }
    m_table->selectionModel()->select(same, QItemSelectionModel::ClearAndSelect);
    m_table->setFocus(Qt::OtherFocusReason);
}

void ConflictList::clicked(const QModelIndex &index)
{
    if (index.column() == ConflictModel::Mine)
        setChoice(index.row(), ConflictChoice::KeepMine);
    else if (index.column() == ConflictModel::Theirs)
        setChoice(index.row(), ConflictChoice::TakeTheirs);
    else if (index.column() == ConflictModel::Base)
        selectSameOwner();
}

void ConflictList::showCount()
{
    const qsizetype all = choices().size();
    m_count->setText(all == 0 ? tr("No conflicts") : tr("%1 of %2 decided").arg(count(all - choices().count(ConflictChoice::Undecided)), count(all)));
    const qsizetype selected = m_table->selectionModel()->selectedRows().size();
    for (QPushButton *button : {m_mine, m_theirs})
        button->setEnabled(selected > 0);
    m_mine->setText(selected > 1 ? tr("Keep &mine for the %1 selected").arg(count(selected)) : tr("Keep &mine"));
    m_theirs->setText(selected > 1 ? tr("Take &theirs for the %1 selected").arg(count(selected)) : tr("Take &theirs"));
}

bool ConflictList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = key->modifiers() == Qt::NoModifier;
        if (plain && (key->key() == Qt::Key_M || key->key() == Qt::Key_T)) {
            choose(key->key() == Qt::Key_M ? ConflictChoice::KeepMine : ConflictChoice::TakeTheirs);
            return true;
        }
        if (plain && key->key() == Qt::Key_S) {
            selectSameOwner();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace orrery
