// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/clockwork_port.h"
#include "ui/views/verbs/verb_dialog.h"

class QComboBox;
class QLabel;
class QSpinBox;

namespace orrery {

/// Asks which fault is to be made up on the connection of one kind, says what it does, and injects it.
class FaultDialog final : public VerbDialog
{
    Q_OBJECT
public:
    /// about: whose connection it is, in words.
    FaultDialog(kube::ClockworkPort &port, kube::InformerKey informer, const QString &about, kube::ExecutorPtr gui, QWidget *parent);

    [[nodiscard]] const kube::InformerKey &informer() const { return m_informer; }

    /// Why nothing can be injected now, though it is open; empty: it can.
    void setRefused(const QString &why);

private:
    void showKind();
    void grow();
    void inject();
    [[nodiscard]] kube::ConnectionFault fault() const;

    kube::ClockworkPort &m_port;
    kube::InformerKey m_informer;
    QComboBox *m_kind;
    QLabel *m_countLabel;
    QSpinBox *m_count;
    QLabel *m_secondsLabel;
    QSpinBox *m_seconds;
    QLabel *m_effect;
    kube::Owner m_owner;
};

} // namespace orrery
