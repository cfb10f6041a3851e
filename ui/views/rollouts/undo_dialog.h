// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rollout/rollout_undo.h"
#include "ui/views/rollouts/workload_follower.h"
#include "ui/views/rollouts/write_dialog.h"

namespace orrery {

class DiffView;

/// Goes back to a revision: shows what the server would make of the object, by a dry run, and does it when asked. One that
/// has been changed by somebody else meanwhile is compared again before anything is written.
class UndoDialog final : public WriteDialog
{
    Q_OBJECT
public:
    /// revision: 0 is the one before the last.
    UndoDialog(WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, std::int64_t revision, QWidget *parent = nullptr);

Q_SIGNALS:
    void undone(const QString &name, qint64 revision, qint64 generation);

private:
    void read();
    void readRevisions(const kube::JsonNode &object, const std::string &json);
    void tryOut(const std::string &json);
    void write() override;
    void send();
    void fail(const kube::Error &error, bool wasSent = false);

    WorkloadPorts m_ports;
    kube::ResourceInfo m_resource;
    kube::ObjectKey m_key;
    std::int64_t m_revision;
    kube::UndoPlan m_plan;
    std::int64_t m_seen = 0; ///< metadata.generation of what is compared
    bool m_hasChanged = false;
    DiffView *m_diff;
    kube::Owner m_owner;
};

} // namespace orrery
