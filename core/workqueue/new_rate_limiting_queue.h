// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/event_loop.h"
#include "core/workqueue/rate_limiting_queue.h"

namespace kube {

/// A RateLimitingQueue whose timers are the loop's: newRateLimitingQueue(defaultControllerRateLimiter<ObjectKey>(), loop).
/// Thread: made and destroyed on the loop's, which outlives it; used from any.
/// Source: client-go workqueue.NewTypedRateLimitingQueueWithConfig.
template <typename Key>
[[nodiscard]] std::unique_ptr<RateLimitingQueue<Key>> newRateLimitingQueue(RateLimiterPtr<Key> limiter, const EventLoop &loop,
                                                                           WorkQueueOptions options = {})
{
    return std::make_unique<RateLimitingQueue<Key>>(std::move(limiter), loop.executor(), *loop.scheduler(), std::move(options));
}

} // namespace kube
