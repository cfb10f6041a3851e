// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/icons.h"

#include <QDialog>
#include <QList>

class QListWidget;
class QPushButton;

namespace orrery {

class ToneLabel;

/// A text that was not saved, as a list of them names it.
struct UnsavedText {
    IconName icon;
    QString what;   ///< "ConfigMap settings in web, 2026-01-02 15:04:05"
    QString text;   ///< the user's, whole
    QString whyNot; ///< why it cannot be opened now; empty: it can
};

/// Lists the texts that are kept and not saved, those among them whose objects are gone or whose editors are closed: each can be
/// opened again, or copied where no cluster takes it. Nothing is written by it.
class UnsavedTextsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// texts: the newest first.
    explicit UnsavedTextsDialog(QList<UnsavedText> texts, QWidget *parent = nullptr);

Q_SIGNALS:
    void openWanted(int index); ///< of the texts

private:
    void showState();
    void choose();

    QList<UnsavedText> m_texts;
    QListWidget *m_list;
    ToneLabel *m_why;
    QPushButton *m_copy;
    QPushButton *m_open;
};

} // namespace orrery
