// SPDX-License-Identifier: Apache-2.0
#include "core/workqueue/clock_thread.h"
#include "core/workqueue/rate_limiting_queue.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <array>
#include <atomic>
#include <thread>

namespace work_queue_test {

using namespace kube;

class WorkQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aKeyAddedTwiceIsHandedOutOnce()
    {
        WorkQueue<std::string> queue;
        queue.add("a");
        queue.add("a");
        QCOMPARE(queue.len(), std::size_t(1));
        QVERIFY(queue.tryGet() == "a");
        QVERIFY(!queue.tryGet());
    }

    void keysComeInTheOrderOfTheirFirstAdd()
    {
        WorkQueue<std::string> queue;
        for (const char *key : {"a", "b", "a", "c", "b"})
            queue.add(key);
        QVERIFY(queue.tryGet() == "a");
        QVERIFY(queue.tryGet() == "b");
        QVERIFY(queue.tryGet() == "c");
    }

    void aKeyAddedDuringItsWorkComesAgainAfterDone()
    {
        WorkQueue<std::string> queue;
        queue.add("a");
        QVERIFY(queue.tryGet() == "a");
        queue.add("a");
        queue.add("a");
        QCOMPARE(queue.len(), std::size_t(0));
        QVERIFY(!queue.tryGet());
        queue.done("a");
        QCOMPARE(queue.len(), std::size_t(1));
        QVERIFY(queue.tryGet() == "a");
        queue.done("a");
        QCOMPARE(queue.len(), std::size_t(0));
    }

    void doneOfAKeyNobodyHoldsIsIgnored()
    {
        WorkQueue<std::string> queue;
        queue.done("a");
        queue.add("a");
        queue.done("a");
        QCOMPARE(queue.len(), std::size_t(1));
        QCOMPARE(queue.snapshot().dones, std::uint64_t(0));
    }

    void shutDownHandsOutWhatIsQueuedAndDropsWhatComes()
    {
        WorkQueue<std::string> queue;
        queue.add("a");
        queue.shutDown();
        queue.shutDown();
        queue.add("b");
        QVERIFY(queue.shuttingDown());
        QVERIFY(queue.get() == "a");
        QVERIFY(!queue.get());
    }

    void theWakeUpComesOnceAfterAnEmptyAnswer()
    {
        WorkQueue<std::string> queue;
        int woken = 0;
        queue.setWakeUp([&] { ++woken; });
        queue.add("a");
        queue.add("b");
        QCOMPARE(woken, 1);
        QVERIFY(queue.tryGet());
        queue.add("c");
        QCOMPARE(woken, 1);
        while (queue.tryGet()) { }
        queue.add("a"); // still being worked on: nothing to get
        QCOMPARE(woken, 1);
        queue.done("a");
        QCOMPARE(woken, 2);
        queue.shutDown();
        QCOMPARE(woken, 3);
    }

    void aWakeUpSetLateComesForWhatIsQueuedAlready()
    {
        WorkQueue<std::string> queue;
        queue.add("a");
        int woken = 0;
        queue.setWakeUp([&] { ++woken; });
        QCOMPARE(woken, 1);
    }

    void whatIsDoneIsNotHeldAnyMore()
    {
        WorkQueue<std::shared_ptr<int>> queue;
        auto key = std::make_shared<int>(1);
        queue.add(key);
        queue.add(std::make_shared<int>(2));
        queue.done(*queue.tryGet());
        QCOMPARE(key.use_count(), 1L);
    }

    void aLineOfOnesOwnDecidesWhoIsNextAndHearsOfAddsAgain()
    {
        struct Last final : WorkLine<int> {
            std::vector<int> keys;
            int touched = 0;
            int announced = 0;
            void push(const int &key) override { keys.push_back(key); }
            int pop() override
            {
                const int key = keys.back();
                keys.pop_back();
                return key;
            }
            std::size_t size() const override { return keys.size(); }
            void touch(const int &key) override { touched = key; }
            void announce(const int &key) override { announced = key; }
            void forEach(const std::function<bool(const int &)> &look) const override { std::all_of(keys.rbegin(), keys.rend(), look); }
        };
        auto line = std::make_unique<Last>();
        const Last &last = *line;
        WorkQueue<int> queue({}, std::move(line));
        for (const int key : {1, 2, 3, 2})
            queue.add(key);
        QCOMPARE(last.touched, 2);
        QVERIFY(queue.tryGet() == 3);
        queue.add(3);
        queue.add(3); // in work: that is for done()
        QCOMPARE(last.touched, 2);
        QCOMPARE(last.announced, 3);
        QVERIFY(queue.tryGet() == 2);
    }

    void snapshotCountsWhatHappened()
    {
        WorkQueue<std::string> queue({.name = "pods"});
        queue.add("a");
        queue.add("a");
        queue.add("b");
        (void)queue.tryGet();
        const auto snapshot = queue.snapshot();
        QCOMPARE(snapshot.name, std::string("pods"));
        QCOMPARE(snapshot.queued, std::size_t(1));
        QCOMPARE(snapshot.processing, std::size_t(1));
        QCOMPARE(snapshot.adds, std::uint64_t(2));
        QCOMPARE(snapshot.collapsed, std::uint64_t(1));
        QCOMPARE(snapshot.gets, std::uint64_t(1));
    }

    void aKeyIsHandedToOneWorkerAtATime()
    {
        WorkQueue<int> queue;
        constexpr int keys = 7;
        constexpr int adds = 3000;
        std::array<std::atomic<int>, keys> holders{};
        std::atomic<int> twice = 0;
        std::atomic<int> works = 0;
        std::vector<std::thread> threads;
        for (int worker = 0; worker < 4; ++worker) {
            threads.emplace_back([&] {
                while (const auto key = queue.get()) {
                    if (holders[std::size_t(*key)].fetch_add(1) != 0)
                        ++twice;
                    ++works;
                    holders[std::size_t(*key)].fetch_sub(1);
                    queue.done(*key);
                }
            });
        }
        std::vector<std::thread> adders;
        for (int adder = 0; adder < 2; ++adder) {
            adders.emplace_back([&] {
                for (int i = 0; i < adds; ++i)
                    queue.add(i % keys);
            });
        }
        for (auto &thread : adders)
            thread.join();
        queue.shutDownWithDrain();
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(twice.load(), 0);
        QVERIFY(works > 0);
        QCOMPARE(queue.len(), std::size_t(0));
    }

    void aDrainWaitsForTheWorkAndForWhatWasAddedDuringIt()
    {
        WorkQueue<std::string> queue;
        queue.add("a");
        QVERIFY(queue.get() == "a");
        queue.add("a");
        std::atomic<bool> drained = false;
        std::thread drainer([&] {
            queue.shutDownWithDrain();
            drained = true;
        });
        while (!queue.shuttingDown())
            std::this_thread::yield();
        queue.done("a");
        QVERIFY(queue.get() == "a");
        QVERIFY(!drained);
        queue.done("a");
        drainer.join();
        QVERIFY(drained);
        QVERIFY(!queue.get());
    }

    void shutDownEndsADrain()
    {
        WorkQueue<std::string> queue;
        queue.add("a");
        QVERIFY(queue.get() == "a");
        std::thread drainer([&] { queue.shutDownWithDrain(); });
        while (!queue.shuttingDown())
            std::this_thread::yield();
        queue.shutDown();
        drainer.join();
        QCOMPARE(queue.snapshot().processing, std::size_t(1));
    }

    void aDrainWithNothingInWorkEndsAtOnce()
    {
        WorkQueue<std::string> queue;
        queue.add("a");
        queue.shutDownWithDrain();
        QVERIFY(queue.get() == "a");
        QVERIFY(!queue.get());
    }
};

ORRERY_GUILESS_TEST(WorkQueueTest)
} // namespace work_queue_test
#include "work_queue_test.moc"
