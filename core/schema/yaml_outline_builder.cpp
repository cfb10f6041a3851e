// SPDX-License-Identifier: Apache-2.0
#include "core/schema/yaml_outline_builder.h"

#include <algorithm>

namespace kube {

namespace {

constexpr int deepest = 200; // what lies deeper is read as text

} // namespace

YamlOutlineBuilder::YamlOutlineBuilder(YamlOutline &outline, std::stop_token stop)
    : m_outline(outline), m_stop(std::move(stop)), m_text(outline.m_text), m_lines(m_text)
{
    m_outline.m_nodes.reserve(static_cast<std::size_t>(m_lines.count()));
}

void YamlOutlineBuilder::run()
{
    m_byteOrderMark = m_text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    m_at = m_byteOrderMark;
    do {
        document();
    } while (m_line < m_lines.count() && m_at < m_text.size() && !m_stop.stop_requested());
    m_outline.m_documents.back().range.end = static_cast<std::uint32_t>(m_text.size());
}

/// Up to the next document's "---", or the text's end.
void YamlOutlineBuilder::document()
{
    YamlOutline::Document document;
    document.range.begin = m_outline.m_documents.empty() ? 0 : m_at;
    const auto hasBegun = [&] { return document.root != YamlOutline::none; };
    bool isMarked = false;
    while (!m_stop.stop_requested()) {
        if (!toContent()) {
            if (m_at >= m_text.size())
                break;
            const bool isEnd = at(m_at) == '.';
            if (!isEnd && (hasBegun() || isMarked))
                break;
            moveTo(m_at + 3);
            if (isEnd) { // what follows is another document
                toNextLine();
                if (hasBegun() || isMarked)
                    break;
                continue;
            }
            isMarked = true;
            skipBlanks();
            if (isAtLineEnd())
                continue;
        }
        if (!hasBegun() && !isMarked && column() == 0 && at(m_at) == '%') {
            toNextLine();
            continue;
        }
        if (hasBegun()) {
            resume(document.root, column());
        } else {
            document.root = add(YamlOutline::none);
            value(document.root, -1, After::Begin);
        }
    }
    document.range.end = std::min(m_at, static_cast<std::uint32_t>(m_text.size()));
    m_outline.m_documents.push_back(document);
}

void YamlOutlineBuilder::value(Index index, int outer, After after)
{
    skipBlanks();
    properties(index);
    const std::uint32_t here = m_at;
    node(index).range = {here, here};
    if (!isAtLineEnd()) {
        const bool mayBeBlock = after == After::Dash || isDash(m_at);
        if (mayBeBlock || (after == After::Begin && contentOf(m_line) == m_at))
            block(index, outer, after);
        else
            content(index, outer);
        return;
    }
    if (node(index).tag == "!!str")
        setScalar(index, Style::Plain, {here, here}, {});
    if (!toContent())
        return;
    const int there = column();
    if (there > outer || (after == After::Key && there == outer && isDash(m_at)))
        block(index, outer, after);
}

/// What begins here may be a map or a list, and is one when it looks so.
void YamlOutlineBuilder::block(Index index, int outer, After after)
{
    if (m_depth >= deepest || m_stop.stop_requested()) {
        plain(index, outer);
        return;
    }
    ++m_depth;
    const int here = column();
    if (isDash(m_at)) {
        sequence(index, here);
    } else if (keyAhead(m_at).found || (at(m_at) == '?' && endsWord(m_at + 1))) {
        map(index, here);
    } else {
        properties(index);
        if (isAtLineEnd())
            value(index, outer, after); // an anchor or a tag on a line of its own
        else
            content(index, outer);
        // "repl" above "selector:", at its column, is a key in the making.
        const bool mayBeKey = node(index).kind == Kind::Scalar && (node(index).style == Style::Plain || !node(index).isClosed);
        if (mayBeKey && here > outer && isContentAt(here) && keyAhead(m_at).found && node(index).tag.empty()) {
            node(index).isClosed = true;
            const TextRange written = node(index).range;
            const Index child = add(index);
            Node &key = node(child);
            key.isMember = true;
            key.hasColon = false;
            key.key = std::string(m_text.substr(written.begin, written.end - written.begin));
            key.keyRange = written;
            key.range = {written.end, written.end};
            node(index).text.clear();
            map(index, here);
        }
    }
    --m_depth;
}

bool YamlOutlineBuilder::isContentAt(int column)
{
    return toContent() && this->column() == column;
}

void YamlOutlineBuilder::map(Index index, int column)
{
    node(index).kind = Kind::Map;
    node(index).style = Style::Block;
    if (node(index).children.empty())
        node(index).range.begin = m_at;
    while (toContent() && this->column() >= column && !m_stop.stop_requested()) {
        if (this->column() > column) {
            resume(node(index).children.back(), this->column());
        } else if (isDash(m_at) && !node(index).children.empty()) {
            const Index last = node(index).children.back();
            // A list at its key's column has been read with it; one behind a value belongs to nothing else.
            if (node(last).kind == Kind::Scalar || node(last).kind == Kind::Sequence)
                resume(last, column);
            else
                break;
        } else {
            member(index, column);
        }
    }
    finish(index);
}

void YamlOutlineBuilder::sequence(Index index, int column)
{
    node(index).kind = Kind::Sequence;
    node(index).style = Style::Block;
    if (node(index).children.empty())
        node(index).range.begin = m_at;
    while (toContent() && this->column() >= column && !m_stop.stop_requested()) {
        if (this->column() > column) {
            resume(node(index).children.back(), this->column());
        } else if (isDash(m_at)) {
            const Index item = add(index);
            node(item).keyRange = {m_at, m_at + 1};
            moveTo(m_at + 1);
            value(item, column, After::Dash);
        } else {
            break;
        }
    }
    finish(index);
}

void YamlOutlineBuilder::finish(Index index)
{
    if (!node(index).children.empty())
        node(index).range.end = std::max(node(index).range.begin, m_outline.extent(node(index).children.back()).end);
}

void YamlOutlineBuilder::member(Index map, int column)
{
    const Index child = add(map);
    node(child).isMember = true;
    if (at(m_at) == '?' && endsWord(m_at + 1)) {
        explicitMember(child, column);
        return;
    }
    const KeyAhead ahead = keyAhead(m_at);
    if (!ahead.found) {
        const std::uint32_t end = plainEnd(m_at);
        setKey(child, Style::Plain, {m_at, end});
        node(child).hasColon = false;
        node(child).range = {end, end};
        toNextLine();
        return;
    }
    const char first = at(ahead.begin);
    const Style style = first == '"' ? Style::DoubleQuoted : first == '\'' ? Style::SingleQuoted : Style::Plain;
    setKey(child, style, {ahead.begin, ahead.end});
    moveTo(ahead.colon + 1);
    value(child, column, After::Key);
}

/// "? key" with ": value" on a line of its own.
void YamlOutlineBuilder::explicitMember(Index child, int column)
{
    moveTo(m_at + 1);
    const Index key = add(YamlOutline::none);
    value(key, column, After::Dash);
    node(child).key = keyText(key);
    node(child).keyRange = node(key).range;
    node(child).range = {node(key).range.end, node(key).range.end};
    if (isContentAt(column) && at(m_at) == ':' && endsWord(m_at + 1)) {
        moveTo(m_at + 1);
        value(child, column, After::Dash);
    }
}

/// What is deeper than what has been read allows goes to the last node above it.
void YamlOutlineBuilder::resume(Index index, int column)
{
    const bool isBlock = node(index).style == Style::Block && !node(index).children.empty();
    if (m_depth >= deepest || (!isBlock && !node(index).children.empty())) {
        toNextLine(); // behind a [] or {}
        return;
    }
    if (node(index).style == Style::Literal || node(index).style == Style::Folded) {
        node(index).extra = {m_at, plainEnd(m_at)};
        toNextLine(); // a line of the text that is not as deep as its first
        return;
    }
    ++m_depth;
    const Kind kind = node(index).kind;
    const bool isPassedOn = isBlock && (kind == Kind::Sequence) != isDash(m_at);
    if (!isPassedOn) {
        node(index).isMisplaced = true;
        node(index).isClosed = true;
    }
    if (isPassedOn)
        resume(node(index).children.back(), column);
    else if (isDash(m_at))
        sequence(index, column);
    else
        map(index, column);
    finish(index);
    --m_depth;
}

} // namespace kube
