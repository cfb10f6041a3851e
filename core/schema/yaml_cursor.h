// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/yaml_outline.h"

namespace kube {

/// What a cursor in a YAML text stands at, or what would be written there.
struct YamlCursor {
    /// What of a node it is.
    enum class Part {
        Elsewhere, ///< in a comment, within a text of several lines, between documents
        Key,       ///< in the key of node, a member
        Value,     ///< in the value of node, or where it would be
        Inside,    ///< on a blank place where a member or an item of node's value would be
    };
    Part part = Part::Elsewhere;
    YamlOutline::Index node = YamlOutline::none;
    /// Inside, where a list and the map around it are at this column: the member whose list could go on here.
    YamlOutline::Index list = YamlOutline::none;
    std::size_t document = 0;
    TextRange replaces; ///< what is there already: the key, the value; empty at a blank place
};

/// By what is written where there is something, else by the cursor's column, as indentation has it.
[[nodiscard]] YamlCursor cursorAt(const YamlOutline &outline, std::uint32_t offset);

} // namespace kube
