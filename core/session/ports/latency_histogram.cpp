// SPDX-License-Identifier: Apache-2.0
#include "core/session/ports/latency_histogram.h"

#include <algorithm>
#include <cmath>

namespace kube {

void LatencyHistogram::add(Duration took)
{
    const auto bound = std::find_if(bounds.begin(), bounds.end(), [took](int ms) { return took <= std::chrono::milliseconds(ms); });
    ++counts[static_cast<std::size_t>(bound - bounds.begin())];
    ++count;
    sum += took;
    max = std::max(max, took);
}

Duration LatencyHistogram::quantile(double part) const
{
    const auto wanted = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(part * static_cast<double>(count))));
    std::uint64_t reached = 0;
    for (std::size_t bucket = 0; bucket < bounds.size(); ++bucket) {
        reached += counts[bucket];
        if (reached >= wanted)
            return std::min<Duration>(max, std::chrono::milliseconds(bounds[bucket]));
    }
    return max;
}

} // namespace kube
