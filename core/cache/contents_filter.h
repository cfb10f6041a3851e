// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_key.h"

namespace kube {

/// Which part of a stage's contents somebody wants to see: at most limit entries, of keys or values that begin so.
struct ContentsFilter {
    std::string prefix; ///< of "namespace/name", or of an index's value; "": all
    std::size_t limit = 100;

    [[nodiscard]] bool matches(std::string_view text) const { return text.substr(0, prefix.size()) == prefix; }
    [[nodiscard]] bool matches(const ObjectKey &key) const
    {
        if (key.namespaceName.empty())
            return matches(std::string_view(key.name));
        const std::string_view wanted(prefix);
        const std::size_t space = key.namespaceName.size();
        if (wanted.size() <= space)
            return std::string_view(key.namespaceName).substr(0, wanted.size()) == wanted;
        return wanted.substr(0, space) == key.namespaceName && wanted[space] == '/'
               && std::string_view(key.name).substr(0, wanted.size() - space - 1) == wanted.substr(space + 1);
    }
};

} // namespace kube
