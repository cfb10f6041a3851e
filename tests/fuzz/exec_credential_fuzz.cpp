// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/exec_credential.h"
#include "core/kubeconfig/token_providers.h"
#include "tests/fuzz/fuzz.h"

#include <QCoreApplication>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    // Qt's TLS wants one.
    static int noArguments = 0;
    static const auto *const application = new QCoreApplication(noArguments, nullptr);
    (void)application;
    const QByteArray output(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto credential = parseExecCredential(output, QStringLiteral("client.authentication.k8s.io/v1"));
    if (credential) {
        test::mustHold(!credential->token.isEmpty() || !credential->certData.isEmpty(), "a credential is one");
        test::mustHold(credential->certData.isEmpty() == credential->keyData.isEmpty(), "a certificate comes with its key");
        for (const char byte : bearerCredential(credential->token).headers.value(0).second)
            test::mustHold(byte != '\r' && byte != '\n' && byte != '\0', "a header stays one header");
    } else {
        test::mustHold(!credential.error().message.isEmpty() && credential.error().message.size() < 2048, "an error is a sentence");
    }

    const QString secret = QStringLiteral("opensesame");
    const QString words = tidyWords(output, {secret});
    test::mustHold(words.size() <= 1002, "words are few");
    test::mustHold(!words.contains(secret), "a known secret is hidden");
    for (const QChar c : words)
        test::mustHold(c == QLatin1Char('\n') || c.isPrint(), "no escape reaches a terminal");
    return 0;
}
