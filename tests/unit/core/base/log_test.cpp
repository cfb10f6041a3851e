// SPDX-License-Identifier: Apache-2.0
#include "core/base/log.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace log_test {

using namespace kube;

class LogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void credentialsAreMasked_data();
    void credentialsAreMasked();
    void otherHeadersAreLoggedAsTheyAre();
};

void LogTest::credentialsAreMasked_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("logged");
    const auto row = [](const char *name, const char *value, const char *logged) {
        QTest::addRow("%s: %s", name, value) << QByteArray(name) << QByteArray(value) << QByteArray(logged);
    };
    row("Authorization", "Bearer s3cret", "Bearer ***");
    row("AUTHORIZATION", "Basic dXNlcjpw", "Basic ***");
    row("authorization", "bearer s3cret with more", "bearer ***");
    row("Authorization", "s3cret", "***");
    row("Authorization", "s3cret more", "***");
    row("Authorization", " s3cret", "***");
    row("Authorization", "", "***");
    row("Proxy-Authorization", "Negotiate YII", "Negotiate ***");
    row("Cookie", "session=s3cret", "***");
    row("Set-Cookie", "session=s3cret", "***");
    row("Sec-WebSocket-Protocol", "base64url.bearer.authorization.k8s.io.c2VjcmV0", "***");
    row("X-Amz-Security-Token", "s3cret", "***");
    row("X-Api-Key", "s3cret", "***");
}

void LogTest::credentialsAreMasked()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, logged);
    QCOMPARE(redactedHeader(name, value), logged);
}

void LogTest::otherHeadersAreLoggedAsTheyAre()
{
    QCOMPARE(redactedHeader("Accept", "application/json"), QByteArray("application/json"));
    QCOMPARE(redactedHeader("Retry-After", "5"), QByteArray("5"));
    QCOMPARE(redactedHeader("Impersonate-User", "jane"), QByteArray("jane"));
}

ORRERY_GUILESS_TEST(LogTest)
} // namespace log_test
#include "log_test.moc"
