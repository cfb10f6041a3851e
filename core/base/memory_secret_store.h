// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret_store.h"

#include <QHash>

namespace kube {

/// Keeps secrets for this run only: what to fall back to when the desktop has no keychain. Thread: one.
class MemorySecretStore final : public SecretStore
{
public:
    [[nodiscard]] Future<QByteArray> read(const QString &entry) override
    {
        const auto found = m_secrets.constFind(entry);
        if (found == m_secrets.constEnd()) {
            return Future<QByteArray>::ready(
                fail(Error{ErrorKind::NotFound, QStringLiteral("nothing is kept under this name"), entry, {}, {}}));
        }
        return Future<QByteArray>::ready(*found);
    }
    /// Always works.
    [[nodiscard]] Future<bool> write(const QString &entry, const QByteArray &secret) override
    {
        m_secrets.insert(entry, secret);
        return Future<bool>::ready(true);
    }
    /// Always works.
    [[nodiscard]] Future<bool> remove(const QString &entry) override
    {
        m_secrets.remove(entry);
        return Future<bool>::ready(true);
    }

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace kube
