// SPDX-License-Identifier: Apache-2.0
#include "tests/support/reflector_steps.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace reflector_watch_list_step_test {

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

class ReflectorWatchListStepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aStreamingListBecomesTheWatch()
    {
        ReflectorSteps steps;
        steps.config.watchList = true;
        QCOMPARE(steps.start(), Text("stream, watch rv= from the start"));
        steps.opened();
        QCOMPARE(steps.event(Added, makeObject("a", "5"), "5"), Text("item"));
        QCOMPARE(steps.event(Deleted, makeObject("a", "6"), "6"), Text("item"));
        QCOMPARE(steps.bookmark("6"), Text()); // not the end
        QCOMPARE(steps.endOfInitialEvents("9"), Text("complete 9"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Live);
        QCOMPARE(steps.event(Added, makeObject("b", "10"), "10"), Text("apply"));
        QCOMPARE(steps.watchEnd(), Text("watch rv=10"));
    }

    void aBookmarkBeforeTheEndOfInitialEventsIsABookmarkToo()
    {
        ReflectorSteps steps;
        steps.config.watchList = true;
        steps.start();
        steps.bookmark("6");
        steps.watchdog(30s); // nothing comes: the server knows no initial events
        steps.listEnd("7");
        steps.opened();
        steps.watchdog(45s);
        steps.on(input::ProbeEnd{});
        steps.watchdog(45s);
        steps.on(input::ProbeEnd{});
        QCOMPARE(steps.watchdog(10s), Text("watch rv=7"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Reconnecting);
    }

    void theEndOfInitialEventsPromisesNoBookmarks()
    {
        ReflectorSteps steps;
        steps.config.watchList = true;
        steps.start();
        steps.endOfInitialEvents("7"); // a server to which nothing happens may send this one, and no more
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(steps.watchdog(30s), Text("probe"));
            steps.on(input::ProbeEnd{});
        }
        QCOMPARE(steps.watchdog(10s), Text("watch rv=7"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Live);
    }

    void aServerWithoutItIsListedThisTime()
    {
        ReflectorSteps steps;
        steps.config.watchList = true;
        steps.start();
        QCOMPARE(steps.watchEnd(statusError(422, "Invalid")), Text("stream, list rv=0 limit=500"));
        steps.listEnd("7");
        steps.opened();
        steps.errorEvent(statusError(410, "Expired"));
        QCOMPARE(steps.retryTimer(), Text("collect, watch rv=7 from the start"));
    }

    void aServerThatNeverSaysTheEndIsListedFromThenOn()
    {
        ReflectorSteps steps;
        steps.config.watchList = true;
        steps.start();
        steps.opened();
        steps.event(Added, makeObject("a", "5"), "5");
        steps.now += 20s;
        steps.event(Modified, makeObject("a", "6"), "6"); // no sign of progress
        QCOMPARE(steps.watchdog(10s), Text("stream, list rv=0 limit=500"));
        steps.listEnd("7");
        steps.opened();
        steps.errorEvent(statusError(410, "Expired"));
        QCOMPARE(steps.retryTimer(), Text("collect, list rv=7 limit=0"));
    }

    void aSilentStreamIsNoSignWhenTheServerDoesNotListEither()
    {
        ReflectorSteps steps;
        steps.config.watchList = true;
        steps.start();
        QCOMPARE(steps.watchdog(30s), Text("stream, list rv=0 limit=500"));
        QCOMPARE(steps.listFails(cut()), Text("wait 800ms"));
        QCOMPARE(steps.retryTimer(), Text("stream, list rv=0 limit=500")); // this time
        steps.listEnd("7");
        steps.opened();
        steps.errorEvent(statusError(410, "Expired"));
        QCOMPARE(steps.retryTimer(), Text("collect, watch rv=7 from the start"));
    }

    void aStreamThatEndsBeforeItsMarkIsListedThisTime()
    {
        ReflectorSteps steps;
        steps.config.watchList = true;
        steps.start();
        steps.event(Added, makeObject("a", "5"), "5");
        QCOMPARE(steps.watchEnd(), Text("stream, list rv=0 limit=500"));
        steps.listEnd("7");
        steps.opened();
        steps.errorEvent(statusError(410, "Expired"));
        QCOMPARE(steps.retryTimer(), Text("collect, watch rv=7 from the start"));
    }

    void aStreamThatIsThrottledWaitsAndStreamsAgain()
    {
        ReflectorSteps steps;
        steps.config.watchList = true;
        steps.start();
        QCOMPARE(steps.watchEnd(statusError(429, "TooManyRequests")), Text("wait 800ms"));
        QCOMPARE(steps.retryTimer(), Text("stream, watch rv= from the start"));
    }

    void aStreamCutBeforeItsEndStartsOver()
    {
        ReflectorSteps steps;
        steps.config.watchList = true;
        steps.start();
        steps.event(Added, makeObject("a", "5"), "5");
        QCOMPARE(steps.watchEnd(cut()), Text("wait 800ms"));
        QCOMPARE(steps.retryTimer(), Text("stream, watch rv= from the start"));
    }

    void aStreamRefusedForItsVersionIsAskedForTheMostRecent()
    {
        ReflectorSteps steps;
        steps.config.watchList = true;
        steps.start();
        steps.endOfInitialEvents("9");
        steps.errorEvent(statusError(410, "Expired"));
        QCOMPARE(steps.retryTimer(), Text("collect, watch rv=9 from the start"));
        QCOMPARE(steps.watchEnd(statusError(410, "Expired")), Text("collect, watch rv= from the start"));
    }
};

ORRERY_GUILESS_TEST(ReflectorWatchListStepTest)
} // namespace reflector_watch_list_step_test
#include "reflector_watch_list_step_test.moc"
