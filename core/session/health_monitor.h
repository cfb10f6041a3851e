// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/base/scheduler.h"
#include "core/session/ports/health.h"

namespace kube {

/// Asks the server every so often whether it is there, and keeps the session's Health.
/// While live: each 15 s, an answer within 10 s. While not: after 1 s, twice as long each time, at most 30 s. Never, but by
/// probeNow(), before a Retry-After has passed.
/// Who is live and answers 429 stays so, with that for a reason: it lives, and needs no connecting anew.
/// Thread: the session's. Lifetime: the scheduler outlives it.
class HealthMonitor
{
public:
    struct Answer {
        std::string serverVersion;
        bool wasHeld = false; ///< by a pause of the client: how long it took says nothing of the server
    };
    using Probe = std::function<Future<Answer>()>; ///< GET /version, given up after 10 s

    HealthMonitor(ExecutorPtr executor, Scheduler &scheduler, Probe probe, std::function<void()> changed);

    void start();
    void probeNow();
    /// A connection was lost for that reason. While live: asks now, and without an answer within 2 s is live no more.
    void suspect(const Error &reason);
    /// So many watches are live now. One more while reconnecting: the server is there again, and is asked at once.
    void noteWatches(std::size_t live);
    /// The session could not even begin (certificates, configuration).
    void fail(Error error);
    /// The server answers its probe but does not tell what it offers: not live, for that reason, until accept().
    void refuse(const Error &reason);
    void accept();
    [[nodiscard]] bool isRefused() const { return m_refusal.has_value(); }
    /// Since it was live last, has it given no HTTP answer at all, once at least? Else its connections are as good as ever.
    [[nodiscard]] bool wasSilent() const { return m_wasSilent; }
    [[nodiscard]] const Health &health() const { return m_health; }
    [[nodiscard]] Health &health() { return m_health; }
    /// Called each time the server answers after it had not, the first time included.
    void setOnLive(std::function<void()> onLive) { m_onLive = std::move(onLive); }

private:
    void probe();
    void answered(Result<Answer> answer);
    [[nodiscard]] Duration good(const Answer &answer);
    [[nodiscard]] Duration bad(const Error &error);
    [[nodiscard]] std::chrono::microseconds roundTrip() const;
    void standRefused();
    void enter(HealthState state);

    Scheduler &m_scheduler;
    Probe m_probe;
    std::function<void()> m_changed;
    std::function<void()> m_onLive;
    Health m_health;
    SteadyTime m_asked{};
    SteadyTime m_notBefore{}; ///< as the server asked for by Retry-After
    Duration m_wait = std::chrono::seconds(1);
    std::optional<Error> m_refusal;
    bool m_asking = false;
    bool m_wasSilent = false;
    bool m_everLive = false; ///< then it is Reconnecting, not Failed
    Timer m_timer;
    Timer m_suspicion;
    Owner m_owner;
};

} // namespace kube
