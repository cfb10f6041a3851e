// SPDX-License-Identifier: Apache-2.0
#include "core/session/catalog_builder.h"

#include <algorithm>
#include <array>
#include <map>

namespace kube {

namespace {

std::vector<std::string> subresourcesOf(const ApiResource &resource)
{
    std::vector<std::string> names;
    for (const ApiSubresource &sub : resource.subresources)
        names.push_back(sub.name);
    return names;
}

ResourceInfo infoOf(const ApiGroup &group, const ApiVersion &version, const ApiResource &resource)
{
    ResourceInfo info;
    info.gvr = {group.name, version.version, resource.name};
    info.kind = resource.kind.kind;
    info.singular = resource.singular;
    info.shortNames = resource.shortNames;
    info.categories = resource.categories;
    info.verbs = resource.verbs;
    info.subresources = subresourcesOf(resource);
    info.namespaced = resource.namespaced;
    info.custom = !isBuiltInGroup(group.name);
    return info;
}

} // namespace

bool isBuiltInGroup(std::string_view group)
{
    // Sorted. CustomResourceDefinitions may live below k8s.io too, so a suffix decides nothing.
    static constexpr std::array<std::string_view, 28> known = {
        "", "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "apps",
        "auditregistration.k8s.io", "authentication.k8s.io", "authorization.k8s.io", "autoscaling", "batch",
        "certificates.k8s.io", "coordination.k8s.io", "custom.metrics.k8s.io", "discovery.k8s.io", "events.k8s.io",
        "extensions", "external.metrics.k8s.io", "flowcontrol.apiserver.k8s.io", "internal.apiserver.k8s.io",
        "metrics.k8s.io", "networking.k8s.io", "node.k8s.io", "policy", "rbac.authorization.k8s.io", "resource.k8s.io",
        "scheduling.k8s.io", "storage.k8s.io", "storagemigration.k8s.io"};
    static_assert(std::is_sorted(known.begin(), known.end()));
    return std::binary_search(known.begin(), known.end(), group);
}

CatalogPtr buildCatalog(const ServerResources &resources)
{
    auto catalog = std::make_shared<Catalog>();
    for (const ApiGroup &group : resources.groups) {
        std::map<std::string_view, std::size_t> seen;
        const auto take = [&](const ApiVersion &version) {
            for (const ApiResource &resource : version.resources) {
                if (!resource.isServed())
                    continue;
                const auto [at, isNew] = seen.try_emplace(resource.name, catalog->resources.size());
                if (isNew)
                    catalog->resources.push_back(infoOf(group, version, resource));
                ResourceInfo &info = catalog->resources[at->second];
                info.versions.push_back(version.version);
                info.versionSubresources.push_back(subresourcesOf(resource));
            }
        };
        const ApiVersion *preferred = group.preferred();
        if (preferred)
            take(*preferred);
        for (const ApiVersion &version : group.versions) {
            if (!preferred || version.version != preferred->version)
                take(version);
        }
    }
    for (const DiscoveryFailure &failure : resources.failures)
        catalog->failures.emplace_back(failure.groupVersion.apiVersion(), failure.error.message.toStdString());
    return catalog;
}

} // namespace kube
