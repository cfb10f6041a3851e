// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/session/ports/metrics_port.h"

#include <QObject>

#include <deque>

namespace orrery {

/// One of the things that an API server tells of itself, as last read.
template <typename T>
struct ServerPart {
    std::optional<T> value;             ///< the last that there was
    std::optional<kube::WallTime> asOf; ///< when it came
    std::optional<kube::Error> error;   ///< why there is nothing newer; none once something came
    bool isAsked = false;
};

/// Reads an API server's readiness and queues every few seconds, and its metrics, which are long, less often; each goes on
/// when another fails. Nothing is read unless it follows. Thread: the executor's.
class ApiServerFollower final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds Interval{5};
    static constexpr int TicksPerLoad = 3; ///< metrics are read each third time
    static constexpr std::chrono::minutes Window{5}; ///< what rates and quantiles are of, at most

    /// port and scheduler outlive it.
    ApiServerFollower(kube::MetricsPort &port, kube::ExecutorPtr executor, kube::Scheduler &scheduler, QObject *parent = nullptr);

    void follow(bool on); ///< at once, then at intervals
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }

    [[nodiscard]] const ServerPart<kube::Readiness> &readiness() const { return m_readiness; }
    [[nodiscard]] const ServerPart<kube::PriorityAndFairness> &flowControl() const { return m_flowControl; }
    [[nodiscard]] const ServerPart<kube::ApiServerLoad> &load() const { return m_load; }

    /// The metrics' counters are counted from then: the first reading of the window, or the server's begin while there is
    /// but one. Nothing: not known.
    [[nodiscard]] std::optional<std::chrono::duration<double>> counted() const;
    [[nodiscard]] bool isSinceBegin() const { return m_readings.size() < 2; }
    /// What the counters have grown by since then.
    [[nodiscard]] const kube::ApiServerLoad &meanwhile() const { return m_meanwhile; }
    [[nodiscard]] kube::WallTime now() const { return m_scheduler.wallNow(); }

Q_SIGNALS:
    void changed();

private:
    void tick();
    void count();
    template <typename T>
    void ask(ServerPart<T> &part, kube::Future<T> (kube::MetricsPort::*question)(), void (ApiServerFollower::*then)() = nullptr);

    kube::MetricsPort &m_port;
    kube::Scheduler &m_scheduler;
    bool m_isFollowing = false;
    int m_ticks = 0;
    ServerPart<kube::Readiness> m_readiness;
    ServerPart<kube::PriorityAndFairness> m_flowControl;
    ServerPart<kube::ApiServerLoad> m_load;
    struct Reading {
        kube::SteadyTime at;
        kube::ApiServerLoad load;
    };
    std::deque<Reading> m_readings; ///< of the window, the oldest first
    kube::ApiServerLoad m_meanwhile;
    kube::Timer m_timer;
    kube::Owner m_owner;
};

} // namespace orrery
