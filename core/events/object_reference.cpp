// SPDX-License-Identifier: Apache-2.0
#include "core/events/object_reference.h"

#include "core/events/json_fields.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube {

ObjectReference ObjectReference::to(const Object &object)
{
    const GroupVersionKind kind = object.gvk();
    return {kind.groupVersion().apiVersion(), kind.kind, object.key().namespaceName, object.key().name,
            std::string(object.uid()), std::string(object.resourceVersion()), {}};
}

ObjectReference ObjectReference::to(const TypedObject &object)
{
    const auto metadata = object.metadata();
    return {field::Text(object, "apiVersion").value(), field::Text(object, "kind").value(), metadata.namespace_().value(),
            metadata.name().value(), metadata.uid().value(), metadata.resourceVersion().value(), {}};
}

std::string ObjectReference::toJson() const
{
    JsonFields fields;
    fields.text("apiVersion", apiVersion);
    fields.text("kind", kind);
    fields.text("namespace", namespaceName);
    fields.text("name", name);
    fields.text("uid", uid);
    fields.text("resourceVersion", resourceVersion);
    fields.text("fieldPath", fieldPath);
    return fields.json();
}

} // namespace kube
