// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/persistent_volume_claim.h"
#include "core/kubernetes/core/v1/pod_template_spec.h"
#include "core/kubernetes/meta/v1/label_selector.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::apps::v1 {

/// io.k8s.api.apps.v1.RollingUpdateStatefulSetStrategy
struct RollingUpdateStatefulSetStrategy : View {
    using View::View;
    [[nodiscard]] field::IntOrString maxUnavailable() const { return {*this, "maxUnavailable"}; }
    [[nodiscard]] field::Integer partition() const { return {*this, "partition"}; }
};

/// io.k8s.api.apps.v1.StatefulSetOrdinals
struct StatefulSetOrdinals : View {
    using View::View;
    [[nodiscard]] field::Integer start() const { return {*this, "start"}; }
};

/// io.k8s.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy
struct StatefulSetPersistentVolumeClaimRetentionPolicy : View {
    using View::View;
    [[nodiscard]] field::Text whenDeleted() const { return {*this, "whenDeleted"}; }
    [[nodiscard]] field::Text whenScaled() const { return {*this, "whenScaled"}; }
};

/// io.k8s.api.apps.v1.StatefulSetUpdateStrategy
struct StatefulSetUpdateStrategy : View {
    using View::View;
    [[nodiscard]] RollingUpdateStatefulSetStrategy rollingUpdate() const { return {*this, "rollingUpdate"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.apps.v1.StatefulSetSpec
struct StatefulSetSpec : View {
    using View::View;
    [[nodiscard]] field::Integer minReadySeconds() const { return {*this, "minReadySeconds"}; }
    [[nodiscard]] StatefulSetOrdinals ordinals() const { return {*this, "ordinals"}; }
    [[nodiscard]] StatefulSetPersistentVolumeClaimRetentionPolicy persistentVolumeClaimRetentionPolicy() const { return {*this, "persistentVolumeClaimRetentionPolicy"}; }
    [[nodiscard]] field::Text podManagementPolicy() const { return {*this, "podManagementPolicy"}; }
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
    [[nodiscard]] field::Integer revisionHistoryLimit() const { return {*this, "revisionHistoryLimit"}; }
    [[nodiscard]] meta::v1::LabelSelector selector() const { return {*this, "selector"}; }
    [[nodiscard]] field::Text serviceName() const { return {*this, "serviceName"}; }
    [[nodiscard]] core::v1::PodTemplateSpec template_() const { return {*this, "template"}; }
    [[nodiscard]] StatefulSetUpdateStrategy updateStrategy() const { return {*this, "updateStrategy"}; }
    [[nodiscard]] field::List<core::v1::PersistentVolumeClaim> volumeClaimTemplates() const { return {*this, "volumeClaimTemplates"}; }
};

/// io.k8s.api.apps.v1.StatefulSetCondition
struct StatefulSetCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.apps.v1.StatefulSetStatus
struct StatefulSetStatus : View {
    using View::View;
    [[nodiscard]] field::Integer availableReplicas() const { return {*this, "availableReplicas"}; }
    [[nodiscard]] field::Integer collisionCount() const { return {*this, "collisionCount"}; }
    [[nodiscard]] field::List<StatefulSetCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] field::Integer currentReplicas() const { return {*this, "currentReplicas"}; }
    [[nodiscard]] field::Text currentRevision() const { return {*this, "currentRevision"}; }
    [[nodiscard]] field::Integer observedGeneration() const { return {*this, "observedGeneration"}; }
    [[nodiscard]] field::Integer readyReplicas() const { return {*this, "readyReplicas"}; }
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
    [[nodiscard]] field::Text updateRevision() const { return {*this, "updateRevision"}; }
    [[nodiscard]] field::Integer updatedReplicas() const { return {*this, "updatedReplicas"}; }
};

/// io.k8s.api.apps.v1.StatefulSet
struct StatefulSet : KindOf<StatefulSet> {
    static constexpr ApiKind api{"apps", "v1", "StatefulSet", "statefulsets", true, true, true, true};
    using KindOf::KindOf;
    [[nodiscard]] StatefulSetSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] StatefulSetStatus status() const { return {*this, "status"}; }
};

} // namespace kube::apps::v1
