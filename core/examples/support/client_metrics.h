// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/examples/support/metrics_registry.h"
#include "core/rest/measured_transport.h"
#include "core/rest/rest_config.h"
#include "core/workqueue/metrics.h"

namespace kube::examples {

/// What work queues tell, under the names that Kubernetes' own programs have them. Lifetime: the registry outlives it.
/// Source: component-base metrics/prometheus/workqueue.
class WorkQueueMetrics final : public MetricsProvider
{
public:
    explicit WorkQueueMetrics(MetricsRegistry &registry) : m_registry(registry) {}

    std::unique_ptr<GaugeMetric> depth(const std::string &queue) override;
    std::unique_ptr<CounterMetric> adds(const std::string &queue) override;
    std::unique_ptr<HistogramMetric> latency(const std::string &queue) override;
    std::unique_ptr<HistogramMetric> workDuration(const std::string &queue) override;
    std::unique_ptr<SettableGaugeMetric> unfinishedWorkSeconds(const std::string &queue) override;
    std::unique_ptr<SettableGaugeMetric> longestRunningProcessorSeconds(const std::string &queue) override;
    std::unique_ptr<CounterMetric> retries(const std::string &queue) override;

private:
    MetricsRegistry &m_registry;
};

/// Counts the requests of every client made with config, likewise. Source: component-base metrics/prometheus/restclient.
void measureRequests(RestConfig &config, MetricsRegistry &registry);

/// leader_election_master_status of a lease, 0 until it is set: 1 while this process leads.
/// Source: component-base metrics/prometheus/clientgo/leaderelection.
[[nodiscard]] MetricsRegistry::Value &leaderStatus(MetricsRegistry &registry, const std::string &lease);

} // namespace kube::examples
