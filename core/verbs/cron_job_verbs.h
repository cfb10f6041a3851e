// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/json_value.h"

#include <QByteArray>

#include <string>

namespace kube {

/// Does a CronJob start Jobs by itself?
enum class Suspended { No, Yes };
/// An RFC 7386 patch that suspends or resumes a CronJob.
[[nodiscard]] QByteArray suspendPatch(Suspended suspended);

/// A name for a Job of that CronJob: its name, "-manual-" and the suffix, within the 63 characters that a Job's Pods need.
[[nodiscard]] std::string manualJobName(const std::string &cronJob, const std::string &suffix);
/// The Job (batch/v1) that the CronJob's template describes, owned by the CronJob and marked as started by hand.
/// Errors: BadInput when it is no CronJob. Source: kubectl create job --from.
[[nodiscard]] Result<QByteArray> jobOf(JsonValue cronJob, const std::string &name);

} // namespace kube
