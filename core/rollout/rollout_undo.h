// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rollout/rollout_change.h"
#include "core/rollout/rollout_history.h"

namespace kube {

/// What going back to a revision comes to.
struct UndoPlan {
    std::int64_t revision = 0; ///< gone back to
    std::string skipped;       ///< kubectl's words when there is nothing to do; the patch is empty then
    ObjectPatch patch;
};
/// Back to the revision of that number, or to the one before the last for 0. A Deployment gets the template of the
/// ReplicaSet and its annotations, provided that nothing but its status has changed since it was read; the others get
/// the data of the ControllerRevision. Source: kubectl rollout undo.
/// Errors: NotFound when there is no such revision, Invalid for a paused Deployment: kubectl's words.
[[nodiscard]] Result<UndoPlan> undoRollout(const JsonNode &workload, const std::vector<Revision> &history, std::int64_t revision);

} // namespace kube
