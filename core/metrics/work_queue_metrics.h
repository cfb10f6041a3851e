// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/metrics/metrics_registry.h"
#include "core/workqueue/metrics.h"

namespace kube {

/// What work queues tell, under the names that Kubernetes' own programs have them. Lifetime: the registry outlives it.
/// Source: component-base metrics/prometheus/workqueue.
class WorkQueueMetrics final : public MetricsProvider
{
public:
    /// Values are counted in registry.
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

} // namespace kube
