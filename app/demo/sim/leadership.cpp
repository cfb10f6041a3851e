// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/leadership.h"

#include <QSysInfo>
#include <QUuid>

namespace orrery::demo {

Leadership::Leadership(SimClient &client, const std::string &name)
    : m_client(client), m_name(name), m_identity(QSysInfo::machineHostName().toStdString() + '_' + QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()),
      m_lock(client.dynamic(), client.executor(), {{"kube-system", name}, {}})
{
    stand();
}

void Leadership::stand()
{
    m_client.told().setLeads(m_name, false);
    kube::ElectorConfig config;
    config.identity = m_identity;
    kube::LeaderElector::Callbacks callbacks;
    callbacks.onStartedLeading = [this](const std::stop_token &) {
        m_client.told().setLeads(m_name, true);
        m_client.start();
    };
    callbacks.onStoppedLeading = [this] {
        m_client.told().setLeads(m_name, false);
        m_again = m_client.scheduler().after({}, [this] { stand(); });
    };
    auto elector = kube::LeaderElector::create(m_lock, m_client.executor(), m_client.scheduler(), kube::systemRandom(), config, std::move(callbacks));
    if (!elector)
        return m_client.start();
    m_elector = std::move(*elector);
    m_elector->start();
}

} // namespace orrery::demo
