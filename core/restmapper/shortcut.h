// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/discovery/server_resources.h"

#include <optional>

namespace kube {

/// Does this group answer to the group a person typed? Nothing typed: any. "autoscal" finds autoscaling, but only
/// where no group is called exactly that.
enum class GroupMatch { Exact, Prefix };
/// Whether group is meant by what was typed.
[[nodiscard]] bool matchesGroup(const std::string &group, const std::optional<std::string> &typed, GroupMatch match);

/// The resources that declare this short name ("deploy"), in the server's order of groups; lower case.
/// Source: client-go restmapper.shortcutExpander.
[[nodiscard]] std::vector<GroupResource> expandShortName(const ServerResources &resources, std::string_view shortName,
                                                         const std::optional<std::string> &group = std::nullopt);

} // namespace kube
