// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/sim/sim_client.h"

#include <random>

namespace orrery::demo {

/// What people do to a cluster all day: now and then a small workload of the demo's own gets a new image and rolls
/// out, or one of its Pods is deleted. What a user has made is left alone. Thread: the server's.
class Life
{
public:
    Life(SimClient &client, std::uint64_t seed);

private:
    void wait();
    void happen();
    void release(const QJsonObject &deployment);
    void lose(const kube::ObjectKey &pod);

    SimClient &m_client;
    kube::SharedIndexInformer &m_deployments;
    kube::SharedIndexInformer &m_pods;
    std::mt19937_64 m_random;
    kube::Timer m_timer;
};

} // namespace orrery::demo
