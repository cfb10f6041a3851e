// SPDX-License-Identifier: Apache-2.0
#include "core/session/health_monitor.h"

namespace kube {

namespace {

constexpr auto liveInterval = std::chrono::seconds(15);
constexpr auto benefitOfDoubt = std::chrono::seconds(2);
constexpr auto firstRetry = std::chrono::seconds(1);
constexpr auto longestRetry = std::chrono::seconds(30);

} // namespace

HealthMonitor::HealthMonitor(ExecutorPtr executor, Scheduler &scheduler, Probe probe, std::function<void()> changed)
    : m_scheduler(scheduler), m_probe(std::move(probe)), m_changed(std::move(changed)), m_owner(std::move(executor))
{
    m_health.since = scheduler.wallNow();
}

void HealthMonitor::start()
{
    enter(HealthState::Connecting);
    probe();
}

void HealthMonitor::probeNow()
{
    m_wait = firstRetry;
    if (!m_asking)
        probe();
}

void HealthMonitor::suspect(const Error &reason)
{
    const bool isAnswer = reason.is(ErrorKind::Throttled);
    if (m_health.state != HealthState::Live || m_suspicion || isAnswer || m_scheduler.now() < m_notBefore)
        return;
    if (!m_asking)
        probe();
    m_suspicion = m_scheduler.after(benefitOfDoubt, [this, reason] {
        m_suspicion.reset();
        if (!m_asking || m_health.state != HealthState::Live)
            return;
        m_health.reason = reason;
        m_health.latency.reset();
        m_wasSilent = true;
        enter(HealthState::Reconnecting);
    });
}

void HealthMonitor::noteWatches(std::size_t live)
{
    if (live > std::exchange(m_health.watches, live) && m_health.state == HealthState::Reconnecting && m_scheduler.now() >= m_notBefore)
        probeNow();
}

void HealthMonitor::fail(Error error)
{
    m_timer.reset();
    m_health.reason = std::move(error);
    enter(HealthState::Failed);
}

void HealthMonitor::refuse(const Error &reason)
{
    m_refusal = reason;
    if (m_health.state == HealthState::Live)
        standRefused();
}

void HealthMonitor::accept()
{
    if (std::exchange(m_refusal, std::nullopt))
        probeNow();
}

void HealthMonitor::standRefused()
{
    m_health.reason = m_refusal;
    enter(m_refusal->is(ErrorKind::Forbidden) ? HealthState::Forbidden : HealthState::Failed);
}

void HealthMonitor::probe()
{
    m_asking = true;
    m_timer.reset();
    m_asked = m_scheduler.now();
    then(m_probe(), m_owner, [this](Result<Answer> answer) { answered(std::move(answer)); });
}

void HealthMonitor::answered(Result<Answer> answer)
{
    m_asking = false;
    m_suspicion.reset();
    m_notBefore = {};
    const Duration wait = answer ? good(*answer) : bad(answer.error());
    m_timer = m_scheduler.after(wait, [this] { probe(); });
}

std::chrono::microseconds HealthMonitor::roundTrip() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(m_scheduler.now() - m_asked);
}

Duration HealthMonitor::good(const Answer &answer)
{
    m_health.serverVersion = answer.serverVersion;
    if (!answer.wasHeld)
        m_health.latency = roundTrip();
    m_health.reason.reset();
    m_wait = firstRetry;
    const bool was = m_health.state == HealthState::Live;
    m_everLive = true;
    if (m_refusal) {
        standRefused();
        return liveInterval;
    }
    enter(HealthState::Live);
    if (!was && m_onLive)
        m_onLive();
    m_wasSilent = false;
    return liveInterval;
}

Duration HealthMonitor::bad(const Error &error)
{
    const Duration patience = error.status && error.status->retryAfter ? Duration(*error.status->retryAfter) : Duration::zero();
    m_notBefore = m_scheduler.now() + patience;
    m_health.reason = error;
    if (error.is(ErrorKind::Throttled) && m_health.state == HealthState::Live) {
        m_health.latency = roundTrip();
        enter(HealthState::Live);
        return std::max<Duration>(liveInterval, patience);
    }
    m_health.latency.reset();
    m_wasSilent = m_wasSilent || error.is(ErrorKind::Transport) || error.is(ErrorKind::Tls);
    if (error.is(ErrorKind::Forbidden))
        enter(HealthState::Forbidden);
    else
        enter(m_everLive ? HealthState::Reconnecting : HealthState::Failed);
    const Duration wait = std::max(m_wait, patience);
    m_wait = std::min<Duration>(m_wait * 2, longestRetry);
    return wait;
}

void HealthMonitor::enter(HealthState state)
{
    if (m_health.state != state) {
        m_health.state = state;
        m_health.since = m_scheduler.wallNow();
    }
    m_changed();
}

} // namespace kube
