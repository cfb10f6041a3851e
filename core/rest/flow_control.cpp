// SPDX-License-Identifier: Apache-2.0
#include "core/rest/flow_control.h"

namespace kube {

FlowControl::FlowControl(double perSecond, int burst, std::shared_ptr<Scheduler> scheduler)
    : m_scheduler(std::move(scheduler))
{
    if (perSecond > 0)
        m_bucket.emplace(perSecond, std::max(burst, 1));
}

FlowControl::~FlowControl() = default;

Subscription FlowControl::acquire(std::function<void()> go)
{
    if (!m_bucket || (m_waiting->empty() && m_bucket->tryTake(m_scheduler->now()))) {
        go();
        return Subscription();
    }
    const std::uint64_t ticket = ++m_lastTicket;
    m_waiting->emplace(ticket, std::move(go));
    startTimer();
    return Subscription([weak = std::weak_ptr(m_waiting), ticket] {
        if (const auto line = weak.lock())
            line->erase(ticket);
    });
}

void FlowControl::startTimer()
{
    m_timer = m_scheduler->after(m_bucket->untilNext(m_scheduler->now()), [this] { letGo(); });
}

void FlowControl::letGo()
{
    std::weak_ptr<Line> alive = m_waiting; // go may destroy this
    while (!m_waiting->empty() && m_bucket->tryTake(m_scheduler->now())) {
        const auto next = m_waiting->extract(m_waiting->begin());
        next.mapped()();
        if (alive.expired())
            return;
    }
    if (!m_waiting->empty())
        startTimer();
}

} // namespace kube
