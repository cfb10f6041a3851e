// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/clockwork_port.h"
#include "core/session/ports/cluster_ports.h"
#include "core/session/ports/suspect_port.h"
#include "core/session/session_link.h"

namespace kube {

/// The ports of a session, each over its link. Thread: any.
[[nodiscard]] std::unique_ptr<ClusterPort> makeClusterPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<ResourceFeed> makeFeedPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<ObjectPort> makeObjectPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<ScalePort> makeScalePort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<LogPort> makeLogPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<EditPort> makeEditPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<ChangePort> makeChangePort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<ManifestPort> makeManifestPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<MetricsPort> makeMetricsPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<RevertPort> makeRevertPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<RemovalPort> makeRemovalPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<DefinitionPort> makeDefinitionPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<ProtectionPort> makeProtectionPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<ClockworkPort> makeClockworkPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<SuspectPort> makeSuspectPort(SessionLinkPtr link);
[[nodiscard]] std::unique_ptr<RequestLogPort> makeRequestLogPort(SessionLinkPtr link);

} // namespace kube
