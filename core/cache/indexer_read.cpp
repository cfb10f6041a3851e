// SPDX-License-Identifier: Apache-2.0
#include "core/cache/indexer.h"

#include <algorithm>

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
    result.reserve(m_content.entries.size());
    for (const Entry &entry : m_content.entries)
        result.push_back(entry.object);
    return result;
}

std::vector<ObjectKey> Indexer::listKeys() const
{
    const std::shared_lock lock(m_mutex);
    std::vector<ObjectKey> result;
    result.reserve(m_content.entries.size());
    for (const Entry &entry : m_content.entries)
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
    const auto found = m_content.entries.find(key);
    return found == m_content.entries.end() ? nullptr : found->object;
}

std::size_t Indexer::size() const
{
    const std::shared_lock lock(m_mutex);
    return m_content.entries.size();
}

void Indexer::forEach(const std::function<void(const ObjectPtr &)> &look) const
{
    const std::shared_lock lock(m_mutex);
    for (const Entry &entry : m_content.entries)
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
    for (const auto &[name, index] : m_content.indices)
        names.push_back(name);
    return names;
}

Result<const Indexer::Index *> Indexer::find(const std::string &name) const
{
    const auto found = m_content.indices.find(name);
    if (found == m_content.indices.end())
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
    IndexerSnapshot result{m_content.entries.size(), m_content.bytes, m_resourceVersion, m_transactions, {}};
    for (const auto &[name, index] : m_content.indices) {
        IndexerSnapshot::Index one{name, index.sets.size(), 0};
        for (const auto &[value, set] : index.sets)
            one.entries += set.size();
        result.indices.push_back(std::move(one));
    }
    return result;
}

Result<IndexContents> Indexer::contentsOf(const std::string &index, const ContentsFilter &filter) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = find(index);
    if (!found)
        return fail(found.error());
    std::vector<const std::pair<const std::string, EntrySet> *> matching;
    for (const auto &one : (*found)->sets) {
        if (filter.matches(one.first))
            matching.push_back(&one);
    }
    const auto shown = std::min(filter.limit, matching.size());
    std::partial_sort(matching.begin(), matching.begin() + std::ptrdiff_t(shown), matching.end(),
                      [](const auto *left, const auto *right) { return left->first < right->first; });
    IndexContents contents{{}, shown < matching.size()};
    for (std::size_t i = 0; i < shown; ++i)
        contents.values.push_back({matching[i]->first, matching[i]->second.size()});
    return contents;
}

KeyContents Indexer::keyContents(const ContentsFilter &filter) const
{
    const std::shared_lock lock(m_mutex);
    std::vector<const ObjectKey *> matching;
    for (const Entry &entry : m_content.entries) {
        if (filter.matches(entry.object->key()))
            matching.push_back(&entry.object->key());
    }
    const auto shown = std::min(filter.limit, matching.size());
    std::partial_sort(matching.begin(), matching.begin() + std::ptrdiff_t(shown), matching.end(),
                      [](const ObjectKey *left, const ObjectKey *right) { return *left < *right; });
    KeyContents contents{{}, shown < matching.size()};
    for (std::size_t i = 0; i < shown; ++i)
        contents.keys.push_back(*matching[i]);
    return contents;
}

std::map<std::string, std::vector<std::string>> Indexer::indexValuesOf(const ObjectKey &key) const
{
    std::map<std::string, std::vector<std::string>> values;
    const std::shared_lock lock(m_mutex);
    const auto found = m_content.entries.find(key);
    if (found == m_content.entries.end())
        return values;
    for (const auto &[name, index] : m_content.indices)
        values.emplace(name, index.function(*found->object));
    return values;
}

} // namespace kube
