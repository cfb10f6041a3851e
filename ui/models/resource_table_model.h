// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "ui/models/row_batch.h"
#include "ui/models/row_order.h"

#include <QAbstractTableModel>

#include <unordered_map>

namespace orrery {

/// The rows of one table, sorted and filtered by itself. Batches of changes are merged into the order in place (few)
/// or with one change of layout (many); either way persistent indexes stay with their object, so that selection,
/// current row and scroll do too. A new sort or filter of a large table is computed by the background executor on a
/// snapshot and swapped in; until then the old one goes on.
///
/// Costs on the GUI thread: a batch of m changes to n rows compares O(m log n) rows; nothing compares or visits all rows
/// but for moving n 4-byte numbers. Freed rows go to the background executor.
/// Thread: GUI.
class ResourceTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Environment {
        kube::ExecutorPtr gui;         ///< where computed orders come back
        kube::ExecutorPtr background;  ///< where they are computed and rows freed
        std::function<kube::WallTime()> now; ///< for ages; the system's when empty
        std::size_t computeHereBelow = 4096; ///< orders of fewer rows are not worth the trip
    };

    ResourceTableModel(ColumnSetPtr columns, Environment environment, QObject *parent = nullptr);
    ~ResourceTableModel() override;

    [[nodiscard]] const ColumnSetPtr &columnSet() const { return m_columns; }
    /// Other columns: all rows go, as they were made for the old ones.
    void setColumns(ColumnSetPtr columns);
    void apply(RowBatch batch);
    void clear();

    /// Rows that pass the filter are rowCount().
    [[nodiscard]] qsizetype objectCount() const { return static_cast<qsizetype>(m_rows.count()); }
    [[nodiscard]] const Row *rowAt(int row) const;
    [[nodiscard]] std::optional<kube::ObjectKey> keyAt(int row) const;
    /// Where the object is now; -1 when it is not shown. Looks at all rows: for a person's request, not for a loop.
    [[nodiscard]] int rowOf(const kube::ObjectKey &key) const;
    /// None: it is not known. Looks at all rows, shown or not.
    [[nodiscard]] std::optional<Slot> slotOf(const kube::ObjectKey &key) const;

    /// What an object has while it is known here, shown or not; asking by it costs little.
    [[nodiscard]] std::optional<Slot> slotAt(int row) const;
    [[nodiscard]] const Row *rowIn(Slot slot) const { return m_rows.at(slot); }
    /// Where it is shown; -1 when it is not.
    [[nodiscard]] int rowOfSlot(Slot slot) const;

    [[nodiscard]] QString filterText() const { return m_filterText; }
    void setFilterText(const QString &text);
    [[nodiscard]] const std::optional<RowFilter::Problem> &filterProblem() const { return m_wanted.filter.problem(); }
    /// A filter that compares ages is asked anew; others stay.
    void refreshTimedFilter();
    /// Whether the NAMESPACE column is worth its place; words without a column look at the namespace only then.
    void setShowsNamespace(bool shows);
    [[nodiscard]] const RowSort &rowSort() const { return m_wanted.sort; }
    /// A new order is being computed.
    [[nodiscard]] bool isOrdering() const { return m_job != nullptr; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// Rows compared so far, for tests of the bounds above.
    [[nodiscard]] std::uint64_t comparisons() const { return m_comparisons; }

Q_SIGNALS:
    void batchAboutToBeApplied(); ///< rows will come, move and go; a view notes where it stands
    void batchApplied();
    /// After a batch by which rows came, moved or went. In others is another object than before, or none, shown or not.
    void objectsChanged(const std::vector<orrery::Slot> &others);
    void countsChanged(); ///< rowCount() or objectCount()
    void orderChanged();  ///< a wanted sort or filter is in effect

private:
    struct Order { ///< what decides which rows are shown where
        RowSort sort;
        RowFilter filter;
    };
    struct Job { ///< an order being computed elsewhere
        std::atomic<bool> canceled = false;
        Order order;
        int attempt = 0;
        std::vector<Slot> touched; ///< changed since the snapshot: the result says nothing of them
    };
    struct Change { ///< the cells that changed by themselves
        std::uint64_t cells = 0;
        qint64 at = 0;
    };
    struct Plan;

    [[nodiscard]] bool isLess(const RowSort &sort, const Row &left, const Row &right) const;
    [[nodiscard]] bool isShown(Slot slot) const { return slot < m_shown.size() && m_shown[slot]; }
    void setShown(Slot slot, bool shown);
    /// Where row is or would be in order, which must be sorted by sort.
    [[nodiscard]] std::size_t positionOf(const RowSort &sort, const std::vector<Slot> &order, const Row &row) const;

    [[nodiscard]] Plan plan(RowBatch &batch) const;
    void updateInPlace(Plan &plan, std::vector<RowPtr> &spent);
    void removeRuns(const Plan &plan);
    void insertRuns(Plan &plan, std::vector<RowPtr> &spent);
    void hide(Plan &plan, std::vector<RowPtr> &spent);
    void relayout(Plan &plan, std::vector<RowPtr> &spent);
    /// Shows order, sorted by sort, after change has brought the rows up to it.
    void swapOrder(std::vector<Slot> order, const RowSort &sort, const std::function<void()> &change);

    void reorder(int attempt = 0);
    void setWantedFilter();
    void takeOrder(const std::shared_ptr<Job> &job, std::vector<Slot> order);
    void noteChange(Slot slot, const Row *before, const Row &after);
    void forgetOldChanges();
    void free(std::vector<RowPtr> spent);
    [[nodiscard]] QVariant toolTip(const Row &row, int column) const;
    [[nodiscard]] kube::WallTime now() const;

    ColumnSetPtr m_columns;
    Environment m_environment;
    RowStore m_rows;
    std::vector<bool> m_shown;  ///< by slot: is in m_order
    std::vector<Slot> m_order;  ///< sorted by m_active.sort
    Order m_active;
    Order m_wanted;
    QString m_filterText;
    bool m_showsNamespace = true;
    std::shared_ptr<Job> m_job;
    std::unordered_map<Slot, Change> m_changes;
    qint64 m_changesTidiedAt = 0;
    mutable std::uint64_t m_comparisons = 0;
    kube::Owner m_owner; ///< last: dies first
};

} // namespace orrery
