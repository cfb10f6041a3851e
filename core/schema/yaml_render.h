// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"
#include "core/schema/yaml_outline.h"

namespace kube {

/// How a text indents.
struct YamlLayout {
    int step = 2;             ///< of a map in a map
    int listStep = 0;         ///< of a list in a map
    std::string lineEnd = "\n";
    [[nodiscard]] static YamlLayout of(const YamlOutline &outline);
};

/// Values as YAML, members in their order.
class YamlRenderer
{
public:
    using Style = YamlOutline::Style;
    explicit YamlRenderer(YamlLayout layout) : m_layout(std::move(layout)) {}

    /// On one line, in [] and {} where it has items or members.
    [[nodiscard]] std::string flow(const JsonNode &value, Style wished = Style::Plain) const;
    /// A scalar or what is empty, outside of [] and {}; of a text of several lines the "|" and the lines, each with its
    /// line end before it. outer: the column of the key or dash before it; -1 at the root.
    [[nodiscard]] std::string scalar(const JsonNode &value, int outer, Style wished = Style::Plain) const;
    /// The members or items at this column; the first stands where the cursor is.
    [[nodiscard]] std::string block(const JsonNode &value, int column) const;
    [[nodiscard]] std::string key(const std::string &key, bool isInFlow) const; ///< without ":"

    [[nodiscard]] std::string newLine(int column) const; ///< line end and indentation
    [[nodiscard]] const YamlLayout &layout() const { return m_layout; }

private:
    void appendBlock(std::string &out, const JsonNode &value, int column) const;

    YamlLayout m_layout;
};

/// Has members or items.
[[nodiscard]] bool isFilled(const JsonNode &value);

} // namespace kube
