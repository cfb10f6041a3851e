// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QAbstractItemModel;
class QTableView;

namespace orrery {

/// The place a current row has left by going: the keys go on from there. Qt would make a neighbour current, which is
/// nobody's choice: here no row is current then.
class TableGap final : public QObject
{
    Q_OBJECT
public:
    explicit TableGap(QTableView *view);

    /// Call before the view gets the model.
    void watch(QAbstractItemModel *model);
    /// A row is current: there is no gap.
    void close() { m_row = -1; }
    /// The row above the gap, or the one that came into its place; -1: there is no gap, or no row.
    [[nodiscard]] int rowAfter(bool up) const;

private:
    void beforeRemoval(const QModelIndex &parent, int first, int last);
    void afterRemoval(const QModelIndex &parent, int first, int last);
    void beforeLayout();
    void afterLayout();

    QTableView *m_view;
    QAbstractItemModel *m_model = nullptr;
    int m_row = -1; ///< of what stands in its place now; the row count: it was the last
    int m_left = -1; ///< the current row while the layout changes
    QPersistentModelIndex m_above; ///< its neighbours
    QPersistentModelIndex m_below;
};

} // namespace orrery
