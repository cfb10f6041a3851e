// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/yaml_outline.h"

namespace kube {

/// Reads a text into a YamlOutline. Blocks are found by indentation alone, so that a line that is broken breaks no other;
/// quotes and brackets that are not closed end where the next key begins.
class YamlOutlineBuilder
{
public:
    YamlOutlineBuilder(YamlOutline &outline, std::stop_token stop);
    void run();

private:
    using Index = YamlOutline::Index;
    using Node = YamlOutline::Node;
    using Kind = YamlOutline::Kind;
    using Style = YamlOutline::Style;
    /// A key as it stands on its line.
    struct KeyAhead {
        bool found = false;
        std::uint32_t begin = 0; ///< of the key's content, past anchors and tags
        std::uint32_t end = 0;
        std::uint32_t colon = 0;
    };
    /// What stands before a value.
    enum class After {
        Key,   ///< "key:": what begins on the same line is no block, and a list may be at the key's column
        Dash,  ///< "- ", "? " or ": ": a block may begin on the same line
        Begin, ///< nothing, or "---"
    };

    // Blocks: yaml_outline_builder.cpp
    void document();
    void value(Index node, int outer, After after);
    void block(Index node, int outer, After after);
    void map(Index node, int column);
    void sequence(Index node, int column);
    void member(Index map, int column);
    void explicitMember(Index child, int column);
    void resume(Index node, int column);
    void finish(Index node);
    [[nodiscard]] bool isContentAt(int column);

    // Scalars, [] and {}: yaml_outline_scalars.cpp
    void properties(Index node);
    void content(Index node, int outer);
    void plain(Index node, int outer);
    void quoted(Index node, int outer);
    void blockScalar(Index node, int outer);
    void alias(Index node);
    void flow(Index node, int outer);
    void flowItems(Index node);
    void flowMember(Index map);
    void flowValue(Index node);
    void flowPlain(Index node);
    [[nodiscard]] bool isFlowColon(std::uint32_t offset, Index before);
    bool flowBlanks();
    [[nodiscard]] std::uint32_t plainEnd(std::uint32_t from) const;
    [[nodiscard]] KeyAhead keyAhead(std::uint32_t from) const;
    void setScalar(Index node, Style style, TextRange range, std::string text);
    void setKey(Index child, Style style, TextRange range);
    [[nodiscard]] std::string keyText(Index scalar);

    // The reader: where it is, and lines
    [[nodiscard]] char at(std::uint32_t offset) const { return offset < m_text.size() ? m_text[offset] : '\0'; }
    [[nodiscard]] bool endsWord(std::uint32_t offset) const; ///< a blank, a line's end or the text's
    [[nodiscard]] TextRange line() const { return m_lines.line(m_line); }
    [[nodiscard]] std::uint32_t lineBegin(int index) const { return m_lines.line(index).begin + (index == 0 ? m_byteOrderMark : 0); }
    [[nodiscard]] int column() const { return static_cast<int>(m_at - lineBegin(m_line)); }
    [[nodiscard]] bool isDash(std::uint32_t offset) const { return at(offset) == '-' && endsWord(offset + 1); }
    [[nodiscard]] bool isMarker(int index) const;       ///< "---" or "..."
    [[nodiscard]] bool looksLikeStructure(int index) const; ///< a key or "- " begins the line
    [[nodiscard]] std::uint32_t contentOf(int index) const; ///< its first character that is no blank
    [[nodiscard]] bool isComment(std::uint32_t offset) const;
    void skipBlanks();
    bool toContent(); ///< over blanks, comments and lines; false before a marker and at the end
    bool toNextLine();
    void moveTo(std::uint32_t offset);
    [[nodiscard]] bool isAtLineEnd() const { return m_at >= line().end || isComment(m_at); }
    Index add(Index parent);
    Node &node(Index index) { return m_outline.m_nodes[index]; }

    YamlOutline &m_outline;
    std::stop_token m_stop;
    std::string_view m_text;
    TextLines m_lines;
    std::uint32_t m_at = 0;
    int m_line = 0;
    std::uint32_t m_byteOrderMark = 0; ///< its size
    int m_depth = 0;
    int m_flowOuter = -1; ///< the column of what the outermost [] or {} belongs to
    int m_flowLine = 0;   ///< where it begins
    bool m_endsEarly = false; ///< quotes and brackets end at the next key: one of them was never closed
};

} // namespace kube
