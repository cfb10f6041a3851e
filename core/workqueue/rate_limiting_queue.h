// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workqueue/delaying_queue.h"
#include "core/workqueue/rate_limiter.h"

namespace kube {

/// A DelayingQueue whose delays a RateLimiter chooses: what a controller's failed keys go back through.
/// Thread: as DelayingQueue. Source: client-go util/workqueue rate_limiting_queue.
template <typename Key, typename Hash = std::hash<Key>>
class RateLimitingQueue final : public DelayingQueue<Key, Hash>
{
public:
    RateLimitingQueue(RateLimiterPtr<Key> limiter, ExecutorPtr executor, Scheduler &scheduler, WorkQueueOptions options = {})
        : DelayingQueue<Key, Hash>(std::move(executor), scheduler, std::move(options)), m_limiter(std::move(limiter))
    {
    }

    /// Adds the key once its limiter says so. Does not forget: call forget() when the key succeeded.
    void addRateLimited(const Key &key) { this->addAfter(key, m_limiter->when(key)); }
    void forget(const Key &key) { m_limiter->forget(key); }
    [[nodiscard]] int numRequeues(const Key &key) const { return m_limiter->numRequeues(key); }

private:
    RateLimiterPtr<Key> m_limiter;
};

} // namespace kube
