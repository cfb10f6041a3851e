// SPDX-License-Identifier: Apache-2.0
#include "core/base/credential_error.h"
#include "client_fixture.h"

#include "core/base/log.h"
#include "tests/support/fixtures.h"
#include "tests/support/gzip.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <thread>

namespace rest_client_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

namespace {

Request version()
{
    return Request::get().absolutePath(QStringLiteral("/version"));
}

Request newPod()
{
    return Request::post().resource({"", "v1", "pods"}).inNamespace("web").body("{}");
}

QStringList logged;

} // namespace

class RestClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void anAnswerComesWithItsHeadersAndWarnings()
    {
        ClientFixture f;
        auto future = f.send(version());
        QCOMPARE(f.transport->count(), 1U);
        auto &exchange = f.transport->last();
        QCOMPARE(exchange.request.url.toString(), QStringLiteral("https://api.example:6443/version"));
        QCOMPARE(exchange.header("authorization"), QByteArray("Bearer token-1"));
        QCOMPARE(exchange.header("accept"), QByteArray("application/json"));
        QCOMPARE(exchange.header("accept-encoding"), QByteArray("gzip"));
        QVERIFY(exchange.header("user-agent").startsWith("rest_client_test/"));
        QVERIFY(exchange.header("user-agent").endsWith(") kubernetes/unknown"));
        exchange.answer(200, "{}", {{"Warning", "299 - \"old\""}});
        const auto response = f.answerOf(future);
        QVERIFY_RESULT(response);
        QCOMPARE(response->status, 200);
        QCOMPARE(response->body, QByteArray("{}"));
        QCOMPARE(response->warnings, QStringList{QStringLiteral("old")});
    }

    void aCompressedAnswerIsInflated()
    {
        ClientFixture f;
        auto future = f.send(version());
        const QByteArray body = gzipped("{\"a\":") + gzipped("1}");
        f.transport->last().head(200, {{"content-encoding", "gzip"}});
        for (const char byte : body)
            f.transport->last().data(QByteArray(1, byte));
        f.transport->last().end();
        QCOMPARE(f.answerOf(future)->body, QByteArray("{\"a\":1}"));
    }

    void compressionCanBeTurnedOff()
    {
        ClientFixture f([](RestConfig &config) { config.disableCompression = true; });
        auto future = f.send(version());
        QCOMPARE(f.transport->last().header("Accept-Encoding"), QByteArray("identity"));
    }

    void aRefusalIsTheServersStatusWithItsPlace()
    {
        ClientFixture f;
        auto future = f.send(version());
        f.transport->last().answer(403, kubernetesFixture(QStringLiteral("errors/403-forbidden")));
        const auto result = f.answerOf(future);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Forbidden);
        QCOMPARE(result.error().place, QStringLiteral("/version"));
    }

    void aFailureStatusInASuccessIsAnError()
    {
        ClientFixture f;
        auto future = f.send(version());
        f.transport->last().answer(200, kubernetesFixture(QStringLiteral("errors/410-list-exact")));
        QCOMPARE(f.answerOf(future).error().kind, ErrorKind::Gone);
    }

    void anUnchangedAnswerToAConditionalRequestIsASuccess()
    {
        ClientFixture f;
        auto future = f.send(version().header("If-None-Match", "\"x\""));
        f.transport->last().answer(304, {});
        QCOMPARE(f.answerOf(future)->status, 304);
    }

    void aRejectedCredentialIsReplayedOnceWithAFreshOne()
    {
        ClientFixture f;
        auto future = f.send(newPod());
        f.transport->last().answer(401, "{}");
        f.time->run();
        QCOMPARE(f.transport->count(), 2U);
        QCOMPARE(f.transport->last().header("authorization"), QByteArray("Bearer token-2"));
        QCOMPARE(f.transport->last().request.body, QByteArray("{}"));
        QCOMPARE(f.auth->rejections, 1);
        f.transport->last().answer(401, "{}");
        const auto result = f.answerOf(future);
        QCOMPARE(result.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(f.transport->count(), 2U);
    }

    void aCredentialThatCannotBeRenewedIsNotReplayed()
    {
        ClientFixture f;
        f.auth->canRenew = false;
        auto future = f.send(version());
        f.transport->last().answer(401, kubernetesFixture(QStringLiteral("errors/401-unauthorized")));
        QCOMPARE(f.answerOf(future).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(f.transport->count(), 1U);
        QCOMPARE(f.auth->rejections, 1);
    }

    void aCredentialThatCannotBeHadIsTheCallersError()
    {
        ClientFixture f;
        f.auth->refusal = Error{ErrorKind::Unauthorized, QStringLiteral("plugin aws: exit 1"), {}, std::nullopt};
        const auto result = f.answerOf(f.send(version()));
        QCOMPARE(result.error().message, QStringLiteral("plugin aws: exit 1"));
        QCOMPARE(f.transport->count(), 0U);
    }

    void credentialsAreNotSentInTheClear()
    {
        ClientFixture f([](RestConfig &config) {
            config.host = QUrl(QStringLiteral("http://127.0.0.1:8001"));
            config.impersonation.userName = QStringLiteral("jane");
        });
        auto future = f.send(version());
        QCOMPARE(f.auth->asked, 0);
        QVERIFY(f.transport->last().header("authorization").isEmpty());
        // Leaving this out would act with more rights than were asked for.
        QCOMPARE(f.transport->last().header("impersonate-user"), QByteArray("jane"));
    }

    void impersonationIsSentWhole()
    {
        ClientFixture f([](RestConfig &config) {
            config.impersonation = {QStringLiteral("jane"), QStringLiteral("u1"), {QStringLiteral("a"), QStringLiteral("b")},
                                    {{QStringLiteral("Example.com/Team"), {QStringLiteral("x"), QStringLiteral("y")}}}};
        });
        auto future = f.send(version());
        QList<Header> sent;
        for (const Header &header : f.transport->last().request.headers) {
            if (header.first.startsWith("Impersonate"))
                sent.append(header);
        }
        QCOMPARE(sent, (QList<Header>{{"Impersonate-User", "jane"}, {"Impersonate-Uid", "u1"}, {"Impersonate-Group", "a"},
                                      {"Impersonate-Group", "b"}, {"Impersonate-Extra-example.com%2Fteam", "x"},
                                      {"Impersonate-Extra-example.com%2Fteam", "y"}}));
    }

    void aPluginsCertificateReachesTheTransport()
    {
        ClientFixture f;
        f.auth->certData = "PEM";
        auto future = f.send(version());
        QCOMPARE(f.transport->certificates, std::vector<QByteArray>{"PEM"});
    }

    void theServerIsAskedAgainWhenItSaysWhen()
    {
        ClientFixture f;
        auto future = f.send(newPod());
        f.transport->last().answer(429, "slow down", {{"Retry-After", "2"}});
        QCOMPARE(f.transport->count(), 1U);
        f.time->advance(1999ms);
        QCOMPARE(f.transport->count(), 1U);
        f.time->advance(1ms);
        QCOMPARE(f.transport->count(), 2U);
        QCOMPARE(f.transport->last().request.body, QByteArray("{}"));
        f.transport->last().answer(503, {}, {{"Retry-After", "1"}});
        f.time->advance(1s);
        f.transport->last().answer(201, "{}");
        QCOMPARE(f.answerOf(future)->status, 201);
        QCOMPARE(f.transport->count(), 3U);
    }

    void elevenAttemptsAreTheMost()
    {
        ClientFixture f;
        auto future = f.send(version());
        for (int i = 0; i < 20 && !future.isReady(); ++i) {
            f.transport->last().answer(429, "later", {{"Retry-After", "1"}});
            f.time->advance(1s);
        }
        QCOMPARE(f.transport->count(), 11U);
        QCOMPARE(f.answerOf(future).error().kind, ErrorKind::Throttled);
    }

    void withoutRetryAfterNothingIsTriedAgain()
    {
        ClientFixture f;
        auto future = f.send(version());
        f.transport->last().answer(503, "no endpoints");
        QCOMPARE(f.answerOf(future).error().kind, ErrorKind::Server);
        QCOMPARE(f.time->timers(), 0U);
    }

    void aLostConnectionIsTriedAgainForAGetOnly()
    {
        ClientFixture f;
        auto reading = f.send(version());
        f.transport->last().loseConnection();
        f.time->advance(0ms);
        QCOMPARE(f.transport->count(), 2U);
        f.transport->last().loseConnection();
        f.time->advance(1s);
        QCOMPARE(f.transport->count(), 3U);
        f.transport->last().answer(200, "{}");
        QVERIFY(f.answerOf(reading).has_value());

        auto writing = f.send(newPod());
        f.transport->last().loseConnection();
        QCOMPARE(f.answerOf(writing).error().kind, ErrorKind::Transport);
        QCOMPARE(f.transport->count(), 4U);
    }

    void anAnswerCutShortIsAnError()
    {
        ClientFixture f;
        auto future = f.send(version());
        f.transport->last().head(200);
        f.transport->last().data("{\"half");
        f.transport->last().loseConnection();
        QCOMPARE(f.answerOf(future).error().kind, ErrorKind::Transport);

        auto compressed = f.send(version());
        f.transport->last().answer(200, gzipped("{}").chopped(3), {{"Content-Encoding", "gzip"}});
        QCOMPARE(f.answerOf(compressed).error().kind, ErrorKind::Transport);
    }

    void aCallMayTakeOnlySoLong()
    {
        ClientFixture f;
        auto future = f.send(version().timeout(3s));
        QCOMPARE(f.transport->last().request.url.query(), QStringLiteral("timeout=3s"));
        f.transport->last().answer(429, {}, {{"Retry-After", "2"}});
        f.time->advance(2s);
        QCOMPARE(f.transport->count(), 2U);
        f.time->advance(1s);
        const auto result = f.answerOf(future);
        QCOMPARE(result.error().kind, ErrorKind::Transport);
        QCOMPARE(result.error().message, QStringLiteral("no answer within 3 s"));
        QVERIFY(!f.transport->last().isOpen());
        QCOMPARE(f.time->timers(), 0U);
    }

    void aCallThatIsOutOfTimeWhileTheServerMakesItWaitHasItsAnswer()
    {
        ClientFixture f;
        auto future = f.send(version().timeout(3s));
        f.transport->last().answer(429, {}, {{"Retry-After", "2"}});
        f.time->advance(2s);
        f.transport->last().answer(503, {}, {{"Retry-After", "2"}});
        f.time->advance(1s);
        QCOMPARE(f.answerOf(future).error().status->code, 503);
    }

    void aRequestThatWaitsForItsCredentialDoesNotBlameTheServer()
    {
        ClientFixture f;
        f.auth->waitsFor = Error{ErrorKind::Unauthorized, QStringLiteral("login-tool has given no answer for 3 seconds"), {}, {}, error_code::CredentialPlugin};
        auto future = f.send(version().timeout(3s));
        f.time->advance(3s);
        const auto result = f.answerOf(future);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(result.error().message, QStringLiteral("login-tool has given no answer for 3 seconds"));
        QCOMPARE(f.transport->count(), 0U);
    }

    void theConfigurationsTimeoutIsForCallsWithoutTheirOwn()
    {
        ClientFixture f([](RestConfig &config) { config.timeout = 5s; });
        auto future = f.send(version());
        QCOMPARE(f.transport->last().request.url.query(), QStringLiteral("timeout=5s"));
        f.time->advance(5s);
        QCOMPARE(f.answerOf(future).error().kind, ErrorKind::Transport);
    }

    void aStopEndsACallWhereverItStands()
    {
        ClientFixture f;
        std::stop_source early;
        early.request_stop();
        QCOMPARE(f.answerOf(f.send(version(), early.get_token())).error().kind, ErrorKind::Canceled);
        QCOMPARE(f.transport->count(), 0U);

        std::stop_source source;
        auto future = f.send(version(), source.get_token());
        std::thread([&source] { source.request_stop(); }).join();
        QCOMPARE(f.answerOf(future).error().kind, ErrorKind::Canceled);
        QVERIFY(!f.transport->last().isOpen());

        std::stop_source waiting;
        auto retried = f.send(version(), waiting.get_token());
        f.transport->last().answer(429, {}, {{"Retry-After", "5"}});
        waiting.request_stop();
        QCOMPARE(f.answerOf(retried).error().kind, ErrorKind::Canceled);
        QCOMPARE(f.time->timers(), 0U);
    }

    void destroyingTheClientEndsEveryCall()
    {
        ClientFixture f([](RestConfig &config) { config.qps = 1; config.burst = 2; });
        auto open = f.send(version());
        auto again = f.send(version());
        f.transport->last().answer(429, {}, {{"Retry-After", "5"}});
        auto inLine = f.send(version());
        f.client.reset();
        for (auto *future : {&open, &again, &inLine})
            QCOMPARE(f.answerOf(*future).error().kind, ErrorKind::Canceled);
        QCOMPARE(f.time->timers(), 0U);
    }

    void aReadOnlySessionSendsNoWrites()
    {
        ClientFixture f([](RestConfig &config) { config.readOnly = true; });
        QCOMPARE(f.answerOf(f.send(newPod())).error().kind, ErrorKind::Forbidden);
        QCOMPARE(f.answerOf(f.send(Request::remove().resource({"", "v1", "pods"}).inNamespace("a").name("b"))).error().kind,
                 ErrorKind::Forbidden);
        QCOMPARE(f.transport->count(), 0U);
        auto review = f.send(Request::post().absolutePath(QStringLiteral("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews")).body("{}"));
        QCOMPARE(f.transport->count(), 1U);
    }

    void aBadRequestIsNotSent()
    {
        ClientFixture f;
        QCOMPARE(f.answerOf(f.send(Request::get().resource({"", "v1", "pods"}).name(".."))).error().kind, ErrorKind::BadInput);
        QCOMPARE(f.transport->count(), 0U);
    }

    void renewForgetsConnectionsAndCredentials()
    {
        ClientFixture f;
        auto future = f.send(version());
        f.client->renew();
        QCOMPARE(f.transport->renewals, 1);
        QCOMPARE(f.auth->rejections, 1);
    }

    void noTokenIsEverLogged()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("orrery.*=true"));
        logged.clear();
        const auto previous = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) { logged.append(message); });
        {
            ClientFixture f;
            auto future = f.send(version());
            f.transport->last().answer(401, "{}");
            f.time->run();
            f.transport->last().answer(429, {}, {{"Retry-After", "1"}});
            f.time->advance(1s);
            f.transport->last().loseConnection();
            f.time->advance(1s);
            f.transport->last().answer(200, "{}");
        }
        qInstallMessageHandler(previous);
        QLoggingCategory::setFilterRules({});
        QVERIFY(logged.size() >= 4);
        QVERIFY(logged.join(QLatin1Char('\n')).contains(QStringLiteral("Authorization=Bearer ***")));
        QVERIFY(!logged.join(QLatin1Char('\n')).contains(QStringLiteral("token-")));
    }
};

ORRERY_GUILESS_TEST(RestClientTest)
} // namespace rest_client_test
#include "rest_client_test.moc"
