// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/manual_time.h"

#include <QElapsedTimer>
#include <QTimer>

namespace kube::test {

/// Time for a library that talks to a real server, so many times as fast as the clock on the wall: its waits of minutes
/// take seconds. It goes on only while this thread's event loop turns, by 20 ms of the wall's at once: a test
/// that does something else meanwhile, or a machine that does, uses up nobody's patience.
/// It goes with the wall's while an AtWallSpeed lives.
/// The server's own time is not quickened: a watch that asks for 5 minutes is believed dead 20 s later at a speed of 15.
class QuickTime final : public Scheduler
{
public:
    static constexpr int usual = 15;
    explicit QuickTime(int speed = usual);
    void setSpeed(int speed) { m_speed = speed; } ///< from now on

    /// As long as the test itself waits for a server. Lifetime: the time outlives it.
    class [[nodiscard]] AtWallSpeed
    {
    public:
        explicit AtWallSpeed(QuickTime &time) : m_time(time) { ++m_time.m_atWallSpeed; }
        ~AtWallSpeed() { --m_time.m_atWallSpeed; }
        AtWallSpeed(const AtWallSpeed &) = delete;
        AtWallSpeed &operator=(const AtWallSpeed &) = delete;

    private:
        QuickTime &m_time;
    };

    [[nodiscard]] SteadyTime now() const override { return m_time.now(); }
    [[nodiscard]] WallTime wallNow() const override { return m_time.wallNow(); }
    [[nodiscard]] Timer after(Duration delay, std::function<void()> task) override { return m_time.after(delay, std::move(task)); }

private:
    void tick();

    int m_speed;
    int m_atWallSpeed = 0;
    bool m_ticking = false; ///< a task may turn the event loop
    ManualTime m_time;
    QElapsedTimer m_real;
    QTimer m_ticks;
};

} // namespace kube::test
