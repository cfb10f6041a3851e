// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/rollout/obstacles.h"
#include "core/rollout/rollout_status.h"
#include "core/rollout/scale_progress.h"
#include "ui/base/tone.h"

#include <QString>

namespace orrery {

[[nodiscard]] Tone toneOf(kube::RolloutStatus::State state);
/// "ImagePullBackOff, 2 Pods: back-off pulling image (Pod/web-1 …)"; an Event with its age.
[[nodiscard]] QString obstacleText(const kube::Obstacle &obstacle, kube::WallTime now);
/// "2 of 5 replicas, 1 ready"
[[nodiscard]] QString progressText(const kube::ScaleProgress &progress);
/// "14m" of an RFC 3339 time; empty when it is none.
[[nodiscard]] QString ageText(const std::string &time, kube::WallTime now);

} // namespace orrery
