// SPDX-License-Identifier: Apache-2.0
#include "core/session/definition_keeper.h"

#include "core/object/json.h"

namespace kube {

namespace {

DefinedVersion versionOf(JsonValue entry)
{
    DefinedVersion version;
    version.name = entry["name"].string();
    version.isServed = entry["served"].boolean();
    version.isStored = entry["storage"].boolean();
    version.isDeprecated = entry["deprecated"].boolean();
    version.hasStatus = entry["subresources"]["status"].exists();
    version.hasConditions = entry["schema"]["openAPIV3Schema"]["properties"]["status"]["properties"]["conditions"].exists();
    entry["additionalPrinterColumns"].forEachItem([&](JsonValue column) {
        version.columns.push_back({std::string(column["name"].string()), std::string(column["type"].string()),
                                   std::string(column["format"].string()), std::string(column["description"].string()),
                                   std::string(column["jsonPath"].string()), static_cast<int>(column["priority"].integer(0))});
    });
    return version;
}

bool saysTheSame(const Result<DefinitionPtr> &left, const Result<DefinitionPtr> &right)
{
    if (left && right)
        return (*left)->uid == (*right)->uid && (*left)->generation == (*right)->generation && (*left)->generation != 0;
    return !left && !right && left.error().kind == right.error().kind && left.error().message == right.error().message;
}

} // namespace

Result<DefinitionPtr> definitionOf(const QByteArray &json)
{
    const auto document = JsonDocument::parse({json.constData(), static_cast<std::size_t>(json.size())});
    if (!document)
        return fail(document.error());
    auto definition = std::make_shared<Definition>();
    const JsonValue metadata = document->root()["metadata"];
    definition->name = metadata["name"].string();
    definition->uid = metadata["uid"].string();
    definition->generation = metadata["generation"].integer(0);
    document->root()["spec"]["versions"].forEachItem([&](JsonValue entry) { definition->versions.push_back(versionOf(entry)); });
    return definition;
}

DefinitionKeeper::DefinitionKeeper(ExecutorPtr executor, std::function<Future<QByteArray>(const std::string &name)> read)
    : m_read(std::move(read)), m_owner(std::move(executor))
{
}

void DefinitionKeeper::add(std::uint64_t id, const std::string &name, Told told)
{
    Looked &looked = m_looked[name];
    if (looked.last)
        told(*looked.last);
    const bool isFirst = looked.told.empty();
    looked.told.emplace(id, std::move(told));
    if (isFirst)
        read(name);
}

void DefinitionKeeper::remove(std::uint64_t id)
{
    for (auto entry = m_looked.begin(); entry != m_looked.end(); ++entry) {
        if (entry->second.told.erase(id) == 0)
            continue;
        if (entry->second.told.empty())
            m_looked.erase(entry);
        return;
    }
}

void DefinitionKeeper::changed(const std::string &name)
{
    if (m_looked.contains(name))
        read(name);
}

void DefinitionKeeper::deleted(const std::string &name)
{
    const auto found = m_looked.find(name);
    if (found == m_looked.end())
        return;
    ++found->second.asked;
    take(name, fail(Error{ErrorKind::NotFound, QStringLiteral("the definition %1 was deleted").arg(QString::fromStdString(name)), {}, std::nullopt, {}}));
}

void DefinitionKeeper::retry()
{
    for (const auto &[name, looked] : m_looked) {
        if (looked.last && !*looked.last)
            read(name);
    }
}

void DefinitionKeeper::read(const std::string &name)
{
    const std::uint64_t number = ++m_looked[name].asked;
    then(m_read(name), m_owner, [this, name, number](Result<QByteArray> json) {
        const auto found = m_looked.find(name);
        if (found == m_looked.end() || found->second.asked != number)
            return;
        if (json)
            take(name, definitionOf(*json));
        else
            take(name, fail(json.error()));
    });
}

void DefinitionKeeper::take(const std::string &name, Result<DefinitionPtr> definition)
{
    Looked &looked = m_looked[name];
    if (looked.last && saysTheSame(*looked.last, definition))
        return;
    looked.last = std::move(definition);
    for (const auto &[id, told] : looked.told)
        told(*looked.last);
}

} // namespace kube
