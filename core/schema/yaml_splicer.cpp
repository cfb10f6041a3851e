// SPDX-License-Identifier: Apache-2.0
#include "core/schema/yaml_splicer.h"

#include <algorithm>

namespace kube {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isAllBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// A comment behind what has been written.
std::string behind(std::string_view comment)
{
    comment = trimmed(comment);
    return comment.empty() ? std::string() : ' ' + std::string(comment);
}

} // namespace

YamlSplicer::YamlSplicer(const YamlOutline &outline) : m_outline(outline), m_lines(outline.text()), m_render(YamlLayout::of(outline)) {}

int YamlSplicer::column(std::uint32_t offset) const
{
    const int line = m_lines.lineOf(offset);
    const bool hasMark = line == 0 && m_outline.text().starts_with("\xef\xbb\xbf");
    return static_cast<int>(offset - m_lines.line(line).begin) - (hasMark ? 3 : 0);
}

int YamlSplicer::outerColumn(Index index) const
{
    return node(index).parent == YamlOutline::none ? -1 : column(node(index).keyRange.begin);
}

bool YamlSplicer::beginsLine(std::uint32_t offset) const
{
    return isAllBlank(between(m_lines.line(m_lines.lineOf(offset)).begin, offset));
}

bool YamlSplicer::isInFlow(Index index) const
{
    const Index parent = node(index).parent;
    return parent != YamlOutline::none && node(parent).style == Style::Flow;
}

/// The end of the last line of what is written there; line ends that a "|+" keeps are its own.
std::uint32_t YamlSplicer::linesEnd(Index index) const
{
    int line = m_lines.lineOf(m_outline.extent(index).end);
    Index last = index;
    while (isBlock(node(last)))
        last = node(last).children.back();
    const Node &value = node(last);
    if (isBlockScalar(value)) {
        const auto header = between(value.range.begin, lineEnd(value.range.begin));
        const bool keeps = header.substr(0, header.find('#')).find('+') != std::string_view::npos;
        while (keeps && line + 1 < m_lines.count() && isAllBlank(m_outline.textOf(m_lines.line(line + 1)))
               && m_lines.line(line + 1).begin < m_outline.text().size())
            ++line;
    }
    return m_lines.line(line).end;
}

std::string YamlSplicer::headerComment(const Node &value) const
{
    const auto header = between(value.range.begin, lineEnd(value.range.begin));
    const std::size_t comment = header.find('#');
    return comment == std::string_view::npos ? std::string() : std::string(trimmed(header.substr(comment)));
}

TextSplice YamlSplicer::replace(Index index, const JsonNode &value) const
{
    const Node &old = node(index);
    TextSplice splice{old.range, {}};
    if (isInFlow(index)) {
        splice.text = m_render.flow(value, old.style);
    } else if (isFilled(value)) {
        return replaceByBlock(index, value);
    } else {
        // Behind a tag or an anchor not every reader takes "|".
        const bool isMarked = !old.anchor.empty() || !old.tag.empty();
        splice.text = m_render.scalar(value, outerColumn(index), isMarked && value.isString() && value.text.find('\n') != std::string::npos ? Style::DoubleQuoted : old.style);
        if (splice.text.find('\n') != std::string::npos)
            return replaceByLines(index, std::move(splice.text));
        if (isBlockScalar(old))
            splice.text += behind(headerComment(old));
        // "key:" alone again, unless something else stands between.
        const auto gap = between(old.keyRange.end, old.range.begin);
        if (isBlock(old) && old.parent != YamlOutline::none && isAllBlank(gap.substr(std::min(gap.size(), gap.find(':') + 1))))
            splice.range.begin = old.keyRange.end + static_cast<std::uint32_t>(old.isMember ? gap.find(':') + 1 : 0);
    }
    const std::uint32_t begin = splice.range.begin;
    if (begin > 0 && old.parent != YamlOutline::none && (m_outline.text()[begin - 1] == ':' || (!old.isMember && begin == old.keyRange.end && begin > old.keyRange.begin)))
        splice.text.insert(0, 1, ' ');
    if (old.range.isEmpty() && begin < m_outline.text().size() && m_outline.text()[begin] == '#')
        splice.text += ' ';
    return splice;
}

/// By "|" and what follows it: a comment stays on the first line.
TextSplice YamlSplicer::replaceByLines(Index index, std::string text) const
{
    const Node &old = node(index);
    std::uint32_t end = old.range.end;
    std::string comment;
    if (isBlockScalar(old)) {
        comment = headerComment(old);
        end = linesEnd(index);
    } else if (isBlock(old)) {
        end = linesEnd(index);
    } else {
        end = lineEnd(end);
        comment = std::string(between(old.range.end, end));
    }
    text.insert(std::min(text.find('\n'), text.find('\r')), behind(comment));
    const bool needsBlank = old.range.begin > 0 && !isBlank(m_outline.text()[old.range.begin - 1]) && old.parent != YamlOutline::none;
    return {{old.range.begin, end}, (needsBlank ? " " : "") + text};
}

TextSplice YamlSplicer::replaceByBlock(Index index, const JsonNode &value) const
{
    const Node &old = node(index);
    if (isBlock(old)) {
        const int at = column(m_outline.extent(old.children.front()).begin);
        return {{old.range.begin, linesEnd(index)}, m_render.block(value, at)};
    }
    if (old.parent == YamlOutline::none)
        return {old.range, m_render.block(value, 0)};
    const int outer = outerColumn(index);
    const std::uint32_t end = isBlockScalar(old) ? linesEnd(index) : lineEnd(old.range.end);
    const std::string comment = isBlockScalar(old) ? headerComment(old) : std::string(between(old.range.end, end));
    std::uint32_t begin = old.range.begin;
    while (begin > 0 && isBlank(m_outline.text()[begin - 1]))
        --begin;
    if (!old.isMember && begin == old.keyRange.end && trimmed(comment).empty())
        return {{begin, end}, ' ' + m_render.block(value, outer + 2)};
    const int inner = outer + (value.isArray() && old.isMember ? m_render.layout().listStep : m_render.layout().step);
    return {{begin, end}, behind(comment) + m_render.newLine(inner) + m_render.block(value, inner)};
}

std::size_t YamlSplicer::placeFor(Index map, std::string_view key) const
{
    const auto &children = node(map).children;
    const auto isBefore = [this](Index one, Index other) { return node(one).key < node(other).key; };
    if (children.size() < 2 || !std::is_sorted(children.begin(), children.end(), isBefore))
        return children.size();
    const auto found = std::find_if(children.begin(), children.end(), [&](Index child) { return key < node(child).key; });
    return static_cast<std::size_t>(found - children.begin());
}

TextSplice YamlSplicer::insert(Index container, std::size_t at, const std::string &key, const JsonNode &value) const
{
    const Node &holder = node(container);
    const bool isMap = holder.kind == YamlOutline::Kind::Map;
    const auto &children = holder.children;
    if (holder.style == Style::Flow) {
        const std::string text = isMap ? m_render.key(key, true) + ": " + m_render.flow(value) : m_render.flow(value);
        if (at < children.size()) {
            const std::uint32_t place = m_outline.extent(children[at]).begin;
            return {{place, place}, text + ", "};
        }
        const std::uint32_t place = m_outline.extent(children.back()).end;
        return {{place, place}, ", " + text};
    }
    JsonNode one;
    one.kind = isMap ? JsonNode::Kind::Object : JsonNode::Kind::Array;
    if (isMap)
        one.members.emplace_back(key, value);
    else
        one.items.push_back(value);
    const std::uint32_t first = m_outline.extent(children.front()).begin;
    const int at0 = column(first);
    const std::string text = m_render.block(one, at0);
    if (at == 0)
        return {{first, first}, text + m_render.newLine(at0)};
    const std::uint32_t end = linesEnd(children[at - 1]);
    return {{end, end}, m_render.newLine(at0) + text};
}

TextSplice YamlSplicer::remove(Index child) const
{
    if (isInFlow(child))
        return removeFlow(child);
    const TextRange extent = m_outline.extent(child);
    const auto &siblings = node(node(child).parent).children;
    const auto place = static_cast<std::size_t>(node(child).place);
    if (!beginsLine(extent.begin) && place + 1 < siblings.size()) {
        // Behind "- ": what follows moves up, a comment before it too.
        const std::uint32_t next = m_outline.extent(siblings[place + 1]).begin;
        const std::uint32_t end = linesEnd(child);
        const std::size_t comment = between(end, next).find('#');
        return {{extent.begin, comment == std::string_view::npos ? next : end + static_cast<std::uint32_t>(comment)}, {}};
    }
    const int first = m_lines.lineOf(extent.begin);
    const int last = m_lines.lineOf(linesEnd(child));
    return {{m_lines.line(first).begin, last + 1 < m_lines.count() ? m_lines.line(last + 1).begin : m_lines.line(last).end}, {}};
}

TextSplice YamlSplicer::removeFlow(Index child) const
{
    const auto &siblings = node(node(child).parent).children;
    const auto place = static_cast<std::size_t>(node(child).place);
    const TextRange extent = m_outline.extent(child);
    if (place + 1 < siblings.size())
        return {{extent.begin, m_outline.extent(siblings[place + 1]).begin}, {}};
    return {{m_outline.extent(siblings[place - 1]).end, extent.end}, {}};
}

TextSplice YamlSplicer::swap(Index first, Index second) const
{
    const auto rangeOf = [this](Index index) {
        const TextRange extent = m_outline.extent(index);
        return TextRange{extent.begin, isInFlow(index) ? extent.end : linesEnd(index)};
    };
    const TextRange one = rangeOf(first);
    const TextRange other = rangeOf(second);
    const auto text = [this](TextRange range) { return std::string(m_outline.textOf(range)); };
    return {{one.begin, other.end}, text(other) + text({one.end, other.begin}) + text(one)};
}

TextSplice YamlSplicer::rename(Index member, const std::string &key) const
{
    return {node(member).keyRange, m_render.key(key, isInFlow(member))};
}

} // namespace kube
