// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/sim/sim_client.h"
#include "core/leaderelection/leader_elector.h"
#include "core/leaderelection/lease_lock.h"

namespace orrery::demo {

/// The demo's controllers stand for election before they work, as every controller does, and renew their Lease after that.
/// A lease that was lost (a suspended machine) is stood for again; nobody else wants it. Thread: the server's.
class Leadership
{
public:
    explicit Leadership(SimClient &client);

private:
    void stand();

    SimClient &m_client;
    std::string m_identity;
    kube::LeaseLock m_lock;
    std::unique_ptr<kube::LeaderElector> m_elector;
    kube::Timer m_again;
};

} // namespace orrery::demo
