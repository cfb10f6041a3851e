// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml_scalar.h"

#include "core/object/json_write.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace kube {

namespace {

using Type = YamlScalar::Type;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t digitRunAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - at;
}

template <std::size_t size>
bool isOneOf(std::string_view text, const std::array<std::string_view, size> &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 11> trueWords{"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"};
constexpr std::array<std::string_view, 11> falseWords{"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"};
constexpr std::array<std::string_view, 5> nullWords{"", "~", "null", "Null", "NULL"};
constexpr std::array<std::string_view, 12> notFiniteWords{".nan",  ".NaN",  ".NAN",  ".inf",  ".Inf",  ".INF",
                                                          "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF"};

/// As strconv.ParseInt and ParseUint read with base 0, underscores gone before.
std::optional<std::string> integerToken(std::string_view text)
{
    const bool isSigned = text.starts_with('-') || text.starts_with('+');
    const bool negative = text.starts_with('-');
    if (isSigned)
        text.remove_prefix(1);
    int base = 10;
    if (text.size() > 1 && text.front() == '0') {
        const char letter = char(text[1] | 0x20);
        base = letter == 'x' ? 16 : letter == 'b' ? 2 : 8;
        text.remove_prefix(letter == 'x' || letter == 'b' || letter == 'o' ? 2 : 1);
    }
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (code != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    constexpr auto most = std::uint64_t(std::numeric_limits<std::int64_t>::max());
    if (isSigned && value > most + (negative ? 1 : 0))
        return std::nullopt;
    std::string token = std::to_string(value);
    if (negative && value != 0)
        token.insert(token.begin(), '-');
    return token;
}

/// [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
bool isDecimal(std::string_view text)
{
    std::size_t at = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const std::size_t whole = digitRunAt(text, at);
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = digitRunAt(text, at + 1);
        if (whole == 0 && fraction == 0)
            return false;
        at += 1 + fraction;
    } else if (whole == 0) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        const std::size_t exponent = digitRunAt(text, at);
        if (exponent == 0)
            return false;
        at += exponent;
    }
    return at == text.size();
}

/// Nothing when it is too large for a double.
std::optional<double> decimal(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code == std::errc())
        return value;
    const bool isTiny = text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos
        || text.find_first_of("123456789") > text.find('.');
    return isTiny ? std::optional(0.0) : std::nullopt;
}

std::optional<YamlScalar> number(std::string_view text)
{
    std::string plain(text);
    std::erase(plain, '_');
    if (const auto token = integerToken(plain))
        return YamlScalar{Type::Integer, *token, 0};
    const auto value = isDecimal(plain) ? decimal(plain) : std::nullopt;
    if (!value)
        return std::nullopt;
    std::string token = formatJsonNumber(*value);
    // Without an exponent a reader of JSON takes it for a whole number, and ours has 64 bits for those.
    if (token.find_first_of(".e") == std::string::npos && !integerToken(token))
        token = formatGeneralNumber(*value);
    return YamlScalar{Type::Float, std::move(token), *value};
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
    return out;
}

/// Digits, underscores, one point and an exponent in any arrangement some reader takes for a number.
bool looksLikeNumber(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    if (text.find_first_of("0123456789") == std::string_view::npos)
        return false;
    if (text.size() > 1 && text[0] == '0' && std::string_view("xXbBoO").find(text[1]) != std::string_view::npos)
        return text.find_first_not_of("0123456789abcdefABCDEF_", 2) == std::string_view::npos;
    std::size_t at = std::min(text.find_first_not_of("0123456789_"), text.size());
    if (at < text.size() && text[at] == ':') // base 60: 12:30:45.5
        return text.find_first_not_of("0123456789_:.", at) == std::string_view::npos;
    if (at < text.size() && text[at] == '.')
        at = std::min(text.find_first_not_of("0123456789_", at + 1), text.size());
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        at += digitRunAt(text, at);
    }
    return at == text.size();
}

/// 2001-12-14, alone or with a time after it.
bool looksLikeDate(std::string_view text)
{
    if (digitRunAt(text, 0) != 4 || text.size() < 8 || text[4] != '-')
        return false;
    const std::size_t month = digitRunAt(text, 5);
    const std::size_t dash = 5 + month;
    if (month < 1 || month > 2 || dash >= text.size() || text[dash] != '-')
        return false;
    const std::size_t day = digitRunAt(text, dash + 1);
    const std::size_t after = dash + 1 + day;
    return day >= 1 && day <= 2 && (after == text.size() || std::string_view("Tt \t").find(text[after]) != std::string_view::npos);
}

template <typename Number>
std::string generalNumber(Number value)
{
    if (!std::isfinite(value))
        return value < 0 ? "-.inf" : ".inf";
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
    const std::string scientific(text, end);
    const int exponent = std::stoi(scientific.substr(scientific.find('e') + 1));
    if (value != 0 && (exponent < -4 || exponent >= 6))
        return scientific;
    const auto fixedEnd = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr;
    return std::string(text, fixedEnd);
}

} // namespace

YamlScalar resolvePlainScalar(std::string_view text)
{
    const auto as = [&](Type type) { return YamlScalar{type, std::string(text), 0}; };
    if (isOneOf(text, nullWords))
        return as(Type::Null);
    if (isOneOf(text, trueWords))
        return {Type::Bool, "true", 0};
    if (isOneOf(text, falseWords))
        return {Type::Bool, "false", 0};
    if (isOneOf(text, notFiniteWords))
        return as(Type::NotFinite);
    const char first = text.front();
    if (isDigit(first) || first == '-' || first == '+' || first == '.')
        return number(text).value_or(as(Type::String));
    return as(Type::String);
}

bool isAmbiguousPlain(std::string_view text)
{
    static constexpr std::array<std::string_view, 15> words{"",    "~",   "null", "y",    "n",    "yes",   "no",  "on",
                                                            "off", "true", "false", ".nan", ".inf", "=", "<<"};
    std::string word = lower(text);
    if (word == "+.inf" || word == "-.inf")
        word.erase(0, 1);
    return isOneOf(std::string_view(word), words) || looksLikeNumber(text) || looksLikeDate(text)
        || resolvePlainScalar(text).type != Type::String;
}

std::string formatGeneralNumber(double value)
{
    return generalNumber(value);
}

std::string formatGeneralNumber(float value)
{
    return generalNumber(value);
}

} // namespace kube
