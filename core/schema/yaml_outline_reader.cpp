// SPDX-License-Identifier: Apache-2.0
// Where the builder is in its text.
#include "core/schema/yaml_outline_builder.h"

namespace kube {

bool YamlOutlineBuilder::endsWord(std::uint32_t offset) const
{
    const char c = at(offset);
    return offset >= m_text.size() || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool YamlOutlineBuilder::isMarker(int index) const
{
    const std::uint32_t begin = lineBegin(index);
    const auto three = m_text.substr(begin, 3);
    return (three == "---" || three == "...") && endsWord(begin + 3);
}

std::uint32_t YamlOutlineBuilder::contentOf(int index) const
{
    std::uint32_t offset = lineBegin(index);
    while (offset < m_lines.line(index).end && (at(offset) == ' ' || at(offset) == '\t'))
        ++offset;
    return offset;
}

bool YamlOutlineBuilder::looksLikeStructure(int index) const
{
    const std::uint32_t offset = contentOf(index);
    return offset < m_lines.line(index).end && (isDash(offset) || keyAhead(offset).found);
}

bool YamlOutlineBuilder::isComment(std::uint32_t offset) const
{
    return at(offset) == '#' && (offset == 0 || endsWord(offset - 1) || offset == contentOf(m_lines.lineOf(offset)));
}

void YamlOutlineBuilder::skipBlanks()
{
    while (m_at < line().end && (at(m_at) == ' ' || at(m_at) == '\t'))
        ++m_at;
}

bool YamlOutlineBuilder::toNextLine()
{
    if (m_line + 1 >= m_lines.count()) {
        m_at = static_cast<std::uint32_t>(m_text.size());
        return false;
    }
    m_at = m_lines.line(++m_line).begin;
    return true;
}

bool YamlOutlineBuilder::toContent()
{
    for (;;) {
        skipBlanks();
        if (!isAtLineEnd())
            return m_at != lineBegin(m_line) || !isMarker(m_line);
        if (!toNextLine())
            return false;
    }
}

void YamlOutlineBuilder::moveTo(std::uint32_t offset)
{
    m_at = offset;
    while (m_line + 1 < m_lines.count() && m_lines.line(m_line + 1).begin <= m_at)
        ++m_line;
}

YamlOutlineBuilder::Index YamlOutlineBuilder::add(Index parent)
{
    const auto index = static_cast<Index>(m_outline.m_nodes.size());
    Node &added = m_outline.m_nodes.emplace_back();
    added.parent = parent;
    added.range = {m_at, m_at};
    if (parent != YamlOutline::none) {
        added.place = static_cast<int>(node(parent).children.size());
        node(parent).children.push_back(index);
    }
    return index;
}

} // namespace kube
