// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/secret_store.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace orrery {

struct RecalledCredentials {
    QByteArray token;
    QByteArray passphrase;
};

/// Credentials a person typed: one entry a context and kind in the desktop's keychain; where there is none they live
/// for this run, and whereKept() says so. Thread: GUI.
class Credentials
{
public:
    enum class Kind { Token, Passphrase };
    Credentials(kube::SecretStore &keychain, kube::ExecutorPtr gui);

    /// Never fails: what is not there is empty.
    [[nodiscard]] kube::Future<RecalledCredentials> recall(const QString &context);
    /// Keeps it; gives a sentence on where, for the person.
    [[nodiscard]] kube::Future<QString> keep(const QString &context, Kind kind, const QByteArray &secret);
    /// Before asking: where it will be kept, as far as is known.
    [[nodiscard]] QString whereKept() const;

private:
    [[nodiscard]] static QString entry(const QString &context, Kind kind);
    kube::SecretStore &m_keychain;
    QString m_problem; ///< why the keychain cannot be used; empty: no reason to think so
    kube::Owner m_owner;
};

} // namespace orrery
