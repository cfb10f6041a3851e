// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/workqueue/queue.h"

#include <map>

namespace kube {

/// A WorkQueue that can also be told to add a key later.
/// Thread: made and destroyed on the executor's, where the timers live; every other call from any.
/// Source: client-go util/workqueue delaying_queue.
template <typename Key, typename Hash = std::hash<Key>>
class DelayingQueue : public WorkQueue<Key, Hash>
{
public:
    /// The scheduler is the executor thread's and outlives the queue.
    DelayingQueue(ExecutorPtr executor, Scheduler &scheduler, WorkQueueOptions options = {})
        : WorkQueue<Key, Hash>(std::move(options)), m_scheduler(scheduler), m_owner(std::move(executor))
    {
        if (this->hasMetrics())
            tick();
    }

    /// Adds the key after delay; at once when that is not positive. Of several times the earliest counts: nothing
    /// postpones a key. Dropped while shutting down, and so is what still waits then.
    void addAfter(const Key &key, Duration delay)
    {
        if (this->shuttingDown())
            return;
        this->countRetry();
        if (delay <= Duration::zero()) {
            this->add(key);
            return;
        }
        const SteadyTime now = m_scheduler.now();
        const SteadyTime readyAt = delay < SteadyTime::max() - now ? now + delay : SteadyTime::max();
        {
            const std::lock_guard lock(m_waitingMutex);
            const auto known = m_places.find(key);
            if (known != m_places.end()) {
                if (known->second.first <= readyAt)
                    return;
                m_waiting.erase(known->second);
                m_places.erase(known);
            }
            const Place place{readyAt, m_counter++};
            m_waiting.emplace(place, key);
            m_places.emplace(key, place);
            if (m_waiting.begin()->first != place)
                return; // somebody earlier has the timer
        }
        m_owner.executor()->post([this, alive = m_owner.guard()] {
            if (!alive.expired())
                release();
        });
    }

    /// Keys that wait for their time.
    [[nodiscard]] std::size_t waiting() const
    {
        const std::lock_guard lock(m_waitingMutex);
        return m_waiting.size();
    }

    [[nodiscard]] WorkQueueSnapshot snapshot() const override
    {
        auto result = WorkQueue<Key, Hash>::snapshot();
        result.waiting = waiting();
        return result;
    }

protected:
    void onShutDown() override
    {
        const std::lock_guard lock(m_waitingMutex);
        m_waiting.clear();
        m_places.clear();
    }

private:
    using Place = std::pair<SteadyTime, std::uint64_t>; ///< keys of one time keep their order

    void release()
    {
        std::vector<Key> ready;
        std::optional<SteadyTime> next;
        const SteadyTime now = m_scheduler.now();
        {
            const std::lock_guard lock(m_waitingMutex);
            while (!m_waiting.empty() && m_waiting.begin()->first.first <= now) {
                auto first = m_waiting.extract(m_waiting.begin());
                m_places.erase(first.mapped());
                ready.push_back(std::move(first.mapped()));
            }
            if (!m_waiting.empty())
                next = m_waiting.begin()->first.first;
        }
        m_timer.reset();
        if (next) {
            // A timer that is missed (a machine asleep) costs at most this.
            const Duration heartbeat = std::chrono::seconds(10);
            m_timer = m_scheduler.after(std::min<Duration>(*next - now, heartbeat), [this] { release(); });
        }
        for (const Key &key : ready)
            this->add(key);
    }

    void tick()
    {
        m_tick = m_scheduler.after(std::chrono::milliseconds(500), [this] {
            this->updateUnfinishedWork();
            if (!this->shuttingDown())
                tick();
        });
    }

    Scheduler &m_scheduler;
    mutable std::mutex m_waitingMutex;
    std::map<Place, Key> m_waiting;
    std::unordered_map<Key, Place, Hash> m_places; ///< of each key in m_waiting
    std::uint64_t m_counter = 0;
    Timer m_timer;
    Timer m_tick;
    Owner m_owner;
};

} // namespace kube
