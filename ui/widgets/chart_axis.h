// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace orrery {

/// An axis from 0 with few, round ticks: step is 1, 2 or 5 times a power of ten.
struct ChartAxis {
    double step = 1;
    int ticks = 1; ///< above 0; the top is the last

    [[nodiscard]] double top() const { return step * ticks; }
    /// The smallest that holds highest with at most so many ticks, none nearer than leastStep; of 0 and less: up to 1.
    [[nodiscard]] static ChartAxis upTo(double highest, int mostTicks, double leastStep = 0);
};

/// Seconds between the marks of a time axis so many seconds long: 5, 10, 15, 30, 60 … the smallest that needs at most mostMarks.
[[nodiscard]] qint64 timeStep(qint64 seconds, int mostMarks);

} // namespace orrery
