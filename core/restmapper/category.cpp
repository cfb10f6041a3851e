// SPDX-License-Identifier: Apache-2.0
#include "core/restmapper/category.h"

#include "core/restmapper/resource_argument.h"

#include <algorithm>

namespace kube {

std::vector<GroupResource> expandCategory(const ServerResources &resources, std::string_view category)
{
    const std::string wanted = toLower(category);
    std::vector<GroupResource> found;
    for (const ApiGroup &group : resources.groups) {
        for (const ApiVersion &version : group.versions) {
            for (const ApiResource &resource : version.resources) {
                const GroupResource candidate{group.name, resource.name};
                const auto &categories = resource.categories;
                if (std::find(categories.begin(), categories.end(), wanted) != categories.end()
                    && std::find(found.begin(), found.end(), candidate) == found.end())
                    found.push_back(candidate);
            }
        }
    }
    return found;
}

} // namespace kube
