// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kube {

/// One step into a document: a member's name or an item's index.
using JsonStep = std::variant<std::string, std::size_t>;
using JsonPath = std::vector<JsonStep>; ///< from the document's root

// Changes to a document as bytes: whatever is not named stays byte for byte, spaces, escapes and the spelling of
// numbers included. json must be a valid document; of a repeated name the first counts, as in JsonValue.

/// The bytes of the value at path; nothing when there is none.
[[nodiscard]] std::optional<std::string_view> findJson(std::string_view json, const JsonPath &path);
/// json with value (JSON) at path. What is missing on the way is made, at the end of its object or array; what is
/// neither object nor array there (null) is replaced. An index past the end appends.
[[nodiscard]] std::string withJson(std::string_view json, const JsonPath &path, std::string_view value);
/// json without the member or item at path; json itself when there is none.
[[nodiscard]] std::string withoutJson(std::string_view json, const JsonPath &path);

} // namespace kube
