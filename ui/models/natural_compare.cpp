// SPDX-License-Identifier: Apache-2.0
#include "ui/models/natural_compare.h"

#include <algorithm>

namespace orrery {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

unsigned char folded(char c)
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

int sign(int comparison)
{
    return comparison < 0 ? -1 : comparison > 0 ? 1 : 0;
}

struct Digits {
    std::size_t begin; ///< past leading zeros
    std::size_t end;
};

Digits digitsAt(std::string_view text, std::size_t at)
{
    while (at < text.size() && text[at] == '0')
        ++at;
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return {at, end};
}

} // namespace

int naturalCompare(std::string_view left, std::string_view right)
{
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() && j < right.size()) {
        if (isDigit(left[i]) && isDigit(right[j])) {
            const Digits a = digitsAt(left, i);
            const Digits b = digitsAt(right, j);
            if (a.end - a.begin != b.end - b.begin)
                return a.end - a.begin < b.end - b.begin ? -1 : 1;
            if (const int order = left.substr(a.begin, a.end - a.begin).compare(right.substr(b.begin, b.end - b.begin)))
                return sign(order);
            i = a.end;
            j = b.end;
            continue;
        }
        const unsigned char a = folded(left[i]);
        const unsigned char b = folded(right[j]);
        if (a != b)
            return a < b ? -1 : 1;
        ++i;
        ++j;
    }
    if (i < left.size() || j < right.size())
        return i < left.size() ? 1 : -1;
    return sign(left.compare(right));
}

} // namespace orrery
