// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace orrery {

class ProgressLine;
class ToneLabel;

/// What dialogs of verbs have in common: a title and what it is about, a place for their own things, a line for what the
/// server says, the place where a protected context's name has to be typed, and buttons: the verb, and one that leaves.
class VerbDialog : public QDialog
{
    Q_OBJECT
public:
    /// confirmation: has to be typed before the verb can be used; empty: nothing has.
    VerbDialog(const QString &title, const QString &caption, const QString &confirmation, QWidget *parent);

    [[nodiscard]] bool isConfirmed() const; ///< is what has to be typed typed?

protected:
    [[nodiscard]] QVBoxLayout *content() const { return m_content; } ///< for the dialog's own things
    [[nodiscard]] ProgressLine *progress() const { return m_progress; }
    [[nodiscard]] QPushButton *verb() const { return m_verb; }
    [[nodiscard]] QPushButton *leave() const { return m_leave; }
    void say(Tone tone, const QStringList &lines); ///< no lines: nothing is said
    void setConfirmationEnabled(bool enabled);
    static void beginAt(QWidget *first); ///< where the keyboard is at first: never at a button
    [[nodiscard]] static QLabel *wrapped(QWidget *parent); ///< a label whose words wrap and can be selected

Q_SIGNALS:
    void confirmationEdited();

private:
    ProgressLine *m_progress;
    QVBoxLayout *m_content;
    ToneLabel *m_said;
    QString m_confirmation;
    QWidget *m_confirmRow;
    QLineEdit *m_confirm;
    QPushButton *m_leave;
    QPushButton *m_verb;
};

} // namespace orrery
