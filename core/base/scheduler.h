// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/subscription.h"

#include <chrono>

namespace kube {

using Duration = std::chrono::nanoseconds; ///< of either clock
using SteadyTime = std::chrono::steady_clock::time_point; ///< of the clock that is never set
using WallTime = std::chrono::system_clock::time_point; ///< of the calendar

/// A timer that has not fired yet; destroying it cancels.
using Timer = Subscription;

/// Time, handed in so that tests own it. Thread: a Scheduler belongs to one thread; timers fire there.
class Scheduler
{
public:
    virtual ~Scheduler() = default;
    [[nodiscard]] virtual SteadyTime now() const = 0; ///< never goes back
    [[nodiscard]] virtual WallTime wallNow() const = 0; ///< the calendar's; may be set back
    /// Runs task once after delay (at once when it is not positive, but never within this call).
    [[nodiscard]] virtual Timer after(Duration delay, std::function<void()> task) = 0;
};

} // namespace kube
