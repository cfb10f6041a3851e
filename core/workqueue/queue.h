// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workqueue/metrics.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_set>

namespace kube {

/// What a queue says of itself; a value.
struct WorkQueueSnapshot {
    std::string name;
    std::size_t queued = 0;     ///< waiting for a worker
    std::size_t processing = 0; ///< handed out, not done
    std::size_t waiting = 0;    ///< waiting for their time (DelayingQueue)
    std::uint64_t adds = 0;     ///< keys that were pushed
    std::uint64_t collapsed = 0; ///< adds of a key that was waiting already
    std::uint64_t gets = 0;
    std::uint64_t dones = 0;
    std::uint64_t retries = 0;  ///< addAfter and addRateLimited
    bool shuttingDown = false;
};

/// Keys to be worked on: fair (in the order of their first add), each once however often it is added, and never in
/// two workers' hands at a time. A key added while it is being worked on comes again after done().
/// Thread: any. Two faces: get() blocks, for worker threads; tryGet() and the wake-up are for event loops.
/// Lifetime: nobody may be inside a call when it is destroyed. Source: client-go util/workqueue.
template <typename Key, typename Hash = std::hash<Key>>
class WorkQueue
{
public:
    explicit WorkQueue(WorkQueueOptions options = {}) : m_name(options.name)
    {
        if (!options.name.empty() && options.metrics)
            m_metrics = std::make_unique<QueueMetrics<Key, Hash>>(options);
    }
    virtual ~WorkQueue() = default;
    WorkQueue(const WorkQueue &) = delete;
    WorkQueue &operator=(const WorkQueue &) = delete;

    /// Dropped while shutting down.
    void add(const Key &key)
    {
        WakeUp wakeUp;
        {
            const std::lock_guard lock(m_mutex);
            if (m_shuttingDown)
                return;
            if (!m_dirty.insert(key).second) {
                ++m_counts.collapsed;
                return;
            }
            ++m_counts.adds;
            if (m_metrics)
                m_metrics->added(key);
            if (m_processing.contains(key))
                return;
            wakeUp = push(key);
        }
        call(wakeUp);
    }

    /// Keys that get() would hand out now: neither those being worked on nor those that wait for their time.
    [[nodiscard]] std::size_t len() const
    {
        const std::lock_guard lock(m_mutex);
        return m_queue.size();
    }

    /// Waits for a key; nothing once the queue is shut down and empty.
    [[nodiscard]] std::optional<Key> get()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_queue.empty() || m_shuttingDown; });
        return take();
    }

    /// A key if there is one. After an empty answer the wake-up is called once when there is one again.
    [[nodiscard]] std::optional<Key> tryGet()
    {
        const std::lock_guard lock(m_mutex);
        auto key = take();
        if (!key)
            m_armed = true;
        return key;
    }

    /// The work on a key has ended, well or badly. A key that is not being worked on is ignored.
    void done(const Key &key)
    {
        WakeUp wakeUp;
        {
            const std::lock_guard lock(m_mutex);
            if (m_processing.erase(key) == 0)
                return;
            ++m_counts.dones;
            if (m_metrics)
                m_metrics->done(key);
            if (m_dirty.contains(key)) {
                if (m_draining)
                    m_owed.insert(key);
                wakeUp = push(key);
            }
            if (m_processing.empty())
                m_changed.notify_all();
        }
        call(wakeUp);
    }

    /// New keys are dropped; get() hands out what is queued and then nothing. Does not wait; ends a drain.
    void shutDown() { beginShutDown(false); }

    /// shutDown(), then waits until every key being worked on is done, those included that were added again
    /// meanwhile; shutDown() from another thread ends the wait. Blocks: never on an event loop.
    void shutDownWithDrain()
    {
        beginShutDown(true);
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_draining || (m_processing.empty() && m_owed.empty()); });
    }

    [[nodiscard]] bool shuttingDown() const
    {
        const std::lock_guard lock(m_mutex);
        return m_shuttingDown;
    }

    /// The event loop's wake-up, called without a lock on the thread that adds: post to the loop there and call
    /// tryGet() until it has nothing. Called once after each empty tryGet() (and for the first key ever), and when
    /// shutting down. An add under way on another thread may still call the one that was replaced.
    void setWakeUp(std::function<void()> wakeUp)
    {
        WakeUp pending;
        {
            const std::lock_guard lock(m_mutex);
            m_wakeUp = std::make_shared<const std::function<void()>>(std::move(wakeUp));
            m_armed = m_queue.empty();
            if (!m_armed)
                pending = m_wakeUp;
        }
        call(pending);
    }

    /// Sets the two gauges of age; whoever ticks calls it (DelayingQueue does, each 500 ms, when it has metrics).
    void updateUnfinishedWork()
    {
        const std::lock_guard lock(m_mutex);
        if (m_metrics)
            m_metrics->updateUnfinishedWork();
    }

    [[nodiscard]] virtual WorkQueueSnapshot snapshot() const
    {
        const std::lock_guard lock(m_mutex);
        WorkQueueSnapshot result = m_counts;
        result.name = m_name;
        result.queued = m_queue.size();
        result.processing = m_processing.size();
        result.shuttingDown = m_shuttingDown;
        return result;
    }

protected:
    void countRetry()
    {
        const std::lock_guard lock(m_mutex);
        ++m_counts.retries;
        if (m_metrics)
            m_metrics->retried();
    }
    [[nodiscard]] bool hasMetrics() const { return m_metrics != nullptr; }
    /// Called once, without the mutex, when shutting down begins.
    virtual void onShutDown() {}

private:
    using WakeUp = std::shared_ptr<const std::function<void()>>;

    [[nodiscard]] WakeUp push(const Key &key)
    {
        m_queue.push_back(key);
        m_changed.notify_one();
        // A drainer waits on the same condition: it must not swallow a worker's signal.
        if (m_draining)
            m_changed.notify_all();
        return std::exchange(m_armed, false) ? m_wakeUp : nullptr;
    }

    [[nodiscard]] std::optional<Key> take()
    {
        if (m_queue.empty())
            return std::nullopt;
        std::optional<Key> key(std::move(m_queue.front()));
        m_queue.pop_front();
        m_processing.insert(*key);
        m_dirty.erase(*key);
        m_owed.erase(*key);
        ++m_counts.gets;
        if (m_metrics)
            m_metrics->got(*key);
        return key;
    }

    void beginShutDown(bool drain)
    {
        WakeUp wakeUp;
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            m_draining = drain;
            first = !std::exchange(m_shuttingDown, true);
            if (first) {
                m_armed = false;
                wakeUp = m_wakeUp;
            }
            m_changed.notify_all();
        }
        if (first)
            onShutDown();
        call(wakeUp);
    }

    static void call(const WakeUp &wakeUp)
    {
        if (wakeUp && *wakeUp)
            (*wakeUp)();
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    const std::string m_name;
    std::deque<Key> m_queue;                     ///< each also in m_dirty, none in m_processing
    std::unordered_set<Key, Hash> m_dirty;       ///< to be worked on
    std::unordered_set<Key, Hash> m_processing;  ///< handed out, not done
    std::unordered_set<Key, Hash> m_owed;        ///< added again during the work a drain waits for
    std::unique_ptr<QueueMetrics<Key, Hash>> m_metrics;
    WakeUp m_wakeUp;
    WorkQueueSnapshot m_counts;
    bool m_armed = true;      ///< the next push calls the wake-up
    bool m_shuttingDown = false;
    bool m_draining = false;
};

} // namespace kube
