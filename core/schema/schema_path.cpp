// SPDX-License-Identifier: Apache-2.0
#include "core/schema/schema_path.h"

#include <algorithm>
#include <charconv>

namespace kube {

namespace {

int indexOf(std::string_view text)
{
    int index = -1;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), index);
    return code == std::errc() && end == text.data() + text.size() && index >= 0 ? index : -1;
}

SchemaPath::Step bracketed(std::string_view text)
{
    if (const int index = indexOf(text); index >= 0)
        return {{}, index, true};
    // Keys of labels may hold no "=".
    return {std::string(text), -1, text.find('=') != std::string_view::npos};
}

} // namespace

SchemaPath SchemaPath::parse(std::string_view text)
{
    SchemaPath path;
    while (!text.empty()) {
        if (text.front() == '[') {
            const std::size_t end = text.find(']');
            path.steps.push_back(bracketed(text.substr(1, std::min(end, text.size()) - 1)));
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        } else {
            const std::size_t end = std::min(text.find_first_of(".["), text.size());
            path.steps.push_back({std::string(text.substr(0, end)), -1, false});
            text.remove_prefix(end);
        }
        if (text.starts_with('.'))
            text.remove_prefix(1);
    }
    return path;
}

SchemaPath SchemaPath::parsePointer(std::string_view pointer)
{
    SchemaPath path;
    while (pointer.starts_with('/')) {
        const auto part = pointer.substr(1, pointer.find('/', 1) - 1);
        pointer.remove_prefix(1 + part.size());
        const int index = indexOf(part);
        Step step{{}, index, index >= 0};
        for (std::size_t i = 0; index < 0 && i < part.size(); ++i) {
            const bool isEscape = part[i] == '~' && i + 1 < part.size();
            step.key += isEscape ? (part[++i] == '1' ? '/' : '~') : part[i];
        }
        path.steps.push_back(std::move(step));
    }
    return path;
}

std::string SchemaPath::toText() const
{
    std::string text;
    for (const Step &step : steps) {
        const bool isPlain = !step.isItem && !step.key.empty() && step.key.find_first_of(".[]/= ") == std::string::npos;
        if (isPlain) {
            text += text.empty() ? "" : ".";
            text += step.key;
        } else {
            text += '[';
            text += step.isItem && step.key.empty() ? std::to_string(step.index) : step.key;
            text += ']';
        }
    }
    return text;
}

std::string SchemaPath::toPointer() const
{
    std::string pointer;
    for (const Step &step : steps) {
        pointer += '/';
        if (step.isItem) {
            pointer += step.index < 0 ? "-" : std::to_string(step.index);
            continue;
        }
        for (const char c : step.key) {
            if (c == '~' || c == '/')
                pointer += c == '~' ? "~0" : "~1";
            else
                pointer += c;
        }
    }
    return pointer;
}

} // namespace kube
