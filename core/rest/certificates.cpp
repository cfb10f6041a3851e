// SPDX-License-Identifier: Apache-2.0
#include "core/rest/certificates.h"

#include <QDateTime>

#include <algorithm>

namespace kube {

namespace {

Error tlsProblem(QString message, const QString &place)
{
    return {ErrorKind::Tls, std::move(message), place, std::nullopt};
}

/// The first PEM block whose label ends so; a file may hold certificates and EC PARAMETERS too.
QByteArray firstBlock(const QByteArray &pem, const QByteArray &labelEnd)
{
    qsizetype at = 0;
    while ((at = pem.indexOf("-----BEGIN ", at)) >= 0) {
        const qsizetype labelFrom = at + 11;
        const qsizetype labelTo = pem.indexOf("-----", labelFrom);
        if (labelTo < 0)
            return {};
        const QByteArray label = pem.mid(labelFrom, labelTo - labelFrom);
        const QByteArray closing = "-----END " + label + "-----";
        const qsizetype end = pem.indexOf(closing, labelTo);
        if (end < 0)
            return {};
        if (label.endsWith(labelEnd))
            return pem.mid(at, end + closing.size() - at) + '\n';
        at = end + closing.size();
    }
    return {};
}

bool isEncrypted(const QByteArray &block)
{
    return block.startsWith("-----BEGIN ENCRYPTED ") || block.contains("Proc-Type: 4,ENCRYPTED");
}

/// A PKCS#8 key of a curve that QSslKey has no word for: its object identifier stands in the first bytes.
bool isEdwardsKey(const QByteArray &block)
{
    static const QByteArray pkcs8Begin = "-----BEGIN PRIVATE KEY-----";
    if (!block.startsWith(pkcs8Begin))
        return false;
    const QByteArray body = block.mid(pkcs8Begin.size(), block.lastIndexOf("-----END") - pkcs8Begin.size());
    const QByteArray der = QByteArray::fromBase64(body).left(16);
    for (const char last : {'\x6e', '\x6f', '\x70', '\x71'}) { // 1.3.101.110 to 113: X25519, X448, Ed25519, Ed448
        if (der.contains(QByteArray("\x06\x03\x2b\x65", 4) + last))
            return true;
    }
    return false;
}

QSslKey readKey(const QByteArray &block, const QByteArray &passphrase)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(block, algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase);
        if (!key.isNull())
            return key;
    }
    return {};
}

QString date(const QDateTime &when)
{
    return when.toUTC().toString(QStringLiteral("yyyy-MM-dd"));
}

QString nameOf(const QStringList &parts)
{
    return parts.isEmpty() ? QStringLiteral("no name") : parts.join(QStringLiteral(", "));
}

QString subjectOf(const QSslCertificate &certificate)
{
    const QStringList names = certificate.subjectInfo(QSslCertificate::CommonName);
    return nameOf(names.isEmpty() ? certificate.subjectInfo(QSslCertificate::Organization) : names);
}

QString issuerOf(const QSslCertificate &certificate)
{
    const QStringList names = certificate.issuerInfo(QSslCertificate::CommonName);
    return nameOf(names.isEmpty() ? certificate.issuerInfo(QSslCertificate::Organization) : names);
}

QString describe(const QSslError &error, const QSslCertificate &leaf, const QString &expectedName)
{
    const QSslCertificate &at = error.certificate().isNull() ? leaf : error.certificate();
    switch (error.error()) {
    case QSslError::HostNameMismatch: {
        QStringList names;
        for (const QString &name : leaf.subjectAlternativeNames())
            names.append(name);
        if (names.isEmpty())
            names = leaf.subjectInfo(QSslCertificate::CommonName);
        names.sort();
        return QStringLiteral("the server's certificate is not for %1 but for %2").arg(expectedName, nameOf(names));
    }
    case QSslError::CertificateExpired:
        return QStringLiteral("the certificate of %1 expired on %2").arg(subjectOf(at), date(at.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return QStringLiteral("the certificate of %1 is valid only from %2").arg(subjectOf(at), date(at.effectiveDate()));
    case QSslError::SelfSignedCertificate:
        return QStringLiteral("the server's certificate signs itself and is not among the trusted authorities");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return QStringLiteral("the server's certificate is signed by \"%1\", which is not among the trusted authorities")
            .arg(issuerOf(at));
    default:
        return error.errorString();
    }
}

} // namespace

Result<QList<QSslCertificate>> parseCertificates(const QByteArray &pem, const QString &place)
{
    const qsizetype claimed = pem.count("-----BEGIN CERTIFICATE-----");
    if (claimed == 0)
        return fail(tlsProblem(QStringLiteral("there is no PEM certificate in it"), place));
    QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (certificates.size() != claimed) {
        return fail(tlsProblem(QStringLiteral("%1 of its %2 certificates cannot be read")
                                   .arg(claimed - certificates.size()).arg(claimed), place));
    }
    return certificates;
}

KeyProblem keyProblem(const QByteArray &pem, const QByteArray &passphrase)
{
    const QByteArray block = firstBlock(pem, "PRIVATE KEY");
    if (block.isEmpty())
        return KeyProblem::Malformed;
    const bool encrypted = isEncrypted(block);
    if (encrypted && passphrase.isEmpty())
        return KeyProblem::NeedsPassphrase;
    if (!encrypted && isEdwardsKey(block))
        return KeyProblem::Unsupported;
    if (!readKey(block, passphrase).isNull())
        return KeyProblem::None;
    return encrypted ? KeyProblem::WrongPassphrase : KeyProblem::Malformed;
}

Result<QSslKey> parsePrivateKey(const QByteArray &pem, const QByteArray &passphrase, const QString &place)
{
    switch (keyProblem(pem, passphrase)) {
    case KeyProblem::None:
        return readKey(firstBlock(pem, "PRIVATE KEY"), passphrase);
    case KeyProblem::NeedsPassphrase:
        return fail(tlsProblem(QStringLiteral("the private key is encrypted and needs its passphrase"), place));
    case KeyProblem::WrongPassphrase:
        return fail(tlsProblem(QStringLiteral("the passphrase does not open the private key"), place));
    case KeyProblem::Unsupported:
        return fail(tlsProblem(QStringLiteral("the private key is of a kind (Ed25519 or the like) that cannot be used: use RSA or EC"), place));
    case KeyProblem::Malformed:
        break;
    }
    return fail(tlsProblem(QStringLiteral("there is no usable PEM private key in it"), place));
}

std::optional<WallTime> earliestExpiry(const QList<QSslCertificate> &certificates)
{
    std::optional<WallTime> earliest;
    for (const QSslCertificate &certificate : certificates) {
        const WallTime expiry{std::chrono::seconds(certificate.expiryDate().toSecsSinceEpoch())};
        earliest = earliest ? std::min(*earliest, expiry) : expiry;
    }
    return earliest;
}

QString dayOf(WallTime time)
{
    return date(QDateTime::fromSecsSinceEpoch(std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count(), Qt::UTC));
}

Error tlsError(const QList<QSslError> &errors, const QList<QSslCertificate> &peerChain, const QString &expectedName)
{
    const QSslCertificate leaf = peerChain.isEmpty() ? QSslCertificate() : peerChain.first();
    QStringList words;
    for (const QSslError &error : errors) {
        if (const QString sentence = describe(error, leaf, expectedName); !words.contains(sentence))
            words.append(sentence);
    }
    QString message = words.join(QStringLiteral("; "));
    if (!leaf.isNull()) {
        message += QStringLiteral(" (it showed \"%1\", issued by \"%2\", valid %3 to %4)")
                       .arg(subjectOf(leaf), issuerOf(leaf), date(leaf.effectiveDate()), date(leaf.expiryDate()));
    }
    return tlsProblem(message, {});
}

} // namespace kube
