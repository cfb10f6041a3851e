// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/field_path.h"
#include "core/object/gvk.h"

namespace kube {

/// How the items of a list are told apart. Source: x-kubernetes-list-type, x-kubernetes-list-map-keys.
struct ListShape {
    /// Atomic: the list is one value; Set: its items are their own keys; Map: some members are.
    enum class Kind { Atomic, Set, Map };
    Kind kind = Kind::Atomic;
    std::vector<std::string> keys; ///< of a Map: the members that tell two items apart

    friend bool operator==(const ListShape &, const ListShape &) = default;
};

/// What is known of lists by their place: a schema's knowledge, or defaultListKeys(). Thread: any.
class ListKeys
{
public:
    virtual ~ListKeys() = default;
    /// names: the members on the way from the root; items of lists take no step:
    /// {"spec","template","spec","containers","env"}.
    [[nodiscard]] virtual ListShape of(const std::vector<std::string> &names) const = 0;
};

/// What Kubernetes' own kinds have, without any schema: containers, env, volumes, ports, conditions and the like. Of other
/// groups' kinds it takes what pod templates, metadata and conditions have in common; every other list is Atomic.
[[nodiscard]] std::shared_ptr<const ListKeys> defaultListKeys(const GroupVersionKind &kind);
/// Of the object that the document is.
[[nodiscard]] std::shared_ptr<const ListKeys> defaultListKeys(const JsonNode &document);

/// The keys of an item of a Map as a JSON object in the order of shape.keys ("protocol" is TCP when it is absent); the
/// item itself of a Set. Nothing when a key is missing.
[[nodiscard]] std::optional<std::string> listKeyOf(const JsonNode &item, const ListShape &shape);

} // namespace kube
