// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/rollouts/replicas_owners.h"
#include "ui/views/rollouts/scale_list_model.h"
#include "ui/views/rollouts/workload_follower.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace orrery {

class ReplicaBox;
class TableView;

/// Scales many objects of one resource: to one number, or each to its own. Says beforehand who else sets a number, writes
/// all of them, keeps going when one fails, and follows each until its replicas are there.
class ScaleListDialog final : public QDialog
{
    Q_OBJECT
public:
    /// autoscalers: as for ReplicasOwnersReader.
    ScaleListDialog(WorkloadPorts ports, kube::ResourceInfo resource, const std::vector<kube::ObjectKey> &keys, std::optional<kube::GroupVersionResource> autoscalers,
                    std::function<kube::WallTime()> now, QWidget *parent = nullptr);

private:
    void read(int row);
    void write();
    void writeRow(int row, bool isAgain);
    void writeFailed(int row, const kube::Error &error, bool isAgain);
    void lookAgain(int row, const kube::Error &error, bool isAgain);
    void follow(int row);
    void showProgress(int row);
    void showOwners(const kube::ObjectKey &key, const ReplicasOwners &owners);
    void showState();
    void say(int row, ScaleListModel::Phase phase, Tone tone, const QString &text, const QString &whole = {});

    WorkloadPorts m_ports;
    kube::ResourceInfo m_resource;
    std::function<kube::WallTime()> m_now;
    ScaleListModel *m_model;
    ReplicasOwnersReader *m_owners;
    std::vector<WorkloadFollower *> m_followers; ///< by row; null: not followed
    ReplicaBox *m_all;
    TableView *m_table;
    QLabel *m_summary;
    QPushButton *m_close;
    QPushButton *m_scale;
    kube::Owner m_owner;
};

} // namespace orrery
