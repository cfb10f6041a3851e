// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/change_port.h"
#include "core/session/ports/cluster_port.h"
#include "core/session/ports/definition_port.h"
#include "core/session/ports/edit_port.h"
#include "core/session/ports/log_port.h"
#include "core/session/ports/manifest_port.h"
#include "core/session/ports/metrics_port.h"
#include "core/session/ports/object_port.h"
#include "core/session/ports/protection_port.h"
#include "core/session/ports/removal_port.h"
#include "core/session/ports/request_log_port.h"
#include "core/session/ports/resource_feed.h"
#include "core/session/ports/revert_port.h"
#include "core/session/ports/scale_port.h"

namespace kube {

class ClockworkPort;
class SuspectPort;

/// The ports of one cluster session, for the views of one window tab. Not owned: the session outlives them.
struct ClusterPorts {
    ClusterPort *cluster = nullptr;
    ResourceFeed *feed = nullptr;
    ObjectPort *objects = nullptr;
    ScalePort *scale = nullptr;
    LogPort *logs = nullptr;
    EditPort *edit = nullptr;
    ChangePort *changes = nullptr;
    ManifestPort *manifests = nullptr;
    MetricsPort *metrics = nullptr;
    RevertPort *revert = nullptr;
    RemovalPort *removal = nullptr;
    DefinitionPort *definitions = nullptr;
    ProtectionPort *protection = nullptr;
    ClockworkPort *clockwork = nullptr;
    RequestLogPort *requests = nullptr;
    SuspectPort *suspects = nullptr;
};

/// One context of the kubeconfig, before anything is touched.
struct ContextInfo {
    QString name;
    QString cluster;
    QString user;
    QString namespaceName;  ///< the context's default; empty: "default"
    QString server;
    std::optional<Error> error; ///< why it cannot be used
};

} // namespace kube
