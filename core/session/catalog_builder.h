// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/discovery/server_resources.h"
#include "core/session/ports/resource_info.h"

namespace kube {

/// What the tree shows of a discovery: each resource once, in its group's preferred version or else in the first
/// that has it. Resources with subresources only are left out.
[[nodiscard]] CatalogPtr buildCatalog(const ServerResources &resources);

/// Does Kubernetes itself serve this group, or one of its own aggregated servers (metrics)? Anything else is taken
/// to come from CustomResourceDefinitions.
[[nodiscard]] bool isBuiltInGroup(std::string_view group);

} // namespace kube
