// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <array>
#include <cstdint>

namespace kube::sim {

/// What is random in a run: the same numbers for the same seed, everywhere. (splitmix64)
class Chance
{
public:
    explicit Chance(std::uint64_t seed) : m_state(seed) {}

    [[nodiscard]] std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return next() % limit; }
    [[nodiscard]] bool percent(unsigned share) { return below(100) < share; }
    [[nodiscard]] double real() { return static_cast<double>(next() >> 11) * 0x1p-53; } ///< in [0, 1)
    [[nodiscard]] Duration upTo(Duration most) { return Duration(static_cast<Duration::rep>(below(static_cast<std::uint64_t>(most.count()) + 1))); }
    template <typename T, std::size_t N>
    [[nodiscard]] const T &of(const std::array<T, N> &list)
    {
        return list[below(N)];
    }

private:
    std::uint64_t m_state;
};

} // namespace kube::sim
