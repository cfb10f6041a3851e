// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/leader_healthz_adaptor.h"

#include "core/leaderelection/leader_elector.h"

namespace kube {

void LeaderHealthzAdaptor::setLeaderElector(const LeaderElector *elector)
{
    const std::lock_guard lock(m_mutex);
    m_elector = elector;
}

std::optional<Error> LeaderHealthzAdaptor::check() const
{
    const std::lock_guard lock(m_mutex);
    return m_elector ? m_elector->check(m_tolerated) : std::nullopt;
}

} // namespace kube
