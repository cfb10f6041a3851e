// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/scheduler.h"
#include "core/metrics/metric_histogram.h"

#include <map>
#include <string>
#include <string_view>

namespace kube {

/// Requests of one verb, or what a store is asked to do; counters since the server began.
struct OperationLoad {
    MetricHistogram seconds;
    double failed = 0;  ///< answered with 5xx
    double refused = 0; ///< answered with 429

    /// Only what came after before was read; all of it when the server began anew in between.
    [[nodiscard]] OperationLoad since(const OperationLoad &before) const;
};

/// What one priority level has to share out. Source: apiserver_flowcontrol_*.
struct LevelSeats {
    std::optional<double> limit; ///< seats; since 1.26 as lent and borrowed now. Nothing: the server does not tell, or there is none
    std::optional<double> used;  ///< seats, now
    double rejected = 0;         ///< requests since the server began
    double dispatched = 0;       ///< likewise, served or being served
};

/// What the API server tells of its work by /metrics. What a version does not tell is empty. Value type.
struct ApiServerLoad {
    std::map<std::string, OperationLoad> verbs; ///< "LIST"; not those whose length is the client's choice (WATCH, CONNECT)
    std::map<std::string, OperationLoad> storage; ///< etcd's operations: "get", "list", "update"
    std::map<std::string, double> inFlight;       ///< requests now: "mutating", "readOnly"; without those that last (watches)
    std::map<std::string, double> watches;        ///< open now, by resource: "pods", "leases.coordination.k8s.io"
    std::map<std::string, double> objects;        ///< stored, by resource
    std::map<std::string, LevelSeats> seats;      ///< by priority level
    std::optional<double> databaseBytes;          ///< etcd's
    std::optional<WallTime> startedAt;            ///< when the process began, by its own clock

    /// Reads an exposition; other metrics are passed over. Errors: BadInput, place "line N". Thread: any.
    [[nodiscard]] static Result<ApiServerLoad> decode(std::string_view text);
};

} // namespace kube
