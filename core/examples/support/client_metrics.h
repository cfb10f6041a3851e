// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/metrics/metrics_registry.h"
#include "core/rest/measured_transport.h"
#include "core/rest/rest_config.h"
#include "core/rest/rest_client.h"

namespace kube::examples {

/// Counts the requests of every client made with config, under the names that Kubernetes' own programs
/// have them. Source: component-base metrics/prometheus/restclient.
void measureRequests(RestConfig &config, MetricsRegistry &registry);

/// rest_client_rate_limiter_duration_seconds: how long each request has waited for its client's own rate limiter, from what
/// the client's stage remembers of those that have ended. Lifetime: the registry outlives it. Thread: any, one at a time.
/// Source: component-base metrics/prometheus/restclient.
class ThrottledRequests
{
public:
    /// Without this the stage remembers none.
    static void rememberIn(RestConfig &config);
    ThrottledRequests(const RestClient &client, MetricsRegistry &registry) : m_stage(client.stage()), m_registry(registry) {}
    void count(); ///< those that have ended since it was called last

private:
    std::shared_ptr<RestStage> m_stage;
    MetricsRegistry &m_registry;
    std::uint64_t m_seen = 0;
};

/// leader_election_master_status of a lease, 0 until it is set: 1 while this process leads.
/// Source: component-base metrics/prometheus/clientgo/leaderelection.
[[nodiscard]] MetricsRegistry::Value &leaderStatus(MetricsRegistry &registry, const std::string &lease);

} // namespace kube::examples
