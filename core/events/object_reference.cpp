// SPDX-License-Identifier: Apache-2.0
#include "core/events/object_reference.h"

#include "core/events/json_fields.h"

namespace kube {

ObjectReference ObjectReference::to(const Object &object)
{
    const GroupVersionKind kind = object.gvk();
    return {kind.groupVersion().apiVersion(), kind.kind, object.key().namespaceName, object.key().name,
            std::string(object.uid()), std::string(object.resourceVersion()), {}};
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
