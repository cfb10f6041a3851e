// SPDX-License-Identifier: Apache-2.0
#include "core/verbs/metadata_verbs.h"

#include "core/object/json.h"

#include <algorithm>

namespace kube {

namespace {

std::string_view mapName(MetadataMap map)
{
    return map == MetadataMap::Labels ? "labels" : "annotations";
}

std::optional<std::string> valueIn(const StringPairs &pairs, const std::string &key)
{
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto &pair) { return pair.first == key; });
    return found == pairs.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

StringPairs metadataMap(MetadataMap map, JsonValue object)
{
    StringPairs pairs;
    object["metadata"][mapName(map)].forEachMember([&](std::string_view key, JsonValue value) { pairs.emplace_back(key, value.string()); });
    return pairs;
}

std::vector<MetadataChange> metadataChanges(const StringPairs &from, const StringPairs &to)
{
    std::vector<MetadataChange> changes;
    for (const auto &[key, value] : from) {
        auto after = valueIn(to, key);
        if (after != value)
            changes.push_back({key, value, std::move(after)});
    }
    for (const auto &[key, value] : to) {
        if (!valueIn(from, key))
            changes.push_back({key, std::nullopt, value});
    }
    return changes;
}

std::vector<MetadataChange> movedChanges(const std::vector<MetadataChange> &changes, const StringPairs &now)
{
    std::vector<MetadataChange> moved;
    for (const MetadataChange &change : changes) {
        auto value = valueIn(now, change.key);
        if (value != change.before && value != change.after)
            moved.push_back({change.key, std::move(value), change.after});
    }
    return moved;
}

QByteArray metadataPatch(MetadataMap map, const std::vector<MetadataChange> &changes, const std::string &resourceVersion)
{
    std::string json = R"({"metadata":{)";
    if (!resourceVersion.empty()) {
        json += R"("resourceVersion":)";
        appendJsonString(json, resourceVersion);
        json += ',';
    }
    appendJsonString(json, mapName(map));
    json += ":{";
    bool isFirst = true;
    for (const MetadataChange &change : changes) {
        if (!std::exchange(isFirst, false))
            json += ',';
        appendJsonString(json, change.key);
        json += ':';
        if (change.after)
            appendJsonString(json, *change.after);
        else
            json += "null";
    }
    json += "}}}";
    return QByteArray::fromStdString(json);
}

} // namespace kube
