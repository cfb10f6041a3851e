// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/boot_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QEventLoop>

namespace boot_time_test {

using namespace kube;
using namespace std::chrono_literals;

class BootTimeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void itNeverGoesBackAndIsNotBehindTheClockThatSleeps()
    {
        const BootTime time;
        const SteadyTime asleep = std::chrono::steady_clock::now();
        const SteadyTime first = time.now();
        QVERIFY(first >= asleep);
        QVERIFY(time.now() >= first);
    }

    void timersFireOnceInTheirOrderAndNeverWithinTheCall()
    {
        BootTime time;
        QEventLoop loop;
        std::vector<int> fired;
        const Timer last = time.after(20ms, [&] { loop.quit(); });
        const Timer second = time.after(4ms, [&] { fired.push_back(2); });
        const Timer first = time.after(-5s, [&] { fired.push_back(1); });
        const Timer ages = time.after(Duration::max(), [&] { fired.push_back(3); });
        QVERIFY(fired.empty());
        loop.exec();
        QCOMPARE(fired, std::vector<int>({1, 2}));
    }

    void aDroppedTimerDoesNotFireAndItsTaskDies()
    {
        BootTime time;
        QEventLoop loop;
        const auto held = std::make_shared<int>(0);
        Timer dropped = time.after(0ms, [held] { ++*held; });
        dropped.reset();
        QCOMPARE(held.use_count(), 1L);
        const Timer end = time.after(1ms, [&] { loop.quit(); });
        loop.exec();
        QCOMPARE(*held, 0);
    }

    void aTaskMayDropItsOwnTimerAndSetTheNext()
    {
        BootTime time;
        QEventLoop loop;
        const auto held = std::make_shared<std::string>("held by the task");
        std::string seen;
        Timer timer;
        timer = time.after(0ms, [&, held] {
            timer.reset();
            seen = *held; // the task itself must still be there
            timer = time.after(1ms, [&] { loop.quit(); });
        });
        loop.exec();
        QCOMPARE(seen, *held);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(held.use_count(), 1L);
    }
};

ORRERY_GUILESS_TEST(BootTimeTest)
} // namespace boot_time_test
#include "boot_time_test.moc"
