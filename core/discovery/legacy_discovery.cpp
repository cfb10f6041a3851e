// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/legacy_discovery.h"

#include "core/discovery/decode_strings.h"

#include <algorithm>

namespace kube {

namespace {

AnnouncedGroup decodeGroup(JsonValue item)
{
    AnnouncedGroup group;
    group.name = item["name"].string();
    group.preferredVersion = item["preferredVersion"]["version"].string();
    item["versions"].forEachItem([&](JsonValue version) {
        if (!version["version"].string().empty())
            group.versions.emplace_back(version["version"].string());
    });
    return group;
}

ApiResource &resourceNamed(ApiVersion &version, std::string_view name)
{
    const auto found = std::find_if(version.resources.begin(), version.resources.end(),
                                    [&](const ApiResource &one) { return one.name == name; });
    if (found != version.resources.end())
        return *found;
    ApiResource &added = version.resources.emplace_back();
    added.name = name;
    return added;
}

GroupVersionKind legacyKind(JsonValue item, const GroupVersion &groupVersion)
{
    const std::string kind(item["kind"].string());
    if (kind.empty())
        return {};
    // group and version are given only where they differ from the list's.
    const std::string version(item["version"].string());
    if (version.empty())
        return {groupVersion.group, groupVersion.version, kind};
    return {std::string(item["group"].string()), version, kind};
}

} // namespace

std::vector<AnnouncedGroup> decodeAnnouncedGroups(JsonValue root)
{
    std::vector<AnnouncedGroup> groups;
    if (root["kind"].string() == "APIVersions") {
        AnnouncedGroup core{{}, {}, decodeStrings(root["versions"])};
        if (!core.versions.empty()) {
            core.preferredVersion = core.versions.front();
            groups.push_back(std::move(core));
        }
        return groups;
    }
    root["groups"].forEachItem([&](JsonValue item) { groups.push_back(decodeGroup(item)); });
    return groups;
}

ApiVersion decodeResourceList(JsonValue root, const GroupVersion &groupVersion)
{
    ApiVersion version{groupVersion.version, {}};
    root["resources"].forEachItem([&](JsonValue item) {
        const std::string_view name = item["name"].string();
        const auto slash = name.find('/');
        if (name.empty() || slash == 0)
            return;
        ApiResource &resource = resourceNamed(version, name.substr(0, slash));
        if (slash != std::string_view::npos) {
            resource.subresources.push_back({std::string(name.substr(slash + 1)), legacyKind(item, groupVersion),
                                             decodeStrings(item["verbs"])});
            if (!resource.isServed())
                resource.namespaced = item["namespaced"].boolean();
            return;
        }
        resource.singular = item["singularName"].string();
        resource.kind = legacyKind(item, groupVersion);
        resource.namespaced = item["namespaced"].boolean();
        resource.verbs = decodeStrings(item["verbs"]);
        resource.shortNames = decodeStrings(item["shortNames"]);
        resource.categories = decodeStrings(item["categories"]);
    });
    return version;
}

QString discoveryPath(const GroupVersion &groupVersion)
{
    const std::string prefix = groupVersion.group.empty() ? "/api/" : "/apis/";
    return QString::fromStdString(prefix + groupVersion.apiVersion());
}

} // namespace kube
