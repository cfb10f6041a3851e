// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/scheduler.h"

namespace kube {

/// An Executor and Scheduler on a thread of its own, for programs whose workers are plain threads and which run no
/// event loop. Tasks and timers run on that thread, one at a time.
/// Thread: post(), after(), now() and dropping a Timer from any; a timer that is dropped elsewhere may be firing.
/// Lifetime: its destructor joins; tasks that did not run are destroyed.
class ClockThread final : public Executor, public Scheduler
{
public:
    ClockThread();
    ~ClockThread() override;

    void post(std::function<void()> task) override;
    [[nodiscard]] SteadyTime now() const override;
    [[nodiscard]] WallTime wallNow() const override;
    [[nodiscard]] Timer after(Duration delay, std::function<void()> task) override;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace kube
