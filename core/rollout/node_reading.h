// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"

#include <cstdint>
#include <initializer_list>
#include <optional>

namespace kube::rollout_detail {

using Names = std::initializer_list<std::string_view>;

/// The member below members; null when there is none, or it is null.
[[nodiscard]] const JsonNode *nodeAt(const JsonNode &from, Names names);
/// "" when it is no string.
[[nodiscard]] std::string textAt(const JsonNode &from, Names names);
/// Nothing when it is no whole number.
[[nodiscard]] std::optional<std::int64_t> wholeAt(const JsonNode &from, Names names);
/// 0 likewise.
[[nodiscard]] std::int64_t numberAt(const JsonNode &from, Names names);
[[nodiscard]] bool isTrueAt(const JsonNode &from, Names names);
/// Those of an array; none when it is none.
[[nodiscard]] const std::vector<JsonNode> &itemsAt(const JsonNode &from, Names names);
/// The condition of that type in status.conditions; null when there is none.
[[nodiscard]] const JsonNode *conditionOf(const JsonNode &object, std::string_view type);
/// Has it a controller, and is it that object?
[[nodiscard]] bool isControlledBy(const JsonNode &object, const std::string &uid);

[[nodiscard]] JsonNode textNode(std::string text);
/// {name: value}, in one another from the first name to the last.
[[nodiscard]] JsonNode nested(Names names, JsonNode value);
[[nodiscard]] std::string written(const JsonNode &node); ///< minified JSON

} // namespace kube::rollout_detail
