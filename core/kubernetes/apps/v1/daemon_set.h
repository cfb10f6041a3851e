// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/pod_template_spec.h"
#include "core/kubernetes/meta/v1/label_selector.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::apps::v1 {

/// io.k8s.api.apps.v1.RollingUpdateDaemonSet
struct RollingUpdateDaemonSet : View {
    using View::View;
    [[nodiscard]] field::IntOrString maxSurge() const { return {*this, "maxSurge"}; }
    [[nodiscard]] field::IntOrString maxUnavailable() const { return {*this, "maxUnavailable"}; }
};

/// io.k8s.api.apps.v1.DaemonSetUpdateStrategy
struct DaemonSetUpdateStrategy : View {
    using View::View;
    [[nodiscard]] RollingUpdateDaemonSet rollingUpdate() const { return {*this, "rollingUpdate"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.apps.v1.DaemonSetSpec
struct DaemonSetSpec : View {
    using View::View;
    [[nodiscard]] field::Integer minReadySeconds() const { return {*this, "minReadySeconds"}; }
    [[nodiscard]] field::Integer revisionHistoryLimit() const { return {*this, "revisionHistoryLimit"}; }
    [[nodiscard]] meta::v1::LabelSelector selector() const { return {*this, "selector"}; }
    [[nodiscard]] core::v1::PodTemplateSpec template_() const { return {*this, "template"}; }
    [[nodiscard]] DaemonSetUpdateStrategy updateStrategy() const { return {*this, "updateStrategy"}; }
};

/// io.k8s.api.apps.v1.DaemonSetCondition
struct DaemonSetCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.apps.v1.DaemonSetStatus
struct DaemonSetStatus : View {
    using View::View;
    [[nodiscard]] field::Integer collisionCount() const { return {*this, "collisionCount"}; }
    [[nodiscard]] field::List<DaemonSetCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] field::Integer currentNumberScheduled() const { return {*this, "currentNumberScheduled"}; }
    [[nodiscard]] field::Integer desiredNumberScheduled() const { return {*this, "desiredNumberScheduled"}; }
    [[nodiscard]] field::Integer numberAvailable() const { return {*this, "numberAvailable"}; }
    [[nodiscard]] field::Integer numberMisscheduled() const { return {*this, "numberMisscheduled"}; }
    [[nodiscard]] field::Integer numberReady() const { return {*this, "numberReady"}; }
    [[nodiscard]] field::Integer numberUnavailable() const { return {*this, "numberUnavailable"}; }
    [[nodiscard]] field::Integer observedGeneration() const { return {*this, "observedGeneration"}; }
    [[nodiscard]] field::Integer updatedNumberScheduled() const { return {*this, "updatedNumberScheduled"}; }
};

/// io.k8s.api.apps.v1.DaemonSet
struct DaemonSet : KindOf<DaemonSet> {
    static constexpr ApiKind api{"apps", "v1", "DaemonSet", "daemonsets", true, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] DaemonSetSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] DaemonSetStatus status() const { return {*this, "status"}; }
};

} // namespace kube::apps::v1
