// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/aggregated_discovery.h"

#include "core/discovery/decode_strings.h"

namespace kube {

namespace {

GroupVersionKind decodeKind(JsonValue responseKind, const GroupVersion &groupVersion)
{
    const std::string kind(responseKind["kind"].string());
    if (kind.empty())
        return {};
    const std::string version(responseKind["version"].string());
    // An empty version means "as the resource's"; only with a version is an empty group the core group.
    if (version.empty())
        return {groupVersion.group, groupVersion.version, kind};
    return {std::string(responseKind["group"].string()), version, kind};
}

ApiResource decodeResource(JsonValue item, const GroupVersion &groupVersion)
{
    ApiResource resource;
    resource.name = item["resource"].string();
    resource.singular = item["singularResource"].string();
    resource.kind = decodeKind(item["responseKind"], groupVersion);
    resource.namespaced = item["scope"].string() == "Namespaced";
    resource.verbs = decodeStrings(item["verbs"]);
    resource.shortNames = decodeStrings(item["shortNames"]);
    resource.categories = decodeStrings(item["categories"]);
    item["subresources"].forEachItem([&](JsonValue sub) {
        if (!sub["subresource"].string().empty()) {
            resource.subresources.push_back({std::string(sub["subresource"].string()),
                                             decodeKind(sub["responseKind"], groupVersion), decodeStrings(sub["verbs"])});
        }
    });
    return resource;
}

ApiVersion decodeVersion(JsonValue item, const GroupVersion &groupVersion)
{
    ApiVersion version;
    version.version = groupVersion.version;
    item["resources"].forEachItem([&](JsonValue child) {
        ApiResource resource = decodeResource(child, groupVersion);
        if (!resource.name.empty() && (resource.isServed() || !resource.subresources.empty()))
            version.resources.push_back(std::move(resource));
    });
    return version;
}

Error staleError(const GroupVersion &groupVersion)
{
    return {ErrorKind::Server, QStringLiteral("the server's knowledge of this group version is stale: its API service does not answer"),
            QString::fromStdString(groupVersion.apiVersion()), std::nullopt};
}

} // namespace

QByteArray aggregatedDiscoveryAccept()
{
    return QByteArrayLiteral("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                             "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
                             "application/json");
}

bool isAggregatedDiscovery(JsonValue root)
{
    const std::string_view apiVersion = root["apiVersion"].string();
    return root["kind"].string() == "APIGroupDiscoveryList"
        && (apiVersion == "apidiscovery.k8s.io/v2" || apiVersion == "apidiscovery.k8s.io/v2beta1");
}

ServerResources decodeAggregatedDiscovery(JsonValue root)
{
    ServerResources found;
    root["items"].forEachItem([&](JsonValue item) {
        ApiGroup group;
        group.name = item["metadata"]["name"].string();
        item["versions"].forEachItem([&](JsonValue child) {
            const GroupVersion groupVersion{group.name, std::string(child["version"].string())};
            if (groupVersion.version.empty())
                return;
            if (child["freshness"].string() == "Stale") {
                found.failures.push_back({groupVersion, staleError(groupVersion)});
                return;
            }
            group.versions.push_back(decodeVersion(child, groupVersion));
        });
        if (!group.versions.empty())
            group.preferredVersion = group.versions.front().version;
        found.groups.push_back(std::move(group));
    });
    return found;
}

} // namespace kube
