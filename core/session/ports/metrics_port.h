// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/metrics/api_server_load.h"
#include "core/metrics/controller_metrics.h"
#include "core/metrics/flow_control_dump.h"
#include "core/metrics/metrics_endpoint.h"

namespace kube {

/// Which Pods tell metrics, as far as this identity may see.
struct MetricsTargets {
    std::vector<MetricsTarget> targets; ///< by namespace, workload and Pod
    std::vector<Error> gaps;            ///< what could not be looked at, and why
    std::size_t podsLooked = 0; ///< when there are more Pods than are looked through: how many were; else 0
};

/// How the API server shares itself out among its clients.
struct PriorityAndFairness {
    std::vector<PriorityLevel> levels;
    std::vector<FairQueue> queues;
    std::vector<FlowRequest> requests; ///< those that wait or are served now
};

/// What the API server says of its own readiness.
struct Readiness {
    bool isReady = false;
    std::vector<HealthCheck> checks; ///< in the server's order
    bool isCut = false; ///< of a server that is not ready only the beginning of a long answer is known
};

/// What controllers and the API server tell of themselves. Everything is asked when it is called, nothing is kept.
/// Thread: any.
class MetricsPort
{
public:
    virtual ~MetricsPort() = default;
    /// Looks through the workloads for those whose Pods tell metrics, for the control plane's Pods, and through a bounded
    /// number of all Pods for those of anything else. Errors: only when nothing at all could be looked at.
    [[nodiscard]] virtual Future<MetricsTargets> targets() = 0;
    /// Through the API server's proxy. Errors: Forbidden without get of pods/proxy; Unauthorized and Forbidden too as
    /// the program itself says them; Server when the API server reaches no such Pod.
    [[nodiscard]] virtual Future<ControllerMetrics> scrape(const MetricsTarget &target) = 0;
    [[nodiscard]] virtual Future<ControllerMetrics> apiServer() = 0; ///< its own queues. Errors: Forbidden …
    /// What it has to do and how long that takes. Errors: Forbidden …
    [[nodiscard]] virtual Future<ApiServerLoad> apiServerLoad() = 0;
    [[nodiscard]] virtual Future<PriorityAndFairness> flowControl() = 0; ///< Errors: Forbidden; NotFound where it is switched off
    /// The checks of /readyz, those too that fail. Errors: only when there is no such list in the answer.
    [[nodiscard]] virtual Future<Readiness> readiness() = 0;
};

} // namespace kube
