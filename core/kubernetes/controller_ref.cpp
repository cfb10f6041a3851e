// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/controller_ref.h"

namespace kube {

meta::v1::OwnerReference newControllerRef(const TypedObject &owner)
{
    const meta::v1::OwnerReference reference{View(), "reference"};
    reference.apiVersion().set(field::Text(owner, "apiVersion").value());
    reference.kind().set(field::Text(owner, "kind").value());
    reference.name().set(owner.metadata().name().value());
    reference.uid().set(owner.metadata().uid().value());
    reference.controller().set(true);
    reference.blockOwnerDeletion().set(true);
    return reference;
}

std::optional<meta::v1::OwnerReference> controllerOf(const TypedObject &object)
{
    const auto references = object.metadata().ownerReferences();
    for (std::size_t i = 0; i < references.size(); ++i) {
        if (references[i].controller().value())
            return references[i];
    }
    return std::nullopt;
}

bool isControlledBy(const TypedObject &object, const TypedObject &owner)
{
    const auto reference = controllerOf(object);
    return reference && reference->uid().value() == owner.metadata().uid().value();
}

} // namespace kube
