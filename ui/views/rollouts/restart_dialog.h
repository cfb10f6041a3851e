// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/rollouts/workload_follower.h"
#include "ui/views/rollouts/write_dialog.h"

namespace orrery {

/// Asks whether the Pods of a workload shall be replaced, and says how.
class RestartDialog final : public WriteDialog
{
    Q_OBJECT
public:
    /// object: as it is known; null when it is not. now: the time that is written.
    RestartDialog(WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, const kube::ObjectPtr &object, std::function<kube::WallTime()> now,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    void restarted(const QString &name, qint64 generation);

private:
    void write() override;

    WorkloadPorts m_ports;
    kube::ResourceInfo m_resource;
    kube::ObjectKey m_key;
    std::function<kube::WallTime()> m_now;
    kube::Owner m_owner;
};

/// "Deployment in shop"
[[nodiscard]] QString aboutObject(const kube::ResourceInfo &resource, const kube::ObjectKey &key);

} // namespace orrery
