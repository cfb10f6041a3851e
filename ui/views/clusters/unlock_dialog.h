// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace orrery {

class ToneLabel;

/// Has the name of a protected context typed, before its writes are unlocked or its protection ends. Use open(): it never
/// blocks. It unlocks nothing itself: the session compares the name too.
class UnlockDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Purpose { Unlock, Unprotect };

    /// why: what was held back and makes it ask; empty: the person asks.
    UnlockDialog(Purpose purpose, const QString &context, const QString &why, QWidget *parent = nullptr);

    /// The session's answer, while the dialog is open.
    void setProblem(const QString &problem);

Q_SIGNALS:
    void typed(const QString &name); ///< and confirmed; the dialog stays open until it is told the answer: accept(), setProblem()

private:
    QString m_context;
    QLineEdit *m_field;
    ToneLabel *m_problem;
    QPushButton *m_accept;
};

} // namespace orrery
