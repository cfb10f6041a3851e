// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"

#include "core/base/scheduler.h"

#include <optional>
#include <string>
#include <vector>

namespace kube {

/// Source: meta/v1 OwnerReference.
struct OwnerReference {
    std::string apiVersion;
    std::string kind;
    std::string name;
    std::string uid;
    bool controller = false;
};

/// metadata, read whole. Source: apimachinery meta/v1 ObjectMeta.
struct ObjectMeta {
    std::string name;
    std::string generateName;
    std::string namespaceName;
    std::string uid;
    std::string resourceVersion;
    std::int64_t generation = 0;
    std::optional<WallTime> creationTimestamp;
    std::optional<WallTime> deletionTimestamp;
    std::vector<std::pair<std::string, std::string>> labels;
    std::vector<std::pair<std::string, std::string>> annotations;
    std::vector<OwnerReference> ownerReferences;
    std::vector<std::string> finalizers;

    [[nodiscard]] static ObjectMeta of(JsonValue root); ///< of a whole document
};

/// RFC 3339 with or without a fraction, as metav1.Time and MicroTime print; nothing when it is not.
[[nodiscard]] std::optional<WallTime> parseTime(std::string_view text);
[[nodiscard]] std::string formatTime(WallTime time);      ///< seconds, UTC: 2026-01-02T15:04:05Z
[[nodiscard]] std::string formatMicroTime(WallTime time); ///< six digits of fraction

} // namespace kube
