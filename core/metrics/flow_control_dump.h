// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// One priority level of the API server. Source: /debug/api_priority_and_fairness/dump_priority_levels.
struct PriorityLevel {
    std::string name;
    std::int64_t activeQueues = 0;
    bool isIdle = false;
    bool isQuiescing = false; ///< has been deleted and empties itself
    std::int64_t waiting = 0;   ///< requests now
    std::int64_t executing = 0; ///< requests now
    std::int64_t dispatched = 0; ///< requests since the server began, as those below
    std::int64_t rejected = 0;
    std::int64_t timedOut = 0;
    std::int64_t canceled = 0;
};

/// One queue of a priority level. Source: dump_queues.
struct FairQueue {
    std::string level;
    std::int64_t index = 0;
    std::int64_t waiting = 0;   ///< requests
    std::int64_t executing = 0; ///< requests
    std::int64_t seats = 0;     ///< in use
};

/// One request that waits or is served. Source: dump_requests.
struct FlowRequest {
    std::string level;
    std::string schema;         ///< the FlowSchema's name
    std::int64_t queue = -1;    ///< -1: it never waited in one
    std::string flow;           ///< the flow distinguisher, as a user or a namespace
    std::string arrived;        ///< RFC 3339
    std::string started;        ///< RFC 3339; empty: it waits. Servers that do not tell list only those that wait
    std::string user;           ///< as the next ones: only with includeRequestDetails=1
    std::string verb;
    std::string path;
};

/// Read by the names of their columns, which have come and gone between versions; a column that is not there leaves its
/// field as it is. Errors: BadInput, place "line N", when a line has fewer cells than the head, or a cell is no number.
/// Thread: any.
[[nodiscard]] Result<std::vector<PriorityLevel>> decodePriorityLevels(std::string_view csv);
[[nodiscard]] Result<std::vector<FairQueue>> decodeFairQueues(std::string_view csv); ///< likewise
[[nodiscard]] Result<std::vector<FlowRequest>> decodeFlowRequests(std::string_view csv); ///< likewise

/// One line of /readyz?verbose, /livez?verbose or /healthz?verbose.
struct HealthCheck {
    std::string name;
    bool isOk = false;
    std::string reason; ///< the server's words when it is not
};
/// The checks that an answer lists; lines that are none are passed over. Thread: any.
[[nodiscard]] std::vector<HealthCheck> decodeHealthChecks(std::string_view text);

} // namespace kube
