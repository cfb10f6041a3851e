// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml_text.h"
#include "core/schema/yaml_outline_builder.h"

#include <algorithm>

namespace kube {

namespace {

constexpr int deepestFlow = 200;

bool isSign(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

} // namespace

void YamlOutlineBuilder::flow(Index index, int outer)
{
    const std::uint32_t begin = m_at;
    const int beginLine = m_line;
    const std::size_t before = m_outline.m_nodes.size();
    m_flowOuter = outer;
    m_flowLine = m_line;
    flowItems(index);
    if (node(index).isClosed || m_endsEarly)
        return;
    // Again, now that it is known to have no end.
    m_endsEarly = true;
    m_outline.m_nodes.resize(before);
    node(index).children.clear();
    m_at = begin;
    m_line = beginLine;
    flowItems(index);
}

/// The items or members and the bracket that closes them.
void YamlOutlineBuilder::flowItems(Index index)
{
    const bool isMap = at(m_at) == '{';
    node(index).kind = isMap ? Kind::Map : Kind::Sequence;
    node(index).style = Style::Flow;
    node(index).isClosed = false;
    node(index).range = {m_at, m_at + 1};
    ++m_at;
    if (m_depth >= deepestFlow || m_stop.stop_requested()) {
        m_at = line().end;
        return;
    }
    ++m_depth;
    while (flowBlanks()) {
        const char c = at(m_at);
        if (c == ']' || c == '}') {
            node(index).isClosed = c == (isMap ? '}' : ']');
            m_at += node(index).isClosed ? 1 : 0;
            break;
        }
        const std::uint32_t from = m_at;
        if (c == ',') {
            ++m_at;
        } else if (isMap) {
            flowMember(index);
        } else {
            const Index item = add(index);
            flowValue(item);
            if (m_at < line().end && (at(m_at) == ' ' || at(m_at) == '\t'))
                skipBlanks();
            if (isFlowColon(m_at, item)) { // [a: b] is a list with a map
                const Index child = add(item);
                Node &pair = node(item);
                node(child).isMember = true;
                node(child).key = keyText(item);
                node(child).keyRange = pair.range;
                pair.kind = Kind::Map;
                pair.style = Style::Flow;
                pair.text.clear();
                ++m_at;
                node(child).range = {m_at, m_at};
                if (flowBlanks() && !isSign(at(m_at)))
                    flowValue(child);
                node(item).range.end = m_outline.extent(child).end;
            }
        }
        if (m_at == from)
            ++m_at;
    }
    --m_depth;
    Node &made = node(index);
    const std::uint32_t last = made.children.empty() ? made.range.end : m_outline.extent(made.children.back()).end;
    made.range.end = made.isClosed ? m_at : std::max(made.range.end, last);
}

void YamlOutlineBuilder::flowMember(Index map)
{
    const Index child = add(map);
    node(child).isMember = true;
    if (at(m_at) == '?' && endsWord(m_at + 1)) {
        ++m_at;
        if (!flowBlanks())
            return;
    }
    const Index key = add(YamlOutline::none);
    if (at(m_at) != ':' || !isFlowColon(m_at, key))
        flowValue(key);
    const bool isPlain = node(key).style == Style::Plain;
    node(child).key = keyText(key);
    node(child).isMergeKey = isPlain && node(key).text == "<<";
    node(child).keyRange = node(key).range;
    node(child).range = {node(key).range.end, node(key).range.end};
    node(child).hasColon = flowBlanks() && isFlowColon(m_at, key);
    if (!node(child).hasColon)
        return;
    ++m_at;
    node(child).range = {m_at, m_at};
    const int colonLine = m_line;
    if (!flowBlanks())
        return;
    if (at(m_at) != ',' && at(m_at) != '}' && at(m_at) != ']')
        flowValue(child);
    else if (m_line == colonLine)
        node(child).range = {m_at, m_at};
}

void YamlOutlineBuilder::flowValue(Index index)
{
    properties(index);
    if (!flowBlanks())
        return;
    const char first = at(m_at);
    node(index).range = {m_at, m_at};
    if (first == '[' || first == '{')
        flowItems(index);
    else if (first == '"' || first == '\'')
        quoted(index, m_flowOuter);
    else if (first == '*')
        alias(index);
    else if (first != ',' && first != ']' && first != '}')
        flowPlain(index);
}

void YamlOutlineBuilder::flowPlain(Index index)
{
    const std::uint32_t begin = m_at;
    std::uint32_t end = begin;
    do {
        for (; m_at < line().end; ++m_at) {
            const char c = at(m_at);
            const bool isColon = c == ':' && (endsWord(m_at + 1) || isSign(at(m_at + 1)));
            if (isSign(c) || isColon || isComment(m_at))
                break;
            if (c != ' ' && c != '\t')
                end = m_at + 1;
        }
    } while (m_at >= line().end && flowBlanks() && !isSign(at(m_at)) && at(m_at) != ':' && at(m_at) != '#');
    setScalar(index, Style::Plain, {begin, end}, foldedPlain(m_text.substr(begin, end - begin)));
}

bool YamlOutlineBuilder::isFlowColon(std::uint32_t offset, Index before)
{
    const bool isAdjacent = node(before).style != Style::Plain; // "a":1
    return at(offset) == ':' && (isAdjacent || endsWord(offset + 1) || isSign(at(offset + 1)));
}

bool YamlOutlineBuilder::flowBlanks()
{
    for (;;) {
        skipBlanks();
        if (m_line != m_flowLine && m_at == contentOf(m_line) && m_at < line().end) {
            if (isMarker(m_line) || (m_endsEarly && column() <= m_flowOuter && looksLikeStructure(m_line)))
                return false;
        }
        if (!isAtLineEnd())
            return true;
        if (!toNextLine())
            return false;
    }
}

} // namespace kube
