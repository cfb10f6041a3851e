// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

namespace kube {

/// So many tokens a second, at most burst saved up. Pure over the times given, which may not go back.
class TokenBucket
{
public:
    TokenBucket(double perSecond, int burst) : m_perSecond(perSecond), m_burst(burst), m_tokens(burst) {} ///< full at first

    /// Takes a token if there is one.
    [[nodiscard]] bool tryTake(SteadyTime now);
    /// How long until there is one; zero when there is.
    [[nodiscard]] Duration untilNext(SteadyTime now) const;

private:
    [[nodiscard]] double tokensAt(SteadyTime now) const;

    double m_perSecond;
    double m_burst;
    double m_tokens;
    SteadyTime m_at{};
};

} // namespace kube
