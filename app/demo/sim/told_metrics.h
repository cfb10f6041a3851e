// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/api_server.h"
#include "core/metrics/metrics_registry.h"
#include "core/metrics/work_queue_metrics.h"
#include "core/rest/measured_transport.h"

namespace orrery::demo {

/// The Pod that stands for the demo's controllers.
inline constexpr const char *ControllersPod = "kube-controller-manager-node-01";
inline constexpr int ControllersPort = 10257;

/// What the demo's controllers tell of themselves: their own work queues and requests, under Kubernetes' names. Thread: any.
class ToldMetrics final : public kube::RequestMetrics
{
public:
    [[nodiscard]] kube::MetricsProvider &queues() { return m_queues; } ///< for their queues, which this outlives
    [[nodiscard]] std::string text() const { return m_registry.text(); }

    void requestResult(const std::string &code, const std::string &method, const std::string &host) override;
    void requestLatency(const std::string &method, const std::string &host, kube::Duration latency) override;

private:
    kube::MetricsRegistry m_registry;
    kube::WorkQueueMetrics m_queues{m_registry};
};

/// pods/proxy: the controllers' Pod gives its metrics, no other Pod listens.
[[nodiscard]] ApiServer::Extension podProxyExtension(ApiStore &store, std::shared_ptr<const ToldMetrics> told);

} // namespace orrery::demo
