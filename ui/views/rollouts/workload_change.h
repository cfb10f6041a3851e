// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rollout/rollout_change.h"
#include "core/session/ports/change_port.h"

namespace orrery {

/// The document of an answer. Errors: the answer's own; BadInput.
[[nodiscard]] kube::Result<kube::JsonNode> nodeOf(const kube::Result<kube::ObjectReply> &reply);

/// metadata.generation; 0 when it has none.
[[nodiscard]] std::int64_t generationOf(const kube::JsonNode &object);

/// A patch made from the object as it is now.
using PatchMaker = std::function<kube::Result<kube::ObjectPatch>(const kube::JsonNode &object)>;

/// What a change came to.
struct WorkloadChange {
    kube::JsonNode object;      ///< as the server has it after that
    QStringList warnings;
    bool wasSent = false;       ///< false with an error: refused before anything was sent
    std::optional<kube::Error> error;
};

/// Reads the object, makes a patch of it and sends that as field manager orrery. done is called once on the owner's
/// thread, and not at all when the owner has died, which is a member of whoever calls this.
void changeWorkload(kube::ChangePort &port, const kube::Owner &owner, const kube::GroupVersionResource &resource, const kube::ObjectKey &key, PatchMaker make,
                    std::function<void(WorkloadChange)> done);

} // namespace orrery
