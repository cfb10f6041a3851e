// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/sim/reconcile_loop.h"
#include "app/demo/sim/sim_client.h"

namespace orrery::demo {

/// Deployments make and size ReplicaSets, rolling from the old template to the new. Source: kubernetes
/// pkg/controller/deployment, much simplified.
class DeploymentController
{
public:
    explicit DeploymentController(SimClient &client);

private:
    [[nodiscard]] kube::Future<bool> reconcile(const kube::ObjectKey &key);
    [[nodiscard]] kube::Future<bool> resize(const QJsonObject &deployment, const QJsonObject &set, qint64 replicas);
    [[nodiscard]] kube::Future<bool> report(const QJsonObject &deployment, const std::vector<QJsonObject> &sets, const QJsonObject &current);

    SimClient &m_client;
    kube::SharedIndexInformer &m_deployments;
    kube::SharedIndexInformer &m_sets;
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
    [[nodiscard]] kube::Future<bool> makePods(const QJsonObject &set, qint64 count);

    SimClient &m_client;
    kube::SharedIndexInformer &m_sets;
    kube::SharedIndexInformer &m_pods;
    std::vector<kube::HandlerRegistration> m_handlers;
    std::uint64_t m_serial = 0;
    ReconcileLoop m_loop;
};

} // namespace orrery::demo
