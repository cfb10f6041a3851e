// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kube {

/// The text with ".0" behind every integer that 64 bits cannot hold. simdjson 3.0 refuses such an integer, and with it the
/// whole document; Go, which a server is written in, reads it as a double and prints doubles below 1e21 like that.
/// Empty: there is none. The text need not be JSON.
[[nodiscard]] std::string withLargeIntegersAsDoubles(std::string_view json);

} // namespace kube
