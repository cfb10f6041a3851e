// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/histogram_line.h"

#include <charconv>
#include <limits>

namespace kube {

bool takeHistogramLine(MetricHistogram &histogram, std::string_view line, std::string_view base, const MetricSample &sample)
{
    if (!line.starts_with(base))
        return false;
    line.remove_prefix(base.size());
    if (line == "_bucket") {
        const std::string_view text = sample.label("le");
        double bound = std::numeric_limits<double>::infinity();
        if (text != "+Inf" && std::from_chars(text.data(), text.data() + text.size(), bound).ec != std::errc())
            return false;
        histogram.addBucket(bound, sample.value);
        return true;
    }
    if (line == "_sum")
        histogram.addSum(sample.value);
    else if (line == "_count")
        histogram.addCount(sample.value);
    return true;
}

} // namespace kube
