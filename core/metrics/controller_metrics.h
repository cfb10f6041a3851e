// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/scheduler.h"
#include "core/metrics/metric_histogram.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// One work queue of a program, as its metrics tell it; counters since the program began. Where metrics tell the same of
/// several queues of one name, they are added up. Nothing in a figure: the program does not tell it. Source: client-go's workqueue_*, controller-runtime's controller_runtime_*.
struct QueueReading {
    std::string name;
    std::optional<double> depth = 0; ///< keys that wait
    std::optional<double> adds = 0;
    std::optional<double> retries = 0;
    MetricHistogram waiting;     ///< seconds from add to get
    MetricHistogram working;     ///< seconds from get to done
    std::optional<double> unfinishedSeconds = 0; ///< of all that is being worked on, added up
    std::optional<double> longestSeconds = 0; ///< of what has been worked on the longest
    std::optional<double> activeWorkers;
    std::optional<double> maxWorkers;
    std::map<std::string, double> reconciles; ///< by result: "success", "error", "requeue", "requeue_after"
};

/// What a program's client of the API server tells. Source: rest_client_*.
struct ClientMetrics {
    std::map<std::string, double> requests; ///< by HTTP code; "<error>": no answer
    MetricHistogram throttled;              ///< seconds that requests waited for the client's own rate limiter; Kubernetes 1.20 does not tell
    MetricHistogram taken;                  ///< seconds from when requests were to be made until they were answered: that wait is in it
};

/// One informer. Source: client-go's informer_* (Kubernetes 1.36).
struct InformerMetrics {
    std::string name;
    std::string group;
    std::string version;
    std::string resource;
    std::optional<double> queued;  ///< changes that wait in its queue
    MetricHistogram processing;    ///< seconds of each change
    std::optional<double> cachedVersion; ///< the resourceVersion its cache has, the last 15 digits; nothing: the program does not tell
};

/// What a controller tells of itself by /metrics. Value type.
struct ControllerMetrics {
    std::vector<QueueReading> queues; ///< by name
    ClientMetrics client;
    std::vector<InformerMetrics> informers;
    std::map<std::string, bool> leads; ///< by lease: does this copy lead?
    std::optional<WallTime> startedAt; ///< when the program began; nothing: it does not tell

    /// Reads an exposition; other metrics are passed over. Errors: BadInput, place "line N". Thread: any.
    [[nodiscard]] static Result<ControllerMetrics> decode(std::string_view text);
    /// Has before been told by a run of the program that is over, or by another copy of it? Counters then say nothing of what
    /// happened between the two. By when they began, and by counters, which never fall. Thread: any.
    [[nodiscard]] bool isOfAnotherRunThan(const ControllerMetrics &before) const;
};

} // namespace kube
