// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/backoff.h"
#include "core/base/executor.h"
#include "core/leaderelection/elector_state.h"
#include "core/leaderelection/resource_lock.h"

#include <deque>
#include <mutex>
#include <stop_token>

namespace kube {

/// A snapshot of a LeaderElector.
struct ElectorStatus {
    ElectorState::Step step = ElectorState::Step::Idle;
    std::string lock;     ///< "namespace/name"
    std::string identity; ///< ours
    std::string leader;   ///< who leads, as last observed; empty: nobody, or not known yet
    std::int64_t transitions = 0;
    std::optional<SteadyTime> observedAt; ///< since when the record has not changed
    std::uint64_t renewals = 0;
    std::uint64_t slowPaths = 0; ///< renewals that had to read first: client-go's leader_election_slowpath_total
    std::uint64_t failures = 0;
    std::optional<Error> lastError;
    std::optional<SteadyTime> nextTry;
};

/// A candidate of an election: it waits to lead, leads until it can no longer renew or is stopped, and is then done;
/// make another to stand again. What it does when, elector_state says. Not a fence: a process that was suspended may
/// act on a lease it has lost, until its event loop turns; and after a sleep of the machine until the next renewal, unless
/// the scheduler is BootTime.
/// Thread: the executor's, but for what is said to be for any. Lifetime: lock and scheduler outlive it; destroyed under
/// way it calls nothing more, and the lease runs out by itself. Source: client-go leaderelection.LeaderElector.
class LeaderElector
{
public:
    /// Called on the executor's thread. Each may call anything here, and destroy the elector.
    struct Callbacks {
        std::function<void(std::stop_token)> onStartedLeading; ///< work until the token says stop. Needed
        std::function<void()> onStoppedLeading; ///< at the end, once, also when it never led. Needed
        std::function<void(const std::string &identity)> onNewLeader; ///< each time another leads; empty: nobody does
        std::function<void(const std::string &message)> recordEvent; ///< "ID became leader", "ID stopped leading"
        std::function<void(const Error &)> onError; ///< each request that failed
    };

    /// Errors: BadInput when config or lock is not valid or a needed callback is missing.
    [[nodiscard]] static Result<std::unique_ptr<LeaderElector>> create(ResourceLock &lock, ExecutorPtr executor,
                                                                       Scheduler &scheduler, Random random,
                                                                       ElectorConfig config, Callbacks callbacks);
    ~LeaderElector();
    LeaderElector(const LeaderElector &) = delete;
    LeaderElector &operator=(const LeaderElector &) = delete;

    void start(); ///< once; ignored after that
    /// Stops the work at once, gives the lease up when the configuration says so, then calls onStoppedLeading.
    void stop();

    /// Thread: any.
    [[nodiscard]] ElectorStatus status() const;
    /// The identity last observed; empty: none. For people. Thread: any.
    [[nodiscard]] std::string leader() const;
    /// Whether that is ours: true also after the lease was lost unnoticed, or not given up. Thread: any.
    [[nodiscard]] bool isLeader() const;
    /// An Error when isLeader() but the record has not changed for longer than the lease and tolerated: this process
    /// should have ended. Thread: any from which the scheduler's clock may be read.
    [[nodiscard]] std::optional<Error> check(Duration tolerated) const;

private:
    using What = decltype(ElectorInput::what);
    LeaderElector(ResourceLock &lock, ExecutorPtr executor, Scheduler &scheduler, Random random, ElectorConfig config,
                  Callbacks callbacks);

    void feed(What what);
    void carryOut(const ElectorEffect &anEffect);
    void request(Future<ElectionRecord> (*send)(ResourceLock &, const ElectionRecord &, std::stop_token),
                 const ElectionRecord &record);
    void cancelRequest();
    void publish();

    ResourceLock &m_lock;
    Scheduler &m_scheduler;
    Random m_random;
    const ElectorConfig m_config;
    const Callbacks m_callbacks;
    ElectorState m_state;
    std::optional<std::stop_source> m_work;
    std::stop_source m_request;
    std::uint64_t m_requestNumber = 0; ///< of the request whose answer is waited for; all others are late
    Timer m_requestTimer;
    Timer m_retryTimer;
    Timer m_deadlineTimer;
    std::deque<What> m_inputs; ///< what happened while effects are being carried out
    bool m_feeding = false;
    mutable std::mutex m_mutex;
    ElectorStatus m_status; ///< under m_mutex
    Owner m_owner;
};

} // namespace kube
