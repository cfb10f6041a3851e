// SPDX-License-Identifier: Apache-2.0
// How ResourceTableModel merges a batch of changes into its order.
#include "ui/models/resource_table_model.h"

#include "ui/base/table_roles.h"

#include <algorithm>
#include <cassert>

namespace orrery {

namespace {

// A view pays about 0.2 ms for each removed run and 10 ms for a change of layout.
constexpr std::size_t mostRuns = 32;
// Above this nobody can see what changed: no tint.
constexpr std::size_t mostTinted = 512;
constexpr qint64 tintMsecs = 4000;

/// fn(first, count) for each run of consecutive numbers in ascending positions.
template <typename Fn>
void forEachRun(const std::vector<std::size_t> &positions, Fn fn)
{
    for (std::size_t i = 0; i < positions.size();) {
        std::size_t count = 1;
        while (i + count < positions.size() && positions[i + count] == positions[i] + count)
            ++count;
        fn(positions[i], count);
        i += count;
    }
}

} // namespace

/// A batch sorted by what it does to the order. Positions are those before any of it.
struct ResourceTableModel::Plan {
    struct Update {
        std::size_t position;
        Slot slot;
        RowPtr row;
        int firstColumn;
        int lastColumn;
    };
    struct Insertion {
        Slot slot;
        RowPtr row;
        std::size_t position; ///< among the rows that stay
    };
    std::vector<Update> updates;       ///< stay where they are; by position
    std::vector<std::size_t> removed;  ///< positions; ascending
    std::vector<Insertion> inserted;   ///< in order
    std::vector<RowChange> hidden;     ///< not shown after it: gone, or filtered out
    std::size_t moved = 0;             ///< the same object, removed here and inserted there
    std::size_t runs = 0;              ///< of rows removed and of rows inserted
};

ResourceTableModel::Plan ResourceTableModel::plan(RowBatch &batch) const
{
    Plan plan;
    for (RowChange &change : batch) {
        const Row *before = m_rows.at(change.slot);
        const bool wasShown = isShown(change.slot);
        const bool willShow = change.row && m_active.filter.matches(*change.row);
        const bool same = before && change.row && before->isSameObject(*change.row);
        const std::size_t position = wasShown ? positionOf(m_active.sort, m_order, *before) : 0;
        if (wasShown && willShow && same && m_active.sort.compare(*before, *change.row) == 0) {
            const std::uint64_t cells = before->changedCells(*change.row);
            const bool all = cells == 0 || columnCount() > 64;
            plan.updates.push_back({position, change.slot, std::move(change.row), all ? 0 : __builtin_ctzll(cells),
                                    all ? columnCount() - 1 : 63 - __builtin_clzll(cells)});
            continue;
        }
        if (wasShown)
            plan.removed.push_back(position);
        if (wasShown && willShow && same)
            ++plan.moved;
        if (willShow)
            plan.inserted.push_back({change.slot, std::move(change.row), 0});
        else
            plan.hidden.push_back(std::move(change));
    }
    std::sort(plan.updates.begin(), plan.updates.end(),
              [](const auto &left, const auto &right) { return left.position < right.position; });
    std::sort(plan.removed.begin(), plan.removed.end());
    std::sort(plan.inserted.begin(), plan.inserted.end(), [this](const auto &left, const auto &right) {
        return isLess(m_active.sort, *left.row, *right.row);
    });
    forEachRun(plan.removed, [&](std::size_t, std::size_t) { ++plan.runs; });
    for (std::size_t i = 0; i < plan.inserted.size(); ++i) {
        const std::size_t position = positionOf(m_active.sort, m_order, *plan.inserted[i].row);
        const auto removedBefore = std::lower_bound(plan.removed.begin(), plan.removed.end(), position) - plan.removed.begin();
        plan.inserted[i].position = position - static_cast<std::size_t>(removedBefore);
        if (i == 0 || plan.inserted[i].position != plan.inserted[i - 1].position)
            ++plan.runs;
    }
    return plan;
}

void ResourceTableModel::apply(RowBatch batch)
{
    if (batch.empty())
        return;
    const std::size_t objectsBefore = m_rows.count();
    const std::size_t rowsBefore = m_order.size();
    forgetOldChanges();
    if (m_job) {
        for (const RowChange &change : batch)
            m_job->touched.push_back(change.slot);
    }
    if (batch.size() <= mostTinted) {
        for (const RowChange &change : batch) {
            if (change.row && !change.initial)
                noteChange(change.slot, m_rows.at(change.slot), *change.row);
        }
    }

    std::vector<Slot> others;
    for (const RowChange &change : batch) {
        const Row *before = m_rows.at(change.slot);
        if (before ? !change.row || !change.row->isSameObject(*before) : change.row != nullptr)
            others.push_back(change.slot);
    }
    std::vector<RowPtr> spent;
    Plan plan = this->plan(batch);
    updateInPlace(plan, spent);
    const bool isStructural = plan.runs > 0 || plan.moved > 0;
    if (isStructural)
        Q_EMIT batchAboutToBeApplied();
    if (plan.moved == 0 && plan.runs <= mostRuns) {
        removeRuns(plan);
        insertRuns(plan, spent);
        hide(plan, spent);
    } else {
        relayout(plan, spent);
    }
    if (isStructural)
        Q_EMIT batchApplied();
    if (isStructural || !others.empty())
        Q_EMIT objectsChanged(others);
    free(std::move(spent));
    if (m_rows.count() != objectsBefore || m_order.size() != rowsBefore)
        Q_EMIT countsChanged();
}

void ResourceTableModel::updateInPlace(Plan &plan, std::vector<RowPtr> &spent)
{
    auto &updates = plan.updates;
    for (Plan::Update &update : updates)
        spent.push_back(m_rows.set(update.slot, std::move(update.row)));
    for (std::size_t i = 0; i < updates.size();) {
        std::size_t end = i + 1;
        int firstColumn = updates[i].firstColumn;
        int lastColumn = updates[i].lastColumn;
        for (; end < updates.size() && updates[end].position == updates[end - 1].position + 1; ++end) {
            firstColumn = std::min(firstColumn, updates[end].firstColumn);
            lastColumn = std::max(lastColumn, updates[end].lastColumn);
        }
        Q_EMIT dataChanged(index(static_cast<int>(updates[i].position), firstColumn),
                           index(static_cast<int>(updates[end - 1].position), lastColumn));
        i = end;
    }
}

void ResourceTableModel::removeRuns(const Plan &plan)
{
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    forEachRun(plan.removed, [&](std::size_t first, std::size_t count) { runs.emplace_back(first, count); });
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) { // from the end: the positions before it hold
        const auto first = m_order.begin() + static_cast<std::ptrdiff_t>(run->first);
        const auto last = first + static_cast<std::ptrdiff_t>(run->second);
        beginRemoveRows({}, static_cast<int>(run->first), static_cast<int>(run->first + run->second) - 1);
        std::for_each(first, last, [this](Slot slot) { m_shown[slot] = false; });
        m_order.erase(first, last);
        endRemoveRows();
    }
}

void ResourceTableModel::insertRuns(Plan &plan, std::vector<RowPtr> &spent)
{
    auto &inserted = plan.inserted;
    for (std::size_t end = inserted.size(); end > 0;) {
        std::size_t begin = end - 1;
        while (begin > 0 && inserted[begin - 1].position == inserted[end - 1].position)
            --begin;
        const std::size_t position = inserted[begin].position;
        beginInsertRows({}, static_cast<int>(position), static_cast<int>(position + end - begin) - 1);
        std::vector<Slot> slots;
        for (std::size_t i = begin; i < end; ++i) {
            slots.push_back(inserted[i].slot);
            spent.push_back(m_rows.set(inserted[i].slot, std::move(inserted[i].row)));
            setShown(inserted[i].slot, true);
        }
        m_order.insert(m_order.begin() + static_cast<std::ptrdiff_t>(position), slots.begin(), slots.end());
        endInsertRows();
        end = begin;
    }
}

void ResourceTableModel::hide(Plan &plan, std::vector<RowPtr> &spent)
{
    for (RowChange &change : plan.hidden) {
        setShown(change.slot, false);
        spent.push_back(m_rows.set(change.slot, std::move(change.row)));
    }
}

void ResourceTableModel::relayout(Plan &plan, std::vector<RowPtr> &spent)
{
    std::vector<Slot> order;
    order.reserve(m_order.size() - plan.removed.size() + plan.inserted.size());
    auto removed = plan.removed.cbegin();
    auto inserted = plan.inserted.cbegin();
    std::size_t kept = 0;
    for (std::size_t i = 0; i <= m_order.size(); ++i) {
        const bool isRemoved = removed != plan.removed.cend() && *removed == i;
        if (!isRemoved) {
            for (; inserted != plan.inserted.cend() && inserted->position == kept; ++inserted)
                order.push_back(inserted->slot);
        } else {
            ++removed;
            continue;
        }
        if (i < m_order.size()) {
            order.push_back(m_order[i]);
            ++kept;
        }
    }

    swapOrder(std::move(order), m_active.sort, [&] {
        for (const std::size_t position : plan.removed)
            m_shown[m_order[position]] = false;
        for (Plan::Insertion &insertion : plan.inserted) {
            spent.push_back(m_rows.set(insertion.slot, std::move(insertion.row)));
            setShown(insertion.slot, true);
        }
        hide(plan, spent);
    });
}

void ResourceTableModel::noteChange(Slot slot, const Row *before, const Row &after)
{
    const bool same = before && before->isSameObject(after);
    std::uint64_t cells = same ? before->changedCells(after) : ~std::uint64_t(0);
    // A lease that is renewed every few seconds is no news.
    for (std::size_t i = 0; same && i < std::min<std::size_t>(m_columns->columns.size(), 64); ++i) {
        if (m_columns->columns[i].type == CellType::Renewal)
            cells &= ~(std::uint64_t(1) << i);
    }
    if (cells != 0)
        m_changes[slot] = {cells, monotonicMsecs()};
}

void ResourceTableModel::forgetOldChanges()
{
    const qint64 now = monotonicMsecs();
    if (now - m_changesTidiedAt < tintMsecs / 4)
        return;
    m_changesTidiedAt = now;
    std::erase_if(m_changes, [&](const auto &entry) { return now - entry.second.at > tintMsecs; });
}

} // namespace orrery
