// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/pod_template_spec.h"
#include "core/kubernetes/fields.h"
#include "core/kubernetes/meta/v1/label_selector.h"

namespace kube::batch::v1 {

/// io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement
struct PodFailurePolicyOnExitCodesRequirement : View {
    using View::View;
    [[nodiscard]] field::Text containerName() const { return {*this, "containerName"}; }
    [[nodiscard]] field::Text operator_() const { return {*this, "operator"}; }
    [[nodiscard]] field::List<field::Integer> values() const { return {*this, "values"}; }
};

/// io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern
struct PodFailurePolicyOnPodConditionsPattern : View {
    using View::View;
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.batch.v1.PodFailurePolicyRule
struct PodFailurePolicyRule : View {
    using View::View;
    [[nodiscard]] field::Text action() const { return {*this, "action"}; }
    [[nodiscard]] PodFailurePolicyOnExitCodesRequirement onExitCodes() const { return {*this, "onExitCodes"}; }
    [[nodiscard]] field::List<PodFailurePolicyOnPodConditionsPattern> onPodConditions() const { return {*this, "onPodConditions"}; }
};

/// io.k8s.api.batch.v1.PodFailurePolicy
struct PodFailurePolicy : View {
    using View::View;
    [[nodiscard]] field::List<PodFailurePolicyRule> rules() const { return {*this, "rules"}; }
};

/// io.k8s.api.batch.v1.SuccessPolicyRule
struct SuccessPolicyRule : View {
    using View::View;
    [[nodiscard]] field::Integer succeededCount() const { return {*this, "succeededCount"}; }
    [[nodiscard]] field::Text succeededIndexes() const { return {*this, "succeededIndexes"}; }
};

/// io.k8s.api.batch.v1.SuccessPolicy
struct SuccessPolicy : View {
    using View::View;
    [[nodiscard]] field::List<SuccessPolicyRule> rules() const { return {*this, "rules"}; }
};

/// io.k8s.api.batch.v1.JobSpec
struct JobSpec : View {
    using View::View;
    [[nodiscard]] field::Integer activeDeadlineSeconds() const { return {*this, "activeDeadlineSeconds"}; }
    [[nodiscard]] field::Integer backoffLimit() const { return {*this, "backoffLimit"}; }
    [[nodiscard]] field::Integer backoffLimitPerIndex() const { return {*this, "backoffLimitPerIndex"}; }
    [[nodiscard]] field::Text completionMode() const { return {*this, "completionMode"}; }
    [[nodiscard]] field::Integer completions() const { return {*this, "completions"}; }
    [[nodiscard]] field::Text managedBy() const { return {*this, "managedBy"}; }
    [[nodiscard]] field::Flag manualSelector() const { return {*this, "manualSelector"}; }
    [[nodiscard]] field::Integer maxFailedIndexes() const { return {*this, "maxFailedIndexes"}; }
    [[nodiscard]] field::Integer parallelism() const { return {*this, "parallelism"}; }
    [[nodiscard]] PodFailurePolicy podFailurePolicy() const { return {*this, "podFailurePolicy"}; }
    [[nodiscard]] field::Text podReplacementPolicy() const { return {*this, "podReplacementPolicy"}; }
    [[nodiscard]] meta::v1::LabelSelector selector() const { return {*this, "selector"}; }
    [[nodiscard]] SuccessPolicy successPolicy() const { return {*this, "successPolicy"}; }
    [[nodiscard]] field::Flag suspend() const { return {*this, "suspend"}; }
    [[nodiscard]] core::v1::PodTemplateSpec template_() const { return {*this, "template"}; }
    [[nodiscard]] field::Integer ttlSecondsAfterFinished() const { return {*this, "ttlSecondsAfterFinished"}; }
};

} // namespace kube::batch::v1
