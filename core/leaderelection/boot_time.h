// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

namespace kube {

/// Real time that goes on while the machine sleeps, over the event loop of the thread it is used on: a timer that fell due
/// meanwhile fires as soon as the machine is awake. What has a deadline elsewhere, such as a lease, is measured by it; a leader
/// that slept for longer than its lease so stops at once, not at its next renewal. Resolution: 1 ms.
/// Its moments are not those of std::chrono::steady_clock, which stands still meanwhile.
class BootTime final : public Scheduler
{
public:
    [[nodiscard]] SteadyTime now() const override;     ///< since the machine was started, sleep and all
    [[nodiscard]] WallTime wallNow() const override;   ///< std::chrono::system_clock's
    /// Falls back to time that stands still while the machine sleeps when the process may open no more files.
    [[nodiscard]] Timer after(Duration delay, std::function<void()> task) override;
};

} // namespace kube
