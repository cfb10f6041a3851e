// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"

namespace kube {

/// How far a rollout is. Source: kubectl rollout status.
struct RolloutStatus {
    /// What it has come to.
    enum class State {
        Waiting, ///< it goes on
        Done,
        Failed,  ///< it will not end by itself
        Untold,  ///< the update strategy has no rollout
    };
    State state = State::Waiting;
    std::string message; ///< kubectl's sentence, without "error: " and the line's end
    int percent = 0;     ///< of the Pods: updated counts half, available the other half
};
/// Of a Deployment, a StatefulSet or a DaemonSet; Untold for anything else.
[[nodiscard]] RolloutStatus rolloutStatus(const JsonNode &workload);

} // namespace kube
