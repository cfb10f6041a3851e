// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"

namespace kube {

/// In which order an object's members are written.
enum class MemberOrder { AsRead, Sorted };

/// Appends the value as JSON: minified when indent is 0, else with so many spaces a level.
void writeJson(std::string &out, JsonValue value, MemberOrder order, int indent);

/// The shortest text that reads back as the same number, laid out as Go's encoding/json does: an exponent below
/// 1e-6 and from 1e21, "1" for 1.0.
[[nodiscard]] std::string formatJsonNumber(double value);
/// The token of a number: integers exactly, doubles by formatJsonNumber().
[[nodiscard]] std::string numberToken(JsonValue number);

} // namespace kube
