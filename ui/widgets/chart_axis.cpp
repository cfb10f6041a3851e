// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chart_axis.h"

#include <algorithm>
#include <cmath>

namespace orrery {

ChartAxis ChartAxis::upTo(double highest, int mostTicks, double leastStep)
{
    const int most = std::max(1, mostTicks);
    if (!(highest > 0) || !std::isfinite(highest))
        return {};
    double power = std::pow(10.0, std::floor(std::log10(highest / most)));
    for (;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double step = factor * power;
            // A hair above, so that what is exactly a tick needs no other one.
            const int ticks = std::max(1, static_cast<int>(std::ceil(highest / step - 1e-9)));
            if (ticks <= most && step >= leastStep)
                return {step, ticks};
        }
    }
}

qint64 timeStep(qint64 seconds, int mostMarks)
{
    for (const qint64 step : {5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600}) {
        if (seconds / step <= mostMarks)
            return step;
    }
    return std::max<qint64>(1, seconds / std::max(1, mostMarks));
}

} // namespace orrery
