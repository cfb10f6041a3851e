// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/own_queues.h"

namespace orrery::demo {

using namespace std::chrono_literals;

namespace {

struct Follower {
    kube::GroupResource resource;
    std::vector<const char *> queues;
};

const Follower followers[] = {{{"apiextensions.k8s.io", "customresourcedefinitions"}, {"crd_naming_condition_controller", "crd_openapi_controller", "DiscoveryController"}},
                              {{"flowcontrol.apiserver.k8s.io", "prioritylevelconfigurations"}, {"priority_and_fairness_config_queue"}},
                              {{"apiregistration.k8s.io", "apiservices"}, {"APIServiceRegistrationController", "autoregister"}}};
const char *const rounds[] = {"open_api_aggregation_controller", "open_api_v3_aggregation_controller"};
constexpr int mostRounds = 3600; ///< of those missed while nobody asked

} // namespace

OwnQueues::OwnQueues(ApiStore &store)
{
    const auto add = [this](const std::string &name) { m_queues.try_emplace(name, kube::WorkQueueOptions{name, &m_provider}); };
    for (const char *name : rounds)
        add(name);
    for (const Follower &follower : followers) {
        for (const char *name : follower.queues)
            add(name);
        const auto work = [this, &follower] {
            for (const char *name : follower.queues)
                workThrough(name);
        };
        for (std::size_t i = 0; i < store.size(follower.resource); ++i)
            work();
        m_subscriptions.push_back(store.subscribe(follower.resource, [work](const StoreEvent &) { work(); }));
    }
}

void OwnQueues::workThrough(const std::string &queue)
{
    kube::QueueMetrics &metrics = m_queues.at(queue);
    metrics.added();
    metrics.got(20us);
    metrics.done(300us);
}

void OwnQueues::goRound()
{
    const auto now = std::chrono::steady_clock::now();
    for (int i = 0; i < mostRounds && now - m_round >= 1s; ++i, m_round += 1s) {
        for (const char *queue : rounds) {
            workThrough(queue);
            m_queues.at(queue).retried();
        }
    }
    m_round = std::max(m_round, now - 1s);
}

QByteArray OwnQueues::text()
{
    goRound();
    return QByteArray::fromStdString(m_registry.text());
}

} // namespace orrery::demo
