// SPDX-License-Identifier: Apache-2.0
#include "core/base/qt_scheduler.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace scheduler_test {

using namespace kube;
using namespace std::chrono_literals;

class SchedulerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void aTimerFiresOnceAndNotWithinTheCall();
    void aDroppedTimerDoesNotFire();
    void aTaskMayDropItsOwnTimer();
    void aTimerOfManyDaysDoesNotFireAtOnce();
    void aDroppedTimersTaskDiesAtOnce();
    void aTaskMaySetTheNextTimer();
    void timersFireInTheirOrder();
    void manualTimeFiresInOrderAndOnlyWhenItMoves();
    void manualTimersMayBeDroppedFromATask();
};

void SchedulerTest::aTimerFiresOnceAndNotWithinTheCall()
{
    QtScheduler scheduler;
    QEventLoop loop;
    int fired = 0;
    const Timer timer = scheduler.after(-5s, [&] { ++fired; });
    QCOMPARE(fired, 0);
    const Timer end = scheduler.after(2ms, [&] { loop.quit(); });
    loop.exec();
    QCOMPARE(fired, 1);
}

void SchedulerTest::aDroppedTimerDoesNotFire()
{
    QtScheduler scheduler;
    QEventLoop loop;
    int fired = 0;
    Timer dropped = scheduler.after(0ms, [&] { ++fired; });
    dropped.reset();
    const Timer end = scheduler.after(1ms, [&] { loop.quit(); });
    loop.exec();
    QCOMPARE(fired, 0);
}

void SchedulerTest::aTaskMayDropItsOwnTimer()
{
    QtScheduler scheduler;
    QEventLoop loop;
    const auto held = std::make_shared<std::string>("held by the task");
    std::string seen;
    Timer timer;
    timer = scheduler.after(0ms, [&, held] {
        timer.reset();
        seen = *held; // the task itself must still be there
        loop.quit();
    });
    loop.exec();
    QCOMPARE(seen, *held);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(held.use_count(), 1L);
}

void SchedulerTest::aTimerOfManyDaysDoesNotFireAtOnce()
{
    QtScheduler scheduler;
    QEventLoop loop;
    int fired = 0;
    const Timer days = scheduler.after(25 * 24h, [&] { ++fired; });
    const Timer ages = scheduler.after(Duration::max(), [&] { ++fired; });
    const Timer end = scheduler.after(2ms, [&] { loop.quit(); });
    loop.exec();
    QCOMPARE(fired, 0);
}

void SchedulerTest::aDroppedTimersTaskDiesAtOnce()
{
    QtScheduler scheduler;
    const auto held = std::make_shared<int>(1);
    Timer timer = scheduler.after(1h, [held] {});
    QCOMPARE(held.use_count(), 2L);
    timer.reset();
    QCOMPARE(held.use_count(), 1L);
}

void SchedulerTest::aTaskMaySetTheNextTimer()
{
    QtScheduler scheduler;
    QEventLoop loop;
    int fired = 0;
    Timer timer;
    std::function<void()> again = [&] {
        if (++fired == 5)
            loop.quit();
        else
            timer = scheduler.after(0ms, again);
    };
    timer = scheduler.after(0ms, again);
    loop.exec();
    QCOMPARE(fired, 5);
}

void SchedulerTest::timersFireInTheirOrder()
{
    QtScheduler scheduler;
    QEventLoop loop;
    std::string order;
    const Timer last = scheduler.after(40ms, [&] {
        order += 'c';
        loop.quit();
    });
    const Timer second = scheduler.after(20ms, [&] { order += 'b'; });
    const Timer first = scheduler.after(0ms, [&] { order += 'a'; });
    loop.exec();
    QCOMPARE(order, std::string("abc"));
    const SteadyTime before = scheduler.now();
    QVERIFY(before <= scheduler.now());
    QVERIFY(scheduler.wallNow() > WallTime{});
}

void SchedulerTest::manualTimeFiresInOrderAndOnlyWhenItMoves()
{
    test::ManualTime time;
    std::string order;
    const Timer late = time.after(2s, [&] { order += 'b'; });
    const Timer early = time.after(1s, [&] { order += 'a'; });
    time.run();
    QCOMPARE(order, std::string());
    time.advance(1s);
    QCOMPARE(order, std::string("a"));
    QVERIFY(time.advanceToNextTimer());
    QCOMPARE(order, std::string("ab"));
    QVERIFY(!time.advanceToNextTimer());
}

void SchedulerTest::manualTimersMayBeDroppedFromATask()
{
    test::ManualTime time;
    int fired = 0;
    Timer other = time.after(2s, [&] { ++fired; });
    Timer timer;
    timer = time.after(1s, [&] {
        ++fired;
        timer.reset();
        other.reset();
    });
    time.advance(5s);
    QCOMPARE(fired, 1);
    QCOMPARE(time.timers(), std::size_t(0));
}

ORRERY_GUILESS_TEST(SchedulerTest)
} // namespace scheduler_test
#include "scheduler_test.moc"
