// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/table_selection.h"

#include "ui/widgets/table_view.h"

#include <QHeaderView>

namespace orrery {

TableSelection::TableSelection(TableView *table, ResourceTableModel *model) : QObject(table), m_table(table), m_model(model)
{
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TableSelection::follow);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TableSelection::follow);
    connect(model, &ResourceTableModel::modelReset, this, [this] { m_slot.reset(); });
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
    settle();
}

// Whatever row is current, somebody chose; that none is may be because rows are just going: settle() tells.
void TableSelection::follow()
{
    const int row = m_table->currentIndex().row();
    if (const auto key = m_model->keyAt(row)) {
        m_slot = m_model->slotAt(row);
        if (key != m_chosen)
            m_wanted.reset();
        choose(key);
    }
    noteStanding(m_isHidden && !m_table->currentIndex().isValid());
}

void TableSelection::settle()
{
    follow();
    if (m_wanted) {
        if (const int row = m_model->rowOf(*m_wanted); row >= 0) {
            m_wanted.reset();
            makeCurrent(row, true);
        }
    }
    if (!m_chosen || m_table->currentIndex().isValid())
        return;
    if (!m_slot) {
        // It is looked for among the new rows, as what is revealed is.
        if (!m_wanted)
            m_wanted = m_chosen;
        noteStanding(true);
        return;
    }
    const Row *known = m_model->rowIn(*m_slot);
    if (!known || known->key() != *m_chosen) {
        m_slot.reset();
        noteStanding(false);
        choose({});
    } else if (const int row = m_model->rowOfSlot(*m_slot); row >= 0) {
        makeCurrent(row, false);
    } else {
        noteStanding(true);
    }
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
