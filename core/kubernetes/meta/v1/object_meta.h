// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::meta::v1 {

/// io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry
struct ManagedFieldsEntry : View {
    using View::View;
    [[nodiscard]] field::Text apiVersion() const { return {*this, "apiVersion"}; }
    [[nodiscard]] field::Text fieldsType() const { return {*this, "fieldsType"}; }
    [[nodiscard]] field::Json fieldsV1() const { return {*this, "fieldsV1"}; }
    [[nodiscard]] field::Text manager() const { return {*this, "manager"}; }
    [[nodiscard]] field::Text operation() const { return {*this, "operation"}; }
    [[nodiscard]] field::Text subresource() const { return {*this, "subresource"}; }
    [[nodiscard]] field::Time time() const { return {*this, "time"}; }
};

/// io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference
struct OwnerReference : View {
    using View::View;
    [[nodiscard]] field::Text apiVersion() const { return {*this, "apiVersion"}; }
    [[nodiscard]] field::Flag blockOwnerDeletion() const { return {*this, "blockOwnerDeletion"}; }
    [[nodiscard]] field::Flag controller() const { return {*this, "controller"}; }
    [[nodiscard]] field::Text kind() const { return {*this, "kind"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text uid() const { return {*this, "uid"}; }
};

/// io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta
struct ObjectMeta : View {
    using View::View;
    [[nodiscard]] field::Map<field::Text> annotations() const { return {*this, "annotations"}; }
    [[nodiscard]] field::Time creationTimestamp() const { return {*this, "creationTimestamp"}; }
    [[nodiscard]] field::Integer deletionGracePeriodSeconds() const { return {*this, "deletionGracePeriodSeconds"}; }
    [[nodiscard]] field::Time deletionTimestamp() const { return {*this, "deletionTimestamp"}; }
    [[nodiscard]] field::List<field::Text> finalizers() const { return {*this, "finalizers"}; }
    [[nodiscard]] field::Text generateName() const { return {*this, "generateName"}; }
    [[nodiscard]] field::Integer generation() const { return {*this, "generation"}; }
    [[nodiscard]] field::Map<field::Text> labels() const { return {*this, "labels"}; }
    [[nodiscard]] field::List<ManagedFieldsEntry> managedFields() const { return {*this, "managedFields"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text namespace_() const { return {*this, "namespace"}; }
    [[nodiscard]] field::List<OwnerReference> ownerReferences() const { return {*this, "ownerReferences"}; }
    [[nodiscard]] field::Text resourceVersion() const { return {*this, "resourceVersion"}; }
    [[nodiscard]] field::Text selfLink() const { return {*this, "selfLink"}; }
    [[nodiscard]] field::Text uid() const { return {*this, "uid"}; }
};

} // namespace kube::meta::v1
