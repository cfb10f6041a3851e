// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clusters/unlock_dialog.h"

#include "ui/base/theme.h"
#include "ui/widgets/tone_label.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

UnlockDialog::UnlockDialog(Purpose purpose, const QString &context, const QString &why, QWidget *parent)
    : QDialog(parent), m_context(context), m_field(new QLineEdit(this)), m_problem(new ToneLabel(this, Tone::Failing))
{
    const bool unlocks = purpose == Purpose::Unlock;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(unlocks ? tr("Unlock writes to %1").arg(context) : tr("Stop protecting %1").arg(context));
    setMinimumWidth(440);

    auto *title = new QLabel(windowTitle(), this);
    title->setFont(titleFont(font()));
    title->setTextFormat(Qt::PlainText);
    auto *facts = new QLabel(unlocks ? tr("The context is protected: nothing is written to it until its name has been typed. For five minutes after that every write you make is sent.")
                                     : tr("Without protection writes to this context are sent at once."), this);
    facts->setWordWrap(true);
    auto *reason = new ToneLabel(this, Tone::Pending);
    reason->setTextFormat(Qt::PlainText);
    reason->setWordWrap(true);
    reason->setText(QString(toneGlyph(Tone::Pending)) + QLatin1Char(' ') + why);
    reason->setVisible(!why.isEmpty());
    auto *label = new QLabel(tr("&Name of the context: %1").arg(QString(context).replace(QLatin1Char('&'), QStringLiteral("&&"))), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_field);
    m_field->setAccessibleName(tr("Name of the context"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_accept = buttons->addButton(unlocks ? tr("Unlock for 5 Minutes") : tr("Stop Protecting"), QDialogButtonBox::ApplyRole);
    m_accept->setDefault(true);
    m_accept->setEnabled(false);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) { m_accept->setEnabled(text == m_context); });
    connect(m_accept, &QPushButton::clicked, this, [this] { Q_EMIT typed(m_field->text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(reason);
    layout->addWidget(facts);
    layout->addSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_problem);
    layout->addSpacing(4);
    layout->addWidget(buttons);
    m_field->setFocus();
}

void UnlockDialog::setProblem(const QString &problem)
{
    m_problem->setText(QString(toneGlyph(Tone::Failing)) + QLatin1Char(' ') + problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace orrery
