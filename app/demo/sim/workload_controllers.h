// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/sim/expectations.h"
#include "app/demo/sim/reconcile_loop.h"
#include "app/demo/sim/rollout.h"
#include "app/demo/sim/sim_client.h"

namespace orrery::demo {

/// Deployments make and size ReplicaSets, rolling from the old template to the new within maxSurge and maxUnavailable.
/// Source: kubernetes pkg/controller/deployment, without adoption.
class DeploymentController
{
public:
    explicit DeploymentController(SimClient &client);

private:
    struct Rollout {
        QJsonObject deployment;
        RolloutStrategy strategy;
        std::vector<QJsonObject> documents; ///< its ReplicaSets, the oldest first
        std::vector<RolloutSet> sets;       ///< the same
        std::optional<std::size_t> current; ///< the one of its template
    };
    [[nodiscard]] kube::Future<bool> reconcile(const kube::ObjectKey &key);
    [[nodiscard]] Rollout rolloutOf(const kube::Object &deployment) const;
    /// Recreate: old Pods are still there; it is asked again later.
    [[nodiscard]] bool mustWait(const kube::ObjectKey &key, const Rollout &rollout);
    [[nodiscard]] kube::Future<bool> make(const Rollout &rollout);
    [[nodiscard]] kube::Future<bool> resize(const Rollout &rollout, const std::vector<qint64> &sizes);
    void tellScaled(const QJsonObject &deployment, const QString &set, qint64 from, qint64 to);
    [[nodiscard]] kube::Future<bool> report(const kube::ObjectKey &key, const Rollout &rollout);
    /// Removes old ReplicaSets beyond revisionHistoryLimit.
    [[nodiscard]] kube::Future<bool> forget(const Rollout &rollout);

    SimClient &m_client;
    kube::SharedIndexInformer &m_deployments;
    kube::SharedIndexInformer &m_sets;
    kube::SharedIndexInformer &m_pods;
    std::vector<kube::HandlerRegistration> m_handlers;
    ReconcileLoop m_loop;
};

/// ReplicaSets make and remove Pods, and report how many are ready.
class ReplicaSetController
{
public:
    explicit ReplicaSetController(SimClient &client);

private:
    [[nodiscard]] kube::Future<bool> reconcile(const kube::ObjectKey &key);
    [[nodiscard]] kube::Future<bool> makePods(const kube::ObjectKey &key, const QJsonObject &set, qint64 count);
    /// Writes, and expects to see that Pod made or gone unless it was refused.
    [[nodiscard]] kube::Future<bool> expecting(const kube::ObjectKey &set, const kube::ObjectKey &pod, const std::function<kube::Future<bool>()> &write);

    SimClient &m_client;
    kube::SharedIndexInformer &m_sets;
    kube::SharedIndexInformer &m_pods;
    std::vector<kube::HandlerRegistration> m_handlers;
    std::uint64_t m_serial = 0;
    Expectations m_expected;
    ReconcileLoop m_loop;
};

} // namespace orrery::demo
