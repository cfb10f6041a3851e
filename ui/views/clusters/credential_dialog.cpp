// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clusters/credential_dialog.h"

#include "ui/base/theme.h"
#include "ui/widgets/tone_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

CredentialDialog::CredentialDialog(Secret secret, const QString &context, const QString &whereKept, QWidget *parent)
    : QDialog(parent), m_secret(secret), m_field(new QLineEdit(this)), m_problem(new ToneLabel(this, Tone::Failing))
{
    const bool token = secret == Secret::Token;
    setWindowTitle(token ? tr("Token for %1").arg(context) : tr("Passphrase for %1").arg(context));
    setMinimumWidth(440);

    auto *title = new QLabel(windowTitle(), this);
    title->setFont(titleFont(font()));
    title->setTextFormat(Qt::PlainText);
    auto *label = new QLabel(token ? tr("Bearer &token") : tr("&Passphrase of the private key"), this);
    label->setBuddy(m_field);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setAccessibleName(token ? tr("Bearer token") : tr("Passphrase of the private key"));
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    auto *reveal = new QCheckBox(token ? tr("&Show the token") : tr("&Show the passphrase"), this);
    connect(reveal, &QCheckBox::toggled, m_field, [this](bool shown) {
        m_field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    auto *where = new QLabel(whereKept, this);
    where->setWordWrap(true);
    where->setForegroundRole(QPalette::PlaceholderText);
    where->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_accept = buttons->addButton(token ? tr("Use Token") : tr("Unlock Key"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    m_accept->setEnabled(false);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) { m_accept->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(m_problem);
    layout->addSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(reveal);
    layout->addWidget(where);
    layout->addSpacing(4);
    layout->addWidget(buttons);
    m_field->setFocus();
}

void CredentialDialog::setProblem(const QString &problem)
{
    m_problem->setText(QString(toneGlyph(Tone::Failing)) + QLatin1Char(' ') + problem);
    m_problem->setVisible(!problem.isEmpty());
}

void CredentialDialog::done(int result)
{
    // Pasted tokens bring a newline along; a passphrase may begin or end with a space.
    const QString typed = m_field->text();
    const QByteArray secret = (m_secret == Secret::Token ? typed.trimmed() : typed).toUtf8();
    m_field->clear();
    if (result == Accepted)
        Q_EMIT supplied(secret);
    QDialog::done(result);
}

} // namespace orrery
