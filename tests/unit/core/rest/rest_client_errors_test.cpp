// SPDX-License-Identifier: Apache-2.0
#include "client_fixture.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace rest_client_errors_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

namespace {

Request version()
{
    return Request::get().absolutePath(QStringLiteral("/version"));
}

const QByteArray unauthorized = R"({"kind":"Status","status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401})";

} // namespace

class RestClientErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void whoGaveNoAnswerIsNamed()
    {
        ClientFixture f;
        auto refused = f.send(version());
        f.transport->last().end(Error::transport(QStringLiteral("Connection refused")));
        QCOMPARE(f.answerOf(refused).error().toString(), QStringLiteral("https://api.example:6443/version: Connection refused"));
        auto untrusted = f.send(version().parameter(QStringLiteral("q"), QStringLiteral("1")));
        f.transport->last().end(Error{ErrorKind::Tls, QStringLiteral("no trust"), {}, std::nullopt, {}});
        QCOMPARE(f.answerOf(untrusted).error().place, QStringLiteral("https://api.example:6443/version"));
        auto late = f.send(version().timeout(3s));
        f.time->advance(3s);
        QCOMPARE(f.answerOf(late).error().place, QStringLiteral("https://api.example:6443/version"));
    }

    void whoAnsweredIsNotNamedAgain()
    {
        ClientFixture f;
        auto missing = f.send(version());
        f.transport->last().answer(404, "{}");
        QCOMPARE(f.answerOf(missing).error().place, QStringLiteral("/version"));
    }

    void aCertificateThatHasExpiredExplainsWhyNobodyKnowsUs()
    {
        ClientFixture f;
        f.auth->canRenew = false;
        f.transport->expires = f.time->wallNow() + 1h;
        auto valid = f.send(version());
        f.transport->last().answer(401, unauthorized);
        QCOMPARE(f.answerOf(valid).error().message, QStringLiteral("Unauthorized"));
        f.time->advance(1h);
        auto expired = f.send(version());
        f.transport->last().answer(401, unauthorized);
        const QString message = f.answerOf(expired).error().message;
        QVERIFY2(message.startsWith(QStringLiteral("the client certificate expired on 20")) && message.endsWith(QStringLiteral(": Unauthorized")), qPrintable(message));
    }
};

ORRERY_GUILESS_TEST(RestClientErrorsTest)
} // namespace rest_client_errors_test
#include "rest_client_errors_test.moc"
