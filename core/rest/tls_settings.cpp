// SPDX-License-Identifier: Apache-2.0
#include "core/rest/tls_settings.h"

#include "core/rest/certificates.h"

#include <QFile>

namespace kube {

namespace {

constexpr qint64 maxFileBytes = 4 * 1024 * 1024;

void reread(QByteArray &data, const QString &file)
{
    if (file.isEmpty())
        return;
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return;
    if (QByteArray now = source.read(maxFileBytes); !now.isEmpty())
        data = std::move(now);
}

} // namespace

Result<QSslConfiguration> sslConfiguration(const TlsConfig &tls)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(tls.insecure ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    if (!tls.caData.isEmpty() && !tls.insecure) {
        auto authorities = parseCertificates(tls.caData, tls.caFile);
        if (!authorities)
            return fail(std::move(authorities.error()));
        configuration.setCaCertificates(*authorities);
    }
    if (tls.certData.isEmpty())
        return configuration;
    auto chain = parseCertificates(tls.certData, tls.certFile);
    if (!chain)
        return fail(std::move(chain.error()));
    // kubeconfigs may keep both in one place
    auto key = parsePrivateKey(tls.keyData.isEmpty() ? tls.certData : tls.keyData, tls.keyPassphrase, tls.keyFile);
    if (!key)
        return fail(std::move(key.error()));
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(*key);
    return configuration;
}

TlsConfig rereadFiles(const TlsConfig &tls)
{
    TlsConfig now = tls;
    reread(now.caData, tls.caFile);
    reread(now.certData, tls.certFile);
    reread(now.keyData, tls.keyFile);
    return now;
}

} // namespace kube
