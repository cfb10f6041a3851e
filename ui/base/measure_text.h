// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace orrery {

// What machinery is measured in, short enough for a cell. No noughts at the end.
[[nodiscard]] QString secondsText(double seconds);  ///< "250 µs", "12 ms", "1.4 s", "5m20s"
[[nodiscard]] QString beyondText(double seconds);   ///< ">10 s": more than that
[[nodiscard]] QString rateText(double perSecond);   ///< "0", "0.2", "12.5", "1,204"; the caller says of what

} // namespace orrery
