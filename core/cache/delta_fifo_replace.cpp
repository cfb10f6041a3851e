// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"

namespace kube {

namespace {

struct KeyOfHash {
    std::size_t operator()(const ObjectKey *key) const { return std::hash<ObjectKey>{}(*key); }
};
struct KeyOfEqual {
    bool operator()(const ObjectKey *left, const ObjectKey *right) const { return *left == *right; }
};

} // namespace

Result<void> DeltaFIFO::replace(std::vector<ObjectPtr> objects, const std::string &resourceVersion)
{
    std::optional<Error> refused;
    std::unordered_set<const ObjectKey *, KeyOfHash, KeyOfEqual> keys;
    std::vector<ObjectPtr> ready;
    std::vector<ObjectPtr> keepers; // own the keys of what the transform refused
    keys.reserve(objects.size());
    ready.reserve(objects.size());
    for (ObjectPtr &object : objects) {
        auto one = transformed(object);
        if (!one) {
            if (!refused)
                refused = std::move(one.error());
            keys.insert(&object->key());
            keepers.push_back(std::move(object));
            continue;
        }
        ready.push_back(std::move(*one));
        keys.insert(&ready.back()->key());
    }
    // What ready owned may be freed once it is queued as one whole: the keys are used before that.
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        m_replacing = false;
        m_lastVersion.clear();
        m_counts.failed += keepers.size();
        if (m_options.replaceMode == ReplaceMode::Whole) {
            appendBarrier(DeltaType::ReplacedAll, std::move(ready), resourceVersion);
        } else {
            for (const ObjectPtr &object : ready)
                enqueue(object->key(), {m_options.replaceType, object});
            deleteAllBut([&](const ObjectKey &key) { return keys.contains(&key); });
        }
        populate();
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
    if (refused)
        return fail(std::move(*refused));
    return {};
}

void DeltaFIFO::beginReplace()
{
    const std::lock_guard lock(m_mutex);
    m_replacing = true;
    m_lastVersion.clear();
    // Into nothing, nothing can be left over at the end: then the keys need not be remembered.
    m_tracking = !m_line.empty() || (m_options.knownObjects && !m_options.knownObjects->isEmpty());
    m_seen.clear();
}

Result<void> DeltaFIFO::replaceItem(ObjectPtr object)
{
    const ObjectPtr given = object;
    auto ready = transformed(std::move(object));
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        if (m_tracking)
            m_seen.insert(given->key());
        if (!ready) {
            ++m_counts.failed;
            return fail(std::move(ready.error()));
        }
        enqueue(given->key(), {m_options.replaceType, std::move(*ready)});
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
    return {};
}

void DeltaFIFO::replaceRemoved(const ObjectKey &key)
{
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        m_seen.erase(key);
        removeKey(key, false);
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
}

void DeltaFIFO::endReplace(const std::string &resourceVersion)
{
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        if (!std::exchange(m_replacing, false))
            return;
        if (m_tracking)
            deleteAllBut([this](const ObjectKey &key) { return m_seen.contains(key); });
        m_seen = {};
        // The end itself has to be processed before the queue has synced.
        appendBookmark(resourceVersion);
        populate();
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
}

void DeltaFIFO::deleteAllBut(const std::function<bool(const ObjectKey &)> &isKept)
{
    std::vector<ObjectPtr> sealed; // in line in front of a whole replacement or sync, where nothing joins
    for (const Item &item : m_line) {
        if (item.deltas.whole) {
            sealed.insert(sealed.end(), item.deltas.whole->objects.begin(), item.deltas.whole->objects.end());
            continue;
        }
        const Delta newest = item.deltas.newest();
        const auto latest = m_items.find(item.deltas.key);
        if (latest == m_items.end() || latest->second != &item) {
            if (newest.type != DeltaType::Deleted)
                sealed.push_back(newest.object);
        } else if (!isKept(item.deltas.key)) {
            enqueue(item.deltas.key, {DeltaType::Deleted, newest.object, true});
        }
    }
    const auto deleteUnqueued = [&](const std::vector<ObjectPtr> &objects) {
        for (const ObjectPtr &object : objects) {
            if (!isKept(object->key()) && !m_items.contains(object->key()))
                enqueue(object->key(), {DeltaType::Deleted, object, true});
        }
    };
    deleteUnqueued(sealed);
    if (m_options.knownObjects)
        deleteUnqueued(m_options.knownObjects->list());
}

} // namespace kube
