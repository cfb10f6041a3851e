// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/table_selection.h"

#include "ui/widgets/table_view.h"

#include <QHeaderView>

namespace orrery {

TableSelection::TableSelection(TableView *table, ResourceTableModel *model) : QObject(table), m_table(table), m_model(model)
{
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TableSelection::note);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TableSelection::note);
    connect(model, &ResourceTableModel::countsChanged, this, [this] {
        note(); // the current row may have gone with its object
        tryReveal();
    });
    connect(model, &ResourceTableModel::orderChanged, this, &TableSelection::tryReveal);
}

std::optional<kube::ObjectKey> TableSelection::current() const
{
    return m_model->keyAt(m_table->currentIndex().row());
}

std::vector<kube::ObjectKey> TableSelection::all() const
{
    std::vector<kube::ObjectKey> keys;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        if (const auto key = m_model->keyAt(index.row()))
            keys.push_back(*key);
    }
    return keys;
}

void TableSelection::reveal(const kube::ObjectKey &key)
{
    m_wanted = key;
    tryReveal();
}

void TableSelection::note()
{
    const auto key = current();
    if (key == m_noted)
        return;
    m_noted = key;
    Q_EMIT changed(key);
}

void TableSelection::tryReveal()
{
    if (!m_wanted)
        return;
    const int row = m_model->rowOf(*m_wanted);
    if (row < 0)
        return;
    m_wanted.reset();
    const int column = m_table->horizontalHeader()->logicalIndexAt(0);
    const QModelIndex index = m_model->index(row, std::max(column, 0));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

} // namespace orrery
