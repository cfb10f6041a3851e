// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/verb_dialog.h"

#include "ui/base/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/tone_label.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

VerbDialog::VerbDialog(const QString &title, const QString &caption, const QString &confirmation, QWidget *parent)
    : QDialog(parent), m_progress(new ProgressLine(this)), m_content(new QVBoxLayout), m_said(new ToneLabel(this)), m_confirmation(confirmation),
      m_confirmRow(new QWidget(this)), m_confirm(new QLineEdit(this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->setSpacing(8);
    layout->addWidget(m_progress);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(16, 4, 16, 0);
    inner->setSpacing(8);
    auto *head = new ElidedLabel(this);
    head->setText(title);
    head->setFont(titleFont(font()));
    auto *about = new ElidedLabel(this);
    about->setText(caption);
    about->setFont(captionFont(font()));
    about->setForegroundRole(QPalette::PlaceholderText);
    auto *heading = new QVBoxLayout;
    heading->setSpacing(2);
    heading->addWidget(head);
    heading->addWidget(about);
    inner->addLayout(heading);
    m_content->setSpacing(8);
    inner->addLayout(m_content, 1);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_said->setVisible(false);
    inner->addWidget(m_said);

    auto *confirm = new QVBoxLayout(m_confirmRow);
    confirm->setContentsMargins(0, 0, 0, 0);
    confirm->setSpacing(4);
    auto *why = new QLabel(tr("“%1” is protected. Type its name to go &on:").arg(QString(confirmation).replace(QLatin1Char('&'), QLatin1String("&&"))), m_confirmRow);
    why->setWordWrap(true);
    why->setBuddy(m_confirm);
    confirm->addWidget(why);
    confirm->addWidget(m_confirm);
    m_confirm->setPlaceholderText(confirmation);
    m_confirm->setObjectName(QStringLiteral("confirmation"));
    m_confirmRow->setVisible(!confirmation.isEmpty());
    inner->addWidget(m_confirmRow);

    auto *buttons = new QDialogButtonBox(this);
    m_leave = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_verb = buttons->addButton(QString(), QDialogButtonBox::AcceptRole); // the dialog itself says when it closes
    inner->addWidget(buttons);
    layout->addLayout(inner);
    connect(m_leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QLineEdit::textChanged, this, &VerbDialog::confirmationEdited);
}

bool VerbDialog::isConfirmed() const
{
    return m_confirmation.isEmpty() || m_confirm->text().trimmed() == m_confirmation;
}

void VerbDialog::say(Tone tone, const QStringList &lines)
{
    m_said->setTone(tone);
    const QString words = lines.join(QLatin1Char('\n'));
    m_said->setText(lines.isEmpty() || tone == Tone::Neutral ? words : QString(toneGlyph(tone)) + QLatin1Char(' ') + words);
    m_said->setAccessibleName(lines.join(QLatin1Char(' ')));
    m_said->setVisible(!lines.isEmpty());
}

void VerbDialog::setConfirmationEnabled(bool enabled)
{
    m_confirm->setEnabled(enabled);
}

void VerbDialog::beginAt(QWidget *first)
{
    first->setFocus(Qt::OtherFocusReason);
}

QLabel *VerbDialog::wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

} // namespace orrery
