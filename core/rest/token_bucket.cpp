// SPDX-License-Identifier: Apache-2.0
#include "core/rest/token_bucket.h"

#include <algorithm>
#include <cmath>

namespace kube {

namespace {
constexpr double almostOne = 1.0 - 1e-9; // a wait of exactly one token's time must give it
}

double TokenBucket::tokensAt(SteadyTime now) const
{
    const double passed = std::chrono::duration<double>(now - m_at).count();
    return std::min(m_burst, m_tokens + std::max(0.0, passed) * m_perSecond);
}

bool TokenBucket::tryTake(SteadyTime now)
{
    m_tokens = tokensAt(now);
    m_at = now;
    if (m_tokens < almostOne)
        return false;
    m_tokens = std::max(0.0, m_tokens - 1.0);
    return true;
}

Duration TokenBucket::untilNext(SteadyTime now) const
{
    const double missing = 1.0 - tokensAt(now);
    if (missing <= 0)
        return Duration::zero();
    return Duration(static_cast<Duration::rep>(std::ceil(missing / m_perSecond * 1e9)));
}

} // namespace kube
