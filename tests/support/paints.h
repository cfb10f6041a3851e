// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/paint_times.h"

#include <vector>

namespace kube::test {

/// What tables told of their painting.
struct Paints final : PaintTimes {
    void painted(SteadyTime received, SteadyTime now) override { whole.push_back(now - received); }
    void outOfView() override { ++unseen; }

    std::vector<Duration> whole; ///< of each change that was painted
    int unseen = 0;
};

} // namespace kube::test
