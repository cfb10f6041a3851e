// SPDX-License-Identifier: Apache-2.0
#include "tests/support/reflector_steps.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace reflector_list_step_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ReflectorSteps;
namespace input = kube::reflector_input;

namespace {

Error status(int code, const char *reason, const char *message = "")
{
    Status status;
    status.code = code;
    status.reason = QLatin1String(reason);
    status.message = QLatin1String(message);
    return Error::fromStatus(status);
}

Error tooLarge()
{
    Status status;
    status.code = 504;
    status.reason = QStringLiteral("Timeout");
    status.causes.push_back({QStringLiteral("ResourceVersionTooLarge"), {}, {}});
    return Error::fromStatus(status);
}

Error cut()
{
    return Error::transport(QStringLiteral("cut"));
}

using Text = std::string;

} // namespace

class ReflectorListStepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theFirstListStreamsWhateverTheServerHasAtHandAndIsWatchedFromThere()
    {
        ReflectorSteps steps;
        QCOMPARE(steps.start(), Text("stream, list rv=0 limit=500"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Connecting);
        QCOMPARE(steps.on(input::Item{}), Text());
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Loading);
        QCOMPARE(steps.listEnd("7"), Text("complete 7, watch rv=7"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Loading);
        QCOMPARE(steps.opened(), Text());
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Live);
    }

    void pagesFollowTheTokenAndTheFirstPagesVersionCounts()
    {
        ReflectorSteps steps;
        steps.start();
        QCOMPARE(steps.listEnd("7", "t1"), Text("list rv= limit=500 continue=t1"));
        QCOMPARE(steps.listEnd("8", "t2"), Text("list rv= limit=500 continue=t2"));
        QCOMPARE(steps.listEnd("9"), Text("complete 7, watch rv=7"));
    }

    void aRelistAsksForNothingOlderAndWithoutPages()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        QCOMPARE(steps.errorEvent(status(410, "Expired")), Text("wait 800ms"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Reconnecting);
        QCOMPARE(steps.retryTimer(), Text("collect, list rv=7 limit=0"));
    }

    void aServerThatPagesAtZeroIsAskedForPagesAlways()
    {
        ReflectorSteps steps;
        steps.start();
        steps.listEnd("7", "t1");
        steps.listEnd("7");
        steps.opened();
        steps.errorEvent(status(410, "Gone"));
        QCOMPARE(steps.retryTimer(), Text("collect, list rv=7 limit=500"));
    }

    void aPageSizeThatIsSetIsUsedAlways()
    {
        ReflectorSteps steps;
        steps.config.pageSize = 20;
        QCOMPARE(steps.start(), Text("stream, list rv=0 limit=20"));
        steps.listEnd("7");
        steps.opened();
        steps.errorEvent(status(410, "Gone"));
        QCOMPARE(steps.retryTimer(), Text("collect, list rv=7 limit=20"));
    }

    void anExpiredTokenAsksForEverythingAtOnce()
    {
        ReflectorSteps steps;
        steps.start();
        steps.listEnd("7", "t1");
        QCOMPARE(steps.listFails(status(410, "Expired")), Text("stream, list rv=0 limit=0"));
        QCOMPARE(steps.listEnd("9"), Text("complete 9, watch rv=9"));
    }

    void anExpiredVersionIsAskedAgainForTheMostRecent()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.errorEvent(status(410, "Expired"));
        steps.retryTimer();
        QCOMPARE(steps.listFails(status(410, "Expired")), Text("collect, list rv= limit=500"));
        QCOMPARE(steps.listEnd("9"), Text("complete 9, watch rv=9"));
        QVERIFY(!steps.state.resourceVersionUnavailable);
    }

    void aVersionTooLargeIsAskedAgainForTheMostRecentAndOnlyOnce()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.errorEvent(status(410, "Expired"));
        steps.retryTimer();
        QCOMPARE(steps.listFails(tooLarge()), Text("collect, list rv= limit=500"));
        QCOMPARE(steps.listFails(tooLarge()), Text("wait 1600ms"));
        QCOMPARE(steps.retryTimer(), Text("collect, list rv= limit=500"));
    }

    void tooLargeIsKnownInAllItsWords()
    {
        QVERIFY(isTooLargeResourceVersion(tooLarge()));
        QVERIFY(isTooLargeResourceVersion(status(504, "Timeout", "Too large resource version: 9, current: 7")));
        Status old;
        old.reason = QStringLiteral("Timeout");
        old.causes.push_back({{}, QStringLiteral("Too large resource version"), {}});
        QVERIFY(isTooLargeResourceVersion(Error::fromStatus(old)));
        QVERIFY(!isTooLargeResourceVersion(status(504, "Timeout", "slow")));
        QVERIFY(!isTooLargeResourceVersion(cut()));
    }

    void otherErrorsWaitLongerEachTimeAndNeverGiveUp()
    {
        ReflectorSteps steps;
        steps.start();
        Text waits;
        for (int i = 0; i < 8; ++i) {
            waits += steps.listFails(status(500, "InternalError")) + "; ";
            QCOMPARE(phaseOf(steps.state), ReflectorPhase::Failed);
            steps.now += 40s;
            QCOMPARE(steps.retryTimer(), Text("stream, list rv=0 limit=500"));
        }
        QCOMPARE(waits, Text("wait 800ms; wait 1600ms; wait 3200ms; wait 6400ms; wait 12800ms; wait 25600ms; wait 30000ms; wait 30000ms; "));
    }

    void theWaitIsUpToDoubledByChance()
    {
        ReflectorSteps steps;
        steps.random = 0.5;
        steps.start();
        QCOMPARE(steps.listFails(cut()), Text("wait 1200ms"));
    }

    void twoQuietMinutesBeginTheWaitsAnew()
    {
        ReflectorSteps steps;
        steps.start();
        steps.listFails(cut());
        steps.retryTimer();
        steps.now += 121s;
        QCOMPARE(steps.listFails(cut()), Text("wait 800ms"));
    }

    void aRefusalWaitsThirtySecondsAtLeast_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("Unauthorized") << 401;
        QTest::newRow("Forbidden") << 403;
    }

    void aRefusalWaitsThirtySecondsAtLeast()
    {
        QFETCH(int, code);
        ReflectorSteps steps;
        steps.start();
        QCOMPARE(steps.listFails(status(code, "")), Text("wait 30000ms"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Forbidden);
        QCOMPARE(steps.state.failedStep, ReflectorStatus::Step::List);
        steps.random = 1;
        steps.retryTimer();
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Forbidden); // until the server says otherwise
        QCOMPARE(steps.listFails(status(code, "")), Text("wait 60000ms"));
    }

    void aServersRetryAfterIsHonoured()
    {
        ReflectorSteps steps;
        steps.start();
        Error busy = status(429, "TooManyRequests");
        busy.status->retryAfter = 20s;
        QCOMPARE(steps.listFails(busy), Text("wait 20000ms"));
    }

    void askedToRetryItDoesSoAtOnce()
    {
        ReflectorSteps steps;
        steps.start();
        steps.listFails(status(403, "Forbidden"));
        QCOMPARE(steps.on(input::RetryNow{}), Text("stream, list rv=0 limit=500"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Connecting);
        QCOMPARE(steps.listFails(cut()), Text("wait 800ms"));
    }

    void askedToRetryWhileItAsksWhatStillFailsWaitsShortly()
    {
        ReflectorSteps steps;
        steps.start();
        QCOMPARE(steps.listFails(cut()), Text("wait 800ms"));
        steps.retryTimer();
        QCOMPARE(steps.listFails(cut()), Text("wait 1600ms"));
        steps.retryTimer();
        // The server is back: connections are renewed, and this list's with them.
        QCOMPARE(steps.on(input::RetryNow{}), Text());
        QCOMPARE(steps.listFails(cut()), Text("wait 800ms"));
        steps.retryTimer();
        steps.listEnd("7");
        QCOMPARE(steps.watchEnd(cut()), Text("wait 1600ms"));
        steps.retryTimer();
        QCOMPARE(steps.on(input::RetryNow{}), Text());
        QCOMPARE(steps.watchEnd(cut()), Text("wait 800ms"));
    }

    void aFirstListCutShortStreamsAgainAndSaysHowMuchThereIs()
    {
        ReflectorSteps steps;
        steps.start();
        steps.on(input::Item{});
        steps.on(input::Item{});
        QCOMPARE(steps.listFails(cut()), Text("wait 800ms"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Loading);
        QCOMPARE(steps.retryTimer(), Text("stream, list rv=0 limit=500"));
        QCOMPARE(steps.state.items, std::size_t(2));
        steps.on(input::Item{});
        QCOMPARE(steps.state.items, std::size_t(1));
    }

    void aListThatFallsSilentHasFailed()
    {
        ReflectorSteps steps;
        steps.start();
        steps.now += 50s;
        steps.on(input::Item{});
        QCOMPARE(steps.watchdog(20s), Text());
        QCOMPARE(steps.watchdog(10s), Text("probe"));
        QCOMPARE(steps.on(input::ProbeEnd{}), Text());
        QCOMPARE(steps.watchdog(29s), Text());
        QCOMPARE(steps.watchdog(1s), Text("wait 800ms")); // alone: others' connections are well
    }

    void aListThatGoesOnAsksNobodyWhetherTheServerLives()
    {
        ReflectorSteps steps;
        steps.start();
        QCOMPARE(steps.watchdog(30s), Text("probe"));
        steps.on(input::Item{});
        QCOMPARE(steps.watchdog(29s), Text());
        QCOMPARE(steps.listEnd("7", "more"), Text("list rv= limit=500 continue=more"));
        QCOMPARE(steps.watchdog(29s), Text());
        QCOMPARE(steps.watchdog(1s), Text("probe"));
    }

    void aListOnADeadPathLeavesItWithinFortyFiveSeconds()
    {
        ReflectorSteps steps;
        steps.start();
        steps.watchdog(30s);
        QCOMPARE(steps.watchdog(15s), Text("renew, wait 800ms"));

        ReflectorSteps refused;
        refused.start();
        refused.watchdog(30s);
        QCOMPARE(refused.on(input::ProbeEnd{cut()}), Text("renew, wait 800ms"));
    }

    void nothingHappensOnceStopped()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.on(input::Stop{});
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Stopped);
        QCOMPARE(steps.watchEnd(), Text());
        QCOMPARE(steps.on(input::RetryNow{}), Text());
        QCOMPARE(steps.start(), Text());
        QCOMPARE(steps.bookmark("9"), Text());
    }
};

ORRERY_GUILESS_TEST(ReflectorListStepTest)
} // namespace reflector_list_step_test
#include "reflector_list_step_test.moc"
