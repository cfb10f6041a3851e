// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/discovery/server_resources.h"
#include "core/object/json_value.h"

namespace kube {

/// A group as /apis (APIGroupList) or /api (APIVersions) names it, before its resources are asked for.
struct AnnouncedGroup {
    std::string name;
    std::string preferredVersion;
    std::vector<std::string> versions;
};

/// The groups of an APIGroupList, or the one of an APIVersions; none of anything else.
[[nodiscard]] std::vector<AnnouncedGroup> decodeAnnouncedGroups(JsonValue root);

/// The resources of an APIResourceList: "pods/log" becomes a subresource of "pods".
[[nodiscard]] ApiVersion decodeResourceList(JsonValue root, const GroupVersion &groupVersion);

/// "/api/v1" or "/apis/apps/v1".
[[nodiscard]] QString discoveryPath(const GroupVersion &groupVersion);

} // namespace kube
