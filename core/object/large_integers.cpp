// SPDX-License-Identifier: Apache-2.0
#include "core/object/large_integers.h"

#include <charconv>
#include <cstdint>

namespace kube {

namespace {

bool isPartOfNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// token: as long as it looks like a number.
bool isLargeInteger(std::string_view token)
{
    if (token.size() < 19 || token.find_first_of(".eE") != std::string_view::npos)
        return false;
    const auto fits = [&](auto number) {
        const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
        return error != std::errc::result_out_of_range || end != token.data() + token.size();
    };
    return !fits(std::int64_t()) && (token.front() == '-' || !fits(std::uint64_t()));
}

} // namespace

std::string withLargeIntegersAsDoubles(std::string_view json)
{
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < json.size();) {
        const std::size_t begin = at;
        if (json[at] == '"') {
            for (++at; at < json.size() && json[at] != '"'; ++at)
                at += json[at] == '\\' ? 1 : 0;
            ++at;
        } else if (isPartOfNumber(json[at])) {
            while (at < json.size() && isPartOfNumber(json[at]))
                ++at;
            if (isLargeInteger(json.substr(begin, at - begin))) {
                out.append(json.substr(copied, at - copied)).append(".0");
                copied = at;
            }
        } else {
            ++at;
        }
    }
    if (copied > 0)
        out.append(json.substr(copied));
    return out;
}

} // namespace kube
