// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// One measured value of a text exposition. Source: prometheus text format 0.0.4.
struct MetricSample {
    std::string name;
    std::vector<std::pair<std::string, std::string>> labels; ///< in their order; values without their escapes
    double value = 0; ///< may be infinite or not a number

    /// The label's value; "": it has no such label, which is the same for Prometheus.
    [[nodiscard]] std::string_view label(std::string_view labelName) const;
};

/// The samples of an exposition whose names are wanted (all without a predicate), in their order. Comments, types, times
/// and OpenMetrics' exemplars are passed over. Errors: BadInput, place "line N". Thread: any.
[[nodiscard]] Result<std::vector<MetricSample>> parseMetrics(std::string_view text, const std::function<bool(std::string_view name)> &wanted = {});

/// As parseMetrics(), of what counts or measures: without what cannot be one. Not a number, infinite, below 0 or beyond what a
/// whole number holds says that the program does not know, which is as if it had not told it.
[[nodiscard]] Result<std::vector<MetricSample>> parseMeasures(std::string_view text, const std::function<bool(std::string_view name)> &wanted);

} // namespace kube
