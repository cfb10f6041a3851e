// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml_scalar.h"
#include "core/object/yaml_text.h"
#include "core/schema/yaml_outline_builder.h"

#include <algorithm>
#include <cstdlib>

namespace kube {

namespace {

bool isFlowSign(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

} // namespace

void YamlOutlineBuilder::properties(Index index)
{
    for (;; skipBlanks()) {
        const char sign = at(m_at);
        if (sign != '&' && sign != '!')
            return;
        std::uint32_t end = m_at + 1;
        if (sign == '!' && at(end) == '<')
            end = std::min(static_cast<std::uint32_t>(m_text.find('>', end)), line().end);
        while (!endsWord(end) && !isFlowSign(at(end)))
            ++end;
        (sign == '&' ? node(index).anchor : node(index).tag) = std::string(m_text.substr(m_at, end - m_at));
        m_at = end;
    }
}

void YamlOutlineBuilder::content(Index index, int outer)
{
    const char first = at(m_at);
    if (first == '|' || first == '>') {
        blockScalar(index, outer);
        return;
    }
    if (isQuote(first)) {
        quoted(index, outer);
    } else if (first == '[' || first == '{') {
        flow(index, outer);
        if (!node(index).isClosed && m_line != m_flowLine && m_at == contentOf(m_line))
            return; // ended where the next key begins
    } else if (first == '*') {
        alias(index);
    } else {
        plain(index, outer);
        return;
    }
    skipBlanks();
    if (!isAtLineEnd()) {
        node(index).extra = {m_at, plainEnd(m_at)};
        m_at = line().end;
    }
}

std::uint32_t YamlOutlineBuilder::plainEnd(std::uint32_t from) const
{
    const std::uint32_t lineEnd = m_lines.line(m_lines.lineOf(from)).end;
    std::uint32_t end = from;
    for (std::uint32_t i = from; i < lineEnd; ++i) {
        const char c = at(i);
        if (c == '#' && i > from && endsWord(i - 1))
            break;
        if (c != ' ' && c != '\t')
            end = i + 1;
    }
    return end;
}

void YamlOutlineBuilder::plain(Index index, int outer)
{
    const std::uint32_t begin = m_at;
    std::uint32_t end = plainEnd(begin);
    const auto endsInComment = [&](int lineIndex) {
        const auto rest = m_text.substr(end, m_lines.line(lineIndex).end - end);
        return rest.find_first_not_of(" \t") != std::string_view::npos;
    };
    bool ends = endsInComment(m_line);
    for (int next = m_line + 1; !ends && next < m_lines.count(); ++next) {
        const TextRange range = m_lines.line(next);
        const std::uint32_t first = contentOf(next);
        if (first == range.end)
            continue;
        const int column = static_cast<int>(first - range.begin);
        if (isMarker(next) || at(first) == '#' || column <= outer || keyAhead(first).found)
            break;
        end = plainEnd(first);
        ends = endsInComment(next);
    }
    setScalar(index, Style::Plain, {begin, end}, foldedPlain(m_text.substr(begin, end - begin)));
    moveTo(end);
    if (!isAtLineEnd())
        skipBlanks();
}

void YamlOutlineBuilder::quoted(Index index, int outer)
{
    const char quote = at(m_at);
    const std::uint32_t begin = m_at;
    const auto inside = [&](std::uint32_t end) {
        const auto written = m_text.substr(begin + 1, end - begin - 1);
        return quote == '"' ? doubleQuoted(written) : singleQuoted(written);
    };
    const Style style = quote == '"' ? Style::DoubleQuoted : Style::SingleQuoted;
    int lineIndex = m_line;
    for (std::uint32_t i = begin + 1; i < m_text.size(); ++i) {
        const char c = at(i);
        if (i >= m_lines.line(lineIndex).end) {
            if (++lineIndex >= m_lines.count() || isMarker(lineIndex))
                break;
            const TextRange range = m_lines.line(lineIndex);
            const int column = static_cast<int>(contentOf(lineIndex) - range.begin);
            if ((column <= outer || m_endsEarly) && looksLikeStructure(lineIndex))
                break;
            i = range.begin - 1;
        } else if (c == '\\' && quote == '"') {
            if (i + 1 < m_lines.line(lineIndex).end)
                ++i;
        } else if (c == quote) {
            if (quote == '\'' && at(i + 1) == quote) {
                ++i;
                continue;
            }
            setScalar(index, style, {begin, i + 1}, inside(i));
            moveTo(i + 1);
            return;
        }
    }
    m_endsEarly = true;
    setScalar(index, style, {begin, line().end}, inside(line().end));
    node(index).isClosed = false;
    m_at = line().end;
}

void YamlOutlineBuilder::blockScalar(Index index, int outer)
{
    BlockHeader header;
    header.isFolded = at(m_at) == '>';
    const std::uint32_t begin = m_at;
    std::uint32_t end = begin + 1;
    for (; !endsWord(end); ++end) {
        if (at(end) == '+' || at(end) == '-')
            header.chomping = at(end);
        else if (at(end) >= '1' && at(end) <= '9')
            header.indent = std::max(outer, 0) + (at(end) - '0');
    }
    std::vector<std::string_view> lines;
    int last = m_line;
    for (int next = m_line + 1; next < m_lines.count() && !isMarker(next); ++next) {
        const TextRange range = m_lines.line(next);
        if (range.isEmpty() && next + 1 == m_lines.count())
            break;
        const auto text = m_text.substr(range.begin, range.end - range.begin);
        const std::size_t spaces = std::min(text.find_first_not_of(' '), text.size());
        const bool isBlank = spaces == text.size();
        if (!isBlank) {
            if (header.indent == 0 && static_cast<int>(spaces) > outer)
                header.indent = static_cast<int>(spaces);
            if (static_cast<int>(spaces) < header.indent || static_cast<int>(spaces) <= outer)
                break;
            end = range.end;
        }
        const bool isKnown = header.indent > 0 || (!isBlank && outer < 0);
        lines.push_back(isKnown ? text.substr(std::min(text.size(), static_cast<std::size_t>(header.indent))) : std::string_view());
        last = next;
    }
    setScalar(index, header.isFolded ? Style::Folded : Style::Literal, {begin, end}, blockText(lines, header));
    m_line = last;
    m_at = line().end;
}

void YamlOutlineBuilder::alias(Index index)
{
    const std::uint32_t begin = m_at;
    while (!endsWord(m_at) && !isFlowSign(at(m_at)))
        ++m_at;
    node(index).kind = Kind::Alias;
    node(index).range = {begin, m_at};
    node(index).text = std::string(m_text.substr(begin + 1, m_at - begin - 1));
}

YamlOutlineBuilder::KeyAhead YamlOutlineBuilder::keyAhead(std::uint32_t from) const
{
    const std::uint32_t lineEnd = m_lines.line(m_lines.lineOf(from)).end;
    const auto overBlanks = [&](std::uint32_t offset) {
        while (offset < lineEnd && (at(offset) == ' ' || at(offset) == '\t'))
            ++offset;
        return offset;
    };
    while (at(from) == '&' || at(from) == '!') {
        while (!endsWord(from))
            ++from;
        from = overBlanks(from);
    }
    KeyAhead ahead;
    ahead.begin = from;
    const char first = at(from);
    std::uint32_t end = from;
    if (isQuote(first)) {
        for (end = from + 1; end < lineEnd && at(end) != first; ++end)
            end += at(end) == '\\' && first == '"' ? 1 : 0;
        while (first == '\'' && at(end + 1) == first && end < lineEnd) // '' stands for '
            for (end += 2; end < lineEnd && at(end) != first; ++end) {}
        ++end;
    } else if (first == '[' || first == '{') {
        int open = 0;
        for (; end < lineEnd; ++end) {
            open += at(end) == '[' || at(end) == '{' ? 1 : at(end) == ']' || at(end) == '}' ? -1 : 0;
            if (open == 0)
                break;
        }
        ++end;
    } else if (first == '*') {
        while (!endsWord(end))
            ++end;
    } else {
        if (std::string_view(",]}#|>@`%").find(first) != std::string_view::npos || ((first == '-' || first == '?') && endsWord(from + 1)))
            return ahead;
        for (; end < lineEnd; ++end) {
            if ((at(end) == ':' && endsWord(end + 1)) || (at(end) == '#' && end > from && endsWord(end - 1)))
                break;
        }
    }
    const std::uint32_t colon = overBlanks(std::min(end, lineEnd));
    ahead.found = end <= lineEnd && colon < lineEnd && at(colon) == ':' && endsWord(colon + 1);
    ahead.colon = colon;
    while (end > from && (at(end - 1) == ' ' || at(end - 1) == '\t'))
        --end;
    ahead.end = end;
    return ahead;
}

void YamlOutlineBuilder::setScalar(Index index, Style style, TextRange range, std::string text)
{
    Node &scalar = node(index);
    scalar.kind = Kind::Scalar;
    scalar.style = style;
    scalar.range = range;
    scalar.type = YamlOutline::Type::String;
    const bool isResolved = scalar.tag.empty() ? style == Style::Plain
                                               : scalar.tag == "!!int" || scalar.tag == "!!float" || scalar.tag == "!!bool" || scalar.tag == "!!null";
    if (isResolved) {
        YamlScalar resolved = resolvePlainScalar(text);
        scalar.type = static_cast<YamlOutline::Type>(resolved.type);
        text = std::move(resolved.text);
    }
    scalar.text = std::move(text);
}

void YamlOutlineBuilder::setKey(Index child, Style style, TextRange range)
{
    const auto written = m_text.substr(range.begin, range.end - range.begin);
    const Index key = add(YamlOutline::none);
    if (m_at < range.begin)
        properties(key);
    const auto inside = written.size() < 2 ? std::string_view() : written.substr(1, written.size() - 2);
    setScalar(key, style, range,
              style == Style::DoubleQuoted ? doubleQuoted(inside) : style == Style::SingleQuoted ? singleQuoted(inside) : std::string(written));
    node(child).key = keyText(key);
    node(child).isMergeKey = style == Style::Plain && written == "<<";
    node(child).keyRange = range;
    m_outline.m_nodes.pop_back();
}

std::string YamlOutlineBuilder::keyText(Index index)
{
    const Node &key = node(index);
    return key.type == YamlOutline::Type::Float ? formatGeneralNumber(static_cast<float>(std::strtod(key.text.c_str(), nullptr))) : key.text;
}

} // namespace kube
