// SPDX-License-Identifier: Apache-2.0
#include "ui/models/row_outbox.h"

namespace orrery {

void RowOutbox::open(ColumnSetPtr columns)
{
    m_waiting.push_back({std::move(columns), {}, {}});
    ++m_new;
}

void RowOutbox::mark(RowDelivery &delivery, const RowChange &change, const RowStamp *stamp)
{
    if (!change.row) {
        delivery.stamps.erase(change.slot);
    } else if (stamp) {
        const auto [waiting, isFirst] = delivery.stamps.try_emplace(change.slot, *stamp);
        if (!isFirst)
            waiting->second.cells |= stamp->cells;
    }
}

void RowOutbox::put(RowChange change, const RowStamp *stamp)
{
    RowPtr spent; // freed after the lock
    const std::lock_guard lock(m_mutex);
    if (m_places.size() <= change.slot)
        m_places.resize(change.slot + 1);
    Place &place = m_places[change.slot];
    if (place.delivery >= m_first) {
        RowDelivery &delivery = m_waiting[place.delivery - m_first];
        mark(delivery, change, stamp);
        RowChange &waiting = delivery.batch[place.index];
        spent = std::exchange(waiting.row, std::move(change.row));
        waiting.initial = waiting.initial && change.initial;
        return;
    }
    if (m_waiting.empty() || m_waiting.back().batch.size() >= mostInBatch)
        open({});
    place = {m_first + m_waiting.size() - 1, m_waiting.back().batch.size()};
    mark(m_waiting.back(), change, stamp);
    m_waiting.back().batch.push_back(std::move(change));
}

void RowOutbox::reset(ColumnSetPtr columns)
{
    std::deque<RowDelivery> dropped;
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_waiting);
    m_first += dropped.size();
    m_places.clear();
    open(std::move(columns));
}

std::size_t RowOutbox::newDeliveries()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_new, 0);
}

RowDelivery RowOutbox::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.empty())
        return {};
    RowDelivery delivery = std::move(m_waiting.front());
    m_waiting.pop_front();
    ++m_first;
    return delivery;
}

} // namespace orrery
