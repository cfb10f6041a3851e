// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/cluster_ports.h"

#include <QString>

#include <functional>

namespace orrery {

class Toast;

/// One merge patch on each of some objects; what came of it is said. done makes the sentence of "Node n1" or "3 of Node".
void patchAll(kube::ChangePort &changes, const kube::Owner &owner, const kube::ResourceInfo &resource, const std::vector<kube::ObjectKey> &keys,
              const QByteArray &patch, Toast &toast, std::function<QString(const QString &what)> done);

/// What lets the writes of a protected context through, once its name has been typed; the ports outlive it.
[[nodiscard]] std::function<void()> unlocking(const kube::ClusterPorts &ports, const QString &context);

} // namespace orrery
