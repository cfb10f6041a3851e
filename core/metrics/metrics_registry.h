// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace kube {

/// Counts, and writes the counts as Prometheus text. What it gives out lives as long as it does. Thread: any.
/// Source: the Prometheus text exposition format 0.0.4.
class MetricsRegistry
{
public:
    using Labels = std::vector<std::pair<std::string, std::string>>; ///< names and values

    /// A counter's or gauge's number under one set of labels.
    class Value
    {
    public:
        void add(double amount = 1); ///< a counter takes nothing below 0
        void set(double value);      ///< a gauge's alone

    private:
        friend class MetricsRegistry;
        explicit Value(std::mutex &mutex) : m_mutex(mutex) {}
        std::mutex &m_mutex;
        double m_value = 0;
    };
    /// How values under one set of labels are spread.
    class Histogram
    {
    public:
        void observe(double value); ///< one more

    private:
        friend class MetricsRegistry;
        Histogram(std::mutex &mutex, std::vector<double> bounds);
        std::mutex &m_mutex;
        std::vector<double> m_bounds;       ///< upper, ascending, without +Inf
        std::vector<std::uint64_t> m_counts; ///< of each bound alone, and of +Inf
        double m_sum = 0;
    };

    /// The same name and labels give the same one again; help, and the bounds of a histogram, are those of the first.
    Value &counter(const std::string &name, const std::string &help, const Labels &labels);
    Value &gauge(const std::string &name, const std::string &help, const Labels &labels); ///< likewise
    /// Likewise. bounds: of its buckets from above, ascending, without infinity.
    Histogram &histogram(const std::string &name, const std::string &help, const std::vector<double> &bounds, const Labels &labels);

    /// All of it at one moment, by name and labels.
    [[nodiscard]] std::string text() const;

private:
    struct Family {
        std::string help;
        std::string type;
        std::map<Labels, std::unique_ptr<Value>> values;
        std::map<Labels, std::unique_ptr<Histogram>> histograms;
    };
    Family &family(const std::string &name, const std::string &help, const char *type);
    Value &value(const std::string &name, const std::string &help, const char *type, const Labels &labels);

    mutable std::mutex m_mutex;
    std::map<std::string, Family> m_families;
};

} // namespace kube
