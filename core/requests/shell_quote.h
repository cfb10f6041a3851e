// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kube {

/// One word of a POSIX shell's command line that is exactly this text, whatever stands in it. Plain where it may be; no
/// control character but tabs and line feeds goes in as it is, so that nothing pasted is taken for a key of the terminal.
/// A NUL cannot be in a word: the text ends before it.
[[nodiscard]] std::string shellQuoted(std::string_view text);

} // namespace kube
