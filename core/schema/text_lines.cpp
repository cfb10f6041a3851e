// SPDX-License-Identifier: Apache-2.0
#include "core/schema/text_lines.h"

#include <algorithm>

namespace kube {

namespace {

/// Of the character that begins with this byte; bytes within one count nothing.
int utf16Units(char byte)
{
    const auto first = static_cast<unsigned char>(byte);
    return (first & 0xc0U) == 0x80U ? 0 : first >= 0xf0U ? 2 : 1;
}

} // namespace

int utf16Length(std::string_view text)
{
    int units = 0;
    for (const char byte : text)
        units += utf16Units(byte);
    return units;
}

TextLines::TextLines(std::string_view text) : m_text(text)
{
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
        m_lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        if (end == text.size())
            return;
        begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
}

int TextLines::lineOf(std::uint32_t offset) const
{
    const auto after = std::upper_bound(m_lines.begin(), m_lines.end(), offset,
                                        [](std::uint32_t at, const TextRange &line) { return at < line.begin; });
    return static_cast<int>(after - m_lines.begin()) - 1;
}

TextPlace TextLines::place(std::uint32_t offset) const
{
    const int index = lineOf(offset);
    const TextRange range = line(index);
    const auto before = m_text.substr(range.begin, std::min(offset, range.end) - range.begin);
    return {index + 1, utf16Length(before) + 1};
}

std::uint32_t TextLines::offset(TextPlace place) const
{
    const TextRange range = line(std::clamp(place.line - 1, 0, count() - 1));
    std::uint32_t at = range.begin;
    for (int left = place.column - 1; at < range.end; ++at) {
        left -= utf16Units(m_text[at]);
        if (left < 0)
            break;
    }
    return at;
}

} // namespace kube
