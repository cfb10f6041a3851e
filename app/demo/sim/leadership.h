// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/sim/sim_client.h"
#include "core/leaderelection/leader_elector.h"
#include "core/leaderelection/lease_lock.h"

namespace orrery::demo {

/// A program stands for election before it works, as every controller does, and renews its Lease after that.
/// A lease that was lost (a suspended machine) is stood for again; nobody else wants it. Thread: the server's.
class Leadership
{
public:
    /// name: of its Lease in kube-system.
    Leadership(SimClient &client, const std::string &name);

private:
    void stand();

    SimClient &m_client;
    std::string m_name;
    std::string m_identity;
    kube::LeaseLock m_lock;
    std::unique_ptr<kube::LeaderElector> m_elector;
    kube::Timer m_again;
};

} // namespace orrery::demo
