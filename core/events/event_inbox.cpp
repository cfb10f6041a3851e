// SPDX-License-Identifier: Apache-2.0
#include "core/events/event_inbox.h"

namespace kube {

void EventInbox::offer(NotedEvent event)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_status.recorded;
        if (m_events.size() >= capacity) {
            ++m_status.dropped;
            return;
        }
        m_events.push_back(std::move(event));
        if (m_events.size() > 1)
            return;
    }
    m_wake();
}

std::optional<NotedEvent> EventInbox::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_events.empty())
        return std::nullopt;
    NotedEvent event = std::move(m_events.front());
    m_events.pop_front();
    return event;
}

RecorderStatus EventInbox::status() const
{
    const std::lock_guard lock(m_mutex);
    RecorderStatus status = m_status;
    status.waiting += m_events.size();
    return status;
}

void EventInbox::count(std::uint64_t RecorderStatus::*counter)
{
    const std::lock_guard lock(m_mutex);
    ++(m_status.*counter);
}

void EventInbox::countFailure(std::optional<Error> error)
{
    const std::lock_guard lock(m_mutex);
    ++m_status.failed;
    m_status.lastError = std::move(error);
}

void EventInbox::setWaiting(std::size_t waiting)
{
    const std::lock_guard lock(m_mutex);
    m_status.waiting = waiting;
}

} // namespace kube
