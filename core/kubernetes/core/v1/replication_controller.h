// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/pod_template_spec.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ReplicationControllerSpec
struct ReplicationControllerSpec : View {
    using View::View;
    [[nodiscard]] field::Integer minReadySeconds() const { return {*this, "minReadySeconds"}; }
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
    [[nodiscard]] field::Map<field::Text> selector() const { return {*this, "selector"}; }
    [[nodiscard]] PodTemplateSpec template_() const { return {*this, "template"}; }
};

/// io.k8s.api.core.v1.ReplicationControllerCondition
struct ReplicationControllerCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.ReplicationControllerStatus
struct ReplicationControllerStatus : View {
    using View::View;
    [[nodiscard]] field::Integer availableReplicas() const { return {*this, "availableReplicas"}; }
    [[nodiscard]] field::List<ReplicationControllerCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] field::Integer fullyLabeledReplicas() const { return {*this, "fullyLabeledReplicas"}; }
    [[nodiscard]] field::Integer observedGeneration() const { return {*this, "observedGeneration"}; }
    [[nodiscard]] field::Integer readyReplicas() const { return {*this, "readyReplicas"}; }
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
};

/// io.k8s.api.core.v1.ReplicationController
struct ReplicationController : KindOf<ReplicationController> {
    static constexpr ApiKind api{"", "v1", "ReplicationController", "replicationcontrollers", true, true, true, true};
    using KindOf::KindOf;
    [[nodiscard]] ReplicationControllerSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] ReplicationControllerStatus status() const { return {*this, "status"}; }
};

} // namespace kube::core::v1
