// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/object/gvk.h"
#include "core/object/object_key.h"

#include <optional>
#include <string>

namespace kube {

/// A kind of objects, as far as deleting needs it.
struct RemovalKind {
    GroupVersionResource resource;
    std::string kind;
    bool namespaced = true;
    friend bool operator==(const RemovalKind &, const RemovalKind &) = default;
};

/// One object to delete or to evict, as it was seen.
struct RemovalTarget {
    RemovalKind kind;
    ObjectKey key;
    std::string uid; ///< this very object only; empty: whichever has the name when it is asked for
    friend bool operator==(const RemovalTarget &, const RemovalTarget &) = default;
};

} // namespace kube
