// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/expectations.h"

namespace orrery::demo {

namespace {

constexpr std::chrono::minutes patience{5};

} // namespace

void Expectations::expect(const kube::ObjectKey &owner, const kube::ObjectKey &dependent, kube::SteadyTime now)
{
    Open &open = m_open[owner];
    open.dependents.insert(dependent);
    open.since = now;
}

void Expectations::settle(const kube::ObjectKey &owner, const kube::ObjectKey &dependent)
{
    const auto found = m_open.find(owner);
    if (found == m_open.end())
        return;
    found->second.dependents.erase(dependent);
    if (found->second.dependents.empty())
        m_open.erase(found);
}

bool Expectations::areMet(const kube::ObjectKey &owner, kube::SteadyTime now)
{
    const auto found = m_open.find(owner);
    if (found == m_open.end())
        return true;
    if (now - found->second.since < patience)
        return false;
    m_open.erase(found);
    return true;
}

} // namespace orrery::demo
