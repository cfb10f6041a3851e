// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/yaml_render.h"

namespace kube {

/// A piece of a text and what is to stand there.
struct TextSplice {
    TextRange range;
    std::string text;
};

/// Where and how a change of a value is written. It does not look whether the text means what was wanted then: see YamlEdit.
class YamlSplicer
{
public:
    using Index = YamlOutline::Index;
    explicit YamlSplicer(const YamlOutline &outline);

    [[nodiscard]] TextSplice replace(Index node, const JsonNode &value) const;
    /// Of a map or list that has children; at: before which child, or behind the last.
    [[nodiscard]] TextSplice insert(Index container, std::size_t at, const std::string &key, const JsonNode &value) const;
    [[nodiscard]] TextSplice remove(Index child) const; ///< not the only one
    [[nodiscard]] TextSplice swap(Index first, Index second) const; ///< items side by side
    [[nodiscard]] TextSplice rename(Index member, const std::string &key) const;
    [[nodiscard]] bool isInFlow(Index node) const; ///< what holds it is [] or {}
    /// Where in a map a new member goes: where the order of the others has it.
    [[nodiscard]] std::size_t placeFor(Index map, std::string_view key) const;

private:
    using Node = YamlOutline::Node;
    using Style = YamlOutline::Style;
    [[nodiscard]] const Node &node(Index index) const { return m_outline.node(index); }
    [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const { return m_outline.textOf({begin, end}); }
    [[nodiscard]] int column(std::uint32_t offset) const;
    [[nodiscard]] int outerColumn(Index index) const;
    [[nodiscard]] std::uint32_t lineEnd(std::uint32_t offset) const { return m_lines.line(m_lines.lineOf(offset)).end; }
    [[nodiscard]] std::uint32_t linesEnd(Index index) const;
    [[nodiscard]] bool beginsLine(std::uint32_t offset) const;
    [[nodiscard]] bool isBlockScalar(const Node &node) const { return node.style == Style::Literal || node.style == Style::Folded; }
    [[nodiscard]] bool isBlock(const Node &node) const { return node.style == Style::Block && !node.children.empty(); }
    [[nodiscard]] std::string headerComment(const Node &node) const;
    [[nodiscard]] TextSplice replaceByBlock(Index index, const JsonNode &value) const;
    [[nodiscard]] TextSplice replaceByLines(Index index, std::string text) const;
    [[nodiscard]] TextSplice removeFlow(Index child) const;

    const YamlOutline &m_outline;
    TextLines m_lines;
    YamlRenderer m_render;
};

} // namespace kube
