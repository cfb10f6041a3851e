// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"

namespace kube {

class TypedObject;

/// What an Event is about. Source: core/v1 ObjectReference, client-go tools/reference.
struct ObjectReference {
    std::string apiVersion;
    std::string kind;
    std::string namespaceName; ///< empty for cluster-scoped objects
    std::string name;
    std::string uid;
    std::string resourceVersion;
    std::string fieldPath;     ///< a part of it: "spec.containers{web}"

    [[nodiscard]] static ObjectReference to(const Object &object); ///< an object of a cache or a list
    [[nodiscard]] static ObjectReference to(const TypedObject &object); ///< a typed object
    [[nodiscard]] std::string toJson() const; ///< without what is empty

    friend bool operator==(const ObjectReference &, const ObjectReference &) = default;
    friend auto operator<=>(const ObjectReference &, const ObjectReference &) = default;
};

} // namespace kube
