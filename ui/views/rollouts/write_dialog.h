// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace kube {
struct Error;
}

namespace orrery {

class ProgressLine;
class ToneLabel;

/// A dialog that asks before a write, and stays open until the server has said yes: title, what it is about, a place for
/// what is asked, the server's words, Cancel and one button that writes. What was typed stays whatever happens.
class WriteDialog : public QDialog
{
    Q_OBJECT
public:
    /// title: "Restart Deployment web"; about: "Deployment in shop"; verb: the button's text.
    WriteDialog(const QString &title, const QString &about, const QString &verb, QWidget *parent);

protected:
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    [[nodiscard]] QPushButton *writeButton() const { return m_write; }
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }
    virtual void write() = 0; ///< the button was pressed
    void setBusy(bool busy); ///< something was asked: nothing can be pressed but Cancel
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    void setReady(bool ready); ///< there is something to write
    void say(Tone tone, const QStringList &lines);
    void sayNothing();
    /// What the server or kubectl's rules said; of a write that was not answered, that it may have been carried out.
    void sayError(const kube::Error &error, bool wasSent);
    void fit(); ///< as high as its words need

private:
    ProgressLine *m_progress;
    QVBoxLayout *m_content;
    ToneLabel *m_note;
    QPushButton *m_cancel;
    QPushButton *m_write;
    bool m_isBusy = false;
    bool m_isReady = true;
};

} // namespace orrery
