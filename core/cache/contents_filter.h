// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_key.h"

namespace kube {

/// Which part of a stage's contents somebody wants to see: at most limit entries, of keys or values that hold a text.
struct ContentsFilter {
    std::string text; ///< in the namespace or the name, or across them ("team/web"), or in an index's value; "": all
    std::size_t limit = 100;

    [[nodiscard]] bool matches(std::string_view candidate) const { return candidate.find(text) != std::string_view::npos; }
    [[nodiscard]] bool matches(const ObjectKey &key) const
    {
        // Looked at for every key of a cache: nothing is joined.
        const std::size_t slash = text.find('/');
        if (slash == std::string::npos)
            return matches(std::string_view(key.name)) || matches(std::string_view(key.namespaceName));
        const std::string_view wanted(text);
        return key.namespaceName.ends_with(wanted.substr(0, slash)) && key.name.starts_with(wanted.substr(slash + 1));
    }
};

} // namespace kube
