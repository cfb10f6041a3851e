// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/removal_port.h"
#include "ui/views/verbs/verb_dialog.h"

class QCheckBox;
class QComboBox;
class QSpinBox;
class QTableView;
class QTimer;

namespace orrery {

class VerbModel;

/// Drains one Node: its Pods and what is to be agreed to, then how far each eviction is. Stopped or closed it sends nothing
/// more; the Node stays cordoned.
class DrainDialog final : public VerbDialog
{
    Q_OBJECT
public:
    struct Parts {
        kube::RemovalPort *port = nullptr;
        kube::ExecutorPtr gui;
        std::function<kube::WallTime()> now; ///< the desktop's clock
        QString context;
        QString confirmation; ///< has to be typed before; empty: nothing has
        std::function<void()> confirmed; ///< called before anything is written; may be empty
    };
    DrainDialog(Parts parts, const std::string &node, QWidget *parent = nullptr);

    void reject() override; ///< stops first what is still to be sent

Q_SIGNALS:
    void drained(const QString &node);

private:
    void build();
    void start();
    void take(kube::DrainStatePtr state);
    void showFacts();
    void showState();
    [[nodiscard]] kube::DrainConsent consent() const;
    [[nodiscard]] std::optional<std::int64_t> grace() const; ///< none: each Pod's own
    [[nodiscard]] bool isRunning() const;

    Parts m_parts;
    kube::DrainStatePtr m_state;
    VerbModel *m_model;
    QTableView *m_table;
    QLabel *m_summary;
    QWidget *m_choices;
    QCheckBox *m_daemonSets;
    QCheckBox *m_emptyDirs;
    QCheckBox *m_unmanaged;
    QSpinBox *m_minutes; ///< 0: as long as it takes
    QComboBox *m_grace;
    QSpinBox *m_seconds; ///< of the grace, when it is a number
    QTimer *m_second;
    std::unique_ptr<kube::Draining> m_draining;
    kube::Owner m_owner;
};

} // namespace orrery
