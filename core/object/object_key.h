// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace kube {

/// "namespace/name", or "name" for cluster-scoped objects: client-go's cache key (cache.MetaNamespaceKeyFunc).
struct ObjectKey {
    std::string namespaceName; ///< empty for cluster-scoped objects
    std::string name;

    /// "namespace/name", or "name" without a namespace.
    [[nodiscard]] std::string toString() const
    {
        return namespaceName.empty() ? name : namespaceName + "/" + name;
    }
    /// Errors: BadInput on more than one slash. "" is the empty key. Source: cache.SplitMetaNamespaceKey.
    [[nodiscard]] static Result<ObjectKey> parse(std::string_view text);

    friend bool operator==(const ObjectKey &, const ObjectKey &) = default;
    friend auto operator<=>(const ObjectKey &, const ObjectKey &) = default;
};

} // namespace kube

#ifndef DOXYGEN // which takes it for a class of kube's
template <>
struct std::hash<kube::ObjectKey> {
    std::size_t operator()(const kube::ObjectKey &key) const noexcept
    {
        const std::size_t seed = std::hash<std::string>{}(key.name);
        return seed ^ (std::hash<std::string>{}(key.namespaceName) + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
    }
};
#endif
