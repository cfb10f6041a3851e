// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/api/route.h"

#include <QJsonObject>

namespace orrery::demo {

/// The two forms of discovery, as an API server gives them. Source: KEP-3352 for the aggregated one.
[[nodiscard]] QJsonObject legacyVersions();
[[nodiscard]] QJsonObject legacyGroups(const ResourceTypes &types);
/// Empty when there is no such group.
[[nodiscard]] QJsonObject legacyGroup(const ResourceTypes &types, const std::string &group);
[[nodiscard]] QJsonObject legacyResources(const ResourceTypes &types, const kube::GroupVersion &groupVersion);
/// core: of /api, else of /apis.
[[nodiscard]] QJsonObject aggregated(const ResourceTypes &types, bool core);

} // namespace orrery::demo
