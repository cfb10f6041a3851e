// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/metrics_registry.h"

#include "core/metrics/metric_writer.h"

#include <algorithm>
#include <limits>

namespace kube {

void MetricsRegistry::Value::add(double amount)
{
    const std::lock_guard lock(m_mutex);
    m_value += amount;
}

void MetricsRegistry::Value::set(double value)
{
    const std::lock_guard lock(m_mutex);
    m_value = value;
}

MetricsRegistry::Histogram::Histogram(std::mutex &mutex, std::vector<double> bounds)
    : m_mutex(mutex), m_bounds(std::move(bounds)), m_counts(m_bounds.size() + 1)
{
}

void MetricsRegistry::Histogram::observe(double value)
{
    const std::lock_guard lock(m_mutex);
    const auto bound = std::lower_bound(m_bounds.begin(), m_bounds.end(), value);
    ++m_counts[static_cast<std::size_t>(bound - m_bounds.begin())];
    m_sum += value;
}

MetricsRegistry::Family &MetricsRegistry::family(const std::string &name, const std::string &help, const char *type)
{
    return m_families.try_emplace(name, Family{help, type, {}, {}}).first->second;
}

MetricsRegistry::Value &MetricsRegistry::value(const std::string &name, const std::string &help, const char *type, const Labels &labels)
{
    const std::lock_guard lock(m_mutex);
    auto &value = family(name, help, type).values[labels];
    if (!value)
        value.reset(new Value(m_mutex));
    return *value;
}

MetricsRegistry::Value &MetricsRegistry::counter(const std::string &name, const std::string &help, const Labels &labels)
{
    return value(name, help, "counter", labels);
}

MetricsRegistry::Value &MetricsRegistry::gauge(const std::string &name, const std::string &help, const Labels &labels)
{
    return value(name, help, "gauge", labels);
}

MetricsRegistry::Histogram &MetricsRegistry::histogram(const std::string &name, const std::string &help,
                                                       const std::vector<double> &bounds, const Labels &labels)
{
    const std::lock_guard lock(m_mutex);
    auto &histogram = family(name, help, "histogram").histograms[labels];
    if (!histogram)
        histogram.reset(new Histogram(m_mutex, bounds));
    return *histogram;
}

std::string MetricsRegistry::text() const
{
    const std::lock_guard lock(m_mutex);
    std::string text;
    for (const auto &[name, family] : m_families) {
        appendFamily(text, name, family.help, family.type);
        for (const auto &[labels, value] : family.values)
            appendSample(text, {name, labels, value->m_value});
        for (const auto &[labels, histogram] : family.histograms) {
            std::uint64_t count = 0;
            MetricSample bucket{name + "_bucket", labels, 0};
            bucket.labels.emplace_back("le", "");
            for (std::size_t i = 0; i < histogram->m_counts.size(); ++i) {
                count += histogram->m_counts[i];
                bucket.value = static_cast<double>(count);
                bucket.labels.back().second = metricNumber(i < histogram->m_bounds.size() ? histogram->m_bounds[i] : std::numeric_limits<double>::infinity());
                appendSample(text, bucket);
            }
            appendSample(text, {name + "_sum", labels, histogram->m_sum});
            appendSample(text, {name + "_count", labels, static_cast<double>(count)});
        }
    }
    return text;
}

} // namespace kube
