// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/removal_port.h"
#include "ui/views/verbs/verb_dialog.h"

class QComboBox;
class QSpinBox;
class QTableView;
class QTimer;

namespace orrery {

class VerbModel;

/// Deletes or evicts some objects. Before: what goes with them as it is found, who takes their finalizers away, and how they
/// are to go. Then: how far each is, in the server's words, until it has gone. It can be stopped: what was not sent is not
/// sent. Closed while it waits, it leaves the rest to the server.
class RemovalDialog final : public VerbDialog
{
    Q_OBJECT
public:
    struct Parts {
        kube::RemovalPort *port = nullptr;
        kube::ExecutorPtr gui;
        std::function<kube::WallTime()> now; ///< the desktop's clock
        QString context;                     ///< as it is called
        QString confirmation;                ///< has to be typed before; empty: nothing has
        std::function<void()> confirmed;     ///< called before anything is written; may be empty
        std::string uid = {};                ///< of one object: this one is meant, and none that has its name by now; empty: whichever
        QString why = {};                    ///< said before; may be empty
    };
    RemovalDialog(Parts parts, kube::RemovalMeans means, const kube::ResourceInfo &resource, const std::vector<kube::ObjectKey> &keys, QWidget *parent = nullptr);

    void reject() override; ///< stops what is still to be sent first

Q_SIGNALS:
    void allGone(const QString &what); ///< "3 Pods"; it closes by itself then

private:
    enum class Phase { Asking, Running, Done };
    void build();
    void find();
    void begin();
    void take(kube::RemovalProgressPtr progress);
    void showState();
    void showFacts();
    [[nodiscard]] QString what() const; ///< "Deployment web", "3 Pods"
    [[nodiscard]] QString whatIsNotFollowed() const; ///< empty: all that goes with the objects is
    [[nodiscard]] bool isSending() const; ///< is something still to be sent?
    [[nodiscard]] kube::Propagation propagation() const;
    [[nodiscard]] std::optional<std::int64_t> grace() const;

    Parts m_parts;
    kube::RemovalMeans m_means;
    std::vector<kube::RemovalTarget> m_targets;
    Phase m_phase = Phase::Asking;
    kube::OwnedFindingsPtr m_findings;
    std::vector<std::size_t> m_followed; ///< rows of the findings that are waited for, too
    kube::RemovalProgressPtr m_progress;
    VerbModel *m_model;
    QTableView *m_table;
    QWidget *m_choices;
    QComboBox *m_propagation;
    QComboBox *m_grace;
    QSpinBox *m_seconds;
    QLabel *m_summary;
    QTimer *m_second; ///< seconds that are left go down
    kube::Subscription m_search;
    std::unique_ptr<kube::Removing> m_removing;
    kube::Owner m_owner;
};

} // namespace orrery
