// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workqueue/delaying_queue.h"
#include "core/workqueue/rate_limiter.h"

namespace kube {

/// A DelayingQueue whose delays a RateLimiter chooses: what a controller's failed keys go back through.
/// Thread: as DelayingQueue. Source: client-go util/workqueue rate_limiting_queue.
template <typename Key, typename Hash = std::hash<Key>>
class RateLimitingQueue : public DelayingQueue<Key, Hash>
{
public:
    RateLimitingQueue(RateLimiterPtr<Key> limiter, ExecutorPtr executor, Scheduler &scheduler, WorkQueueOptions options = {},
                      std::unique_ptr<WorkLine<Key>> line = std::make_unique<FifoLine<Key>>())
        : DelayingQueue<Key, Hash>(std::move(executor), scheduler, std::move(options), std::move(line)),
          m_limiter(std::move(limiter))
    {
    }

    /// Adds the key once its limiter says so. Does not forget: call forget() when the key succeeded.
    void addRateLimited(const Key &key) { this->addAfter(key, m_limiter->when(key)); }
    void forget(const Key &key) { m_limiter->forget(key); }
    [[nodiscard]] int numRequeues(const Key &key) const { return m_limiter->numRequeues(key); }

protected:
    [[nodiscard]] RateLimiter<Key> &limiter() const { return *m_limiter; }
    [[nodiscard]] int failuresOf(const Key &key) const override { return m_limiter->numRequeues(key); }
    [[nodiscard]] std::size_t failing() const override { return m_limiter->failing(); }

private:
    RateLimiterPtr<Key> m_limiter;
};

} // namespace kube
