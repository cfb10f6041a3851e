// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/await.h"
#include "core/base/backoff.h"

namespace kube {

/// How often to try, and how long to wait between two tries. Source: apimachinery wait.Backoff.
struct RetryBackoff {
    int steps = 1; ///< tries
    Duration duration = Duration::zero();
    double factor = 1.0;
    double jitter = 0.0; ///< a wait d becomes [d, d + d·jitter)
};

/// For conflicts with others who write now and then. Source: client-go util/retry DefaultRetry.
inline constexpr RetryBackoff defaultRetry{5, std::chrono::milliseconds(10), 1.0, 0.1};
/// For conflicts with a client that writes all the time. Source: client-go util/retry DefaultBackoff.
inline constexpr RetryBackoff defaultBackoff{4, std::chrono::milliseconds(10), 5.0, 0.1};

/// Calls fn, which reads an object, changes it and writes it, again while it fails with Conflict. Gives what it gave last.
/// Waits on the event loop, as await() does. Source: client-go util/retry RetryOnConflict.
template <typename Fn>
[[nodiscard]] std::invoke_result_t<Fn> retryOnConflict(const RetryBackoff &backoff, Fn fn)
{
    const Random random = systemRandom();
    auto pause = std::chrono::duration<double>(backoff.duration);
    for (int step = 1;; ++step) {
        auto result = fn();
        if (result || !result.error().is(ErrorKind::Conflict) || step >= backoff.steps)
            return result;
        sleepFor(std::chrono::duration_cast<Duration>(pause * (1.0 + backoff.jitter * random())));
        pause *= backoff.factor;
    }
}

} // namespace kube
