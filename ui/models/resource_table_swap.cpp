// SPDX-License-Identifier: Apache-2.0
// How ResourceTableModel gets a new order: computed here or elsewhere, then swapped in.
#include "ui/models/resource_table_model.h"

#include <algorithm>

namespace orrery {

namespace {

// Touched meanwhile: merging more of them than this here would take too long, so the order is computed again.
constexpr std::size_t mostTouched = 4096;
constexpr int mostAttempts = 3;

} // namespace

bool ResourceTableModel::isLess(const RowSort &sort, const Row &left, const Row &right) const
{
    ++m_comparisons;
    return sort.isLess(left, right);
}

void ResourceTableModel::setShown(Slot slot, bool shown)
{
    if (slot >= m_shown.size())
        m_shown.resize(slot + 1);
    m_shown[slot] = shown;
}

std::size_t ResourceTableModel::positionOf(const RowSort &sort, const std::vector<Slot> &order, const Row &row) const
{
    const auto found = std::lower_bound(order.begin(), order.end(), row, [&](Slot slot, const Row &wanted) {
        return isLess(sort, *m_rows.at(slot), wanted);
    });
    return static_cast<std::size_t>(found - order.begin());
}

void ResourceTableModel::reorder(int attempt)
{
    if (m_job)
        std::exchange(m_job, nullptr)->canceled = true;
    auto job = std::make_shared<Job>();
    job->order = m_wanted;
    job->attempt = attempt;
    m_job = job;
    if (m_rows.count() < m_environment.computeHereBelow) {
        takeOrder(job, computeOrder(m_rows.snapshot(), job->order.sort, job->order.filter, job->canceled));
        return;
    }
    auto deliver = m_owner.bind([this, job](std::vector<Slot> order) {
        if (m_job == job)
            takeOrder(job, std::move(order));
    });
    m_environment.background->post([job, deliver, rows = m_rows.snapshot()] {
        if (!job->canceled)
            deliver(computeOrder(rows, job->order.sort, job->order.filter, job->canceled));
    });
}

void ResourceTableModel::swapOrder(std::vector<Slot> order, const RowSort &sort, const std::function<void()> &change)
{
    const auto hint = order.size() == m_order.size() ? VerticalSortHint : NoLayoutChangeHint;
    Q_EMIT layoutAboutToBeChanged({}, hint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::pair<Slot, RowPtr>> objects; // who each persistent index is; the change may put another in its slot
    objects.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex &index : before) {
        const Slot slot = m_order[static_cast<std::size_t>(index.row())];
        objects.emplace_back(slot, m_rows.shared(slot));
    }
    change();
    m_order = std::move(order);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto &[slot, object] = objects[static_cast<std::size_t>(i)];
        const Row *row = isShown(slot) ? m_rows.at(slot) : nullptr;
        after.append(row && row->isSameObject(*object)
                         ? index(static_cast<int>(positionOf(sort, m_order, *row)), before[i].column())
                         : QModelIndex());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, hint);
}

void ResourceTableModel::takeOrder(const std::shared_ptr<Job> &job, std::vector<Slot> order)
{
    auto &touched = job->touched;
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    if (touched.size() > mostTouched && job->attempt < mostAttempts) {
        reorder(job->attempt + 1);
        return;
    }
    m_job.reset();
    if (!touched.empty()) {
        order.erase(std::remove_if(order.begin(), order.end(),
                                   [&](Slot slot) { return std::binary_search(touched.begin(), touched.end(), slot); }),
                    order.end());
        std::erase_if(touched, [&](Slot slot) {
            const Row *row = m_rows.at(slot);
            return !row || !job->order.filter.matches(*row);
        });
        const auto less = [&](Slot left, Slot right) { return isLess(job->order.sort, *m_rows.at(left), *m_rows.at(right)); };
        std::sort(touched.begin(), touched.end(), less);
        std::vector<Slot> merged;
        merged.reserve(order.size() + touched.size());
        auto from = order.cbegin();
        for (const Slot slot : touched) {
            const auto to = std::lower_bound(from, order.cend(), slot, less);
            merged.insert(merged.end(), from, to);
            merged.push_back(slot);
            from = to;
        }
        merged.insert(merged.end(), from, order.cend());
        order = std::move(merged);
    }
    const std::size_t rowsBefore = m_order.size();
    m_active = job->order;
    const std::vector<Slot> &shown = order;
    Q_EMIT batchAboutToBeApplied();
    swapOrder(order, m_active.sort, [&] {
        std::fill(m_shown.begin(), m_shown.end(), false);
        for (const Slot slot : shown)
            setShown(slot, true);
    });
    Q_EMIT batchApplied();
    Q_EMIT orderChanged();
    if (m_order.size() != rowsBefore)
        Q_EMIT countsChanged();
}

} // namespace orrery
