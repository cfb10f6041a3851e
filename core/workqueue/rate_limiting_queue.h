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
    void forget(const Key &key) { m_limiter->forget(key); } ///< it has succeeded: its next failure is its first
    /// Failures since it was forgotten.
    [[nodiscard]] int numRequeues(const Key &key) const { return m_limiter->numRequeues(key); }

/// @cond
protected: // for the kinds of queue made of this one
    [[nodiscard]] RateLimiter<Key> &limiter() const { return *m_limiter; } ///< what says how long to wait
    [[nodiscard]] int failuresOf(const Key &key) const override { return m_limiter->numRequeues(key); }
    [[nodiscard]] std::size_t failing() const override { return m_limiter->failing(); }
    /// @endcond

private:
    RateLimiterPtr<Key> m_limiter;
};

} // namespace kube
