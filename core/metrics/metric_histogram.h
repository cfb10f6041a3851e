// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

namespace kube {

/// How often a value was at most so large, counted since a program began. Source: a Prometheus histogram.
class MetricHistogram
{
public:
    /// Values so far that were at most upTo; infinity: all. Counts of one bound are added up, as those of several queues.
    void addBucket(double upTo, double count);
    void addSum(double sum) { m_sum += sum; }       ///< of all values
    void addCount(double count) { m_count += count; } ///< of values
    void add(const MetricHistogram &other); ///< one with the same bounds, as of another verb

    [[nodiscard]] double count() const { return m_count; } ///< values so far
    [[nodiscard]] double sum() const { return m_sum; }     ///< of them all
    /// Only what came after before was read. A count that went down says that the program began anew: then it is all.
    [[nodiscard]] MetricHistogram since(const MetricHistogram &before) const;
    /// The value that the fraction q (0 to 1) of the values does not exceed, by straight lines within buckets; in the last
    /// one its lower bound. Nothing: no values.
    [[nodiscard]] std::optional<double> quantile(double q) const;
    /// Is that value beyond the last bound? How far is not known: quantile() is then what it is more than.
    [[nodiscard]] bool isBeyond(double q) const;
    [[nodiscard]] std::optional<double> mean() const; ///< nothing: no values, or their sum is not told

private:
    struct Bucket {
        double upTo;
        double count;
    };
    std::vector<Bucket> m_buckets; ///< by bound, ascending; counts include those of lower buckets
    double m_sum = 0;
    double m_count = 0;
};

} // namespace kube
