// SPDX-License-Identifier: Apache-2.0
#include "core/workqueue/clock_thread.h"
#include "core/workqueue/delaying_queue.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <atomic>
#include <future>
#include <thread>

namespace delaying_queue_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;

class DelayingQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aKeyComesWhenItsTimeHasCome()
    {
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time);
        queue.addAfter("a", 50ms);
        QCOMPARE(queue.waiting(), std::size_t(1));
        time->advance(49ms);
        QCOMPARE(queue.len(), std::size_t(0));
        time->advance(1ms);
        QCOMPARE(queue.len(), std::size_t(1));
        QCOMPARE(queue.waiting(), std::size_t(0));
        QCOMPARE(time->timers(), std::size_t(0));
    }

    void noDelayAddsAtOnce()
    {
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time);
        queue.addAfter("a", 0ms);
        queue.addAfter("b", -1ms);
        QCOMPARE(queue.len(), std::size_t(2));
        QCOMPARE(queue.snapshot().retries, std::uint64_t(2));
    }

    void theLongestDelayThereIsDoesNotWrapAround()
    {
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time);
        queue.addAfter("a", Duration::max());
        time->advance(1h);
        QCOMPARE(queue.len(), std::size_t(0));
        QCOMPARE(queue.waiting(), std::size_t(1));
    }

    void theEarliestOfSeveralTimesCounts()
    {
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time);
        queue.addAfter("a", 50ms);
        queue.addAfter("a", 30ms);
        queue.addAfter("a", 90ms);
        QCOMPARE(queue.waiting(), std::size_t(1));
        time->advance(30ms);
        QCOMPARE(queue.len(), std::size_t(1));
        QVERIFY(queue.tryGet() == "a");
        queue.done("a");
        time->advance(1s);
        QCOMPARE(queue.len(), std::size_t(0));
    }

    void keysComeInTheOrderOfTheirTimes()
    {
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time);
        queue.addAfter("third", 3s);
        queue.addAfter("first", 1s);
        queue.addAfter("second", 2s);
        queue.addAfter("second too", 2s);
        time->advance(5s);
        QVERIFY(queue.tryGet() == "first");
        QVERIFY(queue.tryGet() == "second");
        QVERIFY(queue.tryGet() == "second too");
        QVERIFY(queue.tryGet() == "third");
    }

    void aKeyThatIsQueuedAlreadyIsNotQueuedAgain()
    {
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time);
        queue.addAfter("a", 1s);
        queue.add("a");
        time->advance(2s);
        QCOMPARE(queue.len(), std::size_t(1));
    }

    void whatWaitsAtShutDownIsDropped()
    {
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time);
        queue.addAfter("a", 1s);
        queue.shutDown();
        queue.addAfter("b", 1s);
        time->advance(2s);
        QCOMPARE(queue.len(), std::size_t(0));
        QCOMPARE(queue.waiting(), std::size_t(0));
        QVERIFY(!queue.get());
    }

    void nothingHappensAfterItsEnd()
    {
        auto time = std::make_shared<ManualTime>();
        {
            DelayingQueue<std::string> queue(time, *time);
            queue.addAfter("a", 1s);
        }
        time->advance(2s);
        QCOMPARE(time->timers(), std::size_t(0));
    }

    void aDistantKeyIsLookedForEachTenSeconds()
    {
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time);
        queue.addAfter("a", 1h);
        time->run();
        const SteadyTime before = time->now();
        QVERIFY(time->advanceToNextTimer());
        QCOMPARE(time->now() - before, Duration(10s));
        time->advance(1h);
        QCOMPARE(queue.len(), std::size_t(1));
    }

    void workerThreadsMayAddLater()
    {
        auto clock = std::make_shared<ClockThread>();
        std::atomic<int> handled = 0;
        std::vector<std::thread> workers;
        auto queue = std::make_unique<DelayingQueue<int>>(clock, *clock);
        for (int worker = 0; worker < 3; ++worker) {
            workers.emplace_back([&] {
                while (const auto key = queue->get()) {
                    if (*key < 50)
                        queue->addAfter(*key + 100, std::chrono::microseconds(*key * 20));
                    queue->done(*key);
                    if (++handled == 100)
                        queue->shutDown();
                }
            });
        }
        for (int key = 0; key < 50; ++key)
            queue->addAfter(key, std::chrono::microseconds(50 - key));
        for (auto &worker : workers)
            worker.join();
        QCOMPARE(handled.load(), 100);
        // The queue belongs to its executor's thread, so it ends there.
        std::promise<void> ended;
        clock->post([&] {
            queue.reset();
            ended.set_value();
        });
        ended.get_future().wait();
    }
};

ORRERY_GUILESS_TEST(DelayingQueueTest)
} // namespace delaying_queue_test
#include "delaying_queue_test.moc"
