// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/base/subscription.h"
#include "core/metrics/suspects.h"
#include "core/session/ports/resource_info.h"

namespace kube {

/// What to look through for a queue.
struct SuspectQuery {
    ResourceInfo resource;              ///< the kind of the queue's keys
    std::string programNamespace;       ///< where the program that has the queue keeps its Leases; empty: unknown
    std::vector<std::string> leases;    ///< of that program, by name
};

/// What has been found so far. Immutable; shared between threads.
struct SuspectReport {
    std::vector<Suspect> suspects; ///< the likeliest first, the first few dozen
    std::vector<LeaseReading> leases; ///< of the program
    std::size_t looked = 0;        ///< objects looked at
    bool isCut = false;            ///< there are more objects than are looked through
    bool isComplete = false;       ///< nothing more will be told
    std::vector<Error> gaps;       ///< what could not be read, and why
    WallTime takenAt{};            ///< when the last answer came
};
using SuspectReportPtr = std::shared_ptr<const SuspectReport>; ///< never null

/// Who is stuck: the objects most likely behind a queue. Thread: any; handlers run on the owner's.
class SuspectPort
{
public:
    virtual ~SuspectPort() = default;
    /// Reads the objects of the kind in all namespaces, page by page and at most 10,000, their Warning Events and the
    /// Leases; tells after each answer. Dropping the subscription ends the reading.
    [[nodiscard]] virtual Subscription find(const SuspectQuery &query, const Owner &owner, std::function<void(SuspectReportPtr)> told) = 0;
};

} // namespace kube
