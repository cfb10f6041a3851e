// SPDX-License-Identifier: Apache-2.0
#include "tests/support/manual_time.h"

namespace kube::test {

Timer ManualTime::after(Duration delay, std::function<void()> task)
{
    const std::uint64_t id = ++m_lastId;
    m_timers->emplace(m_now + std::max(delay, Duration::zero()),
                      Entry{id, std::make_shared<std::function<void()>>(std::move(task))});
    return Timer([weak = std::weak_ptr(m_timers), id] {
        if (const auto timers = weak.lock())
            std::erase_if(*timers, [id](const auto &entry) { return entry.second.id == id; });
    });
}

void ManualTime::run()
{
    while (!m_posted.empty()) {
        auto task = std::move(m_posted.front());
        m_posted.pop_front();
        task();
    }
}

bool ManualTime::advanceToNextTimer()
{
    run();
    if (m_timers->empty())
        return false;
    advance(std::max<Duration>(m_timers->begin()->first - m_now, Duration::zero()));
    return true;
}

void ManualTime::advance(Duration by)
{
    const SteadyTime end = m_now + by;
    run();
    while (!m_timers->empty() && m_timers->begin()->first <= std::max(end, m_now)) {
        const auto first = m_timers->begin();
        m_now = std::max(m_now, first->first);
        const auto task = first->second.task;
        m_timers->erase(first);
        (*task)();
        run();
    }
    m_now = std::max(m_now, end); // a task may have taken longer
}

} // namespace kube::test
