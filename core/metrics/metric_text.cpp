// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/metric_text.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace kube {

namespace {

constexpr double most = 9e18; ///< of what is shown as a whole number

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool beginsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
}

bool isOfName(char c)
{
    return beginsName(c) || (c >= '0' && c <= '9');
}

/// One line, read from left to right.
class LineReader
{
public:
    explicit LineReader(std::string_view line) : m_rest(line) {}

    void skipBlanks()
    {
        while (!m_rest.empty() && isBlank(m_rest.front()))
            m_rest.remove_prefix(1);
    }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }
    [[nodiscard]] bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    /// Empty: there is none.
    [[nodiscard]] std::string_view name()
    {
        std::size_t size = 0;
        while (size < m_rest.size() && (size == 0 ? beginsName(m_rest[size]) : isOfName(m_rest[size])))
            ++size;
        return cut(size);
    }
    /// Up to the next blank.
    [[nodiscard]] std::string_view word()
    {
        std::size_t size = 0;
        while (size < m_rest.size() && !isBlank(m_rest[size]))
            ++size;
        return cut(size);
    }
    /// What stands in quotes; false: they are not closed.
    [[nodiscard]] bool quoted(std::string &into)
    {
        if (!take('"'))
            return false;
        for (std::size_t i = 0; i < m_rest.size(); ++i) {
            const char c = m_rest[i];
            if (c == '"') {
                m_rest.remove_prefix(i + 1);
                return true;
            }
            if (c != '\\' || i + 1 == m_rest.size()) {
                into.push_back(c);
                continue;
            }
            const char escaped = m_rest[++i];
            into.push_back(escaped == 'n' ? '\n' : escaped);
        }
        return false;
    }

private:
    std::string_view cut(std::size_t size)
    {
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }

    std::string_view m_rest;
};

std::optional<double> numberOf(std::string_view word)
{
    if (word == "+Inf" || word == "Inf")
        return std::numeric_limits<double>::infinity();
    if (word == "-Inf")
        return -std::numeric_limits<double>::infinity();
    if (word == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (!word.empty() && word.front() == '+')
        word.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return number;
}

const char *readLabels(LineReader &line, MetricSample &sample)
{
    line.skipBlanks();
    while (!line.take('}')) {
        std::string label(line.name());
        line.skipBlanks();
        if (label.empty() || !line.take('='))
            return "a label is NAME=\"VALUE\"";
        line.skipBlanks();
        std::string text;
        if (!line.quoted(text))
            return "a label's value stands in quotes";
        sample.labels.emplace_back(std::move(label), std::move(text));
        line.skipBlanks();
        if (!line.take(',')) {
            if (line.take('}'))
                break;
            return "labels are separated by commas and end with }";
        }
        line.skipBlanks();
    }
    return nullptr;
}

/// Null: it went well.
const char *readSample(LineReader &line, MetricSample &sample)
{
    line.skipBlanks();
    if (line.take('{')) {
        if (const char *problem = readLabels(line, sample))
            return problem;
    }
    line.skipBlanks();
    const auto number = numberOf(line.word());
    if (!number)
        return "after the name and its labels comes a number";
    sample.value = *number;
    return nullptr; // what follows is a time or an exemplar
}

} // namespace

std::string_view MetricSample::label(std::string_view labelName) const
{
    for (const auto &[key, text] : labels) {
        if (key == labelName)
            return text;
    }
    return {};
}

Result<std::vector<MetricSample>> parseMetrics(std::string_view text, const std::function<bool(std::string_view)> &wanted)
{
    std::vector<MetricSample> samples;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        LineReader reader(line);
        reader.skipBlanks();
        if (reader.isAtEnd() || reader.take('#'))
            continue;
        const std::string_view name = reader.name();
        if (!name.empty() && wanted && !wanted(name))
            continue;
        MetricSample sample;
        sample.name = name;
        const char *problem = name.empty() ? "a line begins with a metric's name" : readSample(reader, sample);
        if (problem)
            return fail(Error::badInput(QString::fromLatin1(problem), QStringLiteral("line %1").arg(number)));
        samples.push_back(std::move(sample));
    }
    return samples;
}

Result<std::vector<MetricSample>> parseMeasures(std::string_view text, const std::function<bool(std::string_view)> &wanted)
{
    auto samples = parseMetrics(text, wanted);
    if (samples)
        std::erase_if(*samples, [](const MetricSample &sample) { return !(sample.value >= 0 && sample.value < most); }); // nor what is no number
    return samples;
}

} // namespace kube
