// SPDX-License-Identifier: Apache-2.0
#include "core/object/quantity.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

namespace kube {

namespace {

constexpr std::int64_t largestInteger = std::numeric_limits<std::int64_t>::max();

/// What a suffix multiplies by: 10^decimal · 1024^binary.
struct Scale {
    long decimal = 0;
    int binary = 0;
};

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    return end - at;
}

std::optional<Scale> exponent(std::string_view text)
{
    const bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+'))
        text.remove_prefix(1);
    if (text.empty() || digitsAt(text, 0) != text.size())
        return std::nullopt;
    constexpr long beyondAnyQuantity = 1'000'000'000;
    long value = 0;
    for (const char digit : text)
        value = std::min(value * 10 + (digit - '0'), beyondAnyQuantity);
    return Scale{negative ? -value : value, 0};
}

std::optional<Scale> suffixScale(std::string_view suffix)
{
    static constexpr struct { std::string_view suffix; Scale scale; } known[] = {
        {"", {0, 0}},   {"n", {-9, 0}}, {"u", {-6, 0}}, {"m", {-3, 0}}, {"k", {3, 0}},  {"M", {6, 0}},  {"G", {9, 0}},  {"T", {12, 0}},
        {"P", {15, 0}}, {"E", {18, 0}}, {"Ki", {0, 1}}, {"Mi", {0, 2}}, {"Gi", {0, 3}}, {"Ti", {0, 4}}, {"Pi", {0, 5}}, {"Ei", {0, 6}},
    };
    for (const auto &entry : known) {
        if (entry.suffix == suffix)
            return entry.scale;
    }
    if (suffix.front() == 'e' || suffix.front() == 'E')
        return exponent(suffix.substr(1));
    return std::nullopt;
}

/// Decimal digits times 1024, without a limit.
void timesKibi(std::string &digits)
{
    unsigned carry = 0;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        carry += unsigned(*digit - '0') * 1024;
        *digit = char('0' + carry % 10);
        carry /= 10;
    }
    for (; carry > 0; carry /= 10)
        digits.insert(digits.begin(), char('0' + carry % 10));
}

/// digits · 10^shift, rounded away from zero, at most the largest 64-bit integer.
std::int64_t shifted(std::string_view digits, long shift)
{
    bool roundUp = false;
    if (shift < 0) {
        const std::size_t cut = std::min(digits.size(), static_cast<std::size_t>(-shift));
        roundUp = digits.substr(digits.size() - cut).find_first_not_of('0') != std::string_view::npos;
        digits.remove_suffix(cut);
        shift = 0;
    }
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty())
        return roundUp ? 1 : 0;
    constexpr long longest = std::numeric_limits<std::int64_t>::digits10 + 1;
    if (static_cast<long>(digits.size()) > longest || shift > longest - static_cast<long>(digits.size()))
        return largestInteger;
    std::uint64_t value = 0; // 19 digits always fit
    for (const char digit : digits)
        value = value * 10 + std::uint64_t(digit - '0');
    for (; shift > 0; --shift)
        value *= 10;
    value += roundUp ? 1 : 0;
    return value > std::uint64_t(largestInteger) ? largestInteger : std::int64_t(value);
}

} // namespace

Result<Quantity> Quantity::parse(std::string_view text)
{
    const auto refused = [&] {
        return fail(Error::badInput(
            QStringLiteral("not a quantity: \"%1\"").arg(QString::fromUtf8(text.data(), qsizetype(text.size())))));
    };
    std::size_t at = 0;
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        ++at;
    const std::size_t whole = digitsAt(text, at);
    std::string digits(text.substr(at, whole));
    at += whole;
    std::size_t fraction = 0;
    if (at < text.size() && text[at] == '.') {
        fraction = digitsAt(text, at + 1);
        digits += text.substr(at + 1, fraction);
        at += 1 + fraction;
    }
    const auto scale = digits.empty() ? std::nullopt : suffixScale(text.substr(at));
    if (!scale)
        return refused();
    for (int i = 0; i < scale->binary; ++i)
        timesKibi(digits);
    Quantity quantity;
    quantity.m_milli = shifted(digits, scale->decimal + 3 - static_cast<long>(fraction));
    if (negative)
        quantity.m_milli = -quantity.m_milli;
    return quantity;
}

std::int64_t Quantity::value() const
{
    return m_milli / 1000 + (m_milli % 1000 > 0 ? 1 : m_milli % 1000 < 0 ? -1 : 0);
}

} // namespace kube
