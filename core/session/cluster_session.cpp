// SPDX-License-Identifier: Apache-2.0
#include "core/session/cluster_session.h"

#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

ClusterSession::ClusterSession(SessionOptions options)
    : m_link(std::make_shared<SessionLink>()), m_thread(options.name)
{
    m_link->executor = m_thread.executor();
    m_link->executor->post([link = m_link, options = std::move(options)]() mutable {
        link->core = new SessionCore(std::move(options), link->executor);
    });
    m_cluster = makeClusterPort(m_link);
    m_feed = makeFeedPort(m_link);
    m_objects = makeObjectPort(m_link);
    m_scale = makeScalePort(m_link);
    m_logs = makeLogPort(m_link);
    m_edit = makeEditPort(m_link);
    m_changes = makeChangePort(m_link);
    m_metrics = makeMetricsPort(m_link);
}

ClusterSession::~ClusterSession()
{
    m_thread.stop([link = m_link] { delete std::exchange(link->core, nullptr); });
}

ClusterPorts ClusterSession::ports() const
{
    return {m_cluster.get(), m_feed.get(), m_objects.get(), m_scale.get(), m_logs.get(), m_edit.get(), m_changes.get(), m_metrics.get()};
}

} // namespace kube
