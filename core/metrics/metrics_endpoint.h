// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"

#include <string>
#include <vector>

namespace kube {

/// Where a Pod tells metrics, as far as its description shows.
struct MetricsEndpoint {
    /// What shows it.
    enum class Sign {
        Annotation, ///< prometheus.io/scrape
        PortName,   ///< a container's port is named as metrics are
        Component,  ///< a part of the control plane, whose port is known
    };
    std::string scheme = "http"; ///< or "https"
    int port = 0;
    std::string path = "/metrics";
    Sign sign = Sign::PortName;
};

/// By its annotations, its ports' names and, in the control plane, its labels; the surest sign first, each port once.
/// Both of a Pod, or of the template of a Deployment's Pods.
[[nodiscard]] std::vector<MetricsEndpoint> metricsEndpointsOf(JsonValue metadata, JsonValue spec);

/// One Pod's endpoint, which the API server's proxy reaches.
struct MetricsTarget {
    std::string namespaceName;
    std::string pod;
    std::string workload; ///< whose Pod it is, "Deployment/web"; empty: its own
    MetricsEndpoint endpoint;

    /// "/api/v1/namespaces/web/pods/https:web-1:8443/proxy/metrics"
    [[nodiscard]] std::string proxyPath() const;
};

} // namespace kube
