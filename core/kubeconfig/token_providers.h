// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/rest/auth_provider.h"

namespace kube {

/// A bearer token that never changes.
class StaticTokenProvider final : public AuthProvider
{
public:
    explicit StaticTokenProvider(QByteArray token) : m_token(std::move(token)) {} ///< token without "Bearer "
    [[nodiscard]] Future<Credential> credential() override;
    bool rejected(const Credential &) override { return false; }

private:
    QByteArray m_token;
};

/// RFC 7617, UTF-8.
class BasicAuthProvider final : public AuthProvider
{
public:
    BasicAuthProvider(const QString &userName, const QString &password); ///< userName without a colon
    [[nodiscard]] Future<Credential> credential() override;
    bool rejected(const Credential &) override { return false; }

private:
    QByteArray m_header;
};

/// A bearer token in a file that something else renews: read again when it is 50 s old (a minute less ten seconds of
/// leeway), and after a 401; from then on it is looked at every two seconds until it holds another token, for who wants to be
/// told. While the file cannot be read the last token serves, or else the fallback.
/// Source: client-go transport/token_source.go; re-reading after a 401 is ours.
class TokenFileProvider final : public AuthProvider
{
public:
    /// scheduler outlives this; fallback may be empty.
    TokenFileProvider(QString file, QByteArray fallback, Scheduler &scheduler);
    [[nodiscard]] Future<Credential> credential() override;
    bool rejected(const Credential &credential) override;
    void setOnChanged(std::function<void()> changed) override { m_changed = std::move(changed); }

private:
    void read();
    void look();

    QString m_file;
    QByteArray m_token;
    Scheduler &m_scheduler;
    std::optional<SteadyTime> m_readAt;
    std::optional<Error> m_error;
    std::function<void()> m_changed;
    Timer m_look;
};

/// A credential of one Authorization header.
[[nodiscard]] Credential bearerCredential(const QByteArray &token);

} // namespace kube
