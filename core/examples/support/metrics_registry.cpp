// SPDX-License-Identifier: Apache-2.0
#include "core/examples/support/metrics_registry.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace kube::examples {

namespace {

/// A line break and a backslash would end or change the line; a quote ends a label's value, and nothing else.
std::string escaped(const std::string &text, bool isLabel)
{
    std::string result;
    for (const char c : text) {
        if (c == '\\')
            result += "\\\\";
        else if (c == '\n')
            result += "\\n";
        else if (c == '"' && isLabel)
            result += "\\\"";
        else
            result += c;
    }
    return result;
}

std::string labelsText(const MetricsRegistry::Labels &labels)
{
    std::string text;
    for (const auto &[name, value] : labels)
        text += (text.empty() ? "" : ",") + name + "=\"" + escaped(value, true) + '"';
    return text;
}

std::string numberText(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number < 0 ? "-Inf" : "+Inf";
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    return {buffer, end};
}

std::string braced(const std::string &labels)
{
    return labels.empty() ? labels : '{' + labels + '}';
}

} // namespace

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
    auto &value = family(name, help, type).values[labelsText(labels)];
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
    auto &histogram = family(name, help, "histogram").histograms[labelsText(labels)];
    if (!histogram)
        histogram.reset(new Histogram(m_mutex, bounds));
    return *histogram;
}

std::string MetricsRegistry::text() const
{
    const std::lock_guard lock(m_mutex);
    std::string text;
    for (const auto &[name, family] : m_families) {
        text += "# HELP " + name + ' ' + escaped(family.help, false) + "\n# TYPE " + name + ' ' + family.type + '\n';
        for (const auto &[labels, value] : family.values)
            text += name + braced(labels) + ' ' + numberText(value->m_value) + '\n';
        for (const auto &[labels, histogram] : family.histograms) {
            std::uint64_t count = 0;
            for (std::size_t i = 0; i < histogram->m_counts.size(); ++i) {
                count += histogram->m_counts[i];
                const std::string bound = i < histogram->m_bounds.size() ? numberText(histogram->m_bounds[i]) : "+Inf";
                text += name + "_bucket{" + labels + (labels.empty() ? "" : ",") + "le=\"" + bound + "\"} " + std::to_string(count) + '\n';
            }
            text += name + "_sum" + braced(labels) + ' ' + numberText(histogram->m_sum) + '\n';
            text += name + "_count" + braced(labels) + ' ' + std::to_string(count) + '\n';
        }
    }
    return text;
}

std::vector<double> MetricsRegistry::exponentialBounds(double start, double factor, int count)
{
    std::vector<double> bounds;
    for (int i = 0; i < count; ++i)
        bounds.push_back(start * std::pow(factor, i));
    return bounds;
}

} // namespace kube::examples
