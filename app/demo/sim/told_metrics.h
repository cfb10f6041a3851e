// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/api_server.h"
#include "core/informers/shared_informer_factory.h"
#include "core/metrics/metrics_registry.h"
#include "core/metrics/work_queue_metrics.h"
#include "core/rest/measured_transport.h"
#include "core/rest/rest_client.h"

#include <map>

namespace orrery::demo {

/// The Pod that stands for the demo's controllers.
inline constexpr const char *ControllersPod = "kube-controller-manager-node-01";
inline constexpr int ControllersPort = 10257;
/// The Pod that stands for the operator of Foos.
inline constexpr const char *OperatorPod = "foo-operator-node-01";
inline constexpr int OperatorPort = 8080;

/// What one of the demo's programs tells of itself: its own work queues, requests, informers and leases, under the names that
/// Kubernetes' own programs have them; and controller-runtime's. Thread: the server's.
class ToldMetrics final : public kube::RequestMetrics
{
public:
    /// program: what its informers are called.
    explicit ToldMetrics(std::string program);

    [[nodiscard]] kube::MetricsProvider &queues() { return m_queues; } ///< for their queues, which this outlives
    [[nodiscard]] std::string text();

    void requestResult(const std::string &code, const std::string &method, const std::string &host) override;
    void requestLatency(const std::string &method, const std::string &host, kube::Duration latency) override;
    /// How long its requests wait for its own rate limiter.
    void follow(const kube::RestClient &client) { m_client = client.stage(); }
    /// informer lives until forgetInformers().
    void follow(const kube::GroupVersionResource &resource, const kube::SharedIndexInformer &informer) { m_informers[resource] = &informer; }
    void forgetInformers() { m_informers.clear(); }
    /// The same handlers, whose time is told as that of the informer's changes. Lifetime: within this one's.
    [[nodiscard]] kube::ResourceEventHandlers timed(const kube::GroupVersionResource &resource, kube::ResourceEventHandlers handlers);
    void setLeads(const std::string &lease, bool leads);

    void setWorkers(const std::string &controller, int most);
    void beganReconcile(const std::string &controller);
    /// result: "success", "error", "requeue" or "requeue_after".
    void endedReconcile(const std::string &controller, const std::string &result);

private:
    void countThrottled();

    const std::string m_program;
    kube::MetricsRegistry m_registry;
    kube::WorkQueueMetrics m_queues{m_registry};
    std::shared_ptr<kube::RestStage> m_client;
    std::uint64_t m_seen = 0; ///< of the client's requests
    std::map<kube::GroupVersionResource, const kube::SharedIndexInformer *> m_informers;
};

/// Which Pods tell metrics, by their names.
struct TellingPod {
    int port = 0;
    std::shared_ptr<ToldMetrics> told;
};
using TellingPods = std::map<QString, TellingPod>;

/// pods/proxy: those Pods give their metrics, no other Pod listens.
[[nodiscard]] ApiServer::Extension podProxyExtension(ApiStore &store, TellingPods pods);

} // namespace orrery::demo
