// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <array>
#include <cstdint>

namespace kube {

/// How long things took. Only grows; it is never set back.
struct LatencyHistogram {
    /// Upper bounds of the buckets but the last, which has none; in milliseconds.
    static constexpr std::array<int, 12> bounds = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000};

    std::array<std::uint64_t, bounds.size() + 1> counts{}; ///< by bucket; each thing is in one
    std::uint64_t count = 0;                               ///< in all of them
    Duration sum = Duration::zero();
    Duration max = Duration::zero();

    void add(Duration took); ///< one more
    /// The bound of the bucket in which that part (0 to 1) of them ends; max for the last bucket, zero when there are none.
    [[nodiscard]] Duration quantile(double part) const;
};

} // namespace kube
