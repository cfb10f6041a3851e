// SPDX-License-Identifier: Apache-2.0
#include "core/restmapper/resource_argument.h"

#include <algorithm>

namespace kube {

std::string toLower(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

Result<std::vector<ResourceArgument>> ResourceArgument::parse(std::string_view text)
{
    const std::string lower = toLower(text);
    const auto first = lower.find('.');
    if (lower.empty() || first == 0 || lower.find_first_of("/ \t\n") != std::string::npos) {
        return fail(Error::badInput(QStringLiteral("not a resource: \"%1\"")
                                        .arg(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())))));
    }
    std::vector<ResourceArgument> readings;
    if (first == std::string::npos) {
        readings.push_back({lower, std::nullopt, std::nullopt});
        return readings;
    }
    const std::string name = lower.substr(0, first);
    const auto second = lower.find('.', first + 1);
    // A group may have dots of its own, so with two dots both readings stand.
    if (second != std::string::npos && second > first + 1)
        readings.push_back({name, lower.substr(first + 1, second - first - 1), lower.substr(second + 1)});
    readings.push_back({name, std::nullopt, lower.substr(first + 1)});
    return readings;
}

} // namespace kube
