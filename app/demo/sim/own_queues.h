// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/store/api_store.h"
#include "core/metrics/metrics_registry.h"
#include "core/metrics/work_queue_metrics.h"

#include <QByteArray>

#include <chrono>

namespace orrery::demo {

/// The API server's own controllers as its /metrics tell of them: keys of definitions and of priority levels as these change,
/// and the round of OpenAPI documents, which puts its keys back once a second. Thread: the server's.
class OwnQueues
{
public:
    explicit OwnQueues(ApiStore &store); ///< which outlives it
    [[nodiscard]] QByteArray text(); ///< workqueue_*

private:
    void workThrough(const std::string &queue);
    void goRound();

    kube::MetricsRegistry m_registry;
    kube::WorkQueueMetrics m_provider{m_registry};
    std::map<std::string, kube::QueueMetrics> m_queues;
    std::chrono::steady_clock::time_point m_round = std::chrono::steady_clock::now(); ///< when the last one began
    std::vector<kube::Subscription> m_subscriptions;
};

} // namespace orrery::demo
