// SPDX-License-Identifier: Apache-2.0
#include "core/cache/indexer.h"

namespace kube {

Indexer::Indexer() : Indexer({{namespaceIndex, indexByNamespace}}) {}

Indexer::Indexer(Indexers indexers)
{
    for (auto &[name, function] : indexers)
        m_content.indices.emplace(name, Index{std::move(function), {}});
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

ObjectPtr Indexer::Content::put(ObjectPtr object)
{
    bytes += object->heldBytes();
    const auto found = entries.find(object->key());
    if (found == entries.end()) {
        const Entry *entry = &*entries.insert(Entry{std::move(object)}).first;
        for (auto &[name, index] : indices)
            insertInto(index, index.function(*entry->object), entry);
        return nullptr;
    }
    const Entry *entry = &*found;
    ObjectPtr before = std::exchange(entry->object, std::move(object));
    bytes -= before->heldBytes();
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

ObjectPtr Indexer::Content::take(const ObjectKey &key)
{
    const auto found = entries.find(key);
    if (found == entries.end())
        return nullptr;
    ObjectPtr before = found->object; // key may be a reference into it
    bytes -= before->heldBytes();
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
    before = m_content.put(std::move(object));
    return {};
}

Result<void> Indexer::remove(const ObjectKey &key)
{
    ObjectPtr before;
    const std::lock_guard writer(m_writers);
    const std::lock_guard lock(m_mutex);
    ++m_transactions;
    before = m_content.take(key);
    return {};
}

std::vector<ObjectPtr> Indexer::apply(std::span<const StoreChange> changes, const std::string &resourceVersion)
{
    std::vector<ObjectPtr> before;
    before.reserve(changes.size());
    const std::lock_guard writer(m_writers);
    const std::lock_guard lock(m_mutex);
    ++m_transactions;
    for (const StoreChange &change : changes)
        before.push_back(change.object ? m_content.put(change.object) : m_content.take(change.key));
    if (!resourceVersion.empty())
        m_resourceVersion = resourceVersion;
    return before;
}

std::vector<ObjectPtr> Indexer::swap(std::vector<ObjectPtr> objects, const std::string &resourceVersion)
{
    const std::lock_guard writer(m_writers);
    // m_writers alone keeps the indices still: the new content is built beside the old while readers read.
    Content content;
    for (const auto &[name, index] : m_content.indices)
        content.indices.emplace(name, Index{index.function, {}});
    content.entries.reserve(objects.size());
    for (ObjectPtr &object : objects)
        content.put(std::move(object));
    {
        const std::lock_guard lock(m_mutex);
        ++m_transactions;
        std::swap(m_content, content);
        m_resourceVersion = resourceVersion;
    }
    std::vector<ObjectPtr> before;
    before.reserve(content.entries.size());
    for (const Entry &entry : content.entries)
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
        if (m_content.indices.contains(name))
            return fail(Error::badInput(QStringLiteral("there is an index \"%1\" already").arg(QString::fromStdString(name))));
        added.emplace(name, Index{std::move(function), {}});
    }
    // Only writers change entries, so they can be read here without keeping readers out.
    for (auto &[name, index] : added) {
        for (const Entry &entry : m_content.entries)
            insertInto(index, index.function(*entry.object), &entry);
    }
    const std::lock_guard lock(m_mutex);
    m_content.indices.merge(added);
    return {};
}

void Indexer::setResourceVersion(const std::string &resourceVersion)
{
    const std::lock_guard writer(m_writers);
    const std::lock_guard lock(m_mutex);
    m_resourceVersion = resourceVersion;
}

} // namespace kube
