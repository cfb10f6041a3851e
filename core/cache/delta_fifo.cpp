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

template <typename Function>
void call(const Function &function)
{
    if (function && *function)
        (*function)();
}

} // namespace

const char *toString(DeltaType type)
{
    switch (type) {
    case DeltaType::Added: return "Added";
    case DeltaType::Updated: return "Updated";
    case DeltaType::Deleted: return "Deleted";
    case DeltaType::Replaced: return "Replaced";
    case DeltaType::Sync: return "Sync";
    case DeltaType::ReplacedAll: return "ReplacedAll";
    case DeltaType::SyncAll: return "SyncAll";
    case DeltaType::Bookmark: return "Bookmark";
    }
    return "";
}

DeltaFIFO::DeltaFIFO(Options options) : m_options(std::move(options)) {}

Result<ObjectPtr> DeltaFIFO::transformed(ObjectPtr object) const
{
    return m_options.transform ? m_options.transform(std::move(object)) : Result<ObjectPtr>(std::move(object));
}

Result<void> DeltaFIFO::add(ObjectPtr object)
{
    return change(DeltaType::Added, std::move(object));
}

Result<void> DeltaFIFO::update(ObjectPtr object)
{
    return change(DeltaType::Updated, std::move(object));
}

Result<void> DeltaFIFO::remove(ObjectPtr object)
{
    return change(DeltaType::Deleted, std::move(object));
}

Result<void> DeltaFIFO::change(DeltaType type, ObjectPtr object)
{
    auto ready = transformed(std::move(object));
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        m_populated = true;
        if (!ready) {
            ++m_counts.failed;
            return fail(std::move(ready.error()));
        }
        if (type == DeltaType::Deleted && !mayExist((*ready)->key()))
            return {};
        const ObjectPtr kept = std::move(*ready);
        enqueue(kept->key(), {type, kept});
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
    return {};
}

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
        if (!mayExist(key))
            return;
        const auto queued = m_items.find(key);
        ObjectPtr last = queued != m_items.end() ? queued->second->deltas.newest().object
                         : m_options.knownObjects ? m_options.knownObjects->getByKey(key) : nullptr;
        enqueue(key, {DeltaType::Deleted, std::move(last)});
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

void DeltaFIFO::resync()
{
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        if (m_options.replaceMode == ReplaceMode::Whole) {
            appendBarrier(DeltaType::SyncAll, {}, {});
        } else if (m_options.knownObjects) {
            // A key with something queued is left alone: the old value must not overtake the new one.
            for (const ObjectPtr &object : m_options.knownObjects->list()) {
                if (!m_items.contains(object->key()))
                    enqueue(object->key(), {DeltaType::Sync, object});
            }
        }
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
}

void DeltaFIFO::bookmark(const std::string &resourceVersion)
{
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        appendBookmark(resourceVersion);
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
}

bool DeltaFIFO::addIfNotPresent(Deltas deltas)
{
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        m_populated = true;
        if (m_items.contains(deltas.key) || deltas.list.empty())
            return false;
        append(std::move(deltas));
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
    return true;
}

bool DeltaFIFO::mayExist(const ObjectKey &key) const
{
    // A whole replacement in line may bring any key.
    if (m_barriers > 0 || m_items.contains(key))
        return true;
    return m_options.knownObjects && m_options.knownObjects->getByKey(key);
}

void DeltaFIFO::enqueue(const ObjectKey &key, Delta delta)
{
    ++m_counts.received;
    const auto found = m_items.find(key);
    if (found == m_items.end()) {
        Deltas deltas;
        deltas.key = key;
        deltas.list.push_back(std::move(delta));
        append(std::move(deltas));
        return;
    }
    std::vector<Delta> &list = found->second->deltas.list;
    if (delta.type == DeltaType::Deleted && list.back().type == DeltaType::Deleted) {
        ++m_counts.deduplicated;
        if (list.back().finalStateUnknown)
            list.back() = std::move(delta);
        return;
    }
    ++m_counts.coalesced;
    list.push_back(std::move(delta));
}

void DeltaFIFO::append(Deltas deltas, bool initial)
{
    m_line.push_back({std::move(deltas), initial});
    Item &item = m_line.back();
    if (!item.deltas.whole)
        m_items.emplace(item.deltas.key, &item);
    m_changed.notify_one();
}

void DeltaFIFO::appendBarrier(DeltaType type, std::vector<ObjectPtr> objects, const std::string &resourceVersion)
{
    ++m_counts.received;
    ++m_barriers;
    // What comes later must not join an item in front of this one: it would be undone.
    m_items.clear();
    Deltas deltas;
    deltas.whole = std::make_shared<const WholeDelta>(WholeDelta{type, std::move(objects), resourceVersion});
    append(std::move(deltas));
}

void DeltaFIFO::appendBookmark(const std::string &resourceVersion)
{
    ++m_counts.received;
    auto whole = std::make_shared<const WholeDelta>(WholeDelta{DeltaType::Bookmark, {}, resourceVersion});
    if (!m_line.empty() && m_line.back().deltas.whole && m_line.back().deltas.whole->type == DeltaType::Bookmark) {
        ++m_counts.coalesced;
        m_line.back().deltas.whole = std::move(whole);
        return;
    }
    Deltas deltas;
    deltas.whole = std::move(whole);
    append(std::move(deltas));
}

void DeltaFIFO::deleteAllBut(const std::function<bool(const ObjectKey &)> &isKept)
{
    std::vector<ObjectPtr> whole; // of replacements that are still in line
    for (const Item &item : m_line) {
        if (item.deltas.whole) {
            whole.insert(whole.end(), item.deltas.whole->objects.begin(), item.deltas.whole->objects.end());
            continue;
        }
        const auto latest = m_items.find(item.deltas.key);
        if (latest != m_items.end() && latest->second == &item && !isKept(item.deltas.key))
            enqueue(item.deltas.key, {DeltaType::Deleted, item.deltas.newest().object, true});
    }
    const auto deleteUnqueued = [&](const std::vector<ObjectPtr> &objects) {
        for (const ObjectPtr &object : objects) {
            if (!isKept(object->key()) && !m_items.contains(object->key()))
                enqueue(object->key(), {DeltaType::Deleted, object, true});
        }
    };
    deleteUnqueued(whole);
    if (m_options.knownObjects)
        deleteUnqueued(m_options.knownObjects->list());
}

void DeltaFIFO::populate()
{
    if (std::exchange(m_populated, true))
        return;
    for (Item &item : m_line) {
        item.initial = true;
        ++m_initialCount;
    }
}

DeltaFIFO::Taken DeltaFIFO::takeFront(std::size_t limit)
{
    Taken taken;
    const bool isInInitialList = !synced();
    while (!m_line.empty() && taken.deltas.size() < limit) {
        Item &item = m_line.front();
        Deltas &deltas = item.deltas;
        if (taken.deltas.empty())
            taken.initial = item.initial;
        else if (item.initial != taken.initial || deltas.whole)
            break;
        const auto latest = deltas.whole ? m_items.end() : m_items.find(deltas.key);
        if (latest != m_items.end() && latest->second == &item)
            m_items.erase(latest);
        const bool alone = deltas.whole != nullptr;
        if (alone && deltas.whole->type != DeltaType::Bookmark)
            --m_barriers;
        deltas.isInInitialList = isInInitialList;
        taken.deltas.push_back(std::move(deltas));
        m_line.pop_front();
        if (alone)
            break;
    }
    return taken;
}

void DeltaFIFO::finish(Taken taken, const std::vector<PopFailure> &failures)
{
    m_counts.popped += taken.deltas.size();
    m_counts.failed += failures.size();
    std::size_t requeued = 0;
    for (const PopFailure &failure : failures) {
        Deltas &deltas = taken.deltas[failure.index];
        if (!failure.requeue || (!deltas.whole && m_items.contains(deltas.key)))
            continue;
        if (deltas.whole) {
            m_barriers += deltas.whole->type == DeltaType::Bookmark ? 0 : 1;
            m_line.push_front({std::move(deltas), taken.initial});
        } else if (m_barriers == 0) { // a whole replacement in line makes it up
            append(std::move(deltas), taken.initial);
        } else {
            continue;
        }
        ++requeued;
    }
    m_counts.requeued += requeued;
    // Only now: hasSynced() must not be true while the last of the first list is still being processed.
    if (taken.initial)
        m_initialCount -= taken.deltas.size() - requeued;
}

Result<Deltas> DeltaFIFO::popOne(std::unique_lock<std::mutex> &lock, const Process &process)
{
    const std::size_t before = m_line.size();
    Taken taken = takeFront(1);
    Deltas result = taken.deltas.front();
    std::vector<PopFailure> failures;
    if (auto failure = process(taken.deltas.front())) {
        failure->index = 0;
        failures.push_back(std::move(*failure));
    }
    finish(std::move(taken), failures);
    const Function drained = drainedFrom(before);
    lock.unlock();
    call(drained);
    if (!failures.empty())
        return fail(std::move(failures.front().error));
    return result;
}

Result<Deltas> DeltaFIFO::pop(const Process &process)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_line.empty() || m_closed; });
    if (m_line.empty())
        return fail(Error::canceled());
    return popOne(lock, process);
}

std::optional<Result<Deltas>> DeltaFIFO::tryPop(const Process &process)
{
    std::unique_lock lock(m_mutex);
    if (m_line.empty()) {
        m_armed = true;
        return std::nullopt;
    }
    return popOne(lock, process);
}

std::size_t DeltaFIFO::popBatch(std::size_t limit, const BatchProcess &process)
{
    Function drained;
    Taken taken;
    std::size_t count = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (m_line.empty()) {
            m_armed = true;
            return 0;
        }
        const std::size_t before = m_line.size();
        taken = takeFront(limit);
        count = taken.deltas.size();
        const auto failures = process(taken.deltas);
        finish(std::move(taken), failures);
        drained = drainedFrom(before);
    }
    call(drained);
    return count;
}

bool DeltaFIFO::hasSynced() const
{
    const std::lock_guard lock(m_mutex);
    return synced();
}

std::size_t DeltaFIFO::len() const
{
    const std::lock_guard lock(m_mutex);
    return m_line.size();
}

void DeltaFIFO::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

bool DeltaFIFO::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void DeltaFIFO::setWakeUp(std::function<void()> wakeUp)
{
    Function pending;
    {
        const std::lock_guard lock(m_mutex);
        m_wakeUp = std::make_shared<const std::function<void()>>(std::move(wakeUp));
        m_armed = m_line.empty();
        if (!m_armed)
            pending = m_wakeUp;
    }
    call(pending);
}

void DeltaFIFO::setDrained(std::size_t lowWater, std::function<void()> drained)
{
    const std::lock_guard lock(m_mutex);
    m_lowWater = lowWater;
    m_drained = std::make_shared<const std::function<void()>>(std::move(drained));
}

DeltaFIFO::Function DeltaFIFO::armedWakeUp()
{
    return std::exchange(m_armed, false) ? m_wakeUp : nullptr;
}

DeltaFIFO::Function DeltaFIFO::drainedFrom(std::size_t before) const
{
    return before > m_lowWater && m_line.size() <= m_lowWater ? m_drained : nullptr;
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
