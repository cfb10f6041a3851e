// SPDX-License-Identifier: Apache-2.0
#include "core/workqueue/clock_thread.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace kube {

struct ClockThread::Shared {
    using Place = std::pair<SteadyTime, std::uint64_t>;

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> posted;
    std::map<Place, std::function<void()>> timers;
    std::uint64_t counter = 0;
    bool closed = false;
    std::thread thread;

    void run()
    {
        std::unique_lock lock(mutex);
        while (!closed) {
            std::function<void()> task;
            if (!posted.empty()) {
                task = std::move(posted.front());
                posted.pop_front();
            } else if (!timers.empty() && timers.begin()->first.first <= std::chrono::steady_clock::now()) {
                task = std::move(timers.begin()->second);
                timers.erase(timers.begin());
            } else if (timers.empty()) {
                changed.wait(lock);
                continue;
            } else {
                const SteadyTime until = timers.begin()->first.first;
                changed.wait_until(lock, until);
                continue;
            }
            lock.unlock();
            task();
            task = nullptr;
            lock.lock();
        }
    }
};

ClockThread::ClockThread() : m_shared(std::make_shared<Shared>())
{
    m_shared->thread = std::thread([shared = m_shared.get()] { shared->run(); });
}

ClockThread::~ClockThread()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->closed = true;
        m_shared->changed.notify_all();
    }
    m_shared->thread.join();
    // Tasks may own what posts or drops timers again: they go without the mutex.
    std::deque<std::function<void()>> posted;
    std::map<Shared::Place, std::function<void()>> timers;
    {
        const std::lock_guard lock(m_shared->mutex);
        posted.swap(m_shared->posted);
        timers.swap(m_shared->timers);
    }
}

void ClockThread::post(std::function<void()> task)
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->closed)
        return;
    m_shared->posted.push_back(std::move(task));
    m_shared->changed.notify_all();
}

SteadyTime ClockThread::now() const
{
    return std::chrono::steady_clock::now();
}

WallTime ClockThread::wallNow() const
{
    return std::chrono::system_clock::now();
}

Timer ClockThread::after(Duration delay, std::function<void()> task)
{
    const std::lock_guard lock(m_shared->mutex);
    const Shared::Place place{now() + std::max(delay, Duration::zero()), m_shared->counter++};
    if (m_shared->closed)
        return {};
    m_shared->timers.emplace(place, std::move(task));
    m_shared->changed.notify_all();
    return Timer([weak = std::weak_ptr(m_shared), place] {
        std::function<void()> dropped; // outlives the lock
        if (const auto shared = weak.lock()) {
            const std::lock_guard inner(shared->mutex);
            if (const auto found = shared->timers.find(place); found != shared->timers.end()) {
                dropped = std::move(found->second);
                shared->timers.erase(found);
            }
        }
    });
}

} // namespace kube
