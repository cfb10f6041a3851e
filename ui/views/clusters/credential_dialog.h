// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace orrery {

class ToneLabel;

/// Asks for a token or a key's passphrase. Use open(): it never blocks. The secret is handed over once and wiped
/// from the field.
class CredentialDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Secret { Token, Passphrase };

    /// whereKept: a whole sentence, "It will be kept in the desktop's keychain." or why it will not.
    CredentialDialog(Secret secret, const QString &context, const QString &whereKept, QWidget *parent = nullptr);

    /// Why the last one was not accepted; the server's words.
    void setProblem(const QString &problem);

Q_SIGNALS:
    void supplied(const QByteArray &secret);

protected:
    void done(int result) override;

private:
    Secret m_secret;
    QLineEdit *m_field;
    ToneLabel *m_problem;
    QPushButton *m_accept;
};

} // namespace orrery
