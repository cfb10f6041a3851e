// SPDX-License-Identifier: Apache-2.0
#include "core/cache/indexer.h"

namespace kube {

namespace {

Error unknownIndex(const std::string &name)
{
    return Error::badInput(QStringLiteral("there is no index \"%1\"").arg(QString::fromStdString(name)));
}

} // namespace

std::vector<ObjectPtr> Indexer::list() const
{
    const std::shared_lock lock(m_mutex);
    std::vector<ObjectPtr> result;
    result.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        result.push_back(entry.object);
    return result;
}

std::vector<ObjectKey> Indexer::listKeys() const
{
    const std::shared_lock lock(m_mutex);
    std::vector<ObjectKey> result;
    result.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        result.push_back(entry.object->key());
    return result;
}

ObjectPtr Indexer::get(const Object &object) const
{
    return getByKey(object.key());
}

ObjectPtr Indexer::getByKey(const ObjectKey &key) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : found->object;
}

std::size_t Indexer::size() const
{
    const std::shared_lock lock(m_mutex);
    return m_entries.size();
}

void Indexer::forEach(const std::function<void(const ObjectPtr &)> &look) const
{
    const std::shared_lock lock(m_mutex);
    for (const Entry &entry : m_entries)
        look(entry.object);
}

std::vector<ObjectPtr> Indexer::listByNamespace(const std::string &namespaceName) const
{
    if (namespaceName.empty())
        return list();
    if (auto indexed = byIndex(namespaceIndex, namespaceName))
        return std::move(*indexed);
    std::vector<ObjectPtr> result;
    forEach([&](const ObjectPtr &object) {
        if (object->key().namespaceName == namespaceName)
            result.push_back(object);
    });
    return result;
}

std::vector<std::string> Indexer::indexNames() const
{
    const std::shared_lock lock(m_mutex);
    std::vector<std::string> names;
    for (const auto &[name, index] : m_indices)
        names.push_back(name);
    return names;
}

Result<const Indexer::Index *> Indexer::find(const std::string &name) const
{
    const auto found = m_indices.find(name);
    if (found == m_indices.end())
        return fail(unknownIndex(name));
    return &found->second;
}

Result<std::vector<ObjectPtr>> Indexer::byIndex(const std::string &index, const std::string &value) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = find(index);
    if (!found)
        return fail(found.error());
    std::vector<ObjectPtr> result;
    if (const auto set = (*found)->sets.find(value); set != (*found)->sets.end()) {
        result.reserve(set->second.size());
        for (const Entry *entry : set->second)
            result.push_back(entry->object);
    }
    return result;
}

Result<std::vector<ObjectPtr>> Indexer::index(const std::string &index, const Object &object) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = find(index);
    if (!found)
        return fail(found.error());
    EntrySet entries;
    for (const std::string &value : (*found)->function(object)) {
        if (const auto set = (*found)->sets.find(value); set != (*found)->sets.end())
            entries.insert(set->second.begin(), set->second.end());
    }
    std::vector<ObjectPtr> result;
    for (const Entry *entry : entries)
        result.push_back(entry->object);
    return result;
}

Result<std::vector<ObjectKey>> Indexer::indexKeys(const std::string &index, const std::string &value) const
{
    auto objects = byIndex(index, value);
    if (!objects)
        return fail(objects.error());
    std::vector<ObjectKey> keys;
    for (const ObjectPtr &object : *objects)
        keys.push_back(object->key());
    return keys;
}

Result<std::vector<std::string>> Indexer::listIndexFuncValues(const std::string &index) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = find(index);
    if (!found)
        return fail(found.error());
    std::vector<std::string> values;
    for (const auto &[value, set] : (*found)->sets)
        values.push_back(value);
    return values;
}

std::string Indexer::resourceVersion() const
{
    const std::shared_lock lock(m_mutex);
    return m_resourceVersion;
}

IndexerSnapshot Indexer::snapshot() const
{
    const std::shared_lock lock(m_mutex);
    IndexerSnapshot result{m_entries.size(), m_resourceVersion, m_transactions, {}};
    for (const auto &[name, index] : m_indices) {
        IndexerSnapshot::Index one{name, index.sets.size(), 0};
        for (const auto &[value, set] : index.sets)
            one.entries += set.size();
        result.indices.push_back(std::move(one));
    }
    return result;
}

} // namespace kube
