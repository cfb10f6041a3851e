// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/metric_writer.h"

#include <charconv>
#include <cmath>

namespace kube {

namespace {

/// A line break and a backslash would end or change the line; a quote ends a label's value, and nothing else.
enum class EscapedIn { Help, Label };

void appendEscaped(std::string &text, std::string_view words, EscapedIn where)
{
    for (const char c : words) {
        if (c == '\\')
            text += "\\\\";
        else if (c == '\n')
            text += "\\n";
        else if (c == '"' && where == EscapedIn::Label)
            text += "\\\"";
        else
            text += c;
    }
}

} // namespace

std::string metricNumber(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number < 0 ? "-Inf" : "+Inf";
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr};
}

void appendSample(std::string &text, const MetricSample &sample)
{
    text += sample.name;
    char before = '{';
    for (const auto &[name, value] : sample.labels) {
        text += before;
        text += name;
        text += "=\"";
        appendEscaped(text, value, EscapedIn::Label);
        text += '"';
        before = ',';
    }
    text += sample.labels.empty() ? " " : "} ";
    text += metricNumber(sample.value) + '\n';
}

void appendFamily(std::string &text, std::string_view name, std::string_view help, std::string_view type)
{
    text.append("# HELP ").append(name) += ' ';
    appendEscaped(text, help, EscapedIn::Help);
    text.append("\n# TYPE ").append(name).append(" ").append(type) += '\n';
}

} // namespace kube
