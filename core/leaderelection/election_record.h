// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/object/json_tree.h"
#include "core/object/json_value.h"

#include <optional>
#include <string>

namespace kube {

/// Who leads, as the lock says: the spec of a Lease. Its times are for people; nobody's expiry is reckoned from them,
/// since clocks differ. Source: client-go resourcelock.LeaderElectionRecord.
struct ElectionRecord {
    std::string holderIdentity;            ///< empty: given up, anyone may take it at once
    std::int64_t leaseDurationSeconds = 0; ///< unchanged for so long, it may be taken
    std::optional<WallTime> acquireTime;   ///< whole microseconds, as the server keeps them
    std::optional<WallTime> renewTime;
    std::int64_t leaderTransitions = 0;    ///< how often another took over

    [[nodiscard]] static ElectionRecord of(JsonValue spec); ///< of a Lease's spec
    /// Sets these five fields of a Lease's spec and leaves all others.
    void writeTo(JsonNode &spec) const;

    friend bool operator==(const ElectionRecord &, const ElectionRecord &) = default;
};

} // namespace kube
