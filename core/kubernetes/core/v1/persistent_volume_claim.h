// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/persistent_volume_claim_spec.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ModifyVolumeStatus
struct ModifyVolumeStatus : View {
    using View::View;
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text targetVolumeAttributesClassName() const { return {*this, "targetVolumeAttributesClassName"}; }
};

/// io.k8s.api.core.v1.PersistentVolumeClaimCondition
struct PersistentVolumeClaimCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastProbeTime() const { return {*this, "lastProbeTime"}; }
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.PersistentVolumeClaimStatus
struct PersistentVolumeClaimStatus : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> accessModes() const { return {*this, "accessModes"}; }
    [[nodiscard]] field::Map<field::Text> allocatedResourceStatuses() const { return {*this, "allocatedResourceStatuses"}; }
    [[nodiscard]] field::Map<field::Amount> allocatedResources() const { return {*this, "allocatedResources"}; }
    [[nodiscard]] field::Map<field::Amount> capacity() const { return {*this, "capacity"}; }
    [[nodiscard]] field::List<PersistentVolumeClaimCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] field::Text currentVolumeAttributesClassName() const { return {*this, "currentVolumeAttributesClassName"}; }
    [[nodiscard]] ModifyVolumeStatus modifyVolumeStatus() const { return {*this, "modifyVolumeStatus"}; }
    [[nodiscard]] field::Text phase() const { return {*this, "phase"}; }
};

/// io.k8s.api.core.v1.PersistentVolumeClaim
struct PersistentVolumeClaim : KindOf<PersistentVolumeClaim> {
    static constexpr ApiKind api{"", "v1", "PersistentVolumeClaim", "persistentvolumeclaims", true, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] PersistentVolumeClaimSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] PersistentVolumeClaimStatus status() const { return {*this, "status"}; }
};

} // namespace kube::core::v1
