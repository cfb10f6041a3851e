// SPDX-License-Identifier: Apache-2.0
#include "ui/models/row_order.h"

#include "ui/models/natural_compare.h"

#include <algorithm>

namespace orrery {

namespace {

int compareValues(CellValue left, CellValue right)
{
    return left < right ? -1 : left > right ? 1 : 0;
}

struct Keyed {
    Slot slot;
    const Row *row;
};

} // namespace

int RowSort::compare(const Row &left, const Row &right) const
{
    if (column >= 0) {
        int byCell = 0;
        const CellValue a = left.value(column);
        const CellValue b = right.value(column);
        if (a == b) {
            byCell = naturalCompare(left.cell(column), right.cell(column));
        } else {
            if (a == noValue || b == noValue)
                return a == noValue ? 1 : -1;
            byCell = type == CellType::Age || type == CellType::Renewal ? compareValues(b, a) : compareValues(a, b);
        }
        if (byCell != 0)
            return order == Qt::AscendingOrder ? byCell : -byCell;
    }
    if (const int byNamespace = naturalCompare(left.namespaceName(), right.namespaceName()))
        return byNamespace;
    if (const int byName = naturalCompare(left.name(), right.name()))
        return byName;
    return left.uid().compare(right.uid());
}

std::vector<Slot> computeOrder(const RowStore::Snapshot &rows, const RowSort &sort, const RowFilter &filter,
                               const std::atomic<bool> &canceled)
{
    constexpr std::size_t piece = 4096; // between two looks at canceled
    std::vector<Keyed> kept;
    const std::size_t slots = rows.slots();
    for (std::size_t i = 0; i < slots; ++i) {
        if (i % piece == 0 && canceled)
            return {};
        const auto slot = static_cast<Slot>(i);
        if (const Row *row = rows.at(slot); row && filter.matches(*row))
            kept.push_back({slot, row});
    }
    const auto isLess = [&](const Keyed &left, const Keyed &right) { return sort.isLess(*left.row, *right.row); };
    // A merge sort by hand, so that a closing table need not wait for the end of it.
    const auto at = [&](std::size_t index) { return kept.begin() + static_cast<std::ptrdiff_t>(std::min(index, kept.size())); };
    for (std::size_t i = 0; i < kept.size(); i += piece) {
        if (canceled)
            return {};
        std::sort(at(i), at(i + piece), isLess);
    }
    std::vector<Keyed> merged(kept.size());
    for (std::size_t width = piece; width < kept.size(); width *= 2) {
        for (std::size_t i = 0; i < kept.size(); i += 2 * width) {
            if (canceled)
                return {};
            std::merge(at(i), at(i + width), at(i + width), at(i + 2 * width), merged.begin() + static_cast<std::ptrdiff_t>(i), isLess);
        }
        kept.swap(merged);
    }
    std::vector<Slot> order;
    order.reserve(kept.size());
    for (const Keyed &entry : kept)
        order.push_back(entry.slot);
    return order;
}

} // namespace orrery
