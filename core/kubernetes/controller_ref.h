// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

#include <optional>

namespace kube {

/// A reference that makes owner, which must have a uid, the controller of whatever holds it, and keeps it from going first:
/// object.metadata().ownerReferences().append(newControllerRef(owner)). Source: apimachinery metav1.NewControllerRef.
[[nodiscard]] meta::v1::OwnerReference newControllerRef(const TypedObject &owner);

/// The one reference that says controller; a view of object's document. Source: metav1.GetControllerOf.
[[nodiscard]] std::optional<meta::v1::OwnerReference> controllerOf(const TypedObject &object);

/// Source: metav1.IsControlledBy.
[[nodiscard]] bool isControlledBy(const TypedObject &object, const TypedObject &owner);

} // namespace kube
