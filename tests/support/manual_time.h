// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/future.h"
#include "core/base/scheduler.h"

#include <deque>
#include <map>

namespace kube::test {

/// Time that moves only when a test says so, and an executor that runs only then too. One thread.
class ManualTime final : public Scheduler, public Executor
{
public:
    [[nodiscard]] SteadyTime now() const override { return m_now; }
    [[nodiscard]] WallTime wallNow() const override { return m_wallStart + std::chrono::duration_cast<WallTime::duration>(m_now - SteadyTime{}); }
    [[nodiscard]] Timer after(Duration delay, std::function<void()> task) override;
    void post(std::function<void()> task) override { m_posted.push_back(std::move(task)); }

    /// Runs what is posted until nothing is.
    void run();
    /// Moves on, firing timers in order, running what they post.
    void advance(Duration by);
    /// Time goes by within a task, or while the machine sleeps: what falls due fires afterwards, late.
    void pass(Duration by) { m_now += by; }
    /// Moves to the next timer; false when there is none.
    bool advanceToNextTimer();
    [[nodiscard]] std::size_t timers() const { return m_timers->size(); }

private:
    struct Entry {
        std::uint64_t id; ///< never used again, where an address would be
        std::shared_ptr<std::function<void()>> task;
    };
    using Timers = std::multimap<SteadyTime, Entry>;
    std::uint64_t m_lastId = 0;
    SteadyTime m_now = SteadyTime{} + std::chrono::hours(1);
    WallTime m_wallStart = WallTime{} + std::chrono::hours(24 * 365 * 56);
    std::deque<std::function<void()>> m_posted;
    std::shared_ptr<Timers> m_timers = std::make_shared<Timers>();
};

/// The answer of a future after running what is posted; fails the test when there is none yet.
template <typename T>
[[nodiscard]] Result<T> answer(ManualTime &time, Future<T> future)
{
    time.run();
    if (!future.isReady())
        return fail(Error::badInput(QStringLiteral("the future has not ended")));
    return future.take();
}

} // namespace kube::test
