// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/workqueue/queue.h"
#include "core/workqueue/waiting_keys.h"

namespace kube {

/// A WorkQueue that can also be told to add a key later. Keys whose time comes while it is paused are in line then.
/// Thread: made and destroyed on the executor's, where the timers live; every other call from any from which the
/// scheduler's clock may be read. Source: client-go util/workqueue delaying_queue.
template <typename Key, typename Hash = std::hash<Key>>
class DelayingQueue : public WorkQueue<Key, Hash>
{
    using Base = WorkQueue<Key, Hash>;

public:
    /// The scheduler is the executor thread's and outlives the queue.
    DelayingQueue(ExecutorPtr executor, Scheduler &scheduler, WorkQueueOptions options = {},
                  std::unique_ptr<WorkLine<Key>> line = std::make_unique<FifoLine<Key>>())
        : Base(std::move(options), std::move(line)), m_scheduler(scheduler), m_owner(std::move(executor))
    {
        if (this->state().books.hasMetrics())
            tick();
    }

    /// Adds the key after delay; at once when that is not positive: that is a retry too. Of several times the earliest
    /// counts: nothing postpones a key. Dropped while shutting down, and so is what still waits then.
    void addAfter(const Key &key, Duration delay)
    {
        const typename Base::Turn turn(*this);
        if (this->state().isDown())
            return;
        this->state().books.retried();
        if (delay <= Duration::zero())
            this->enter(key);
        else
            enterLater(key, timeAfter(delay));
    }

    /// A key that waits for its time waits no more, and is not added then; what is in line or in work stays.
    void cancelAfter(const Key &key)
    {
        const std::lock_guard lock(this->mutex());
        leave(key);
    }

    /// Keys that wait for their time.
    [[nodiscard]] std::size_t waiting() const
    {
        const std::lock_guard lock(this->mutex());
        return m_waiting.size();
    }

/// @cond
protected: // for the kinds of queue made of this one
    // In a Turn.
    virtual void enterLater(const Key &key, SteadyTime readyAt) { wait(key, readyAt); }
    void wait(const Key &key, SteadyTime readyAt)
    {
        if (!m_waiting.add(key, readyAt))
            return; // somebody earlier has the timer
        m_owner.executor()->post([this, alive = m_owner.guard()] {
            if (!alive.expired())
                release();
        });
    }
    virtual void leave(const Key &key) { waitNoLonger(key); }
    void waitNoLonger(const Key &key) { m_waiting.remove(key); }
    [[nodiscard]] WallTime wallNow() const { return m_scheduler.wallNow(); }
    [[nodiscard]] SteadyTime timeAfter(Duration delay) const
    {
        const SteadyTime now = m_scheduler.now();
        return delay < SteadyTime::max() - now ? now + delay : SteadyTime::max();
    }
    template <typename Look>
    void forEachWaiting(Look look) const
    {
        m_waiting.forEach(m_waiting.size(), [&](const Key &key, SteadyTime) { look(key); });
    }
    void onShutDown() override { m_waiting.clear(); }

    void describe(WorkQueueSnapshot &snapshot, typename Base::Lists &lists, std::size_t limit) const override
    {
        Base::describe(snapshot, lists, limit);
        snapshot.waiting = m_waiting.size();
        const SteadyTime now = limit > 0 ? m_scheduler.now() : SteadyTime{};
        m_waiting.forEach(limit, [&](const Key &key, SteadyTime readyAt) {
            const Duration toGo = std::max<Duration>(readyAt - now, Duration::zero());
            lists.waiting.push_back({key, {{}, toGo, 0, this->state().line->priorityOf(key), false}});
        });
    }
    /// @endcond

private:
    void release()
    {
        const SteadyTime now = m_scheduler.now();
        const typename Base::Turn turn(*this);
        while (const auto key = m_waiting.takeReady(now))
            this->enterLine(*key);
        m_timer.reset();
        if (const auto next = m_waiting.next()) {
            // A timer that is missed (a machine asleep) costs at most this.
            const Duration heartbeat = std::chrono::seconds(10);
            m_timer = m_scheduler.after(std::min<Duration>(*next - now, heartbeat), [this] { release(); });
        }
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
    WaitingKeys<Key, Hash> m_waiting; ///< under the mutex
    Timer m_timer;
    Timer m_tick;
    Owner m_owner;
};

} // namespace kube
