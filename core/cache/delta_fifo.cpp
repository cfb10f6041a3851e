// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"

namespace kube {

const char *deltaTypeName(DeltaType type)
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
    if (!m_options.transform)
        return object;
    try {
        auto ready = m_options.transform(std::move(object));
        if (ready && !*ready)
            return fail(Error::badInput(QStringLiteral("the transform gave no object")));
        return ready;
    } catch (const std::exception &exception) {
        return fail(Error::badInput(QStringLiteral("the transform threw: ") + QString::fromUtf8(exception.what())));
    } catch (...) {
        return fail(Error::badInput(QStringLiteral("the transform threw what is no std::exception")));
    }
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

Result<void> DeltaFIFO::remove(const ObjectKey &key)
{
    Function wakeUp;
    {
        const std::lock_guard lock(m_mutex);
        m_populated = true;
        removeKey(key, true);
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
    return {};
}

void DeltaFIFO::removeKey(const ObjectKey &key, bool finalStateUnknown)
{
    if (!mayExist(key))
        return;
    const Item *queued = newestItem(key);
    ObjectPtr last = queued ? queued->deltas.newest().object : m_options.knownObjects ? m_options.knownObjects->getByKey(key) : nullptr;
    enqueue(key, {DeltaType::Deleted, std::move(last), finalStateUnknown});
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
        m_lastVersion = kept->resourceVersion();
        enqueue(kept->key(), {type, kept});
        wakeUp = armedWakeUp();
    }
    call(wakeUp);
    return {};
}

Result<void> DeltaFIFO::resync()
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
    return {};
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
        if (m_closed)
            return false;
        if (!m_replacing) // else the first list is not whole yet
            m_populated = true;
        if (!deltas.whole && (m_items.contains(deltas.key) || deltas.list.empty()))
            return false;
        putBack(std::move(deltas), false);
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
        ++found->second->deduplicated;
        if (list.back().finalStateUnknown)
            list.back() = std::move(delta);
        return;
    }
    ++m_counts.coalesced;
    ++m_backlog;
    list.push_back(std::move(delta));
}

void DeltaFIFO::append(Deltas deltas, bool initial)
{
    m_backlog += countOf(deltas);
    m_line.push_back({std::move(deltas), initial});
    Item &item = m_line.back();
    if (!item.deltas.whole)
        m_items.emplace(item.deltas.key, &item);
    m_changed.notify_one();
}

void DeltaFIFO::putBack(Deltas deltas, bool initial)
{
    // It came from the front, and nothing goes past a whole replacement.
    if (!deltas.whole && m_barriers == 0) {
        append(std::move(deltas), initial);
        return;
    }
    m_barriers += deltas.whole && deltas.whole->type != DeltaType::Bookmark ? 1 : 0;
    m_backlog += countOf(deltas);
    m_line.push_front({std::move(deltas), initial});
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
    m_lastVersion.clear();
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

void DeltaFIFO::populate()
{
    if (std::exchange(m_populated, true))
        return;
    for (Item &item : m_line) {
        item.initial = true;
        ++m_initialCount;
    }
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

std::size_t DeltaFIFO::backlog() const
{
    const std::lock_guard lock(m_mutex);
    return m_backlog;
}

} // namespace kube
