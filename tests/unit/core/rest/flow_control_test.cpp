// SPDX-License-Identifier: Apache-2.0
#include "core/rest/flow_control.h"

#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace flow_control_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

class FlowControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void aBurstGoesAtOnceAndTheRestInOrder()
    {
        auto time = std::make_shared<ManualTime>();
        FlowControl control(10, 3, time);
        QList<int> gone;
        std::vector<Subscription> tickets;
        for (int i = 0; i < 6; ++i)
            tickets.push_back(control.acquire([&gone, i] { gone.append(i); }));
        QCOMPARE(gone, (QList<int>{0, 1, 2}));
        QCOMPARE(control.waiting(), 3U);
        time->advance(99ms);
        QCOMPARE(gone.size(), 3);
        time->advance(1ms);
        QCOMPARE(gone, (QList<int>{0, 1, 2, 3}));
        time->advance(200ms);
        QCOMPARE(gone, (QList<int>{0, 1, 2, 3, 4, 5}));
        QCOMPARE(time->timers(), 0U);
    }

    void aDroppedTicketLeavesTheLine()
    {
        auto time = std::make_shared<ManualTime>();
        FlowControl control(1, 1, time);
        QList<int> gone;
        std::vector<Subscription> tickets;
        for (int i = 0; i < 4; ++i)
            tickets.push_back(control.acquire([&gone, i] { gone.append(i); }));
        tickets[1].reset();
        tickets[0].reset(); // long gone: must not take another's place
        time->advance(10s);
        QCOMPARE(gone, (QList<int>{0, 2, 3}));
    }

    void savedTokensNeverExceedTheBurst()
    {
        TokenBucket bucket(100, 2);
        const SteadyTime later = SteadyTime{} + 24h;
        QVERIFY(bucket.tryTake(later));
        QVERIFY(bucket.tryTake(later));
        QVERIFY(!bucket.tryTake(later));
        QCOMPARE(bucket.untilNext(later), Duration(10ms));
        QVERIFY(bucket.tryTake(later + 10ms));
    }

    void noRateIsNoLimit()
    {
        auto time = std::make_shared<ManualTime>();
        FlowControl control(0, 0, time);
        int gone = 0;
        for (int i = 0; i < 1000; ++i)
            auto ticket = control.acquire([&gone] { ++gone; });
        QCOMPARE(gone, 1000);
    }

    void itMayBeDestroyedByWhatItLetsGo()
    {
        auto time = std::make_shared<ManualTime>();
        auto control = std::make_unique<FlowControl>(1, 1, time);
        auto first = control->acquire([] {});
        auto second = control->acquire([&control] { control.reset(); });
        auto third = control->acquire([] { QFAIL("must not go"); });
        time->advance(10s);
        QVERIFY(!control);
    }
};

ORRERY_GUILESS_TEST(FlowControlTest)
} // namespace flow_control_test
#include "flow_control_test.moc"
