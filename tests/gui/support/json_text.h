// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>

namespace orrery::test {

/// JSON out of a text that has ' for ": moc loses its way in raw strings.
[[nodiscard]] inline std::string jsonText(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

} // namespace orrery::test
