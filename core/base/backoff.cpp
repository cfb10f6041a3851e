// SPDX-License-Identifier: Apache-2.0
#include "core/base/backoff.h"

#include <algorithm>
#include <memory>
#include <random>

namespace kube {

Random systemRandom()
{
    auto engine = std::make_shared<std::mt19937_64>(std::random_device{}());
    return [engine] { return std::uniform_real_distribution<double>(0.0, 1.0)(*engine); };
}

Duration Backoff::next(SteadyTime now)
{
    if (m_current == Duration::zero() || now - m_lastCall > m_config.resetAfter) {
        m_current = m_config.initial;
    } else {
        const double grown = static_cast<double>(m_current.count()) * m_config.factor;
        const double cap = static_cast<double>(m_config.cap.count());
        m_current = Duration(static_cast<Duration::rep>(std::min(grown, cap)));
    }
    m_lastCall = now;
    const double extra = static_cast<double>(m_current.count()) * m_config.jitter * m_random();
    return m_current + Duration(static_cast<Duration::rep>(extra));
}

} // namespace kube
