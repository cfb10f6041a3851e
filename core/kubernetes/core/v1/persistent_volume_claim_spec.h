// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"
#include "core/kubernetes/meta/v1/label_selector.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.TypedLocalObjectReference
struct TypedLocalObjectReference : View {
    using View::View;
    [[nodiscard]] field::Text apiGroup() const { return {*this, "apiGroup"}; }
    [[nodiscard]] field::Text kind() const { return {*this, "kind"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
};

/// io.k8s.api.core.v1.TypedObjectReference
struct TypedObjectReference : View {
    using View::View;
    [[nodiscard]] field::Text apiGroup() const { return {*this, "apiGroup"}; }
    [[nodiscard]] field::Text kind() const { return {*this, "kind"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text namespace_() const { return {*this, "namespace"}; }
};

/// io.k8s.api.core.v1.VolumeResourceRequirements
struct VolumeResourceRequirements : View {
    using View::View;
    [[nodiscard]] field::Map<field::Amount> limits() const { return {*this, "limits"}; }
    [[nodiscard]] field::Map<field::Amount> requests() const { return {*this, "requests"}; }
};

/// io.k8s.api.core.v1.PersistentVolumeClaimSpec
struct PersistentVolumeClaimSpec : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> accessModes() const { return {*this, "accessModes"}; }
    [[nodiscard]] TypedLocalObjectReference dataSource() const { return {*this, "dataSource"}; }
    [[nodiscard]] TypedObjectReference dataSourceRef() const { return {*this, "dataSourceRef"}; }
    [[nodiscard]] VolumeResourceRequirements resources() const { return {*this, "resources"}; }
    [[nodiscard]] meta::v1::LabelSelector selector() const { return {*this, "selector"}; }
    [[nodiscard]] field::Text storageClassName() const { return {*this, "storageClassName"}; }
    [[nodiscard]] field::Text volumeAttributesClassName() const { return {*this, "volumeAttributesClassName"}; }
    [[nodiscard]] field::Text volumeMode() const { return {*this, "volumeMode"}; }
    [[nodiscard]] field::Text volumeName() const { return {*this, "volumeName"}; }
};

} // namespace kube::core::v1
