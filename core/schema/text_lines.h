// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kube {

/// A place in a text, as an editor counts: both from 1, columns in UTF-16 units, as QTextBlock has them.
struct TextPlace {
    int line = 1;
    int column = 1;
    friend auto operator<=>(const TextPlace &, const TextPlace &) = default;
};

/// Bytes of a text: from begin to before end.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] bool isEmpty() const { return begin == end; } ///< a place
    [[nodiscard]] bool touches(std::uint32_t offset) const { return begin <= offset && offset <= end; } ///< a cursor may stand at its end
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// Length of a UTF-8 text in UTF-16 units.
[[nodiscard]] int utf16Length(std::string_view text);

/// Where the lines of a text are; "\n", "\r\n" and "\r" end one. The text must outlive it.
class TextLines
{
public:
    explicit TextLines(std::string_view text); ///< UTF-8

    [[nodiscard]] int count() const { return static_cast<int>(m_lines.size()); } ///< 1 at least
    [[nodiscard]] int lineOf(std::uint32_t offset) const;                        ///< from 0
    [[nodiscard]] TextRange line(int index) const { return m_lines[static_cast<std::size_t>(index)]; } ///< from 0; without its end
    [[nodiscard]] TextPlace place(std::uint32_t offset) const; ///< of a byte
    /// The nearest there is, for a place that is not.
    [[nodiscard]] std::uint32_t offset(TextPlace place) const;

private:
    std::string_view m_text;
    std::vector<TextRange> m_lines;
};

} // namespace kube
