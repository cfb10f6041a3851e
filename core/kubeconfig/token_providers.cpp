// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/token_providers.h"

#include "core/kubeconfig/tls_material.h"

namespace kube {

namespace {

constexpr auto tokenFileAge = std::chrono::seconds(50);
constexpr auto lookInterval = std::chrono::seconds(2);

Credential headerCredential(QByteArray value)
{
    Credential credential;
    credential.headers.append({QByteArrayLiteral("Authorization"), std::move(value)});
    return credential;
}

} // namespace

Credential bearerCredential(const QByteArray &token)
{
    return headerCredential("Bearer " + token);
}

Future<Credential> StaticTokenProvider::credential()
{
    return Future<Credential>::ready(bearerCredential(m_token));
}

BasicAuthProvider::BasicAuthProvider(const QString &userName, const QString &password)
    : m_header("Basic " + (userName.toUtf8() + ':' + password.toUtf8()).toBase64())
{
}

Future<Credential> BasicAuthProvider::credential()
{
    return Future<Credential>::ready(headerCredential(m_header));
}

TokenFileProvider::TokenFileProvider(QString file, QByteArray fallback, Scheduler &scheduler)
    : m_file(std::move(file)), m_token(std::move(fallback)), m_scheduler(scheduler)
{
}

void TokenFileProvider::read()
{
    auto bytes = kubeconfig::readNamedFile(QStringLiteral("tokenFile"), m_file, {});
    m_error.reset();
    const QByteArray token = bytes ? bytes->trimmed() : QByteArray();
    if (!bytes)
        m_error = std::move(bytes.error());
    else if (token.contains('\n') || token.contains('\r')) // it would end the header and begin another
        m_error = Error::badInput(QStringLiteral("tokenFile (%1) holds more than one line; a token is one").arg(m_file));
    else
        m_token = token;
    if (m_error)
        m_error->kind = ErrorKind::Unauthorized;
    m_readAt = m_scheduler.now();
}

Future<Credential> TokenFileProvider::credential()
{
    if (!m_readAt || m_scheduler.now() - *m_readAt >= tokenFileAge)
        read();
    if (m_token.isEmpty() && m_error)
        return Future<Credential>::ready(fail(*m_error));
    return Future<Credential>::ready(bearerCredential(m_token));
}

bool TokenFileProvider::rejected(const Credential &credential)
{
    if (bearerCredential(m_token).headers == credential.headers)
        read();
    const bool another = bearerCredential(m_token).headers != credential.headers;
    if (!another && m_changed && !m_look)
        look();
    return another;
}

void TokenFileProvider::look()
{
    m_look = m_scheduler.after(lookInterval, [this, refused = m_token] {
        read();
        if (m_token == refused) {
            look();
            return;
        }
        m_look.reset();
        m_changed();
    });
}

} // namespace kube
