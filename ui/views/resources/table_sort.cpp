// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/table_sort.h"

#include "ui/base/table_roles.h"
#include "ui/models/resource_table_model.h"
#include "ui/widgets/table_view.h"

#include <QHeaderView>

namespace orrery {

TableSort::TableSort(TableView *table, ResourceTableModel *model) : QObject(table), m_table(table), m_model(model)
{
    connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        m_column = m_model->headerData(column, Qt::Horizontal, ColumnIdRole).toString();
        m_order = order;
        Q_EMIT changed();
    });
}

void TableSort::set(const QString &column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
}

void TableSort::apply()
{
    const QString column = m_column;
    const Qt::SortOrder order = m_order;
    m_table->sortByColumn(m_model->columnSet()->indexOf(column), order);
    set(column, order); // the indicator may have said otherwise on the way
}

} // namespace orrery
