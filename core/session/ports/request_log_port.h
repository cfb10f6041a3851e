// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/cancel_error.h"
#include "core/base/executor.h"
#include "core/base/future.h"
#include "core/base/subscription.h"
#include "core/rest/request_record.h"

#include <map>

namespace kube {

/// What has become of a session's requests since the last time.
struct RequestLogBatch {
    std::vector<RequestRecord> running; ///< all of them, those that began first in front
    std::vector<RequestRecord> ended;   ///< since then, as they ended; the first time all that are remembered
};

/// What the priority-and-fairness headers of answers mean, by UID.
struct PriorityNames {
    std::map<std::string, std::string> flowSchemas;
    std::map<std::string, std::string> priorityLevels;
};

/// The log of a session's API calls. The last 2,000 that ended are remembered whether anybody looks or not. Thread: any.
class RequestLogPort
{
public:
    virtual ~RequestLogPort() = default;
    /// At once with what is known, then whenever something has changed, four times a second at most, on owner's thread.
    [[nodiscard]] virtual Subscription onRequests(const Owner &owner, std::function<void(RequestLogBatch)> handler) = 0;
    /// Asks for the FlowSchemas and PriorityLevelConfigurations. Errors: Forbidden; NotFound on servers without them.
    [[nodiscard]] virtual Future<PriorityNames> priorityNames() = 0;
};

} // namespace kube
