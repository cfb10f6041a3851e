// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/sim/rollout.h"

#include <QDateTime>

namespace orrery::demo {

/// The status of a Deployment whose ReplicaSets are these; current as in nextSizes(). Its conditions are what
/// `kubectl rollout status` reads: Available, and Progressing with what the rollout last did, until it is complete or
/// its deadline has passed. Source: kubernetes pkg/controller/deployment (progress.go, util/deployment_util.go).
[[nodiscard]] QJsonObject deploymentStatus(const QJsonObject &deployment, const RolloutStrategy &strategy, const std::vector<RolloutSet> &sets,
                                           std::optional<std::size_t> current, const QDateTime &now);

/// When a rollout that makes no further progress is said to have failed; null: it has no deadline, or has ended.
[[nodiscard]] QDateTime progressDeadline(const QJsonObject &deployment, const QJsonObject &status);

} // namespace orrery::demo
