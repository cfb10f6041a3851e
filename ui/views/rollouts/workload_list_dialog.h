// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/rollouts/workload_follower.h"
#include "ui/views/rollouts/workload_list_model.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace orrery {

class TableView;
struct WorkloadChange;

/// Restarts, pauses or resumes many workloads of one resource: says what that does, writes all of them, keeps going when one
/// fails, and follows each rollout until it has ended. What has failed can be tried again.
class WorkloadListDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Verb { Restart, Pause, Resume };

    /// now: the time that is written by a restart.
    WorkloadListDialog(WorkloadPorts ports, kube::ResourceInfo resource, const std::vector<kube::ObjectKey> &keys, Verb verb, std::function<kube::WallTime()> now,
                       QWidget *parent = nullptr);

private:
    void write();
    void writeRow(int row);
    void take(int row, const WorkloadChange &change);
    void follow(int row);
    void showProgress(int row);
    void showState();
    void say(int row, WorkloadListModel::Phase phase, Tone tone, const QString &text, const QString &whole = {});
    [[nodiscard]] QString title(int number) const;
    [[nodiscard]] QString verbText(int number) const; ///< of the button
    [[nodiscard]] QString facts() const; ///< what it does

    WorkloadPorts m_ports;
    kube::ResourceInfo m_resource;
    Verb m_verb;
    std::function<kube::WallTime()> m_now;
    WorkloadListModel *m_model;
    std::vector<WorkloadFollower *> m_followers; ///< by row; null: not followed
    TableView *m_table;
    QLabel *m_summary;
    QPushButton *m_close;
    QPushButton *m_write;
    kube::Owner m_owner;
};

} // namespace orrery
