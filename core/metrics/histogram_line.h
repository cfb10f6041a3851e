// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/metrics/metric_histogram.h"
#include "core/metrics/metric_text.h"

namespace kube {

/// Takes one line of the histogram called base into it. line: the sample's name, or what is left of it. False: it is no
/// line of that. Inside of decoders only.
[[nodiscard]] bool takeHistogramLine(MetricHistogram &histogram, std::string_view line, std::string_view base, const MetricSample &sample);

} // namespace kube
