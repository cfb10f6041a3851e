// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/batch/v1/job_spec.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::batch::v1 {

/// io.k8s.api.batch.v1.JobCondition
struct JobCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastProbeTime() const { return {*this, "lastProbeTime"}; }
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.batch.v1.UncountedTerminatedPods
struct UncountedTerminatedPods : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> failed() const { return {*this, "failed"}; }
    [[nodiscard]] field::List<field::Text> succeeded() const { return {*this, "succeeded"}; }
};

/// io.k8s.api.batch.v1.JobStatus
struct JobStatus : View {
    using View::View;
    [[nodiscard]] field::Integer active() const { return {*this, "active"}; }
    [[nodiscard]] field::Text completedIndexes() const { return {*this, "completedIndexes"}; }
    [[nodiscard]] field::Time completionTime() const { return {*this, "completionTime"}; }
    [[nodiscard]] field::List<JobCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] field::Integer failed() const { return {*this, "failed"}; }
    [[nodiscard]] field::Text failedIndexes() const { return {*this, "failedIndexes"}; }
    [[nodiscard]] field::Integer ready() const { return {*this, "ready"}; }
    [[nodiscard]] field::Time startTime() const { return {*this, "startTime"}; }
    [[nodiscard]] field::Integer succeeded() const { return {*this, "succeeded"}; }
    [[nodiscard]] field::Integer terminating() const { return {*this, "terminating"}; }
    [[nodiscard]] UncountedTerminatedPods uncountedTerminatedPods() const { return {*this, "uncountedTerminatedPods"}; }
};

/// io.k8s.api.batch.v1.Job
struct Job : KindOf<Job> {
    static constexpr ApiKind api{"batch", "v1", "Job", "jobs", true, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] JobSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] JobStatus status() const { return {*this, "status"}; }
};

} // namespace kube::batch::v1
