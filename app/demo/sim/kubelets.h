// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/sim/pod_template.h"
#include "app/demo/sim/reconcile_loop.h"
#include "app/demo/sim/sim_client.h"

#include <random>

namespace orrery::demo {

/// Scheduler and kubelets in one: binds Pods to nodes, starts them, lets some crash and pull in vain, and takes away
/// those that are being deleted. An image whose tag ends in -rc1 cannot be pulled; one named crash or fraud-check
/// crashes. Thread: the server's.
class Kubelets
{
public:
    Kubelets(SimClient &client, std::size_t nodes, std::uint64_t seed);

private:
    [[nodiscard]] kube::Future<bool> reconcile(const kube::ObjectKey &key);
    [[nodiscard]] kube::Future<bool> bind(const kube::ObjectKey &key, const QJsonObject &pod);
    [[nodiscard]] kube::Future<bool> advance(const kube::ObjectKey &key, const QJsonObject &pod, PodPhase next, int restarts);
    [[nodiscard]] kube::Duration between(int fromMilliseconds, int toMilliseconds);
    void look(const kube::Object &pod, bool isInInitialList);

    SimClient &m_client;
    kube::SharedIndexInformer &m_pods;
    std::size_t m_nodes;
    std::mt19937_64 m_random;
    std::uint64_t m_serial = 0;
    kube::HandlerRegistration m_handler;
    ReconcileLoop m_loop;
};

} // namespace orrery::demo
