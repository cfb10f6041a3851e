// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"
#include "core/schema/yaml_outline.h"

namespace kube {

/// One change of what a text means.
struct YamlChange {
    enum class What { Nothing, Replace, Insert, Remove, Swap, Rename };
    What what = What::Nothing;
    YamlOutline::Index node = YamlOutline::none; ///< the value, the container, the first of two, the member
    std::size_t at = 0;                          ///< of an Insert
    std::string key;                             ///< of an inserted member, the new one
    JsonNode value;
};

/// All documents' values as one text, with the change made: order, anchors, aliases, tags and what is broken among them, so
/// that two texts that mean the same and nothing else have the same.
[[nodiscard]] std::string valueAfter(const YamlOutline &outline, const YamlChange &change);

} // namespace kube
