// SPDX-License-Identifier: Apache-2.0
// A queue that is paused, stepped and resumed.
#include "core/workqueue/delaying_queue.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <atomic>
#include <thread>

namespace queue_stage_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;
using State = WorkQueueSnapshot::State;
using Queue = WorkQueue<std::string>;

namespace {

std::string takeAll(Queue &queue)
{
    std::string keys;
    while (const auto key = queue.tryGet()) {
        keys += *key;
        queue.done(*key);
    }
    return keys;
}

} // namespace

class QueueStageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void pausedItHandsOutNothingAndLosesNothing()
    {
        Queue queue;
        queue.add("a");
        queue.pause();
        queue.add("b");
        QVERIFY(queue.isPaused());
        QCOMPARE(queue.snapshot().state, State::Paused);
        QVERIFY(!queue.tryGet());
        QCOMPARE(queue.len(), std::size_t(2));
        queue.resume();
        QVERIFY(!queue.isPaused());
        QCOMPARE(queue.snapshot().state, State::Running);
        QCOMPARE(takeAll(queue), std::string("ab"));
    }

    void aStepLetsSoManyThrough()
    {
        Queue queue;
        for (const char *key : {"a", "b", "c", "d"})
            queue.add(key);
        queue.pause();
        queue.step();
        QCOMPARE(takeAll(queue), std::string("a"));
        queue.step(2);
        QCOMPARE(takeAll(queue), std::string("bc"));
        QCOMPARE(queue.len(), std::size_t(1));
    }

    void stepsWaitForKeysThatAreYetToCome()
    {
        Queue queue;
        queue.pause();
        queue.step(2);
        QCOMPARE(queue.snapshot().steps, std::size_t(2));
        for (const char *key : {"a", "b", "c"})
            queue.add(key);
        QCOMPARE(takeAll(queue), std::string("ab"));
        QCOMPARE(queue.snapshot().steps, std::size_t(0));
    }

    void aStepOfAQueueThatRunsIsIgnored()
    {
        Queue queue;
        queue.step(5);
        queue.pause();
        queue.add("a");
        QVERIFY(!queue.tryGet());
    }

    void resumingForgetsTheStepsThatWereNotTaken()
    {
        Queue queue;
        queue.pause();
        queue.step(5);
        queue.resume();
        queue.pause();
        queue.add("a");
        QVERIFY(!queue.tryGet());
    }

    void aKeyInWorkWhenItIsPausedEndsAsEver()
    {
        Queue queue;
        queue.add("a");
        QVERIFY(queue.tryGet() == "a");
        queue.pause();
        queue.add("a");
        queue.done("a");
        QCOMPARE(queue.len(), std::size_t(1));
        QVERIFY(!queue.tryGet());
        queue.step();
        QVERIFY(queue.tryGet() == "a");
    }

    void theWakeUpComesForStepsAndForResumeAndNotWhilePaused()
    {
        Queue queue;
        int woken = 0;
        queue.setWakeUp([&] { ++woken; });
        queue.pause();
        queue.add("a");
        queue.add("b");
        queue.add("c");
        QCOMPARE(woken, 0);
        queue.step();
        QCOMPARE(woken, 1);
        QCOMPARE(takeAll(queue), std::string("a"));
        queue.step();
        QCOMPARE(woken, 2);
        QCOMPARE(takeAll(queue), std::string("b"));
        queue.resume();
        QCOMPARE(woken, 3);
        QCOMPARE(takeAll(queue), std::string("c"));
        queue.pause();
        queue.step();
        queue.resume();
        QCOMPARE(woken, 3); // there was nothing
        queue.add("d");
        QCOMPARE(woken, 4);
    }

    void aWakeUpSetWhilePausedComesWithTheStep()
    {
        Queue queue;
        queue.add("a");
        queue.pause();
        int woken = 0;
        queue.setWakeUp([&] { ++woken; });
        QCOMPARE(woken, 0);
        queue.step();
        QCOMPARE(woken, 1);
    }

    void aWorkerThreadWaitsForTheStepAndForTheResume()
    {
        Queue queue;
        queue.pause();
        for (const char *key : {"a", "b", "c"})
            queue.add(key);
        std::atomic<int> works = 0;
        std::thread worker([&] {
            while (const auto key = queue.get()) {
                ++works;
                queue.done(*key);
            }
        });
        queue.step(2);
        while (queue.snapshot().dones < 2)
            std::this_thread::yield();
        QCOMPARE(works.load(), 2);
        QCOMPARE(queue.len(), std::size_t(1));
        queue.resume();
        while (queue.snapshot().dones < 3)
            std::this_thread::yield();
        queue.shutDown();
        worker.join();
        QCOMPARE(works.load(), 3);
    }

    void shuttingDownResumesAndHandsOutWhatIsQueued()
    {
        Queue queue;
        queue.add("a");
        queue.add("b");
        queue.pause();
        int woken = 0;
        queue.setWakeUp([&] { ++woken; });
        queue.shutDown();
        QCOMPARE(woken, 1);
        QVERIFY(!queue.isPaused());
        QCOMPARE(queue.snapshot().state, State::ShuttingDown);
        QVERIFY(queue.get() == "a");
        queue.pause(); // too late
        QVERIFY(!queue.isPaused());
        QVERIFY(queue.get() == "b");
        QVERIFY(!queue.get());
    }

    void shuttingDownEndsTheWorkersOfAPausedQueue()
    {
        Queue queue;
        queue.pause();
        queue.add("a");
        std::string worked;
        std::thread worker([&] {
            while (const auto key = queue.get()) {
                worked += *key;
                queue.done(*key);
            }
        });
        queue.shutDownWithDrain();
        worker.join();
        QCOMPARE(worked, std::string("a"));
    }

    void aDrainThatIsUnderWaySaysSo()
    {
        Queue queue;
        queue.add("a");
        QVERIFY(queue.tryGet());
        queue.pause();
        std::thread drainer([&] { queue.shutDownWithDrain(); });
        while (!queue.shuttingDown())
            std::this_thread::yield();
        QCOMPARE(queue.snapshot().state, State::Draining);
        QVERIFY(queue.snapshot().isShuttingDown());
        queue.done("a");
        drainer.join();
        QCOMPARE(queue.snapshot().state, State::ShuttingDown);
    }

    void aKeyWhoseTimeComesWhilePausedIsInLineThen()
    {
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time);
        queue.pause();
        queue.addAfter("a", 1s);
        time->advance(2s);
        QCOMPARE(queue.len(), std::size_t(1));
        QVERIFY(!queue.tryGet());
        queue.step();
        QVERIFY(queue.tryGet() == "a");
    }
};

ORRERY_GUILESS_TEST(QueueStageTest)
} // namespace queue_stage_test
#include "queue_stage_test.moc"
