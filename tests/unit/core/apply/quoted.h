// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>

namespace kube::test {

/// JSON as it reads best in a C++ string: {'a':1}. moc loses its way in raw strings with quotes in them.
[[nodiscard]] inline std::string q(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

} // namespace kube::test
