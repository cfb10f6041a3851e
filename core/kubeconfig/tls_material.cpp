// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/tls_material.h"

#include "core/rest/certificates.h"

#include <QFile>
#include <QFileInfo>

namespace kube::kubeconfig {

namespace {

constexpr qint64 maximumFile = 1024 * 1024;

Material materialOf(const KubeconfigEntry &entry, const QString &kind, const QString &field, const QString &file,
                    const QByteArray &data)
{
    const QString shown = data.isEmpty() ? field : field + QStringLiteral("-data");
    return {QStringLiteral("%1 \"%2\": %3").arg(kind, entry.name, shown), entry.where(shown), file, data};
}

Error refuse(const Material &material, const QString &why)
{
    const QString file = material.data.isEmpty() ? QStringLiteral(" (%1)").arg(material.file) : QString();
    return Error::badInput(material.subject + file + QStringLiteral(" ") + why, material.place);
}

} // namespace

Material authorityOf(const Cluster &cluster)
{
    return materialOf(cluster, QStringLiteral("cluster"), QStringLiteral("certificate-authority"),
                      cluster.certificateAuthority, cluster.certificateAuthorityData);
}

Material certificateOf(const User &user)
{
    return materialOf(user, QStringLiteral("user"), QStringLiteral("client-certificate"), user.clientCertificate,
                      user.clientCertificateData);
}

Material keyOf(const User &user)
{
    return materialOf(user, QStringLiteral("user"), QStringLiteral("client-key"), user.clientKey, user.clientKeyData);
}

Result<QByteArray> readNamedFile(const QString &subject, const QString &path, const QString &place)
{
    const auto refused = [&](const QString &why) {
        return fail(Error::badInput(QStringLiteral("%1 (%2) %3").arg(subject, path, why), place));
    };
    const QFileInfo info(path);
    if (!info.exists()) {
        return path.contains(QLatin1String("/~"))
            ? refused(QStringLiteral("does not exist: ~ is not expanded in a kubeconfig; write the whole path"))
            : refused(QStringLiteral("does not exist; mend the path, or restore the file"));
    }
    if (info.isDir())
        return refused(QStringLiteral("is a folder; name the file in it"));
    if (!info.isFile()) // opening a pipe would wait for whoever writes to it
        return refused(QStringLiteral("is a device or pipe; name a file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(QStringLiteral("cannot be read (%1); check its owner and permissions").arg(file.errorString()));
    QByteArray bytes = file.read(maximumFile + 1);
    if (bytes.size() > maximumFile)
        return refused(QStringLiteral("is larger than 1 MiB; check the path"));
    if (bytes.trimmed().isEmpty())
        return refused(QStringLiteral("is empty; restore it or get a new one"));
    return bytes;
}

Result<QByteArray> read(const Material &material)
{
    if (!material.data.isEmpty())
        return material.data;
    return readNamedFile(material.subject, material.file, material.place);
}

Result<QByteArray> readCertificates(const Material &material)
{
    auto pem = read(material);
    if (!pem)
        return pem;
    if (!pem->contains("-----BEGIN CERTIFICATE-----")) {
        return fail(refuse(material, pem->contains("PRIVATE KEY-----")
                                         ? QStringLiteral("holds a private key where a certificate belongs; exchange the two")
                                         : QStringLiteral("holds no PEM certificate; it must begin with -----BEGIN CERTIFICATE-----")));
    }
    if (!parseCertificates(*pem))
        return fail(refuse(material, QStringLiteral("holds a damaged certificate; get it again")));
    return pem;
}

Result<QByteArray> readKey(const Material &material, const QByteArray &passphrase)
{
    auto pem = read(material);
    if (!pem)
        return pem;
    if (!pem->contains("PRIVATE KEY-----")) {
        return fail(refuse(material, pem->contains("-----BEGIN CERTIFICATE-----")
                                         ? QStringLiteral("holds a certificate where a private key belongs; exchange the two")
                                         : QStringLiteral("holds no PEM private key; it must begin with -----BEGIN … PRIVATE KEY-----")));
    }
    const auto locked = [&material](QLatin1StringView code, const QString &why) {
        Error error = refuse(material, why);
        error.kind = ErrorKind::Unauthorized;
        error.code = code;
        return error;
    };
    switch (keyProblem(*pem, passphrase)) {
    case KeyProblem::None:
        return pem;
    case KeyProblem::NeedsPassphrase:
        return fail(locked(error_code::PassphraseRequired, QStringLiteral("is encrypted; its passphrase is needed")));
    case KeyProblem::WrongPassphrase:
        return fail(locked(error_code::PassphraseWrong, QStringLiteral("is not opened by this passphrase; type it again")));
    case KeyProblem::Unsupported:
        return fail(refuse(material, QStringLiteral("is an Ed25519 or Ed448 key, which Qt's TLS cannot use; ask for an RSA or "
                                                    "EC (P-256) client certificate")));
    case KeyProblem::Malformed:
        break;
    }
    return fail(refuse(material, QStringLiteral("is damaged, or neither an RSA nor an EC key; get it again")));
}

} // namespace kube::kubeconfig
