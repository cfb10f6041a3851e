// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"
#include "core/schema/schema_path.h"

#include <string>
#include <string_view>

namespace kube {

/// Names of live objects that a field holds.
struct ObjectReferenceWanted {
    std::string kind; ///< "ConfigMap"; empty: none are
    /// Where the objects are.
    enum class Namespace {
        OfObject,  ///< that of the object being written
        OfCluster, ///< the kind has none
        Named,     ///< that which namespacePath holds
    };
    Namespace nameSpace = Namespace::OfObject;
    SchemaPath namespacePath; ///< beside the field
    friend bool operator==(const ObjectReferenceWanted &, const ObjectReferenceWanted &) = default;
};

/// What schemas do not say: by where a field is and what kind of object it is in.
/// Source: kubernetes.io API reference, and the validation of Kubernetes 1.36.
[[nodiscard]] ObjectReferenceWanted referenceWantedAt(const GroupVersionKind &kind, const SchemaPath &path);
/// Why the field can never change once the object exists; empty: nobody says so.
[[nodiscard]] std::string_view immutableBecause(const GroupVersionKind &kind, const SchemaPath &path);
/// Whether the server sets it and takes no other value: status, and of metadata what it keeps.
[[nodiscard]] bool isServersOwn(const SchemaPath &path);
/// Whether the field's values are strings that hold what looks like numbers and booleans: labels, annotations, data.
[[nodiscard]] bool isMapOfTexts(const SchemaPath &path);

} // namespace kube
