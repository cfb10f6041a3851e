// SPDX-License-Identifier: Apache-2.0
#include "app/composition/credentials.h"

#include <QCoreApplication>

namespace orrery {

namespace {

class CredentialsText
{
    Q_DECLARE_TR_FUNCTIONS(Credentials)
};

} // namespace

Credentials::Credentials(kube::SecretStore &keychain, kube::ExecutorPtr gui) : m_keychain(keychain), m_owner(std::move(gui)) {}

QString Credentials::entry(const QString &context, Kind kind)
{
    return (kind == Kind::Token ? QStringLiteral("token/") : QStringLiteral("passphrase/")) + context;
}

kube::Future<RecalledCredentials> Credentials::recall(const QString &context)
{
    return kube::then(m_keychain.read(entry(context, Kind::Token)), m_owner, [this, context](kube::Result<QByteArray> token) {
        RecalledCredentials recalled;
        if (token)
            recalled.token = *token;
        else if (!token.error().is(kube::ErrorKind::NotFound))
            m_problem = token.error().message;
        // A keychain that did not answer the first question is not asked a second.
        if (!m_problem.isEmpty())
            return kube::Future<RecalledCredentials>::ready(recalled);
        return kube::then(m_keychain.read(entry(context, Kind::Passphrase)), m_owner,
                          [recalled](kube::Result<QByteArray> passphrase) mutable -> kube::Result<RecalledCredentials> {
                              if (passphrase)
                                  recalled.passphrase = *passphrase;
                              return recalled;
                          });
    });
}

kube::Future<QString> Credentials::keep(const QString &context, Kind kind, const QByteArray &secret)
{
    return kube::then(m_keychain.write(entry(context, kind), secret), m_owner, [this](const kube::Result<bool> &written) -> kube::Result<QString> {
        m_problem = written ? QString() : written.error().message;
        return whereKept();
    });
}

QString Credentials::whereKept() const
{
    if (m_problem.isEmpty())
        return CredentialsText::tr("It is kept in the desktop's keychain.");
    return CredentialsText::tr("It is kept for this run only: %1").arg(m_problem);
}

} // namespace orrery
