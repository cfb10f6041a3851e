// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kube {

[[nodiscard]] bool isValidUtf8(std::string_view text); ///< no surrogates, nothing overlong

/// text with U+FFFD for each byte that belongs to no character. Source: Go's encoding/json.
[[nodiscard]] std::string validUtf8(std::string_view text);

} // namespace kube
