// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"

#include <cstdint>
#include <optional>

namespace kube {

/// How far an object is from the number of replicas that it was given.
struct ScaleProgress {
    std::int64_t wanted = 0;
    std::int64_t current = 0;          ///< that exist
    std::optional<std::int64_t> ready; ///< nothing when the kind does not say
    bool isObserved = false;           ///< its controller has seen the number
    bool isDone = false;
};
/// object: as it is now; current: status.replicas of its scale, which is where the kind says it is.
[[nodiscard]] ScaleProgress scaleProgress(const JsonNode &object, std::int64_t wanted, std::int64_t current);

} // namespace kube
