// SPDX-License-Identifier: Apache-2.0
#include "ui/views/apiserver/api_server_follower.h"

namespace orrery {

namespace {

std::map<std::string, kube::OperationLoad> grown(const std::map<std::string, kube::OperationLoad> &before, const std::map<std::string, kube::OperationLoad> &now)
{
    std::map<std::string, kube::OperationLoad> meanwhile;
    for (const auto &[name, operation] : now) {
        const auto then = before.find(name);
        meanwhile.emplace(name, then == before.end() ? operation : operation.since(then->second));
    }
    return meanwhile;
}

} // namespace

ApiServerFollower::ApiServerFollower(kube::MetricsPort &port, kube::ExecutorPtr executor, kube::Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_port(port), m_scheduler(scheduler), m_owner(std::move(executor))
{
}

void ApiServerFollower::follow(bool on)
{
    if (std::exchange(m_isFollowing, on) == on)
        return;
    m_timer.reset();
    m_ticks = 0;
    if (on)
        tick();
}

void ApiServerFollower::tick()
{
    ask(m_readiness, &kube::MetricsPort::readiness);
    ask(m_flowControl, &kube::MetricsPort::flowControl);
    if (m_ticks++ % TicksPerLoad == 0 || !m_load.value) // one that is refused is not long
        ask(m_load, &kube::MetricsPort::apiServerLoad, &ApiServerFollower::count);
    m_timer = m_scheduler.after(Interval, [this] { tick(); });
}

template <typename T>
void ApiServerFollower::ask(ServerPart<T> &part, kube::Future<T> (kube::MetricsPort::*question)(), void (ApiServerFollower::*then)())
{
    // A server that is slow is not asked twice at a time.
    if (std::exchange(part.isAsked, true))
        return;
    kube::then((m_port.*question)(), m_owner, [this, &part, then](kube::Result<T> answer) {
        part.isAsked = false;
        if (answer) {
            part.value = std::move(*answer);
            part.asOf = m_scheduler.wallNow();
            part.error.reset();
            if (then)
                (this->*then)();
        } else {
            part.error = answer.error();
        }
        Q_EMIT changed();
    });
}

void ApiServerFollower::count()
{
    const kube::ApiServerLoad &now = *m_load.value;
    const kube::SteadyTime at = m_scheduler.now();
    // One of several servers behind an address, or one that began anew: its counters are its own.
    if (!m_readings.empty() && m_readings.back().load.startedAt != now.startedAt)
        m_readings.clear();
    while (m_readings.size() > 1 && at - m_readings.front().at > Window)
        m_readings.pop_front();
    m_meanwhile = now;
    if (!m_readings.empty()) {
        const kube::ApiServerLoad &before = m_readings.front().load;
        m_meanwhile.verbs = grown(before.verbs, now.verbs);
        m_meanwhile.storage = grown(before.storage, now.storage);
        for (auto &[level, seats] : m_meanwhile.seats) {
            const auto then = before.seats.find(level);
            if (then != before.seats.end() && then->second.rejected <= seats.rejected)
                seats.rejected -= then->second.rejected;
        }
    }
    m_readings.push_back({at, now});
}

std::optional<std::chrono::duration<double>> ApiServerFollower::counted() const
{
    if (m_readings.size() > 1)
        return m_readings.back().at - m_readings.front().at;
    if (m_load.value && m_load.value->startedAt && m_load.asOf)
        return *m_load.asOf - *m_load.value->startedAt;
    return std::nullopt;
}

} // namespace orrery
