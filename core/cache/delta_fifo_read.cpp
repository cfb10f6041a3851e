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
    result.deltas = m_backlog;
    result.initialRemaining = m_initialCount;
    result.hasSynced = synced();
    result.replacing = m_replacing;
    result.closed = m_closed;
    result.paused = m_gate.isPaused();
    return result;
}

DeltaFifoContents DeltaFIFO::contents(const ContentsFilter &filter) const
{
    DeltaFifoContents contents;
    const std::lock_guard lock(m_mutex);
    for (const Item &item : m_line) {
        if (item.deltas.whole ? !filter.text.empty() : !filter.matches(item.deltas.key))
            continue;
        if (contents.items.size() == filter.limit) {
            contents.more = true;
            break;
        }
        DeltaFifoContents::Item shown{item.deltas.key, {}, 0, item.deduplicated, item.initial};
        if (const auto &whole = item.deltas.whole) {
            shown.chain.push_back({whole->type, whole->resourceVersion, false});
            shown.objects = whole->objects.size();
        }
        for (const Delta &delta : item.deltas.list)
            shown.chain.push_back({delta.type, delta.object ? std::string(delta.object->resourceVersion()) : std::string(), delta.finalStateUnknown});
        contents.items.push_back(std::move(shown));
    }
    return contents;
}

} // namespace kube
