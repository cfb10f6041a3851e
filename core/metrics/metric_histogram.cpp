// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/metric_histogram.h"

#include <algorithm>
#include <cmath>

namespace kube {

void MetricHistogram::addBucket(double upTo, double count)
{
    if (std::isnan(upTo) || std::isnan(count))
        return;
    const auto at = std::lower_bound(m_buckets.begin(), m_buckets.end(), upTo, [](const Bucket &bucket, double bound) { return bucket.upTo < bound; });
    if (at != m_buckets.end() && at->upTo == upTo)
        at->count += count;
    else
        m_buckets.insert(at, {upTo, count});
}

void MetricHistogram::add(const MetricHistogram &other)
{
    for (const Bucket &bucket : other.m_buckets)
        addBucket(bucket.upTo, bucket.count);
    m_sum += other.m_sum;
    m_count += other.m_count;
}

MetricHistogram MetricHistogram::since(const MetricHistogram &before) const
{
    const bool isSame = before.m_count <= m_count && before.m_buckets.size() == m_buckets.size()
        && std::equal(m_buckets.begin(), m_buckets.end(), before.m_buckets.begin(),
                      [](const Bucket &now, const Bucket &then) { return now.upTo == then.upTo && now.count >= then.count; });
    if (!isSame)
        return *this;
    MetricHistogram rest = *this;
    rest.m_count -= before.m_count;
    // A sum that was not told is 0 while values were counted.
    rest.m_sum = before.m_count > 0 && before.m_sum <= 0 ? 0 : m_sum - before.m_sum;
    for (std::size_t i = 0; i < m_buckets.size(); ++i)
        rest.m_buckets[i].count -= before.m_buckets[i].count;
    return rest;
}

std::optional<double> MetricHistogram::quantile(double q) const
{
    if (m_buckets.empty() || !(m_buckets.back().count > 0))
        return std::nullopt;
    const double rank = std::clamp(q, 0.0, 1.0) * m_buckets.back().count;
    double bound = 0;
    double below = 0;
    for (const Bucket &bucket : m_buckets) {
        if (bucket.count >= rank && bucket.count > below) {
            if (std::isinf(bucket.upTo))
                return bound;
            return bound + (bucket.upTo - bound) * std::max(0.0, rank - below) / (bucket.count - below);
        }
        bound = bucket.upTo;
        below = std::max(below, bucket.count);
    }
    return bound;
}

bool MetricHistogram::isBeyond(double q) const
{
    if (m_buckets.empty() || !std::isinf(m_buckets.back().upTo))
        return false;
    const double below = m_buckets.size() > 1 ? m_buckets[m_buckets.size() - 2].count : 0;
    return m_buckets.back().count > below && std::clamp(q, 0.0, 1.0) * m_buckets.back().count > below;
}

std::optional<double> MetricHistogram::mean() const
{
    return m_count > 0 && m_sum > 0 ? std::optional(m_sum / m_count) : std::nullopt;
}

} // namespace kube
