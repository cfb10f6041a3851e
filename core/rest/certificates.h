// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/scheduler.h"

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QSslKey>

namespace kube {

/// Certificates of PEM text, in order. Errors: Tls when there is none or one is damaged; place is copied into it.
[[nodiscard]] Result<QList<QSslCertificate>> parseCertificates(const QByteArray &pem, const QString &place = {});

/// Why a private key cannot be used as it is.
enum class KeyProblem {
    None,
    NeedsPassphrase, ///< encrypted, and no passphrase was given
    WrongPassphrase,
    Unsupported,     ///< Ed25519 and others that Qt's TLS cannot use
    Malformed,
};
/// What stands between this PEM private key and its use.
[[nodiscard]] KeyProblem keyProblem(const QByteArray &pem, const QByteArray &passphrase);

/// RSA or EC key (PKCS#1, SEC1, PKCS#8, encrypted or not). Errors: Tls, in words for each KeyProblem.
[[nodiscard]] Result<QSslKey> parsePrivateKey(const QByteArray &pem, const QByteArray &passphrase,
                                              const QString &place = {});

/// When the first of them ends to be valid; nothing when there is none.
[[nodiscard]] std::optional<WallTime> earliestExpiry(const QList<QSslCertificate> &certificates);

/// The day, in UTC, as messages name it.
[[nodiscard]] QString dayOf(WallTime time);

/// Says which checks failed and what the server showed: names, issuer, validity.
[[nodiscard]] Error tlsError(const QList<QSslError> &errors, const QList<QSslCertificate> &peerChain,
                             const QString &expectedName);

} // namespace kube
