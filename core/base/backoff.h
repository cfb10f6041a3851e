// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <functional>

namespace kube {

/// A number in [0, 1), handed in so that tests own chance.
using Random = std::function<double()>;

/// A generator seeded from the system, of its own state. Thread: the returned function belongs to one.
[[nodiscard]] Random systemRandom();

/// Exponential back-off with jitter and a quiet reset, as client-go's reflector uses it
/// (apimachinery wait.Backoff with a reset duration).
class Backoff
{
public:
    /// The defaults are the reflector's.
    struct Config {
        Duration initial = std::chrono::milliseconds(800);
        Duration cap = std::chrono::seconds(30);
        double factor = 2.0;
        double jitter = 1.0;                             ///< a delay d becomes [d, d + d·jitter)
        Duration resetAfter = std::chrono::minutes(2);   ///< without a call for so long, start anew
    };

    Backoff(Config config, Random random) : m_config(config), m_random(std::move(random)) {} ///< starts at config.initial

    /// The delay to wait now; grows with each call.
    [[nodiscard]] Duration next(SteadyTime now);
    void reset() { m_current = Duration::zero(); } ///< the next delay is the first again

private:
    Config m_config;
    Random m_random;
    Duration m_current = Duration::zero();
    SteadyTime m_lastCall{};
};

} // namespace kube
