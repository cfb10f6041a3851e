// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace error_test {

using namespace kube;

class ErrorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void aKnownReasonDecidesTheKind_data();
    void aKnownReasonDecidesTheKind();
    void aStatusWithoutAMessageStillHasWords();
    void causesAreFoundByTheirReason();
    void theTextNamesThePlace();
    void everyKindHasAName();
};

void ErrorTest::aKnownReasonDecidesTheKind_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](int code, const char *reason, ErrorKind kind) {
        QTest::addRow("%d %s", code, reason) << code << QString::fromLatin1(reason) << kind;
    };
    row(401, "Unauthorized", ErrorKind::Unauthorized);
    row(403, "Forbidden", ErrorKind::Forbidden);
    row(404, "NotFound", ErrorKind::NotFound);
    row(409, "AlreadyExists", ErrorKind::AlreadyExists);
    row(409, "Conflict", ErrorKind::Conflict);
    row(409, "", ErrorKind::Conflict);
    row(410, "Expired", ErrorKind::Gone);
    row(410, "Gone", ErrorKind::Gone);
    row(422, "Invalid", ErrorKind::Invalid);
    row(400, "BadRequest", ErrorKind::Invalid);
    row(429, "TooManyRequests", ErrorKind::Throttled);
    row(500, "Expired", ErrorKind::Gone);
    row(404, "SomethingNew", ErrorKind::NotFound);
    row(401, "", ErrorKind::Unauthorized);
    row(403, "", ErrorKind::Forbidden);
    row(400, "", ErrorKind::Invalid);
    row(422, "", ErrorKind::Invalid);
    row(429, "", ErrorKind::Throttled);
    row(504, "Timeout", ErrorKind::Server);
    row(500, "InternalError", ErrorKind::Server);
    row(0, "", ErrorKind::Server);
}

void ErrorTest::aKnownReasonDecidesTheKind()
{
    QFETCH(int, code);
    QFETCH(QString, reason);
    QFETCH(ErrorKind, kind);
    Status status;
    status.code = code;
    status.reason = reason;
    status.message = QStringLiteral("the server's words");
    const Error error = Error::fromStatus(status);
    QVERIFY(error.is(kind));
    QCOMPARE(error.message, status.message);
    QVERIFY(error.status && error.status->code == code);
}

void ErrorTest::aStatusWithoutAMessageStillHasWords()
{
    Status status;
    QCOMPARE(Error::fromStatus(status).message, QStringLiteral("the server did not say why"));
    status.code = 503;
    QCOMPARE(Error::fromStatus(status).message, QStringLiteral("the server answered 503 without saying why"));
    status.reason = QStringLiteral("ServiceUnavailable");
    QCOMPARE(Error::fromStatus(status).message, QStringLiteral("the server gave no message but the reason ServiceUnavailable"));
}

void ErrorTest::causesAreFoundByTheirReason()
{
    Status status;
    QVERIFY(!status.hasCause(u"ResourceVersionTooLarge"));
    status.causes.append({QStringLiteral("ResourceVersionTooLarge"), QStringLiteral("Too large resource version"), {}});
    QVERIFY(status.hasCause(u"ResourceVersionTooLarge"));
    QVERIFY(!status.hasCause(u"resourceversiontoolarge"));
}

void ErrorTest::theTextNamesThePlace()
{
    QCOMPARE(Error::badInput(QStringLiteral("odd"), QStringLiteral("line 1")).toString(), QStringLiteral("line 1: odd"));
    QCOMPARE(Error::transport(QStringLiteral("refused")).toString(), QStringLiteral("refused"));
    QCOMPARE((Error{ErrorKind::Server, {}, {}, std::nullopt, {}}).toString(), QStringLiteral("Server"));
    QVERIFY(Error::canceled().is(ErrorKind::Canceled));
}

void ErrorTest::everyKindHasAName()
{
    QSet<QByteArray> names;
    for (int kind = 0; kind <= int(ErrorKind::BadInput); ++kind)
        names.insert(errorKindName(ErrorKind(kind)));
    QCOMPARE(int(names.size()), int(ErrorKind::BadInput) + 1);
    QVERIFY(!names.contains("Unknown"));
}

ORRERY_GUILESS_TEST(ErrorTest)
} // namespace error_test
#include "error_test.moc"
