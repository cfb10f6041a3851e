// SPDX-License-Identifier: Apache-2.0
#include "core/restmapper/shortcut.h"

#include "core/restmapper/resource_argument.h"

#include <algorithm>

namespace kube {

bool matchesGroup(const std::string &group, const std::optional<std::string> &typed, GroupMatch match)
{
    if (!typed)
        return true;
    if (match == GroupMatch::Exact)
        return group == *typed;
    return !typed->empty() && group.starts_with(*typed);
}

std::vector<GroupResource> expandShortName(const ServerResources &resources, std::string_view shortName,
                                           const std::optional<std::string> &group)
{
    const std::string wanted = toLower(shortName);
    std::vector<GroupResource> found;
    for (const GroupMatch match : {GroupMatch::Exact, GroupMatch::Prefix}) {
        for (const ApiGroup &each : resources.groups) {
            if (!matchesGroup(each.name, group, match))
                continue;
            for (const ApiVersion &version : each.versions) {
                for (const ApiResource &resource : version.resources) {
                    const GroupResource candidate{each.name, resource.name};
                    const bool declares = std::any_of(resource.shortNames.begin(), resource.shortNames.end(),
                                                      [&](const std::string &name) { return toLower(name) == wanted; });
                    if (declares && std::find(found.begin(), found.end(), candidate) == found.end())
                        found.push_back(candidate);
                }
            }
        }
        if (!found.empty() || !group)
            break;
    }
    return found;
}

} // namespace kube
