// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/server_resources.h"

#include <algorithm>
#include <set>

namespace kube {

namespace {

template <typename Items, typename Predicate>
auto firstOf(const Items &items, Predicate predicate) -> decltype(items.data())
{
    const auto found = std::find_if(items.begin(), items.end(), predicate);
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const ApiSubresource *ApiResource::subresource(std::string_view subresourceName) const
{
    return firstOf(subresources, [&](const ApiSubresource &one) { return one.name == subresourceName; });
}

const ApiResource *ApiVersion::find(std::string_view resourceName) const
{
    return firstOf(resources, [&](const ApiResource &one) { return one.name == resourceName; });
}

const ApiVersion *ApiGroup::find(std::string_view versionName) const
{
    return firstOf(versions, [&](const ApiVersion &one) { return one.version == versionName; });
}

const ApiGroup *ServerResources::group(std::string_view name) const
{
    return firstOf(groups, [&](const ApiGroup &one) { return one.name == name; });
}

const ApiResource *ServerResources::find(const GroupVersionResource &resource) const
{
    const ApiGroup *inGroup = group(resource.group);
    const ApiVersion *inVersion = inGroup ? inGroup->find(resource.version) : nullptr;
    return inVersion ? inVersion->find(resource.resource) : nullptr;
}

std::vector<GroupVersionResource> ServerResources::preferred() const
{
    std::vector<GroupVersionResource> found;
    for (const ApiGroup &group : groups) {
        std::set<std::string_view> seen;
        const auto take = [&](const ApiVersion &version) {
            for (const ApiResource &resource : version.resources) {
                if (resource.isServed() && seen.insert(resource.name).second)
                    found.push_back({group.name, version.version, resource.name});
            }
        };
        if (const ApiVersion *first = group.preferred())
            take(*first);
        for (const ApiVersion &version : group.versions)
            take(version);
    }
    return found;
}

} // namespace kube
