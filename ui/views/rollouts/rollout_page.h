// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/rollouts/workload_follower.h"
#include "ui/widgets/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace orrery {

class DiffView;
class EmptyState;
class RevisionModel;
class RolloutStatusView;
class TableView;

/// The rollouts of one workload: how far the last one is, live; the revisions there are; what any two differ in, and the
/// way back to one.
class RolloutPage final : public Page
{
    Q_OBJECT
public:
    RolloutPage(QString contextName, WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, std::function<kube::WallTime()> now,
                QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString contextName() const override { return m_contextName; }
    void focusContent() override;
    void focusFilter() override;
    bool closeNearest() override;

    [[nodiscard]] const kube::ResourceInfo &resource() const { return m_resource; }
    [[nodiscard]] const kube::ObjectKey &key() const { return m_key; }
    void setWhyNoUndo(const QString &why); ///< empty: it may be asked for
    void undo(std::int64_t revision);      ///< asks; 0: the one before the last

Q_SIGNALS:
    void undone(const QString &name, qint64 revision, qint64 generation);

private:
    void showState();
    void showDifference();
    void showUndo();
    [[nodiscard]] QList<int> chosenRows() const; ///< from the newest to the oldest
    [[nodiscard]] QString headingOf(int row) const;

    QString m_contextName;
    WorkloadPorts m_ports;
    kube::ResourceInfo m_resource;
    kube::ObjectKey m_key;
    QString m_whyNoUndo;
    WorkloadFollower *m_follower;
    RolloutStatusView *m_status;
    RevisionModel *m_model;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
    DiffView *m_diff;
    QLabel *m_hint;
    QPushButton *m_undo;
};

} // namespace orrery
