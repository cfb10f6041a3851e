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
    if (m_health.state != HealthState::Live || m_suspicion)
        return;
    if (!m_asking)
        probe();
    m_suspicion = m_scheduler.after(benefitOfDoubt, [this, reason] {
        m_suspicion.reset();
        if (!m_asking || m_health.state != HealthState::Live)
            return;
        m_health.reason = reason;
        m_health.latency.reset();
        enter(HealthState::Reconnecting);
    });
}

void HealthMonitor::noteWatches(std::size_t live)
{
    if (live > std::exchange(m_health.watches, live) && m_health.state == HealthState::Reconnecting)
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
    Duration wait = liveInterval;
    if (answer) {
        m_health.serverVersion = answer->serverVersion;
        if (!answer->wasHeld)
            m_health.latency = std::chrono::duration_cast<std::chrono::microseconds>(m_scheduler.now() - m_asked);
        m_health.reason.reset();
        m_wait = firstRetry;
        const bool was = m_health.state == HealthState::Live;
        m_everLive = true;
        if (m_refusal) {
            standRefused();
        } else {
            enter(HealthState::Live);
            if (!was && m_onLive)
                m_onLive();
        }
    } else {
        m_health.reason = answer.error();
        m_health.latency.reset();
        if (answer.error().is(ErrorKind::Forbidden))
            enter(HealthState::Forbidden);
        else
            enter(m_everLive ? HealthState::Reconnecting : HealthState::Failed);
        wait = m_wait;
        m_wait = std::min<Duration>(m_wait * 2, longestRetry);
    }
    m_timer = m_scheduler.after(wait, [this] { probe(); });
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
