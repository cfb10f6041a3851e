// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/leaderelection/election_record.h"

#include <variant>
#include <vector>

namespace kube {

/// The numbers of an election. Source: client-go leaderelection.LeaderElectionConfig; the defaults are Kubernetes' own.
struct ElectorConfig {
    std::string identity;                              ///< unique among the candidates: the name of a pod, say
    Duration leaseDuration = std::chrono::seconds(15); ///< others take over when nothing was renewed for so long
    Duration renewDeadline = std::chrono::seconds(10); ///< the leader gives up when no try of so long succeeds
    Duration retryPeriod = std::chrono::seconds(2);    ///< between renewals; between tries of others 1 to 2.2 times this
    bool releaseOnCancel = false; ///< give the lease up at stop(), when what it guards must have ended; one that is lost runs out

    static constexpr double jitterFactor = 1.2;

    /// Errors: BadInput, unless leaseDuration > renewDeadline > retryPeriod · jitterFactor > 0 and there is an identity.
    [[nodiscard]] Result<void> validate() const;
    /// leaseDuration in the whole seconds of a record, rounded up: a shorter one would be taken over too early.
    [[nodiscard]] std::int64_t leaseSeconds() const;
    /// How long one request may take: half the renewDeadline, so that two fit, but at least a second.
    [[nodiscard]] Duration requestTimeout() const;
};

/// What an elector knows between two inputs.
struct ElectorState {
    /// What it is doing.
    enum class Step {
        Idle,
        Acquiring, ///< a candidate: a try is under way, or the next is waited for
        Leading,   ///< renewing
        Releasing, ///< no longer leads; gives the lease up
        Stopped,
    };
    /// What it has asked the server.
    enum class Call {
        None,
        OptimisticUpdate, ///< with the resourceVersion last seen: one request where Get and Update are two
        Get,
        Create,
        Update,
    };

    Step step = Step::Idle;
    Call call = Call::None;               ///< the request under way
    std::optional<ElectionRecord> observed; ///< as last read or written
    SteadyTime observedAt{};              ///< since when it has not changed, as far as is known here
    bool lockIsCurrent = false;           ///< the lock's version is that of observed: its last answer was seen here
    ElectionRecord written;               ///< what the write under way would make
    SteadyTime sentAt{};                  ///< … and when it was sent
    SteadyTime tryBegan{};
    SteadyTime giveUpAt{};                ///< Leading, Releasing: the end, unless something succeeds before
    bool led = false;
    std::string reportedLeader;
    std::uint64_t renewals = 0;
    std::uint64_t slowPaths = 0;          ///< renewals that took a Get
    std::uint64_t failures = 0;           ///< requests
    std::optional<Error> lastError;       ///< none once something succeeded
    std::optional<SteadyTime> nextTry;
};

namespace elector_input {
struct Start {};
struct Stop {};
struct RetryTimer {};
struct DeadlineTimer {};
struct Answer { Result<ElectionRecord> result; }; ///< of the request under way; a late one must not come
} // namespace elector_input

/// One thing that happened, when, and a fresh random number in [0, 1).
struct ElectorInput {
    std::variant<elector_input::Start, elector_input::Stop, elector_input::RetryTimer, elector_input::DeadlineTimer,
                 elector_input::Answer>
        what;
    SteadyTime now{};
    WallTime wallNow{}; ///< goes into records, and nothing else
    double random = 0;
};

namespace elector_effect {
struct Get {};
struct Create { ElectionRecord record; }; ///< write the lock, which does not exist
struct Update { ElectionRecord record; }; ///< write the lock, which does
struct CancelRequest {};
struct SetRetryTimer { Duration delay; }; ///< wake me after that long
struct ClearRetryTimer {};
struct SetDeadline { Duration delay; }; ///< wake me when that long has passed without a success
struct ClearDeadline {};
struct NewLeader { std::string identity; }; ///< another than was last told; empty: the lease was given up
struct StartWork {};
struct StopWork {};                         ///< before the lease is given up
struct Ended {};                            ///< the last effect of all
struct Report { Error error; };             ///< a request has failed
} // namespace elector_effect

/// What a step asks for.
using ElectorEffect =
    std::variant<elector_effect::Get, elector_effect::Create, elector_effect::Update, elector_effect::CancelRequest,
                 elector_effect::SetRetryTimer, elector_effect::ClearRetryTimer, elector_effect::SetDeadline,
                 elector_effect::ClearDeadline, elector_effect::NewLeader, elector_effect::StartWork,
                 elector_effect::StopWork, elector_effect::Ended, elector_effect::Report>;

/// What follows from an input.
struct ElectorStep {
    ElectorState state;
    std::vector<ElectorEffect> effects; ///< to be carried out in this order
};

/// What a candidate does next. Pure: the same answer for the same question. Beyond client-go's LeaderElector:
/// a leader also gives up when a lease duration has passed since its last successful renewal was *sent*, or when it
/// reads that another leads; none begins to lead once that time has passed for its claim; and a lease is given up only
/// while the server says it is ours. So two never lead at once while clocks run at one rate and nobody else writes or
/// deletes the record.
[[nodiscard]] ElectorStep step(const ElectorConfig &config, ElectorState state, const ElectorInput &input);

} // namespace kube
