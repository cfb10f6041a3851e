// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/controllers/queue_rows.h"

#include <QAbstractTableModel>
#include <QHash>

namespace orrery {

/// The queues of all programs, those that deserve a look first unless a column was chosen, and of one trouble the fullest, then
/// the one whose keys wait longest. A row rises at once, one that
/// stood out falls only when it has not for a minute, though soon below those that do, and one that was at work stays above
/// those that never were. A queue keeps its selection while rows come, go and change places.
class QueueModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { State, Queue, Program, Depth, Adds, Retries, Wait, Work, Longest, Unfinished, Errors, Leads, AsOf, ColumnCount };

    static constexpr std::chrono::seconds Calm{60}; ///< how long a row that stood out keeps its place

    static constexpr std::chrono::seconds Brief{10}; ///< how long it stays even above those that stand out

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<QueueRow> &rows);
    /// Only rows that contain it in their queue's, program's or state's name.
    void setFilter(const QString &text);
    [[nodiscard]] const QueueRow &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1: not shown
    [[nodiscard]] qsizetype all() const { return m_all.size(); } ///< without the filter
    [[nodiscard]] qsizetype remembered() const { return m_places.size(); } ///< queues whose place is kept

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Place {
        int rank = 0;
        kube::WallTime seen{}; ///< when it last deserved it
    };
    void arrange();
    [[nodiscard]] int placeOf(const QueueRow &row);
    [[nodiscard]] QString text(const QueueRow &row, int column) const;
    [[nodiscard]] std::optional<double> number(const QueueRow &row, int column) const;
    [[nodiscard]] bool isBefore(const QueueRow &one, const QueueRow &other) const;

    QList<QueueRow> m_all;
    QList<QueueRow> m_rows;
    QHash<QString, Place> m_places; ///< by the row's id; of queues that are there
    QString m_filter;
    int m_sortColumn = -1; ///< -1: by what deserves a look
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace orrery
