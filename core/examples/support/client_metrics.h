// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/metrics/metrics_registry.h"
#include "core/rest/measured_transport.h"
#include "core/rest/rest_config.h"

namespace kube::examples {

/// Counts the requests of every client made with config, under the names that Kubernetes' own programs
/// have them. Source: component-base metrics/prometheus/restclient.
void measureRequests(RestConfig &config, MetricsRegistry &registry);

/// leader_election_master_status of a lease, 0 until it is set: 1 while this process leads.
/// Source: component-base metrics/prometheus/clientgo/leaderelection.
[[nodiscard]] MetricsRegistry::Value &leaderStatus(MetricsRegistry &registry, const std::string &lease);

} // namespace kube::examples
