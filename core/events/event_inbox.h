// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/events/event_recorder.h"

#include <deque>
#include <functional>
#include <mutex>

namespace kube {

/// What has been told and not yet looked at, and the counters of a recorder. Thread: any.
class EventInbox
{
public:
    static constexpr std::size_t capacity = 1000; ///< what comes beyond is dropped, and counted

    /// wake may be called from any thread, once for each time that something waits.
    explicit EventInbox(std::function<void()> wake) : m_wake(std::move(wake)) {}

    void offer(NotedEvent event);
    [[nodiscard]] std::optional<NotedEvent> take();

    [[nodiscard]] RecorderStatus status() const;
    void count(std::uint64_t RecorderStatus::*counter);
    void countFailure(std::optional<Error> error);
    void setWaiting(std::size_t waiting); ///< beside what is in here

private:
    std::function<void()> m_wake;
    mutable std::mutex m_mutex;
    std::deque<NotedEvent> m_events;
    RecorderStatus m_status; ///< its waiting is that of setWaiting()
};

} // namespace kube
