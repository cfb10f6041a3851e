// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

namespace kube {

/// Real time over the Qt event loop of the thread it is used on. Resolution: 1 ms.
class QtScheduler final : public Scheduler
{
public:
    [[nodiscard]] SteadyTime now() const override; ///< std::chrono::steady_clock's
    [[nodiscard]] WallTime wallNow() const override; ///< std::chrono::system_clock's
    [[nodiscard]] Timer after(Duration delay, std::function<void()> task) override;
};

} // namespace kube
