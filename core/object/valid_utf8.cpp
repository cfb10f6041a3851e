// SPDX-License-Identifier: Apache-2.0
#include "core/object/valid_utf8.h"

#include <simdjson.h>

#include <algorithm>

namespace kube {

bool isValidUtf8(std::string_view text)
{
    return simdjson::validate_utf8(text.data(), text.size());
}

std::string validUtf8(std::string_view text)
{
    if (isValidUtf8(text))
        return std::string(text);
    std::string out;
    out.reserve(text.size() + 8);
    while (!text.empty()) {
        // A character is the shortest beginning that is valid by itself.
        std::size_t length = 1;
        const std::size_t longest = std::min<std::size_t>(4, text.size());
        while (length <= longest && !isValidUtf8(text.substr(0, length)))
            ++length;
        if (length > longest) {
            out += "\uFFFD";
            length = 1;
        } else {
            out += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return out;
}

} // namespace kube
