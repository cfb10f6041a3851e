// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/metrics/metric_text.h"

namespace kube {

/// The shortest text that is read as the same number: "0.1", "1e-08", "+Inf", "NaN". Thread: any.
[[nodiscard]] std::string metricNumber(double number);

/// Appends a sample's line to an exposition: what parseMetrics() reads as the same sample. Its name and its labels' names
/// are such as the format allows; labels' values may be any text, and the value any number. Thread: any.
void appendSample(std::string &text, const MetricSample &sample);

/// Appends what stands before the samples of one name: what they mean, and their type ("counter", "gauge", "histogram").
/// Readers of samples alone pass it over. Thread: any.
void appendFamily(std::string &text, std::string_view name, std::string_view help, std::string_view type);

} // namespace kube
