// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/sim/reconcile_loop.h"
#include "app/demo/sim/sim_client.h"

namespace orrery::demo {

/// An operator as people write them with controller-runtime: it keeps the status of Foos by that of their Deployments. Of one
/// whose Deployment is missing it says so by an Event, fails, and comes back later. Thread: the server's.
class FooOperator
{
public:
    explicit FooOperator(SimClient &client);

private:
    [[nodiscard]] kube::Future<bool> reconcile(const kube::ObjectKey &key);
    [[nodiscard]] kube::Future<bool> report(const kube::ObjectKey &key);

    SimClient &m_client;
    kube::SharedIndexInformer &m_foos;
    kube::SharedIndexInformer &m_deployments;
    std::vector<kube::HandlerRegistration> m_handlers;
    ReconcileLoop m_loop;
};

} // namespace orrery::demo
