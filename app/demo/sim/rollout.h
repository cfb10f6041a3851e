// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace orrery::demo {

/// A ReplicaSet as its Deployment sees it.
struct RolloutSet {
    QString name;
    qint64 replicas = 0;  ///< wanted: spec.replicas
    qint64 current = 0;   ///< status.replicas
    qint64 ready = 0;     ///< status.readyReplicas
    qint64 available = 0; ///< status.availableReplicas
    qint64 revision = 0;
    std::optional<qint64> desired; ///< what its Deployment wanted when it was last sized (an annotation)
    std::optional<qint64> largest; ///< and the most that was allowed then, the surge included
    bool observed = false;         ///< its own controller has seen it

    [[nodiscard]] static RolloutSet of(const QJsonObject &replicaSet);
};

/// How a Deployment wants its template changes carried out, in Pods.
struct RolloutStrategy {
    qint64 desired = 1;
    qint64 maxSurge = 0;       ///< more than desired; rounded up
    qint64 maxUnavailable = 0; ///< fewer available than desired; rounded down, at least 1 when there is no surge
    bool recreate = false;     ///< all old Pods end before the first new one begins
    bool paused = false;       ///< sized, but not rolled

    [[nodiscard]] static RolloutStrategy of(const QJsonObject &deployment);
    [[nodiscard]] qint64 largest() const { return desired > 0 ? desired + maxSurge : 0; }
};

/// The size each ReplicaSet should have next, in their order: one step on the way from the old template to the new.
/// The same sizes again: nothing to do but to wait. Sets are the oldest first; current: the one of the Deployment's
/// template, none while it is not made. Source: kubernetes pkg/controller/deployment (rolling.go, recreate.go, sync.go).
[[nodiscard]] std::vector<qint64> nextSizes(const RolloutStrategy &strategy, const std::vector<RolloutSet> &sets, std::optional<std::size_t> current);
/// With how many Pods the ReplicaSet of a new template begins.
[[nodiscard]] qint64 firstSize(const RolloutStrategy &strategy, const std::vector<RolloutSet> &old);

} // namespace orrery::demo
