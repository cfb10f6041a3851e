// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"

#include <string>
#include <vector>

namespace kube {

/// The strings of a JSON array; anything else in it is passed over.
[[nodiscard]] inline std::vector<std::string> decodeStrings(JsonValue array)
{
    std::vector<std::string> strings;
    strings.reserve(array.size());
    array.forEachItem([&](JsonValue item) {
        if (item.isString())
            strings.emplace_back(item.string());
    });
    return strings;
}

} // namespace kube
