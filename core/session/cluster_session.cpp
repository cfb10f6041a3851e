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
    m_manifests = makeManifestPort(m_link);
    m_metrics = makeMetricsPort(m_link);
    m_revert = makeRevertPort(m_link);
    m_removal = makeRemovalPort(m_link);
    m_definitions = makeDefinitionPort(m_link);
    m_protection = makeProtectionPort(m_link);
    m_clockwork = makeClockworkPort(m_link);
    m_suspects = makeSuspectPort(m_link);
    m_requests = makeRequestLogPort(m_link);
}

ClusterSession::~ClusterSession()
{
    m_thread.stop([link = m_link] { delete std::exchange(link->core, nullptr); });
}

ClusterPorts ClusterSession::ports() const
{
    ClusterPorts ports;
    ports.cluster = m_cluster.get();
    ports.feed = m_feed.get();
    ports.objects = m_objects.get();
    ports.scale = m_scale.get();
    ports.logs = m_logs.get();
    ports.edit = m_edit.get();
    ports.changes = m_changes.get();
    ports.manifests = m_manifests.get();
    ports.metrics = m_metrics.get();
    ports.revert = m_revert.get();
    ports.removal = m_removal.get();
    ports.definitions = m_definitions.get();
    ports.protection = m_protection.get();
    ports.clockwork = m_clockwork.get();
    ports.suspects = m_suspects.get();
    ports.requests = m_requests.get();
    return ports;
}

} // namespace kube
