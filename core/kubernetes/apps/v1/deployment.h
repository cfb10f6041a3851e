// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/pod_template_spec.h"
#include "core/kubernetes/meta/v1/label_selector.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::apps::v1 {

/// io.k8s.api.apps.v1.RollingUpdateDeployment
struct RollingUpdateDeployment : View {
    using View::View;
    [[nodiscard]] field::IntOrString maxSurge() const { return {*this, "maxSurge"}; }
    [[nodiscard]] field::IntOrString maxUnavailable() const { return {*this, "maxUnavailable"}; }
};

/// io.k8s.api.apps.v1.DeploymentStrategy
struct DeploymentStrategy : View {
    using View::View;
    [[nodiscard]] RollingUpdateDeployment rollingUpdate() const { return {*this, "rollingUpdate"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.apps.v1.DeploymentSpec
struct DeploymentSpec : View {
    using View::View;
    [[nodiscard]] field::Integer minReadySeconds() const { return {*this, "minReadySeconds"}; }
    [[nodiscard]] field::Flag paused() const { return {*this, "paused"}; }
    [[nodiscard]] field::Integer progressDeadlineSeconds() const { return {*this, "progressDeadlineSeconds"}; }
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
    [[nodiscard]] field::Integer revisionHistoryLimit() const { return {*this, "revisionHistoryLimit"}; }
    [[nodiscard]] meta::v1::LabelSelector selector() const { return {*this, "selector"}; }
    [[nodiscard]] DeploymentStrategy strategy() const { return {*this, "strategy"}; }
    [[nodiscard]] core::v1::PodTemplateSpec template_() const { return {*this, "template"}; }
};

/// io.k8s.api.apps.v1.DeploymentCondition
struct DeploymentCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Time lastUpdateTime() const { return {*this, "lastUpdateTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.apps.v1.DeploymentStatus
struct DeploymentStatus : View {
    using View::View;
    [[nodiscard]] field::Integer availableReplicas() const { return {*this, "availableReplicas"}; }
    [[nodiscard]] field::Integer collisionCount() const { return {*this, "collisionCount"}; }
    [[nodiscard]] field::List<DeploymentCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] field::Integer observedGeneration() const { return {*this, "observedGeneration"}; }
    [[nodiscard]] field::Integer readyReplicas() const { return {*this, "readyReplicas"}; }
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
    [[nodiscard]] field::Integer terminatingReplicas() const { return {*this, "terminatingReplicas"}; }
    [[nodiscard]] field::Integer unavailableReplicas() const { return {*this, "unavailableReplicas"}; }
    [[nodiscard]] field::Integer updatedReplicas() const { return {*this, "updatedReplicas"}; }
};

/// io.k8s.api.apps.v1.Deployment
struct Deployment : KindOf<Deployment> {
    static constexpr ApiKind api{"apps", "v1", "Deployment", "deployments", true, true, true, true};
    using KindOf::KindOf;
    [[nodiscard]] DeploymentSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] DeploymentStatus status() const { return {*this, "status"}; }
};

} // namespace kube::apps::v1
