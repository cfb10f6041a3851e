// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/cluster_ports.h"
#include "core/session/ports/suspect_port.h"
#include "core/session/session_link.h"
#include "core/session/session_options.h"

namespace kube {

/// One cluster, connected as one identity: its thread, and the ports through which a window uses it.
/// Thread: made, used and destroyed on one (a window's); destruction joins the session's thread: do that elsewhere
/// when it may take its time. Futures end as Canceled and no handler is called after.
class ClusterSession
{
public:
    explicit ClusterSession(SessionOptions options); ///< starts its thread and connects
    ~ClusterSession();

    [[nodiscard]] ClusterPorts ports() const; ///< all that a window sees of it

private:
    SessionLinkPtr m_link;
    std::unique_ptr<ClusterPort> m_cluster;
    std::unique_ptr<ResourceFeed> m_feed;
    std::unique_ptr<ObjectPort> m_objects;
    std::unique_ptr<ScalePort> m_scale;
    std::unique_ptr<LogPort> m_logs;
    std::unique_ptr<EditPort> m_edit;
    std::unique_ptr<ChangePort> m_changes;
    std::unique_ptr<ManifestPort> m_manifests;
    std::unique_ptr<MetricsPort> m_metrics;
    std::unique_ptr<RevertPort> m_revert;
    std::unique_ptr<RemovalPort> m_removal;
    std::unique_ptr<DefinitionPort> m_definitions;
    std::unique_ptr<ProtectionPort> m_protection;
    std::unique_ptr<ClockworkPort> m_clockwork;
    std::unique_ptr<SuspectPort> m_suspects;
    std::unique_ptr<RequestLogPort> m_requests;
    SessionThread m_thread;
};

} // namespace kube
