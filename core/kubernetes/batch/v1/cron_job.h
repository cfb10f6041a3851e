// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/batch/v1/job_spec.h"
#include "core/kubernetes/core/v1/object_reference.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::batch::v1 {

/// io.k8s.api.batch.v1.JobTemplateSpec
struct JobTemplateSpec : View {
    using View::View;
    [[nodiscard]] meta::v1::ObjectMeta metadata() const { return {*this, "metadata"}; }
    [[nodiscard]] JobSpec spec() const { return {*this, "spec"}; }
};

/// io.k8s.api.batch.v1.CronJobSpec
struct CronJobSpec : View {
    using View::View;
    [[nodiscard]] field::Text concurrencyPolicy() const { return {*this, "concurrencyPolicy"}; }
    [[nodiscard]] field::Integer failedJobsHistoryLimit() const { return {*this, "failedJobsHistoryLimit"}; }
    [[nodiscard]] JobTemplateSpec jobTemplate() const { return {*this, "jobTemplate"}; }
    [[nodiscard]] field::Text schedule() const { return {*this, "schedule"}; }
    [[nodiscard]] field::Integer startingDeadlineSeconds() const { return {*this, "startingDeadlineSeconds"}; }
    [[nodiscard]] field::Integer successfulJobsHistoryLimit() const { return {*this, "successfulJobsHistoryLimit"}; }
    [[nodiscard]] field::Flag suspend() const { return {*this, "suspend"}; }
    [[nodiscard]] field::Text timeZone() const { return {*this, "timeZone"}; }
};

/// io.k8s.api.batch.v1.CronJobStatus
struct CronJobStatus : View {
    using View::View;
    [[nodiscard]] field::List<core::v1::ObjectReference> active() const { return {*this, "active"}; }
    [[nodiscard]] field::Time lastScheduleTime() const { return {*this, "lastScheduleTime"}; }
    [[nodiscard]] field::Time lastSuccessfulTime() const { return {*this, "lastSuccessfulTime"}; }
};

/// io.k8s.api.batch.v1.CronJob
struct CronJob : KindOf<CronJob> {
    static constexpr ApiKind api{"batch", "v1", "CronJob", "cronjobs", true, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] CronJobSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] CronJobStatus status() const { return {*this, "status"}; }
};

} // namespace kube::batch::v1
