// SPDX-License-Identifier: Apache-2.0
#include "core/schema/yaml_cursor.h"

#include <algorithm>

namespace kube {

namespace {

class CursorFinder
{
public:
    CursorFinder(const YamlOutline &outline, std::uint32_t offset) : m_outline(outline), m_offset(offset)
    {
        const std::string &text = outline.text();
        m_lineBegin = offset == 0 ? 0 : static_cast<std::uint32_t>(text.find_last_of("\r\n", offset - 1) + 1);
        m_lineEnd = static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", offset), text.size()));
    }

    YamlCursor find()
    {
        YamlCursor cursor;
        cursor.document = m_outline.documentAt(m_offset);
        const auto root = m_outline.documents()[cursor.document].root;
        if (isInMarkerOrComment())
            return cursor;
        if (root == YamlOutline::none) {
            cursor.part = Part::Inside;
            cursor.replaces = {m_offset, m_offset};
            return cursor;
        }
        const auto at = m_outline.nodeAt(m_offset);
        if (at != YamlOutline::none && written(at, cursor))
            return cursor;
        cursor.replaces = {m_offset, m_offset};
        const auto last = lastBefore(cursor.document);
        if (!isLineBlank() && last != YamlOutline::none && m_outline.extent(last).begin >= m_lineBegin)
            behind(last, cursor);
        else if (isLineBlank())
            byColumn(last == YamlOutline::none ? root : last, cursor);
        return cursor;
    }

private:
    using Kind = YamlOutline::Kind;
    using Style = YamlOutline::Style;
    using Part = YamlCursor::Part;

    [[nodiscard]] const YamlOutline::Node &node(YamlOutline::Index index) const { return m_outline.node(index); }
    [[nodiscard]] std::string_view before() const { return m_outline.textOf({m_lineBegin, m_offset}); }
    [[nodiscard]] bool isLineBlank() const { return m_outline.textOf({m_lineBegin, m_lineEnd}).find_first_not_of(" \t") == std::string_view::npos; }

    [[nodiscard]] bool isInMarkerOrComment() const
    {
        const auto text = before();
        if (text.starts_with("---") || text.starts_with("..."))
            return true;
        for (std::size_t hash = text.find('#'); hash != std::string_view::npos; hash = text.find('#', hash + 1)) {
            if (hash > 0 && text[hash - 1] != ' ' && text[hash - 1] != '\t')
                continue;
            const auto at = m_outline.nodeAt(m_lineBegin + static_cast<std::uint32_t>(hash));
            const bool isText = at != YamlOutline::none && node(at).kind == Kind::Scalar && node(at).range.begin < m_lineBegin + hash
                && node(at).range.end > m_lineBegin + hash;
            if (!isText)
                return true;
        }
        return false;
    }

    /// Whether something that is written is touched.
    bool written(YamlOutline::Index at, YamlCursor &cursor) const
    {
        const auto &found = node(at);
        if (found.isMember && found.keyRange.touches(m_offset) && !found.keyRange.isEmpty()) {
            cursor.part = Part::Key;
            cursor.node = at;
            cursor.replaces = found.keyRange;
            return true;
        }
        if (!found.range.touches(m_offset))
            return false;
        if (found.kind == Kind::Scalar || found.kind == Kind::Alias) {
            const bool isText = found.style == Style::Literal || found.style == Style::Folded;
            cursor.part = isText ? Part::Elsewhere : Part::Value;
            cursor.node = at;
            cursor.replaces = found.range;
            return true;
        }
        if (found.style == Style::Flow && m_offset > found.range.begin && (m_offset < found.range.end || !found.isClosed)) {
            cursor.part = Part::Inside;
            cursor.node = at;
            cursor.replaces = {m_offset, m_offset};
            return true;
        }
        return false;
    }

    /// The last node that begins before the cursor, the deepest of those that begin there.
    [[nodiscard]] YamlOutline::Index lastBefore(std::size_t document) const
    {
        auto at = m_outline.documents()[document].root;
        if (m_outline.extent(at).begin > m_offset)
            return YamlOutline::none;
        for (;;) {
            const auto &children = node(at).children;
            const auto next = std::upper_bound(children.begin(), children.end(), m_offset,
                                               [this](std::uint32_t offset, auto child) { return offset < m_outline.extent(child).begin; });
            if (next == children.begin())
                return at;
            at = *std::prev(next);
        }
    }

    /// On a line behind what it holds: the value of the last key or item that has none.
    void behind(YamlOutline::Index last, YamlCursor &cursor) const
    {
        const auto &found = node(last);
        const bool isOpen = found.kind == Kind::Nothing && found.hasColon && m_offset >= m_outline.extent(last).end;
        if (!isOpen)
            return;
        cursor.part = found.isMember || found.parent == YamlOutline::none ? Part::Value : Part::Inside;
        cursor.node = last;
        if (found.isMember && m_outline.text()[m_offset - 1] == ':')
            cursor.part = Part::Elsewhere; // "key:" wants a blank first
    }

    [[nodiscard]] std::uint32_t columnOf(YamlOutline::Index index) const
    {
        const std::string &text = m_outline.text();
        const std::uint32_t begin = m_outline.extent(index).begin;
        return begin == 0 ? 0 : begin - static_cast<std::uint32_t>(text.find_last_of("\r\n", begin - 1) + 1);
    }

    void byColumn(YamlOutline::Index at, YamlCursor &cursor) const
    {
        const std::uint32_t column = m_offset - m_lineBegin;
        cursor.part = Part::Inside;
        for (;; at = node(at).parent) {
            const auto parent = node(at).parent;
            cursor.node = at;
            if (parent == YamlOutline::none)
                return;
            if (node(parent).style == Style::Flow)
                continue;
            const std::uint32_t own = columnOf(at);
            if (column > own)
                return; // within its value
            if (column < own)
                continue;
            cursor.node = parent;
            // A list at its key's column: another item, or another member beside the key.
            const auto above = node(parent).parent;
            if (!node(at).isMember && above != YamlOutline::none && node(parent).isMember && columnOf(parent) == own) {
                cursor.list = parent;
                cursor.node = above;
            } else if (node(at).isMember && node(at).kind == Kind::Nothing) {
                cursor.list = at;
            }
            return;
        }
    }

    const YamlOutline &m_outline;
    std::uint32_t m_offset;
    std::uint32_t m_lineBegin = 0;
    std::uint32_t m_lineEnd = 0;
};

} // namespace

YamlCursor cursorAt(const YamlOutline &outline, std::uint32_t offset)
{
    return CursorFinder(outline, std::min(offset, static_cast<std::uint32_t>(outline.text().size()))).find();
}

} // namespace kube
