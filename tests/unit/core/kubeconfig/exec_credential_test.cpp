// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/exec_credential.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace exec_credential_test {

using namespace kube;

namespace {

const QString v1 = QStringLiteral("client.authentication.k8s.io/v1");

QByteArray with(const QByteArray &status)
{
    return R"({"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":)" + status + "}";
}

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/tls/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray pair(const char *certificate, const char *key)
{
    return with(QJsonDocument(QJsonObject{{QStringLiteral("clientCertificateData"), QString::fromLatin1(fixture(certificate))},
                                          {QStringLiteral("clientKeyData"), QString::fromLatin1(fixture(key))}})
                    .toJson());
}

} // namespace

class ExecCredentialTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aTokenAndItsExpiryAreRead()
    {
        for (const char *never : {"4052-11-23T19:00:00Z", "9999-12-31T23:59:59Z"}) {
            const auto forever = parseExecCredential(with((std::string(R"({"token":"t","expirationTimestamp":")") + never + "\"}").c_str()), v1);
            QVERIFY_RESULT(forever);
            QVERIFY(*forever->expiration > WallTime::max() - std::chrono::years(2) && *forever->expiration < WallTime::max());
        }
        const auto credential = parseExecCredential(with(R"({"token":"t","expirationTimestamp":"1970-01-01T01:00:00.5+01:00"})"), v1);
        QVERIFY_RESULT(credential);
        QCOMPARE(credential->token, QByteArray("t"));
        QCOMPARE(*credential->expiration, WallTime(std::chrono::milliseconds(500)));
    }

    void certificatesAreRead()
    {
        QVERIFY_RESULT(parseExecCredential(pair("rsa.pem", "rsa-key.pem"), v1));
        QVERIFY_RESULT(parseExecCredential(pair("ec.pem", "ec-pkcs8-key.pem"), v1));
    }

    void badOutputIsRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QString>("words");
        QTest::newRow("empty") << QByteArray(" \n") << QStringLiteral("is empty");
        QTest::newRow("cut short") << with(R"({"token":"opensesame"})").chopped(2) << QStringLiteral("is no JSON (at byte");
        QTest::newRow("text") << QByteArray("opensesame") << QStringLiteral("is no JSON");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("is no JSON object");
        QTest::newRow("another kind") << QByteArray(R"({"kind":"Secret"})") << QStringLiteral("is not of kind ExecCredential");
        QTest::newRow("another version") << with("{}").replace("/v1", "/v1beta1") << QStringLiteral("has apiVersion \"client.authentication.k8s.io/v1beta1\" where the kubeconfig says");
        QTest::newRow("no status") << with("null") << QStringLiteral("has no status");
        QTest::newRow("nothing in it") << with("{}") << QStringLiteral("has neither a token nor a client certificate");
        QTest::newRow("token is a number") << with(R"({"token":7})") << QStringLiteral("has a token that is no text");
        QTest::newRow("token with a line end") << with(R"({"token":"opensesame\nX: y"})") << QStringLiteral("has a token with a line end");
        QTest::newRow("only a certificate") << with(R"({"clientCertificateData":"x"})") << QStringLiteral("has only one of");
        QTest::newRow("only a key, and a token") << with(R"({"token":"t","clientKeyData":"opensesame"})") << QStringLiteral("has only one of");
        QTest::newRow("no certificate") << with(R"({"clientCertificateData":"x","clientKeyData":"opensesame"})") << QStringLiteral("clientCertificateData holds no PEM certificate");
        QTest::newRow("key of a kind Qt lacks") << pair("ed25519.pem", "ed25519-key.pem") << QStringLiteral("clientKeyData is an Ed25519");
        QTest::newRow("encrypted key") << pair("rsa.pem", "rsa-encrypted-key.pem") << QStringLiteral("clientKeyData is encrypted");
        QTest::newRow("time without zone") << with(R"({"token":"t","expirationTimestamp":"2026-01-01T00:00:00"})") << QStringLiteral("has an expirationTimestamp");
        QTest::newRow("no time") << with(R"({"token":"t","expirationTimestamp":"tomorrow"})") << QStringLiteral("has an expirationTimestamp");
        QTest::newRow("deep") << QByteArray(5000, '[') << QStringLiteral("is no JSON");
    }
    void badOutputIsRefusedInWords()
    {
        QFETCH(QByteArray, output);
        QFETCH(QString, words);
        const auto credential = parseExecCredential(output, v1);
        QVERIFY(!credential);
        const QString said = credential.error().toString();
        QVERIFY2(said.contains(words), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("opensesame")), qPrintable(said));
        QVERIFY(credential.error().code.isEmpty());
    }

    void everyCutOfAGoodOutputIsRefused()
    {
        const QByteArray whole = with(R"({"token":"t"})");
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!parseExecCredential(whole.left(length), v1));
    }

    void wordsAreMadeFitForAMessage()
    {
        QCOMPARE(tidyWords("\x1b[1;31mred\x1b[0m\r\n\x07plain\tä\n"), QStringLiteral("red \n plain ä"));
        QCOMPARE(tidyWords("Authorization: Bearer abcdefghijk!"), QStringLiteral("Authorization: Bearer [hidden]!"));
        QCOMPARE(tidyWords("my secret is out", {QStringLiteral("secret")}), QStringLiteral("my [hidden] is out"));
        QCOMPARE(tidyWords("my sec\x1b[0mret and eyJhbGci\x1b[1mOiJub25lIn0.e30. are out", {QStringLiteral("secret")}),
                 QStringLiteral("my [hidden] and [hidden] are out"));
        QCOMPARE(tidyWords(QByteArray(5000, 'x')).size(), 1002);
        QCOMPARE(tidyWords("\xff\xfe"), QString(QChar(0xFFFD)) + QChar(0xFFFD));
    }
};

ORRERY_GUILESS_TEST(ExecCredentialTest)
} // namespace exec_credential_test
#include "exec_credential_test.moc"
