// SPDX-License-Identifier: Apache-2.0
#include "core/schema/suggestion.h"

#include "core/object/quantity.h"

#include <algorithm>

namespace kube {

namespace {

char small(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool isSmallOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Letters to insert, drop, change or swap.
std::size_t distance(std::string_view left, std::string_view right)
{
    std::vector<std::size_t> before(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    std::vector<std::size_t> next(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const bool isSame = small(left[i - 1]) == small(right[j - 1]);
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1)});
            if (i > 1 && j > 1 && small(left[i - 1]) == small(right[j - 2]) && small(left[i - 2]) == small(right[j - 1]))
                next[j] = std::min(next[j], before[j - 2] + 1);
        }
        std::swap(before, row);
        std::swap(row, next);
    }
    return row[right.size()];
}

} // namespace

bool isSameButCase(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(), [](char a, char b) { return small(a) == small(b); });
}

std::string_view meantWord(std::string_view written, const std::vector<std::string_view> &words)
{
    std::string_view nearest;
    if (written.empty() || written.size() > 64)
        return nearest;
    std::size_t least = std::min<std::size_t>(3, std::max<std::size_t>(1, written.size() / 3)) + 1;
    for (const auto word : words) {
        if (isSameButCase(written, word))
            return word;
        const std::size_t gap = word.size() > written.size() ? word.size() - written.size() : written.size() - word.size();
        if (gap >= least || word.empty())
            continue;
        const std::size_t steps = distance(written, word);
        if (steps < least && steps < word.size()) {
            least = steps;
            nearest = word;
        }
    }
    return nearest;
}

std::string asName(std::string_view text)
{
    std::string name;
    for (const char c : text.substr(0, 253)) {
        const char letter = small(c);
        if (isSmallOrDigit(letter) || (letter == '.' && !name.empty()))
            name += letter;
        else if (!name.empty() && name.back() != '-' && (static_cast<unsigned char>(c) & 0xc0U) != 0x80U)
            name += '-';
    }
    while (!name.empty() && !isSmallOrDigit(name.back()))
        name.pop_back();
    return name;
}

bool isName(std::string_view text, NameRule rule)
{
    if (rule == NameRule::Subdomain) {
        if (text.empty() || text.size() > 253)
            return false;
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('.', begin), text.size());
            // Each part may be as long as the whole.
            const auto part = text.substr(begin, end - begin);
            if (part.empty() || !isSmallOrDigit(part.front()) || !isSmallOrDigit(part.back())
                || !std::all_of(part.begin(), part.end(), [](char c) { return isSmallOrDigit(c) || c == '-'; }))
                return false;
            begin = end + 1;
        }
        return true;
    }
    const bool beginsWell = !text.empty() && isSmallOrDigit(text.front()) && (rule == NameRule::Label || text.front() >= 'a');
    return beginsWell && text.size() <= 63 && isSmallOrDigit(text.back())
        && std::all_of(text.begin(), text.end(), [](char c) { return isSmallOrDigit(c) || c == '-'; });
}

std::string meantQuantity(std::string_view written)
{
    const std::size_t digits = std::min(written.find_first_not_of("0123456789.+-"), written.size());
    std::string number(written.substr(0, digits));
    std::string suffix;
    for (const char c : written.substr(digits)) {
        if (c != ' ')
            suffix += small(c);
    }
    if (number.empty() || suffix.size() > 5)
        return {};
    for (const std::string_view byte : {"bytes", "byte", "b"}) {
        if (suffix.ends_with(byte)) {
            suffix.resize(suffix.size() - byte.size());
            break;
        }
    }
    static constexpr std::string_view meant[] = {"", "m", "k", "Ki", "M", "Mi", "G", "Gi", "T", "Ti", "P", "Pi"};
    for (const auto one : meant) {
        if (!isSameButCase(suffix, one) || (one == "m" && written.find_first_of("bB", digits) != std::string_view::npos))
            continue;
        std::string text = number + std::string(one);
        return Quantity::parse(text) && text != written ? text : std::string();
    }
    return {};
}

} // namespace kube
