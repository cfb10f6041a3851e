// SPDX-License-Identifier: Apache-2.0
#include "tests/support/reflector_steps.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace reflector_hold_step_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ReflectorSteps;
namespace input = kube::reflector_input;

namespace {

Error cut()
{
    return Error::transport(QStringLiteral("cut"));
}

using Text = std::string;

} // namespace

class ReflectorHoldStepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aWatchHeldBackIsNotLeftForItsSilence()
    {
        ReflectorSteps steps;
        steps.becomeLive("7");
        QCOMPARE(steps.on(input::Held{}), Text());
        QCOMPARE(steps.watchdog(20min), Text()); // beyond its deadline
        QCOMPARE(steps.on(input::RetryNow{}), Text("probe"));
        QCOMPARE(steps.on(input::ProbeEnd{}), Text());
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Live);
        QCOMPARE(steps.on(input::Released{}), Text());
        QCOMPARE(steps.watchdog(4s), Text()); // its end may still be to be read
        QCOMPARE(steps.watchdog(1s), Text("watch rv=7"));
    }

    void whatIsHeldBackWhileItListsHasAllItsPatienceAfterwards()
    {
        ReflectorSteps steps;
        steps.start();
        steps.on(input::Held{});
        QCOMPARE(steps.watchdog(1h), Text());
        steps.on(input::Released{});
        QCOMPARE(steps.watchdog(29s), Text());
        QCOMPARE(steps.watchdog(1s), Text("probe"));
        QCOMPARE(steps.on(input::ProbeEnd{}), Text());
        QCOMPARE(steps.watchdog(29s), Text());
        QCOMPARE(steps.watchdog(1s), Text("wait 800ms"));
    }

    void askedToItListsTheMostRecentWhateverItIsDoing()
    {
        ReflectorSteps steps;
        QCOMPARE(steps.on(input::Relist{}), Text()); // not started
        steps.becomeLive("7");
        QCOMPARE(steps.on(input::Relist{}), Text("collect, list rv= limit=500"));
        QCOMPARE(steps.on(input::Relist{}), Text("collect, list rv= limit=500"));
        QCOMPARE(steps.listEnd("9"), Text("complete 9, watch rv=9"));
        QCOMPARE(steps.on(input::Relist{}), Text("collect, list rv= limit=500"));
        QCOMPARE(steps.listFails(cut()), Text("wait 800ms"));
        QCOMPARE(steps.on(input::Relist{}), Text("collect, list rv= limit=500"));
        QVERIFY(!steps.state.nextTry);
    }

    void aWatchIsCutOnlyWhereThereIsOne()
    {
        ReflectorSteps steps;
        steps.start();
        QCOMPARE(steps.on(input::CutWatch{}), Text());
        steps.listEnd("7");
        QCOMPARE(steps.on(input::CutWatch{}), Text("watch rv=7"));
        steps.opened();
        QCOMPARE(steps.on(input::CutWatch{}), Text("watch rv=7"));
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Reconnecting);
        QVERIFY(!steps.state.lastError); // nobody shall say that the server does not answer
        steps.opened();
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Live);
    }

    void whatWasAskedForIsSaidUntilItIsThereOrHasFailed()
    {
        using Asked = ReflectorStatus::Step;
        ReflectorSteps steps;
        steps.becomeLive("7");
        QCOMPARE(steps.state.asked, Asked::None);
        steps.on(input::Relist{});
        QCOMPARE(steps.state.asked, Asked::List);
        steps.listEnd("9");
        QCOMPARE(steps.state.asked, Asked::List);
        steps.opened();
        QCOMPARE(steps.state.asked, Asked::None);
        steps.on(input::CutWatch{});
        QCOMPARE(steps.state.asked, Asked::Watch);
        steps.opened();
        QCOMPARE(steps.state.asked, Asked::None);
        steps.on(input::Relist{});
        steps.listFails(cut());
        QCOMPARE(steps.state.asked, Asked::None);
        QCOMPARE(phaseOf(steps.state), ReflectorPhase::Reconnecting);
    }
};

ORRERY_GUILESS_TEST(ReflectorHoldStepTest)
} // namespace reflector_hold_step_test
#include "reflector_hold_step_test.moc"
