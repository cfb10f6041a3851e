// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/proxy/quick_time.h"

#include <QScopedValueRollback>

namespace kube::test {

namespace {
constexpr Duration longestTick = std::chrono::milliseconds(20);
}

QuickTime::QuickTime(int speed) : m_speed(speed)
{
    m_ticks.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_ticks, &QTimer::timeout, &m_ticks, [this] { tick(); });
    m_real.start();
    m_ticks.start(std::chrono::milliseconds(1));
}

void QuickTime::tick()
{
    if (m_ticking)
        return;
    const QScopedValueRollback ticking(m_ticking, true);
    const Duration real = std::chrono::nanoseconds(m_real.nsecsElapsed());
    m_real.restart();
    m_time.advance(std::min(real, longestTick) * (m_atWallSpeed ? 1 : m_speed));
}

} // namespace kube::test
