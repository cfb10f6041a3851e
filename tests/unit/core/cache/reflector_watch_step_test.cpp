// SPDX-License-Identifier: Apache-2.0
#include "tests/support/reflector_steps.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace reflector_watch_step_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::cut;
using kube::test::makeObject;
using kube::test::ReflectorSteps;
using kube::test::statusError;
namespace input = kube::reflector_input;

namespace {

using Text = std::string;
constexpr auto Added = WatchEventType::Added;
constexpr auto Modified = WatchEventType::Modified;
constexpr auto Deleted = WatchEventType::Deleted;

} // namespace

class ReflectorWatchStepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void eventsAreAppliedAndMoveTheVersion()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        QCOMPARE(steps.event(Added, makeObject("a", "8"), "8"), Text("apply"));
        QCOMPARE(steps.event(Modified, makeObject("a", "9"), "9"), Text("apply"));
        QCOMPARE(steps.event(Deleted, makeObject("a", "10"), "10"), Text("apply"));
        QCOMPARE(steps.bookmark("15"), Text("bookmark 15"));
        QCOMPARE(steps.watchEnd(), Text("watch rv=15"));
    }

    void whatCannotBeReadIsPassedOver()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        QCOMPARE(steps.event(Added, nullptr, "8"), Text());
        QCOMPARE(steps.event(Added, makeObject("a", ""), ""), Text());
        QCOMPARE(steps.state.lastSyncResourceVersion, Text("7"));
    }

    void aNormalEndIsFollowedByAnotherWatchAtOnceAndStaysLive()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        QCOMPARE(steps.watchEnd(), Text("watch rv=7"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Live);
        steps.opened();
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Live);
    }

    void aCutIsFollowedByAnotherWatchAtOnceAndIsSaid()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        QCOMPARE(steps.watchEnd(cut()), Text("watch rv=7"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Reconnecting);
    }

    void aVeryShortWatchWithoutEventsWaitsAndLists()
    {
        ReflectorSteps steps;
        steps.start();
        steps.listEnd("7");
        steps.opened();
        steps.now += 900ms;
        QCOMPARE(steps.watchEnd(), Text("wait 800ms"));
        QCOMPARE(steps.retryTimer(), Text("collect, list rv=7 limit=0"));
    }

    void aShortWatchWithAnEventIsNormal()
    {
        ReflectorSteps steps;
        steps.start();
        steps.listEnd("7");
        steps.opened();
        steps.bookmark("8");
        QCOMPARE(steps.watchEnd(), Text("watch rv=8"));
    }

    void aWatchThatCannotConnectIsTriedAgainWithoutAList()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.watchEnd();
        QCOMPARE(steps.watchEnd(cut()), Text("wait 800ms"));
        QCOMPARE(steps.retryTimer(), Text("watch rv=7"));
        QCOMPARE(steps.watchEnd(statusError(429, "TooManyRequests")), Text("wait 1600ms"));
        QCOMPARE(steps.retryTimer(), Text("watch rv=7"));
    }

    void tooManyWatchesWithoutAnAnswerAskForAList()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.watchEnd();
        for (int i = 0; i < 9; ++i) {
            steps.watchEnd(cut());
            QCOMPARE(steps.retryTimer(), Text("watch rv=7"));
        }
        steps.watchEnd(cut());
        QCOMPARE(steps.retryTimer(), Text("collect, list rv=7 limit=0"));
    }

    void aWatchRefusedForItsVersionListsAgain()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.watchEnd();
        QCOMPARE(steps.watchEnd(statusError(410, "Expired")), Text("wait 800ms"));
        QCOMPARE(steps.retryTimer(), Text("collect, list rv=7 limit=0"));
    }

    void aForbiddenWatchAsksTwiceAMinuteAtMost()
    {
        ReflectorSteps steps;
        steps.start();
        steps.listEnd("7");
        steps.random = 0.999;
        QCOMPARE(steps.watchEnd(statusError(403, "Forbidden")), Text("wait 60000ms")); // two requests a try, and the next within a minute
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Forbidden);
        QCOMPARE(steps.state.failedStep, ReflectorStatus::Step::Watch);
        QCOMPARE(steps.retryTimer(), Text("collect, list rv=7 limit=0"));
    }

    void anErrorEventDecidesByItsKind()
    {
        const auto afterEvent = [](const Error &error) {
            ReflectorSteps steps;
            steps.becomeLive("7");
            steps.errorEvent(error);
            return steps.retryTimer();
        };
        QCOMPARE(afterEvent(statusError(410, "Expired")), Text("collect, list rv=7 limit=0"));
        QCOMPARE(afterEvent(statusError(429, "TooManyRequests")), Text("watch rv=7"));
        QCOMPARE(afterEvent(statusError(500, "InternalError")), Text("collect, list rv=7 limit=0"));
        QCOMPARE(afterEvent(statusError(500, "StorageReadError")), Text("collect, list rv=7 limit=0"));
    }

    void internalErrorsMayBeAnsweredByAnotherWatchForAWhile()
    {
        ReflectorSteps steps;
        steps.config.maxInternalErrorRetry = 30s;
        steps.becomeLive("7");
        QCOMPARE(steps.errorEvent(statusError(500, "InternalError")), Text("watch rv=7"));
        steps.opened();
        steps.now += 31s;
        QCOMPARE(steps.errorEvent(statusError(500, "InternalError")), Text("wait 800ms"));
        steps.retryTimer();
        steps.listEnd("7");
        steps.opened();
        steps.now += 61s; // quiet
        QCOMPARE(steps.errorEvent(statusError(500, "InternalError")), Text("watch rv=7"));
    }

    void syntheticEventsInNoOrderDoNotMoveTheVersion()
    {
        ReflectorSteps steps;
        steps.start();
        steps.listEnd("0");
        steps.opened();
        QCOMPARE(steps.event(Added, makeObject("b", "9"), "9"), Text("apply"));
        QCOMPARE(steps.event(Added, makeObject("a", "5"), "5"), Text("apply"));
        QCOMPARE(steps.state.lastSyncResourceVersion, Text("0"));
        QCOMPARE(steps.event(Modified, makeObject("a", "10"), "10"), Text("apply"));
        QCOMPARE(steps.state.lastSyncResourceVersion, Text("10"));
    }

    void aVersionThatGoesBackListsTheMostRecent()
    {
        ReflectorSteps steps;
        steps.becomeLive("1000000");
        QCOMPARE(steps.bookmark("999999"), Text("wait 800ms")); // as numbers, not as text
        QCOMPARE(steps.retryTimer(), Text("collect, list rv= limit=500"));
        steps.listEnd("999999");
        QVERIFY(steps.state.ordered);
    }

    void versionsThatProveToBeInNoOrderAreComparedNoMore()
    {
        ReflectorSteps steps;
        steps.becomeLive("50");
        steps.event(Modified, makeObject("a", "40"), "40");
        steps.retryTimer();
        steps.listEnd("60"); // nothing was restored
        steps.opened();
        QCOMPARE(steps.event(Modified, makeObject("a", "41"), "41"), Text("apply"));
    }

    void aWatchNotOpenedInThreeSecondsIsNoLongerCalledLive()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.watchEnd();
        QCOMPARE(steps.watchdog(3s), Text());
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Reconnecting);
    }

    void aWatchThatIsNotOpenedWhileTheServerAnswersIsTriedAgainAlone()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.watchEnd();
        QCOMPARE(steps.watchdog(3s), Text());
        QCOMPARE(steps.watchdog(12s), Text("probe"));
        QCOMPARE(steps.on(input::ProbeEnd{statusError(403, "Forbidden")}), Text()); // an answer, too
        QCOMPARE(steps.watchdog(14s), Text());
        QCOMPARE(steps.watchdog(1s), Text("wait 800ms")); // nobody else's connection is cut
        QCOMPARE(steps.retryTimer(), Text("watch rv=7"));
    }

    void aWatchThatIsNotOpenedOnADeadPathLeavesIt()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.watchEnd();
        steps.watchdog(3s);
        steps.watchdog(12s);
        QCOMPARE(steps.watchdog(15s), Text("renew, wait 800ms"));
        QCOMPARE(steps.retryTimer(), Text("watch rv=7"));

        ReflectorSteps refused;
        refused.becomeLive("7");
        refused.watchEnd();
        refused.watchdog(15s);
        QCOMPARE(refused.on(input::ProbeEnd{cut()}), Text("renew, wait 800ms"));
    }

    void aProbeOfAWatchThatOpensMeanwhileIsForgotten()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.watchEnd();
        QCOMPARE(steps.watchdog(15s), Text("probe"));
        steps.opened();
        QCOMPARE(steps.watchdog(29s), Text());
        QCOMPARE(steps.watchdog(1s), Text("probe"));
    }

    void aSilentWatchIsAskedForAndKeptWhenTheServerAnswers()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        QCOMPARE(steps.watchdog(20s), Text("probe"));
        QCOMPARE(steps.on(input::ProbeEnd{}), Text());
        QCOMPARE(steps.watchdog(29s), Text());
        QCOMPARE(steps.watchdog(1s), Text("probe"));
        QCOMPARE(steps.on(input::ProbeEnd{statusError(403, "Forbidden")}), Text()); // an answer, too
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Live);
    }

    void aSilentWatchIsLeftWhenTheServerDoesNotAnswer()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.watchdog(20s);
        QCOMPARE(steps.watchdog(15s), Text("renew, watch rv=7")); // 45 s after the last byte
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Reconnecting);

        ReflectorSteps refused;
        refused.becomeLive("7");
        refused.watchdog(20s);
        QCOMPARE(refused.on(input::ProbeEnd{cut()}), Text("renew, watch rv=7"));
    }

    void aVersionThatIsGoneAfterAWaitIsListedWithoutAnother()
    {
        const auto afterAWait = [](auto &steps) {
            steps.becomeLive("7");
            steps.watchEnd();
            steps.watchEnd(cut());
            return steps.retryTimer();
        };
        ReflectorSteps answered;
        QCOMPARE(afterAWait(answered), Text("watch rv=7"));
        QCOMPARE(answered.watchEnd(statusError(410, "Expired")), Text("collect, list rv=7 limit=0"));
        QCOMPARE(answered.listEnd("9"), Text("complete 9, watch rv=9"));
        QCOMPARE(answered.watchEnd(statusError(410, "Expired")), Text("wait 1600ms")); // once, not for ever

        ReflectorSteps told;
        afterAWait(told);
        told.opened();
        QCOMPARE(told.errorEvent(statusError(410, "Expired")), Text("collect, list rv=7 limit=0"));
        QCOMPARE(phaseOf(told.state), ReflectorPhase::Reconnecting);
    }

    void whereBookmarksComeSilenceIsDeath()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.bookmark("8");
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(steps.watchdog(30s), Text("probe"));
            QCOMPARE(steps.on(input::ProbeEnd{}), Text()); // another connection
        }
        QCOMPARE(steps.watchdog(10s), Text("watch rv=8")); // that one alone: the server answers on others
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Reconnecting);
    }

    void whereNoBookmarksComeASilentWatchIsOpenedAgainAndStaysLive()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.event(Added, makeObject("a", "8"), "8");
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(steps.watchdog(30s), Text("probe"));
            steps.on(input::ProbeEnd{});
        }
        QCOMPARE(steps.watchdog(10s), Text("watch rv=8"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Live);
        QVERIFY(!steps.state.lastError);
        steps.opened();
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Live);
    }

    void aBookmarkThatShowsARewindIsABookmarkToo()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.bookmark("5");
        steps.retryTimer();
        steps.listEnd("5");
        steps.opened();
        steps.watchdog(45s);
        steps.on(input::ProbeEnd{});
        steps.watchdog(45s);
        steps.on(input::ProbeEnd{});
        QCOMPARE(steps.watchdog(10s), Text("watch rv=5"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Reconnecting);
    }

    void aWatchThatOutlivesItsTimeoutIsDead()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        for (int i = 8; i < 14; ++i) {
            steps.now += 45s;
            steps.event(Added, makeObject("a", std::to_string(i)), std::to_string(i));
        }
        QCOMPARE(steps.watchdog(24s), Text());
        QCOMPARE(steps.watchdog(1s), Text("watch rv=13"));
    }

    void askedToRetryALiveWatchIsProbed()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        QCOMPARE(steps.on(input::RetryNow{}), Text("probe"));
        QCOMPARE(steps.on(input::RetryNow{}), Text());
    }

    void askedToRetryAWatchThatIsLongDeadAnotherIsOpened()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        steps.now += 8h; // asleep; its watchdog is due, and need not be waited for
        steps.on(input::RetryNow{});
        QCOMPARE(steps.state.step, ReflectorState::Step::OpeningWatch);
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Reconnecting);

        ReflectorSteps asked;
        asked.becomeLive("7");
        asked.watchdog(20s);
        asked.now += 15s;
        QCOMPARE(asked.on(input::RetryNow{}), Text("renew, watch rv=7")); // nothing has answered
    }
};

ORRERY_GUILESS_TEST(ReflectorWatchStepTest)
} // namespace reflector_watch_step_test
#include "reflector_watch_step_test.moc"
