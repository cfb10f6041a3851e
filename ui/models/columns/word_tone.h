// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"

#include <string_view>

namespace orrery {

/// What a status word of a kind we do not know means, as far as its usual sense goes; Neutral when it has none.
[[nodiscard]] Tone toneOfWord(std::string_view word);

/// Whether a column of that title ("STATUS", "READY", "PHASE") holds such words.
[[nodiscard]] bool holdsStatusWords(std::string_view title);

} // namespace orrery
