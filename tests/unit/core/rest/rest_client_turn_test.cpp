// SPDX-License-Identifier: Apache-2.0
#include "client_fixture.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace rest_client_turn_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

namespace {

Request version()
{
    return Request::get().absolutePath(QStringLiteral("/version"));
}

} // namespace

/// A client's flow control.
class RestClientTurnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void callsBeyondTheBurstWaitTheirTurn()
    {
        ClientFixture f([](RestConfig &config) { config.qps = 10; config.burst = 2; });
        std::vector<Future<Response>> futures;
        for (int i = 0; i < 4; ++i)
            futures.push_back(f.send(version()));
        QCOMPARE(f.transport->count(), 2U);
        f.time->advance(100ms);
        QCOMPARE(f.transport->count(), 3U);
        f.time->advance(100ms);
        QCOMPARE(f.transport->count(), 4U);
    }

    void whatIsOutOfTurnDoesNotWait()
    {
        ClientFixture f([](RestConfig &config) { config.qps = 1; config.burst = 1; });
        const auto first = f.send(version());
        const auto inLine = f.send(version());
        const auto probe = f.send(version().outOfTurn());
        QCOMPARE(f.transport->count(), 2U); // the first and the probe
        f.time->advance(1s);
        QCOMPARE(f.transport->count(), 3U); // which has taken nobody's turn
    }

    void whoeverTakesTheFirstAnswerIsNotSentAgainForAServerThatAsksForPatience()
    {
        ClientFixture f;
        const auto probe = f.send(version().firstAnswer().timeout(10s));
        f.transport->last().answer(429, {}, {{"Retry-After", "1"}});
        f.time->run();
        QVERIFY(probe.isReady());
        f.time->advance(10s);
        QCOMPARE(f.transport->count(), 1U);
        const Error error = f.answerOf(probe).error();
        QCOMPARE(error.kind, ErrorKind::Throttled);
        QCOMPARE(error.status->retryAfter.value(), 1s);
    }
};

ORRERY_GUILESS_TEST(RestClientTurnTest)
} // namespace rest_client_turn_test
#include "rest_client_turn_test.moc"
