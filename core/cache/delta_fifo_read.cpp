// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"

#include <algorithm>

namespace kube {

/// The item that tells last of key. In front of a whole replacement or sync there may be others.
const DeltaFIFO::Item *DeltaFIFO::newestItem(const ObjectKey &key) const
{
    if (const auto found = m_items.find(key); found != m_items.end())
        return found->second;
    if (m_barriers == 0)
        return nullptr;
    const auto found = std::find_if(m_line.rbegin(), m_line.rend(), [&](const Item &item) { return !item.deltas.whole && item.deltas.key == key; });
    return found == m_line.rend() ? nullptr : &*found;
}

std::vector<const DeltaFIFO::Item *> DeltaFIFO::newestItems() const
{
    std::vector<const Item *> items;
    std::unordered_set<ObjectKey> seen;
    items.reserve(m_line.size());
    for (auto item = m_line.rbegin(); item != m_line.rend(); ++item) {
        if (!item->deltas.whole && (m_barriers == 0 || seen.insert(item->deltas.key).second))
            items.push_back(&*item);
    }
    std::reverse(items.begin(), items.end());
    return items;
}

std::vector<ObjectPtr> DeltaFIFO::list() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ObjectPtr> objects;
    for (const Item *item : newestItems()) {
        if (const ObjectPtr &object = item->deltas.newest().object)
            objects.push_back(object);
    }
    return objects;
}

std::vector<ObjectKey> DeltaFIFO::listKeys() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ObjectKey> keys;
    for (const Item *item : newestItems())
        keys.push_back(item->deltas.key);
    return keys;
}

ObjectPtr DeltaFIFO::getByKey(const ObjectKey &key) const
{
    const std::lock_guard lock(m_mutex);
    const Item *item = newestItem(key);
    return item ? item->deltas.newest().object : nullptr;
}

std::optional<Deltas> DeltaFIFO::deltasOf(const ObjectKey &key) const
{
    const std::lock_guard lock(m_mutex);
    const Item *item = newestItem(key);
    return item ? std::optional(item->deltas) : std::nullopt;
}

DeltaFifoSnapshot DeltaFIFO::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    DeltaFifoSnapshot result = m_counts;
    result.queued = m_line.size();
    for (const Item &item : m_line)
        result.deltas += item.deltas.list.size();
    result.initialRemaining = m_initialCount;
    result.hasSynced = synced();
    result.replacing = m_replacing;
    result.closed = m_closed;
    return result;
}

} // namespace kube
