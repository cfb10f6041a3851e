// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace orrery {

/// -1, 0, 1 as people order names: digits by their number ("pod-2" before "pod-10"), ASCII letters without case,
/// other bytes as they are; texts that differ in leading zeros or case only are ordered by their bytes, so that 0
/// means equal. A total order.
[[nodiscard]] int naturalCompare(std::string_view left, std::string_view right);

} // namespace orrery
