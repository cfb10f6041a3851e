// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string_view>

namespace kube {

/// A resource.Quantity: "100m", "1Gi", "1e3". Exact to the thousandth within ±9.2e18 thousandths (8 PiB), saturating beyond.
class Quantity
{
public:
    /// Errors: BadInput naming the text. Source: apimachinery pkg/api/resource.
    [[nodiscard]] static Result<Quantity> parse(std::string_view text);
    [[nodiscard]] std::int64_t milliValue() const { return m_milli; } ///< thousandths, rounded away from zero
    [[nodiscard]] std::int64_t value() const;                          ///< units, rounded away from zero
    friend auto operator<=>(const Quantity &, const Quantity &) = default;

private:
    std::int64_t m_milli = 0;
};

} // namespace kube
