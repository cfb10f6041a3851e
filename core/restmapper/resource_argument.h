// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// One way to read what a person typed for a resource. Source: apimachinery schema.ParseResourceArg.
struct ResourceArgument {
    std::string name;                   ///< plural, singular, short name or kind; lower case
    std::optional<std::string> version;
    std::optional<std::string> group;   ///< "" is the core group

    /// The readings to try in turn: "deploy"; "deployments.apps" (name.group); "deployments.v1.apps"
    /// (name.version.group, then name.group); "pods.v1." names the core group.
    /// Errors: BadInput when there is no name, or it has a slash or a blank.
    [[nodiscard]] static Result<std::vector<ResourceArgument>> parse(std::string_view text);
};

/// ASCII only, as Kubernetes names are.
[[nodiscard]] std::string toLower(std::string_view text);

} // namespace kube
