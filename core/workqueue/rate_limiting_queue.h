// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workqueue/delaying_queue.h"
#include "core/workqueue/rate_limiter.h"

#include <cassert>

namespace kube {

/// A DelayingQueue whose delays a RateLimiter chooses: what a controller's failed keys go back through.
/// Thread: as DelayingQueue. Source: client-go util/workqueue rate_limiting_queue.
template <typename Key, typename Hash = std::hash<Key>>
class RateLimitingQueue : public DelayingQueue<Key, Hash>
{
public:
    /// limiter is not null; scheduler outlives it.
    RateLimitingQueue(RateLimiterPtr<Key> limiter, ExecutorPtr executor, Scheduler &scheduler, WorkQueueOptions options = {},
                      std::unique_ptr<WorkLine<Key>> line = std::make_unique<FifoLine<Key>>())
        : DelayingQueue<Key, Hash>(std::move(executor), scheduler, std::move(options), std::move(line)),
          m_limiter(std::move(limiter))
    {
        assert(m_limiter);
    }

    /// Adds the key once its limiter says so. Does not forget: call forget() when the key succeeded.
    void addRateLimited(const Key &key) { this->addAfter(key, m_limiter->when(key)); }
    /// … and says why: snapshots tell of it until the key is forgotten.
    void addRateLimited(const Key &key, Error why)
    {
        {
            const std::lock_guard lock(m_lastMutex);
            m_last.insert_or_assign(key, WorkFailure{std::move(why), this->wallNow()});
        }
        addRateLimited(key);
    }
    /// It has succeeded: its next failure is its first. A key that waits for its time still does: see cancelAfter().
    void forget(const Key &key)
    {
        m_limiter->forget(key);
        const std::lock_guard lock(m_lastMutex);
        m_last.erase(key);
    }
    /// Failures since it was forgotten.
    [[nodiscard]] int numRequeues(const Key &key) const { return m_limiter->numRequeues(key); }
    /// How long it would have to wait if it failed now; counts as nothing. Nothing: the limiter does not tell.
    [[nodiscard]] std::optional<Duration> nextDelay(const Key &key) const { return m_limiter->next(key); }

/// @cond
protected: // for the kinds of queue made of this one
    [[nodiscard]] RateLimiter<Key> &limiter() const { return *m_limiter; } ///< what says how long to wait
    void tellFailures(const Key &key, WorkQueueSnapshot::Entry &entry) const override
    {
        entry.failures = m_limiter->numRequeues(key);
        entry.nextDelay = m_limiter->next(key);
        const std::lock_guard lock(m_lastMutex);
        if (const auto last = m_last.find(key); last != m_last.end())
            entry.lastFailure = last->second;
    }
    [[nodiscard]] std::size_t failing() const override { return m_limiter->failing(); }
    /// @endcond

private:
    RateLimiterPtr<Key> m_limiter;
    mutable std::mutex m_lastMutex;
    std::unordered_map<Key, WorkFailure, Hash> m_last; ///< by key, of those who said why
};

} // namespace kube
