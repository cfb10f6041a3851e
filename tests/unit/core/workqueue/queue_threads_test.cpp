// SPDX-License-Identifier: Apache-2.0
// Queues among threads: what ThreadSanitizer judges, and what is left behind.
#include "core/workqueue/clock_thread.h"
#include "core/workqueue/parallelizer.h"
#include "core/workqueue/priority_queue.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QDir>

#include <array>
#include <atomic>
#include <future>
#include <thread>

namespace queue_threads_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

/// On a queue's own thread, as it wants to be made and destroyed.
void runOn(ClockThread &clock, const std::function<void()> &task)
{
    std::promise<void> ended;
    clock.post([&] {
        task();
        ended.set_value();
    });
    ended.get_future().wait();
}

template <typename Queue>
std::unique_ptr<Queue> make(const std::shared_ptr<ClockThread> &clock)
{
    std::unique_ptr<Queue> queue;
    runOn(*clock, [&] {
        if constexpr (std::is_same_v<Queue, DelayingQueue<int>>)
            queue = std::make_unique<Queue>(clock, *clock);
        else
            queue = std::make_unique<Queue>(std::make_unique<ItemExponentialFailureRateLimiter<int>>(10us, 200us), clock, *clock);
    });
    return queue;
}

/// Adders, workers that fail every third time, somebody who pauses and steps and somebody who looks; then a drain.
/// What went wrong, or nothing.
template <typename Queue>
QString crowd(Queue &queue)
{
    constexpr int keys = 40;
    constexpr int rounds = 60;
    std::array<std::atomic<int>, keys> holders{};
    std::array<std::atomic<int>, keys> added{};  ///< how many adds of a key have begun
    std::array<std::atomic<int>, keys> worked{}; ///< how many had been added when it was worked on last
    std::atomic<bool> twice = false;
    std::atomic<bool> isOver = false;
    std::vector<std::thread> workers;
    for (int i = 0; i < 3; ++i) {
        workers.emplace_back([&] {
            int works = 0;
            while (const auto key = queue.get()) {
                const auto place = std::size_t(*key);
                if (holders[place].fetch_add(1) != 0)
                    twice = true;
                worked[place] = added[place].load();
                if constexpr (!std::is_same_v<Queue, DelayingQueue<int>>) {
                    if (++works % 3 == 0)
                        queue.addRateLimited(*key);
                    else
                        queue.forget(*key);
                } else if (++works % 3 == 0) {
                    queue.addAfter(*key, 20us);
                }
                holders[place].fetch_sub(1);
                queue.done(*key);
            }
        });
    }
    std::thread inspector([&] {
        const auto watch = queue.keepTimes();
        while (!isOver) {
            const auto snapshot = queue.snapshot(5, [](int key) { return std::to_string(key); });
            if (snapshot.processing > 3 || snapshot.queuedKeys.size() > 5)
                twice = true;
            std::this_thread::yield();
        }
    });
    std::thread operatorThread([&] {
        while (!isOver) {
            queue.pause();
            queue.step(3);
            std::this_thread::yield();
            queue.resume();
            std::this_thread::yield();
        }
    });
    parallelizeUntil({}, 3, rounds * keys, [&](std::size_t piece) {
        const int key = int(piece % keys);
        ++added[std::size_t(key)];
        queue.add(key);
    });
    while (queue.len() > 0 || queue.snapshot().processing > 0 || queue.waiting() > 0)
        std::this_thread::yield();
    isOver = true;
    operatorThread.join();
    inspector.join();
    queue.shutDownWithDrain();
    for (std::thread &worker : workers)
        worker.join();
    if (twice)
        return QStringLiteral("a key was in two hands");
    for (std::size_t key = 0; key < keys; ++key) {
        if (worked[key] != rounds)
            return QStringLiteral("an add of %1 was lost").arg(key);
    }
    return {};
}

std::size_t countOf(const char *folder)
{
    return std::size_t(QDir(QString::fromLatin1(folder)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

} // namespace

class QueueThreadsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aDelayingQueueLosesNothingInACrowd()
    {
        auto clock = std::make_shared<ClockThread>();
        auto queue = make<DelayingQueue<int>>(clock);
        QCOMPARE(crowd(*queue), QString());
        runOn(*clock, [&] { queue.reset(); });
    }

    void aRateLimitingQueueLosesNothingInACrowd()
    {
        auto clock = std::make_shared<ClockThread>();
        auto queue = make<RateLimitingQueue<int>>(clock);
        QCOMPARE(crowd(*queue), QString());
        runOn(*clock, [&] { queue.reset(); });
    }

    void aPriorityQueueLosesNothingInACrowd()
    {
        auto clock = std::make_shared<ClockThread>();
        auto queue = make<PriorityQueue<int>>(clock);
        QCOMPARE(crowd(*queue), QString());
        runOn(*clock, [&] { queue.reset(); });
    }

    void aLoopThatIsWokenGetsAllWhilePausedAndResumed()
    {
        WorkQueue<int> queue;
        const auto loop = std::make_unique<ClockThread>();
        std::atomic<int> works = 0;
        queue.setWakeUp([&] {
            loop->post([&] {
                while (const auto key = queue.tryGet()) {
                    ++works;
                    queue.done(*key);
                }
            });
        });
        std::thread operatorThread([&] {
            for (int i = 0; i < 300; ++i) {
                queue.pause();
                queue.step();
                queue.resume();
            }
        });
        for (int key = 0; key < 3000; ++key)
            queue.add(key);
        operatorThread.join();
        while (works < 3000)
            std::this_thread::yield();
        QCOMPARE(queue.len(), std::size_t(0));
        runOn(*loop, [&] { queue.setWakeUp({}); });
    }

    void severalMayShutItDownAtOnce()
    {
        for (int round = 0; round < 50; ++round) {
            WorkQueue<int> queue;
            for (int key = 0; key < 10; ++key)
                queue.add(key);
            std::vector<std::jthread> threads;
            for (int i = 0; i < 2; ++i) {
                threads.emplace_back([&] {
                    while (const auto key = queue.get())
                        queue.done(*key);
                });
            }
            threads.emplace_back([&] { queue.shutDownWithDrain(); });
            threads.emplace_back([&] { queue.shutDown(); });
            threads.emplace_back([&] { queue.shutDownWithDrain(); });
            threads.clear();
            QCOMPARE(queue.len(), std::size_t(0));
        }
    }

    void aThousandStartsAndStopsLeaveNothingBehind()
    {
        const auto key = std::make_shared<int>(7);
        const auto cycle = [&] {
            auto clock = std::make_shared<ClockThread>();
            using Queue = PriorityQueue<std::shared_ptr<int>>;
            std::unique_ptr<Queue> queue;
            runOn(*clock, [&] {
                queue = std::make_unique<Queue>(defaultItemBasedRateLimiter<std::shared_ptr<int>>(), clock, *clock);
            });
            std::jthread worker([&] {
                while (const auto got = queue->get()) {
                    queue->addAfter(*got, 1h);
                    queue->addRateLimited(*got);
                    queue->done(*got);
                }
            });
            queue->add(key);
            queue->add(std::make_shared<int>(8), {.priority = lowPriority, .after = 1h});
            queue->pause();
            queue->shutDownWithDrain();
            worker.join();
            runOn(*clock, [&] { queue.reset(); });
        };
        cycle();
        const std::size_t threads = countOf("/proc/self/task");
        const std::size_t descriptors = countOf("/proc/self/fd");
        for (int i = 0; i < 1000; ++i)
            cycle();
        QTRY_COMPARE(countOf("/proc/self/task"), threads); // the system forgets a joined thread a moment later
        QCOMPARE(countOf("/proc/self/fd"), descriptors);
        QCOMPARE(key.use_count(), 1L);
    }
};

ORRERY_GUILESS_TEST(QueueThreadsTest)
} // namespace queue_threads_test
#include "queue_threads_test.moc"
