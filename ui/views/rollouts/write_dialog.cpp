// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/write_dialog.h"

#include "ui/base/error_text.h"
#include "ui/base/theme.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/tone_label.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

WriteDialog::WriteDialog(const QString &title, const QString &about, const QString &verb, QWidget *parent)
    : QDialog(parent), m_progress(new ProgressLine(this)), m_content(new QVBoxLayout), m_note(new ToneLabel(this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->setSpacing(8);
    layout->addWidget(m_progress);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(16, 4, 16, 0);
    auto *heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(titleFont(font()));
    auto *caption = new QLabel(about, this);
    caption->setTextFormat(Qt::PlainText);
    caption->setFont(captionFont(font()));
    caption->setForegroundRole(QPalette::PlaceholderText);
    inner->addWidget(heading);
    inner->addWidget(caption);
    m_content->setContentsMargins(0, 8, 0, 4);
    inner->addLayout(m_content, 1);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_note->hide();
    inner->addWidget(m_note);
    auto *buttons = new QDialogButtonBox(this);
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_write = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    m_write->setDefault(true);
    inner->addWidget(buttons);
    layout->addLayout(inner, 1);
    setMinimumWidth(440);
    // The box would close on Accept; the dialog closes when the server has said yes.
    connect(m_write, &QPushButton::clicked, this, [this] { write(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void WriteDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_progress->setRunning(busy);
    m_write->setEnabled(!busy && m_isReady);
}

void WriteDialog::setReady(bool ready)
{
    m_isReady = ready;
    m_write->setEnabled(!m_isBusy && ready);
}

void WriteDialog::say(Tone tone, const QStringList &lines)
{
    m_note->setTone(tone);
    m_note->setText(QString(toneGlyph(tone)) + QLatin1Char(' ') + lines.join(QLatin1Char('\n')));
    m_note->setAccessibleName(lines.join(QLatin1Char(' ')));
    m_note->show();
    fit();
}

void WriteDialog::sayNothing()
{
    m_note->hide();
    fit();
}

void WriteDialog::sayError(const kube::Error &error, bool wasSent)
{
    // A refusal of our own, in kubectl's words: no server has said anything.
    if (!wasSent && !error.status && (error.is(kube::ErrorKind::Invalid) || error.is(kube::ErrorKind::NotFound))) {
        say(Tone::Failing, {error.message});
        return;
    }
    kube::Error plain = error;
    if (!plain.is(kube::ErrorKind::BadInput))
        plain.place.clear(); // the dialog and the server's own words name the object
    const ErrorText text = describe(plain);
    const bool isUnknown = wasSent && error.is(kube::ErrorKind::Transport);
    QStringList lines{isUnknown ? tr("The server has not answered. It may have been carried out.") : text.headline};
    if (!text.detail.isEmpty())
        lines << text.detail;
    if (!isUnknown && !text.mend.isEmpty())
        lines << text.mend;
    say(isUnknown ? Tone::Pending : Tone::Failing, lines);
}

void WriteDialog::fit()
{
    // A layout does not ask words that wrap how high they will be.
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
    setMinimumHeight(layout()->totalMinimumSize().height());
    if (this->height() < height)
        resize(width(), height);
}

} // namespace orrery
