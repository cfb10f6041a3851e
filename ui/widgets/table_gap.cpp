// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table_gap.h"

#include <QTableView>

namespace orrery {

TableGap::TableGap(QTableView *view) : QObject(view), m_view(view)
{
}

void TableGap::watch(QAbstractItemModel *model)
{
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    close();
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &TableGap::beforeRemoval);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TableGap::afterRemoval);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent, int first, int last) {
        if (!parent.isValid() && first < m_row)
            m_row += last - first + 1;
    });
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &TableGap::beforeLayout);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TableGap::afterLayout);
    connect(model, &QAbstractItemModel::modelReset, this, &TableGap::close);
}

int TableGap::rowAfter(bool up) const
{
    const int rows = m_model ? m_model->rowCount() : 0;
    if (m_row < 0 || rows == 0 || m_view->currentIndex().isValid())
        return -1;
    return std::clamp(up ? m_row - 1 : m_row, 0, rows - 1);
}

void TableGap::beforeRemoval(const QModelIndex &parent, int first, int last)
{
    const QModelIndex current = m_view->currentIndex();
    if (parent.isValid() || current.model() != m_model || current.row() < first || current.row() > last)
        return;
    m_view->selectionModel()->clearCurrentIndex();
    m_row = first;
}

void TableGap::afterRemoval(const QModelIndex &parent, int first, int last)
{
    if (!parent.isValid() && m_row > first)
        m_row = std::max(first, m_row - (last - first + 1));
}

void TableGap::beforeLayout()
{
    m_left = m_view->currentIndex().model() == m_model ? m_view->currentIndex().row() : -1;
    m_above = m_model->index(m_left - 1, 0);
    m_below = m_model->index(m_left + 1, 0);
}

void TableGap::afterLayout()
{
    if (m_left >= 0 && !m_view->currentIndex().isValid())
        m_row = m_below.isValid() ? m_below.row() : m_above.isValid() ? m_above.row() + 1 : m_left;
    m_above = m_below = QPersistentModelIndex();
}

} // namespace orrery
