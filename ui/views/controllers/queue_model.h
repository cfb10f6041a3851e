// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/controllers/queue_rows.h"

#include <QAbstractTableModel>

namespace orrery {

/// The queues of all programs, those that deserve a look first unless a column was chosen. A queue keeps its selection
/// while rows come, go and change places.
class QueueModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { State, Queue, Program, Depth, Adds, Retries, WaitHalf, WaitMost, WorkHalf, WorkMost, Longest, Unfinished, Errors, Leads, AsOf, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<QueueRow> &rows);
    /// Only rows that contain it in their queue's, program's or state's name.
    void setFilter(const QString &text);
    [[nodiscard]] const QueueRow &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1: not shown
    [[nodiscard]] qsizetype all() const { return m_all.size(); } ///< without the filter

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void arrange();
    [[nodiscard]] QString text(const QueueRow &row, int column) const;
    [[nodiscard]] std::optional<double> number(const QueueRow &row, int column) const;
    [[nodiscard]] bool isBefore(const QueueRow &one, const QueueRow &other) const;

    QList<QueueRow> m_all;
    QList<QueueRow> m_rows;
    QString m_filter;
    int m_sortColumn = -1; ///< -1: by what deserves a look
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace orrery
