// SPDX-License-Identifier: Apache-2.0
#include "ui/views/requests/request_order.h"

#include "ui/views/requests/request_log_model.h"

namespace orrery {

RequestOrder::RequestOrder(RequestLogModel *model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setSortRole(RequestLogModel::SortRole);
    setSourceModel(model);
    sort(RequestLogModel::Time, Qt::DescendingOrder);
}

void RequestOrder::setFilter(const QString &text)
{
    m_filter = RequestFilter::parse(text);
    invalidateFilter();
}

bool RequestOrder::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_filter.matches(*m_model, row);
}

bool RequestOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(RequestLogModel::SortRole);
    const QVariant b = right.data(RequestLogModel::SortRole);
    const QPartialOrdering order = QVariant::compare(a, b);
    return order == QPartialOrdering::Less || (order != QPartialOrdering::Greater && m_model->record(left.row()).id < m_model->record(right.row()).id);
}

} // namespace orrery
