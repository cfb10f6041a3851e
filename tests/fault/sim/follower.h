// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/informers/dynamic_lister_watcher.h"
#include "tests/fault/sim/chance.h"
#include "tests/fault/sim/witness.h"
#include "tests/support/model_cluster.h"

namespace kube::sim {

/// One informer over a RestClient, as the product has it, with its handlers; compares it with the cluster it follows.
class Follower
{
public:
    struct Options {
        std::string name;
        std::string namespaceName; ///< "": all
        DynamicListerWatcher::Form form = DynamicListerWatcher::Form::Objects;
        SharedIndexInformer::Config informer;
        Duration slowTransform{};  ///< what an object takes, once in a while
    };

    Follower(RestClient &client, std::shared_ptr<test::ManualTime> time, std::uint64_t seed, Options options, Journal &journal);

    void run() { m_informer->run(); }
    void stop();
    void destroy(); ///< without having been stopped; nothing may be called afterwards
    void retryNow() { m_informer->retryNow(); }
    [[nodiscard]] InformerStages stages() { return m_informer->stages(); }
    void addHandler();
    void removeHandler(); ///< any but the last

    /// Live, and cache and handlers have what the cluster has, else what they have not.
    [[nodiscard]] std::string difference(const test::ModelCluster &cluster) const;
    /// The content of what is cached, too: each object in full, from one state.
    [[nodiscard]] std::string contentDifference() const;
    /// What must not be at any time; empty: nothing.
    [[nodiscard]] std::string wrong();
    [[nodiscard]] bool isStopped() const { return m_stopped; }
    [[nodiscard]] ReflectorStatus status() const { return m_informer->status(); }
    [[nodiscard]] bool isLive() const { return !m_stopped && status().phase == ReflectorPhase::Live; }
    /// It reads nothing at present, so that silence tells it nothing.
    [[nodiscard]] bool isHeld() const { return !m_stopped && (status().heldBack || m_informer->stages().reflector.isPaused()); }
    /// How often it has begun to wait before another try.
    [[nodiscard]] int waits() const { return m_waits; }
    [[nodiscard]] const std::string &name() const { return m_options.name; }
    [[nodiscard]] const std::string &namespaceName() const { return m_options.namespaceName; }
    /// What its transform and its handlers have taken of the one thread's time so far.
    [[nodiscard]] Duration taken() const;

private:
    [[nodiscard]] Witness::Habits habits();
    void onStatus(const ReflectorStatus &status);
    [[nodiscard]] std::string whatWitnessesMiss(const std::vector<ObjectPtr> &cached) const;

    std::shared_ptr<test::ManualTime> m_time;
    Chance m_chance;
    Options m_options;
    Journal &m_journal;
    std::vector<std::unique_ptr<Witness>> m_witnesses; ///< those removed stay: nothing may reach them
    std::unique_ptr<SharedIndexInformer> m_informer;
    Subscription m_status;
    std::optional<WallTime> m_nextTry;
    int m_waits = 0;
    Duration m_transformed{};
    int m_surpriseAfter = 0; ///< changes of status until something is done within one
    bool m_synced = false;
    bool m_wentUnsynced = false;
    bool m_stopped = false;
};

} // namespace kube::sim
