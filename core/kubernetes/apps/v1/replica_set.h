// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/pod_template_spec.h"
#include "core/kubernetes/meta/v1/label_selector.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::apps::v1 {

/// io.k8s.api.apps.v1.ReplicaSetSpec
struct ReplicaSetSpec : View {
    using View::View;
    [[nodiscard]] field::Integer minReadySeconds() const { return {*this, "minReadySeconds"}; }
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
    [[nodiscard]] meta::v1::LabelSelector selector() const { return {*this, "selector"}; }
    [[nodiscard]] core::v1::PodTemplateSpec template_() const { return {*this, "template"}; }
};

/// io.k8s.api.apps.v1.ReplicaSetCondition
struct ReplicaSetCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.apps.v1.ReplicaSetStatus
struct ReplicaSetStatus : View {
    using View::View;
    [[nodiscard]] field::Integer availableReplicas() const { return {*this, "availableReplicas"}; }
    [[nodiscard]] field::List<ReplicaSetCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] field::Integer fullyLabeledReplicas() const { return {*this, "fullyLabeledReplicas"}; }
    [[nodiscard]] field::Integer observedGeneration() const { return {*this, "observedGeneration"}; }
    [[nodiscard]] field::Integer readyReplicas() const { return {*this, "readyReplicas"}; }
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
    [[nodiscard]] field::Integer terminatingReplicas() const { return {*this, "terminatingReplicas"}; }
};

/// io.k8s.api.apps.v1.ReplicaSet
struct ReplicaSet : KindOf<ReplicaSet> {
    static constexpr ApiKind api{"apps", "v1", "ReplicaSet", "replicasets", true, true, true, true};
    using KindOf::KindOf;
    [[nodiscard]] ReplicaSetSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] ReplicaSetStatus status() const { return {*this, "status"}; }
};

} // namespace kube::apps::v1
