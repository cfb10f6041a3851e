// SPDX-License-Identifier: Apache-2.0
#include "core/rest/status_decoder.h"

#include "core/rest/warnings.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace status_decoder_test {

using namespace kube;
using namespace kube::test;

namespace {

HttpHead recordedHead(const QString &name)
{
    HttpHead head;
    const QList<QByteArray> lines = fixture(QStringLiteral("kubernetes-1.36/") + name + QStringLiteral(".http")).split('\n');
    head.status = lines.first().split(' ').at(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            head.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return head;
}

Error recorded(const QString &name)
{
    return errorOfAnswer(recordedHead(name), kubernetesFixture(name).toStdString(), "GET");
}

} // namespace

class StatusDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void everyRecordedRefusalHasItsKind_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("reason");
        const struct { const char *name; ErrorKind kind; const char *reason; } rows[] = {
            {"400-bad-body", ErrorKind::Invalid, "BadRequest"},
            {"401-unauthorized", ErrorKind::Unauthorized, "Unauthorized"},
            {"403-forbidden", ErrorKind::Forbidden, "Forbidden"},
            {"403-quota-exceeded", ErrorKind::Forbidden, "Forbidden"},
            {"404-object", ErrorKind::NotFound, "NotFound"},
            {"404-unknown-group", ErrorKind::NotFound, "NotFound"},
            {"404-unknown-resource", ErrorKind::NotFound, "NotFound"},
            {"405-method-not-allowed", ErrorKind::Server, "MethodNotAllowed"},
            {"406-not-acceptable", ErrorKind::Server, "NotAcceptable"},
            {"409-already-exists", ErrorKind::AlreadyExists, "AlreadyExists"},
            {"409-conflict", ErrorKind::Conflict, "Conflict"},
            {"410-continue-expired", ErrorKind::Gone, "Expired"},
            {"410-list-exact", ErrorKind::Gone, "Expired"},
            {"413-too-large", ErrorKind::Server, "RequestEntityTooLarge"},
            {"415-strategic-patch-on-cr", ErrorKind::Server, "UnsupportedMediaType"},
            {"422-invalid-deployment", ErrorKind::Invalid, "Invalid"},
            {"429-eviction-blocked-by-pdb", ErrorKind::Throttled, "TooManyRequests"},
            {"429-priority-and-fairness", ErrorKind::Throttled, "TooManyRequests"},
            {"429-storage-initializing", ErrorKind::Throttled, "TooManyRequests"},
            {"500-webhook-unreachable", ErrorKind::Server, "InternalError"},
            {"504-resource-version-too-large", ErrorKind::Server, "Timeout"},
        };
        for (const auto &row : rows)
            QTest::newRow(row.name) << QStringLiteral("errors/") + QLatin1String(row.name) << row.kind << QString::fromLatin1(row.reason);
    }
    void everyRecordedRefusalHasItsKind()
    {
        QFETCH(QString, name);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, reason);
        const Error error = recorded(name);
        QCOMPARE(error.kind, kind);
        QVERIFY(error.status);
        QCOMPARE(error.status->reason, reason);
        QCOMPARE(error.status->code, recordedHead(name).status);
        QVERIFY(!error.message.isEmpty());
    }

    void causesAndDetailsAreKept()
    {
        const Error invalid = recorded(QStringLiteral("errors/422-invalid-deployment"));
        QCOMPARE(invalid.status->causes.size(), 5);
        QVERIFY(!invalid.status->causes.first().field.isEmpty());
        QCOMPARE(invalid.status->kind, QStringLiteral("Deployment"));
        QCOMPARE(invalid.status->group, QStringLiteral("apps"));

        const Error expired = recorded(QStringLiteral("errors/410-continue-expired"));
        QVERIFY(expired.status->continueToken.startsWith(QStringLiteral("eyJ2")));

        QVERIFY(recorded(QStringLiteral("errors/504-resource-version-too-large")).status->hasCause(u"ResourceVersionTooLarge"));
        QVERIFY(recorded(QStringLiteral("errors/429-eviction-blocked-by-pdb")).status->hasCause(u"DisruptionBudget"));
    }

    void aThrottledAnswerWithoutAStatusKeepsTheServersWordsAndItsWait()
    {
        const Error error = recorded(QStringLiteral("errors/429-priority-and-fairness"));
        QCOMPARE(error.status->retryAfter, std::optional(std::chrono::seconds(1)));
        QCOMPARE(error.status->causes.value(0).reason, QStringLiteral("UnexpectedServerResponse"));
        QCOMPARE(error.status->causes.value(0).message, QStringLiteral("Too many requests, please try again later."));
        QVERIFY(error.message.contains(QStringLiteral("Too many requests, please try again later.")));
        QCOMPARE(recorded(QStringLiteral("errors/429-storage-initializing")).status->retryAfter,
                 std::optional(std::chrono::seconds(1)));
    }

    void aWaitThatNoClockCanCountIsAnInt32AtMost()
    {
        const Error error = errorOfAnswer({429, {}}, R"({"kind":"Status","status":"Failure","details":{"retryAfterSeconds":9223372036854775807}})", "GET");
        QCOMPARE(error.status->retryAfter, std::optional(std::chrono::seconds(2147483647)));
        QVERIFY(Duration(*error.status->retryAfter) > Duration::zero());
    }

    void aConflictWithoutAStatusDependsOnTheVerb()
    {
        QCOMPARE(errorOfAnswer({409, {}}, "", "POST").kind, ErrorKind::AlreadyExists);
        QCOMPARE(errorOfAnswer({409, {}}, "", "PUT").kind, ErrorKind::Conflict);
        QCOMPARE(errorOfAnswer({410, {}}, "", "GET").kind, ErrorKind::Gone);
        QCOMPARE(errorOfAnswer({503, {}}, "no endpoints", "GET").status->reason, QStringLiteral("ServiceUnavailable"));
        QCOMPARE(errorOfAnswer({502, {}}, "", "GET").status->reason, QStringLiteral("InternalError"));
    }

    void theServersTextIsCutAtAWholeCharacter()
    {
        std::string body;
        while (body.size() < 5000)
            body += "\xE2\x82\xAC";
        const Error error = errorOfAnswer({500, {}}, body, "GET");
        const QString shown = error.status->causes.value(0).message;
        QCOMPARE(shown.toUtf8().size(), 2046);
        QVERIFY(!shown.contains(QChar(QChar::ReplacementCharacter)));
    }

    void markupIsNotPutIntoTheSentence()
    {
        const Error error = errorOfAnswer({502, {}}, "<html><body>Bad Gateway</body></html>", "GET");
        QVERIFY(!error.message.contains(QLatin1Char('<')));
        QVERIFY(error.status->causes.value(0).message.contains(QStringLiteral("Bad Gateway")));
    }

    void aRedirectIsAnErrorThatNamesItsTarget()
    {
        const Error error = errorOfAnswer({302, {{"location", "https://login.example/x"}}}, "", "GET");
        QCOMPARE(error.kind, ErrorKind::Server);
        QCOMPARE(error.message, QStringLiteral("the server redirects to https://login.example/x"));
    }

    void aStatusOfSuccessIsNoFailure()
    {
        QVERIFY(!failureStatus(std::string_view(R"({"kind":"Status","apiVersion":"v1","status":"Success"})")));
        QVERIFY(!failureStatus(std::string_view(R"({"kind":"Pod","metadata":{"name":"Status"},"status":"Failure"})")));
        QVERIFY(!failureStatus(std::string_view("not json \"Status\"")));
        QVERIFY(!failureStatus(std::string_view(R"({"kind":"Status","apiVersion":"mine/v1","status":"Failure"})")));
        QVERIFY(failureStatus(std::string_view(R"({"kind":"Status","status":"Failure","code":400})")));
    }

    void onlyWarnings299AreGiven()
    {
        QCOMPARE(warningsOf(recordedHead(QStringLiteral("warning/deprecated-componentstatus")).headers),
                 QStringList{QStringLiteral("v1 ComponentStatus is deprecated in v1.19+")});
        QVERIFY(warningsOf(recordedHead(QStringLiteral("warning/pod-security")).headers)
                    .value(0).startsWith(QStringLiteral("would violate PodSecurity \"restricted:latest\": host")));
        QCOMPARE(warningsOf({{"warning", R"(299 - "one", 199 a "no", 299 agent:80 "two \"q\"" "Wed, 21 Oct 2015 07:28:00 GMT",299 - "three")"},
                             {"Warning", R"(299 - "four)"}, {"X", R"(299 - "five")"}}),
                 (QStringList{QStringLiteral("one"), QStringLiteral("two \"q\""), QStringLiteral("three")}));
        QVERIFY(warningsOf({{"Warning", "299"}, {"Warning", ""}, {"Warning", "299 -"}}).isEmpty());
    }
};

ORRERY_GUILESS_TEST(StatusDecoderTest)
} // namespace status_decoder_test
#include "status_decoder_test.moc"
