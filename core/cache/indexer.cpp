// SPDX-License-Identifier: Apache-2.0
#include "core/cache/indexer.h"

namespace kube {

Indexer::Indexer() : Indexer({{namespaceIndex, indexByNamespace}}) {}

Indexer::Indexer(Indexers indexers)
{
    for (auto &[name, function] : indexers)
        m_indices.emplace(name, Index{std::move(function), {}});
}

Indexer::~Indexer() = default;

std::vector<std::string> Indexer::indexByNamespace(const Object &object)
{
    return {object.key().namespaceName};
}

void Indexer::insertInto(Index &index, const std::vector<std::string> &values, const Entry *entry)
{
    for (const std::string &value : values)
        index.sets[value].insert(entry);
}

void Indexer::eraseFrom(Index &index, const std::vector<std::string> &values, const Entry *entry)
{
    for (const std::string &value : values) {
        const auto set = index.sets.find(value);
        if (set == index.sets.end())
            continue;
        set->second.erase(entry);
        if (set->second.empty())
            index.sets.erase(set);
    }
}

ObjectPtr Indexer::put(Entries &entries, Indices &indices, ObjectPtr object)
{
    const auto found = entries.find(object->key());
    if (found == entries.end()) {
        const Entry *entry = &*entries.insert(Entry{std::move(object)}).first;
        for (auto &[name, index] : indices)
            insertInto(index, index.function(*entry->object), entry);
        return nullptr;
    }
    const Entry *entry = &*found;
    ObjectPtr before = std::exchange(entry->object, std::move(object));
    for (auto &[name, index] : indices) {
        const auto oldValues = index.function(*before);
        const auto newValues = index.function(*entry->object);
        if (oldValues == newValues)
            continue;
        eraseFrom(index, oldValues, entry);
        insertInto(index, newValues, entry);
    }
    return before;
}

ObjectPtr Indexer::take(Entries &entries, Indices &indices, const ObjectKey &key)
{
    const auto found = entries.find(key);
    if (found == entries.end())
        return nullptr;
    ObjectPtr before = found->object; // key may be a reference into it
    for (auto &[name, index] : indices)
        eraseFrom(index, index.function(*before), &*found);
    entries.erase(found);
    return before;
}

Result<void> Indexer::add(ObjectPtr object)
{
    return update(std::move(object));
}

Result<void> Indexer::update(ObjectPtr object)
{
    ObjectPtr before; // freed without the lock
    const std::lock_guard writer(m_writers);
    const std::lock_guard lock(m_mutex);
    ++m_transactions;
    before = put(m_entries, m_indices, std::move(object));
    return {};
}

Result<void> Indexer::remove(const ObjectKey &key)
{
    ObjectPtr before;
    const std::lock_guard writer(m_writers);
    const std::lock_guard lock(m_mutex);
    ++m_transactions;
    before = take(m_entries, m_indices, key);
    return {};
}

std::vector<ObjectPtr> Indexer::apply(std::span<const StoreChange> changes)
{
    std::vector<ObjectPtr> before;
    before.reserve(changes.size());
    const std::lock_guard writer(m_writers);
    const std::lock_guard lock(m_mutex);
    ++m_transactions;
    for (const StoreChange &change : changes)
        before.push_back(change.object ? put(m_entries, m_indices, change.object) : take(m_entries, m_indices, change.key));
    return before;
}

std::vector<ObjectPtr> Indexer::swap(std::vector<ObjectPtr> objects, const std::string &resourceVersion)
{
    const std::lock_guard writer(m_writers);
    // m_writers alone keeps m_indices still: the new content is built beside the old while readers read.
    Entries entries;
    Indices indices;
    for (const auto &[name, index] : m_indices)
        indices.emplace(name, Index{index.function, {}});
    entries.reserve(objects.size());
    for (ObjectPtr &object : objects)
        put(entries, indices, std::move(object));
    {
        const std::lock_guard lock(m_mutex);
        ++m_transactions;
        m_entries.swap(entries);
        m_indices.swap(indices);
        m_resourceVersion = resourceVersion;
    }
    std::vector<ObjectPtr> before;
    before.reserve(entries.size());
    for (const Entry &entry : entries)
        before.push_back(std::move(entry.object));
    return before;
}

Result<void> Indexer::replace(std::vector<ObjectPtr> objects, const std::string &resourceVersion)
{
    swap(std::move(objects), resourceVersion);
    return {};
}

Result<void> Indexer::addIndexers(Indexers indexers)
{
    const std::lock_guard writer(m_writers);
    Indices added;
    for (auto &[name, function] : indexers) {
        if (m_indices.contains(name))
            return fail(Error::badInput(QStringLiteral("there is an index \"%1\" already").arg(QString::fromStdString(name))));
        added.emplace(name, Index{std::move(function), {}});
    }
    // Only writers change entries, so they can be read here without keeping readers out.
    for (auto &[name, index] : added) {
        for (const Entry &entry : m_entries)
            insertInto(index, index.function(*entry.object), &entry);
    }
    const std::lock_guard lock(m_mutex);
    m_indices.merge(added);
    return {};
}

void Indexer::setResourceVersion(const std::string &resourceVersion)
{
    const std::lock_guard writer(m_writers);
    const std::lock_guard lock(m_mutex);
    m_resourceVersion = resourceVersion;
}

} // namespace kube
