// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/table_selection.h"

#include "ui/widgets/table_view.h"

#include <QHeaderView>

namespace orrery {

TableSelection::TableSelection(TableView *table, ResourceTableModel *model) : QObject(table), m_table(table), m_model(model)
{
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TableSelection::follow);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TableSelection::follow);
    connect(model, &ResourceTableModel::modelReset, this, [this] {
        m_slot.reset();
        m_wantedSlot.reset();
    });
    connect(model, &ResourceTableModel::objectsChanged, this, &TableSelection::look);
    connect(model, &ResourceTableModel::countsChanged, this, &TableSelection::settle);
    connect(model, &ResourceTableModel::orderChanged, this, &TableSelection::settle);
}

std::vector<kube::ObjectKey> TableSelection::all() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<kube::ObjectKey> keys;
    for (const int row : rows) {
        if (const auto key = m_model->keyAt(row))
            keys.push_back(*key);
    }
    return keys;
}

int TableSelection::count() const
{
    int rows = 0; // whole rows are selected: no two ranges have one in common
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        rows += range.height();
    return rows;
}

void TableSelection::reveal(const kube::ObjectKey &key)
{
    m_wanted = key;
    m_wantedSlot = m_model->slotOf(key);
    settle();
}

// Whatever row is current, somebody chose; that none is may be because rows are just going: settle() tells.
void TableSelection::follow()
{
    const int row = m_table->currentIndex().row();
    if (const Row *current = m_model->rowAt(row)) {
        const kube::ObjectKey key = current->key();
        m_slot = m_model->slotAt(row);
        m_uid = current->uid();
        if (key != m_chosen)
            m_wanted.reset();
        choose(key);
    }
    noteStanding(m_isHidden && !m_table->currentIndex().isValid());
}

// What has not come yet can only be among those that have come now: no batch makes it look at all rows.
void TableSelection::look(const std::vector<Slot> &others)
{
    const auto isIn = [this](Slot slot, const kube::ObjectKey &key) {
        const Row *row = m_model->rowIn(slot);
        return row && row->isCalled(key);
    };
    if (m_wanted && m_wantedSlot && !isIn(*m_wantedSlot, *m_wanted))
        m_wantedSlot.reset();
    for (const Slot slot : others) {
        if (m_wanted && !m_wantedSlot && isIn(slot, *m_wanted))
            m_wantedSlot = slot;
        if (m_chosen && !m_slot && isIn(slot, *m_chosen)) {
            m_slot = slot;
            // It is shown among the new rows as what is revealed is.
            if (!m_wanted) {
                m_wanted = m_chosen;
                m_wantedSlot = slot;
            }
        }
    }
    settle();
}

void TableSelection::settle()
{
    follow();
    const Row *known = m_slot ? m_model->rowIn(*m_slot) : nullptr;
    if (m_chosen && m_slot && (!known || !known->isCalled(*m_chosen) || known->uid() != m_uid)) {
        m_slot.reset();
        if (m_wanted == m_chosen)
            m_wanted.reset();
        noteStanding(false);
        choose({});
    }
    if (m_wanted && m_wantedSlot) {
        if (const int row = m_model->rowOfSlot(*m_wantedSlot); row >= 0) {
            m_wanted.reset();
            makeCurrent(row, true);
        }
    }
    if (!m_chosen || m_table->currentIndex().isValid())
        return;
    const int row = m_slot ? m_model->rowOfSlot(*m_slot) : -1;
    if (row >= 0)
        makeCurrent(row, false);
    else
        noteStanding(true);
}

void TableSelection::makeCurrent(int row, bool center)
{
    const int column = m_table->horizontalHeader()->logicalIndexAt(0);
    const QModelIndex index = m_model->index(row, std::max(column, 0));
    m_table->setCurrentIndex(index);
    if (center)
        m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void TableSelection::choose(const std::optional<kube::ObjectKey> &key)
{
    if (key == m_chosen)
        return;
    m_chosen = key;
    Q_EMIT changed(key);
}

void TableSelection::noteStanding(bool isHidden)
{
    const int rows = count();
    if (isHidden == m_isHidden && rows == m_count)
        return;
    m_isHidden = isHidden;
    m_count = rows;
    Q_EMIT standingChanged();
}

} // namespace orrery
