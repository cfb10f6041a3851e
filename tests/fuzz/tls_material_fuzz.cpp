// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/tls_material.h"
#include "core/rest/certificates.h"
#include "tests/fuzz/fuzz.h"

#include <QCoreApplication>
#include <QSslError>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    // Qt's TLS wants one.
    static int noArguments = 0;
    static const auto *const application = new QCoreApplication(noArguments, nullptr);
    (void)application;
    const QByteArray pem(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const kubeconfig::Material material{QStringLiteral("user \"jane\": client-key"), QStringLiteral("/config:1:1"), {}, pem};
    const auto certificates = kubeconfig::readCertificates(material);
    test::mustHold(certificates || !certificates.error().message.isEmpty(), "a refused certificate is explained");
    if (const auto parsed = parseCertificates(pem)) {
        test::mustHold(!parsed->isEmpty(), "no certificate is no success");
        (void)earliestExpiry(*parsed);
        (void)tlsError({QSslError(QSslError::CertificateExpired, parsed->front())}, *parsed, QStringLiteral("server"));
    }
    for (const char *passphrase : {"", "opensesame"}) {
        const auto read = kubeconfig::readKey(material, passphrase);
        const auto key = parsePrivateKey(pem, passphrase);
        test::mustHold((keyProblem(pem, passphrase) == KeyProblem::None) == key.has_value(), "a key that has no problem can be used");
        for (const Error &error : {read ? Error{} : read.error(), key ? Error{} : key.error()})
            test::mustHold(!error.message.contains(QLatin1String("opensesame")), "no message holds the passphrase");
    }
    return 0;
}
