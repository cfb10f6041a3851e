// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/dynamic/list_page.h"
#include "core/session/ports/metrics_port.h"

namespace kube {

class DynamicClient;

/// What a look through all Pods has found. Value type.
struct PodSweep {
    std::optional<SteadyTime> at; ///< nothing: none has come to its end
    std::vector<MetricsTarget> targets;
    std::size_t looked = 0; ///< Pods
    bool isCut = false;     ///< there are more
};

/// Finds the Pods that tell metrics. A cluster has many more Pods than workloads: those are looked through, and of those that
/// show an endpoint all Pods are listed. Pods of anything else are found by a look through a bounded number of all Pods, which
/// in a cluster of more than a page of them is repeated seldom. Thread: the client's, which must outlive this; what is under
/// way ends as Canceled when this dies.
class MetricsFinder
{
public:
    static constexpr std::size_t MostPods = 5000;
    static constexpr std::chrono::minutes SweepInterval{5};

    /// executor: of the client's thread; scheduler outlives this. kept: between finders, never null.
    MetricsFinder(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, std::shared_ptr<PodSweep> kept)
        : m_client(client), m_scheduler(scheduler), m_kept(std::move(kept)), m_owner(std::move(executor))
    {
    }
    /// Once. Errors: only when nothing at all could be looked at.
    [[nodiscard]] Future<MetricsTargets> find();

private:
    struct Search;
    [[nodiscard]] Future<ListPage> list(const GroupVersionResource &resource, const std::string &namespaceName, const std::string &selector);
    void lookThrough(const std::shared_ptr<Search> &search, const GroupVersionResource &resource, const std::string &kind);
    void lookAtControlPlane(const std::shared_ptr<Search> &search);
    void lookThroughPods(const std::shared_ptr<Search> &search);
    void nextPods(const std::shared_ptr<Search> &search, ListQuery query);
    void takeSweep(Search &search) const;
    void listPods(const std::shared_ptr<Search> &search, const std::string &namespaceName, const std::string &selector, const std::string &workload);

    DynamicClient &m_client;
    Scheduler &m_scheduler;
    std::shared_ptr<PodSweep> m_kept;
    PodSweep m_sweep; ///< that of this finder
    Owner m_owner;
};

} // namespace kube
