// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/discovery/server_resources.h"

namespace kube {

/// The resources in a category such as "all", in the server's order; empty when there is none of that name.
/// Source: client-go restmapper.CategoryExpander.
[[nodiscard]] std::vector<GroupResource> expandCategory(const ServerResources &resources, std::string_view category);

} // namespace kube
