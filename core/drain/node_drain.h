// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/drain/drain_pod.h"
#include "core/dynamic/list_page.h"
#include "core/removal/removal_run.h"

namespace kube {

/// How to drain.
struct DrainOptions {
    DrainConsent consent;
    std::optional<std::int64_t> gracePeriodSeconds; ///< none: each Pod's own
    std::optional<Duration> timeout;                ///< of the evictions; none: as long as it takes
    GroupVersion eviction{"policy", "v1"};          ///< as discovery names it
};

/// How far draining a Node is.
struct DrainState {
    /// Asking: the Pods are known, and start() is waited for.
    enum class Phase { Reading, Asking, Cordoning, Evicting, Finished, Failed };
    Phase phase = Phase::Reading;
    std::string node;
    bool isCordoned = false;     ///< as the Node was seen last; it stays so whatever ends the draining
    bool isStopped = false;      ///< on request
    std::vector<DrainPod> pods;  ///< all that are on the Node, by namespace and name
    RemovalProgress evictions;   ///< from Evicting on: of those that are evicted
    std::optional<Error> error;  ///< Failed; or Asking again: why it did not start
};
using DrainStatePtr = std::shared_ptr<const DrainState>; ///< never null

/// Drains one Node: reads its Pods, and once told to cordons it, reads them again and evicts them. Nothing is written before
/// start(), nor while a Pod waits for consent that came too late to be asked for: then it is Asking again, cordoned.
/// A budget that is in the way is waited for. Source: kubectl drain. Thread: the client's, which must outlive this, as the
/// scheduler must.
class NodeDrain
{
public:
    /// told: after each change; it must not destroy the drain. evicted: as a RemovalRun's.
    NodeDrain(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, std::string node, std::function<void(const DrainState &)> told,
              RemovalRun::Deleted evicted = {});

    void read();                      ///< the Node and its Pods, again too; while Asking or Failed
    void start(DrainOptions options); ///< while Asking
    /// Nothing is sent any more; the Node stays cordoned if it is.
    void stop();
    [[nodiscard]] const DrainState &state() const { return m_state; } ///< as it is now

private:
    using AfterPods = void (NodeDrain::*)();
    void readPods(AfterPods next);
    void takePods(const ListPage &page, AfterPods next);
    void askForDaemonSets(AfterPods next);
    void cordon();
    void evict();
    void ask();
    void fail(const Error &error);
    void enter(DrainState::Phase phase);

    DynamicClient &m_client;
    Scheduler &m_scheduler;
    std::function<void(const DrainState &)> m_told;
    RemovalRun::Deleted m_evicted;
    DrainState m_state;
    DrainOptions m_options;
    std::unique_ptr<RemovalRun> m_run;
    Owner m_owner;
};

} // namespace kube
