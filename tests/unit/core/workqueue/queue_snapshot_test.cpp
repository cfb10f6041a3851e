// SPDX-License-Identifier: Apache-2.0
// What a queue says of itself.
#include "core/workqueue/priority_queue.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace queue_snapshot_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;
using Key = std::string;
using Entry = WorkQueueSnapshot::Entry;
using Times = WorkQueueOptions::Times;

namespace {

std::string same(const Key &key)
{
    return key;
}

/// "a 2s, b ?": keys and their seconds.
std::string textOf(const std::vector<Entry> &entries)
{
    std::string text;
    for (const Entry &entry : entries) {
        text += (text.empty() ? "" : ", ") + entry.key + ' ';
        text += entry.time ? std::to_string(std::chrono::duration_cast<std::chrono::seconds>(*entry.time).count()) + 's' : "?";
    }
    return text;
}

struct Fixture {
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    [[nodiscard]] WorkQueueOptions options(Times times) const
    {
        return {.name = "pods", .now = [time = time] { return time->now(); }, .times = times};
    }
};

} // namespace

class QueueSnapshotTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void itListsWhatIsQueuedAndWhatIsInWork()
    {
        Fixture f;
        WorkQueue<Key> queue(f.options(Times::Always));
        for (const char *key : {"a", "b", "c", "d"}) {
            queue.add(key);
            f.time->advance(1s);
        }
        (void)queue.tryGet();
        f.time->advance(1s);
        (void)queue.tryGet();
        queue.add("a");
        f.time->advance(3s);
        const auto snapshot = queue.snapshot(10, same);
        QCOMPARE(snapshot.name, std::string("pods"));
        QCOMPARE(textOf(snapshot.queuedKeys), std::string("c 6s, d 5s"));
        QCOMPARE(textOf(snapshot.processingKeys), std::string("a 4s, b 3s"));
        QVERIFY(snapshot.processingKeys[0].isAddedAgain && !snapshot.processingKeys[1].isAddedAgain);
        QCOMPARE(snapshot.addedAgain, std::size_t(1));
        QCOMPARE(textOf({*snapshot.oldestAdded}), std::string("c 6s"));
        QCOMPARE(textOf({*snapshot.longestInWork}), std::string("a 4s"));
    }

    void aKeyAddedDuringItsWorkHasWaitedSinceThen()
    {
        Fixture f;
        WorkQueue<Key> queue(f.options(Times::Always));
        queue.add("a");
        (void)queue.tryGet();
        queue.add("a");
        f.time->advance(2s);
        queue.add("b");
        queue.done("a");
        f.time->advance(1s);
        const auto snapshot = queue.snapshot(10, same);
        QCOMPARE(textOf(snapshot.queuedKeys), std::string("b 1s, a 3s"));
        QCOMPARE(snapshot.oldestAdded->key, std::string("a"));
        QVERIFY(!snapshot.longestInWork);
    }

    void noTimeIsReadWhileNobodyWatches()
    {
        int readings = 0;
        WorkQueue<Key> queue({.now = [&] { ++readings; return SteadyTime{}; }});
        queue.add("a");
        queue.add("b");
        queue.done(*queue.tryGet());
        (void)queue.snapshot();
        QCOMPARE(readings, 0);
        const auto watch = queue.keepTimes();
        queue.add("c");
        QCOMPARE(readings, 1);
    }

    void timesAreKnownOfWhatHappensWhileSomebodyWatches()
    {
        Fixture f;
        WorkQueue<Key> queue(f.options(Times::WhileWatched));
        queue.add("a");
        queue.add("b");
        (void)queue.tryGet();
        {
            const auto watch = queue.keepTimes();
            queue.add("c");
            (void)queue.tryGet();
            f.time->advance(2s);
            const auto snapshot = queue.snapshot(10, same);
            QCOMPARE(textOf(snapshot.queuedKeys), std::string("c 2s"));
            QCOMPARE(snapshot.processingKeys.size(), std::size_t(2));
            for (const Entry &entry : snapshot.processingKeys)
                QCOMPARE(textOf({entry}), std::string(entry.key == "a" ? "a ?" : "b 2s"));
            QCOMPARE(snapshot.longestInWork->key, std::string("b"));
        }
        queue.add("d");
        const auto after = queue.snapshot(10, same);
        QCOMPARE(textOf(after.queuedKeys), std::string("c ?, d ?"));
        QVERIFY(!after.oldestAdded && !after.longestInWork);
    }

    void severalMayWatchAndOutliveTheQueue()
    {
        Fixture f;
        Subscription last;
        {
            WorkQueue<Key> queue(f.options(Times::WhileWatched));
            auto first = queue.keepTimes();
            last = queue.keepTimes();
            first.reset();
            queue.add("a");
            QCOMPARE(textOf(queue.snapshot(1, same).queuedKeys), std::string("a 0s"));
        }
        last.reset();
    }

    void itListsWhatWaitsWithTheTimeToGo()
    {
        Fixture f;
        DelayingQueue<Key> queue(f.time, *f.time, f.options(Times::WhileWatched));
        queue.addAfter("c", 30s);
        queue.addAfter("a", 10s);
        queue.addAfter("b", 20s);
        f.time->advance(4s);
        const auto snapshot = queue.snapshot(2, same);
        QCOMPARE(snapshot.waiting, std::size_t(3));
        QCOMPARE(textOf(snapshot.waitingKeys), std::string("a 6s, b 16s"));
        QCOMPARE(snapshot.retries, std::uint64_t(3));
    }

    void itTellsHowOftenAKeyHasFailed()
    {
        Fixture f;
        RateLimitingQueue<Key> queue(defaultItemBasedRateLimiter<Key>(), f.time, *f.time);
        for (int i = 0; i < 3; ++i)
            queue.addRateLimited("a");
        queue.addRateLimited("gone");
        f.time->advance(1ms);
        (void)queue.tryGet();
        queue.add("b");
        const auto snapshot = queue.snapshot(10, same);
        QCOMPARE(snapshot.processingKeys[0].failures, 3);
        QCOMPARE(snapshot.queuedKeys[0].key + snapshot.queuedKeys[1].key, std::string("goneb"));
        QCOMPARE(snapshot.queuedKeys[0].failures, 1);
        QCOMPARE(snapshot.queuedKeys[1].failures, 0);
        QCOMPARE(snapshot.failing, std::size_t(2)); // who forgets no key sees this grow
        queue.forget("gone");
        QCOMPARE(queue.snapshot().failing, std::size_t(1));
    }

    void itTellsWhyAKeyFailedAndHowLongItWouldWait()
    {
        Fixture f;
        RateLimitingQueue<Key> queue(defaultItemBasedRateLimiter<Key>(), f.time, *f.time);
        queue.addRateLimited("a", Error::badInput(QStringLiteral("first")));
        f.time->advance(1s);
        QVERIFY(queue.tryGet() == "a");
        const WallTime failed = f.time->wallNow();
        queue.addRateLimited("a", Error::badInput(QStringLiteral("second")));
        queue.done("a");
        queue.addRateLimited("silent");
        f.time->advance(1ms);
        const auto snapshot = queue.snapshot(10, same);
        QCOMPARE(snapshot.queuedKeys.size(), std::size_t(1));
        QVERIFY(snapshot.queuedKeys[0].key == "silent" && snapshot.queuedKeys[0].failures == 1 && !snapshot.queuedKeys[0].lastFailure);
        QCOMPARE(snapshot.waitingKeys.size(), std::size_t(1));
        const Entry &a = snapshot.waitingKeys[0];
        QCOMPARE(a.failures, 2);
        QCOMPARE(a.lastFailure->error.message, QStringLiteral("second"));
        QCOMPARE(a.lastFailure->at, failed);
        QCOMPARE(a.nextDelay, std::optional<Duration>(4ms));
        queue.forget("a");
        queue.cancelAfter("a");
        queue.add("a");
        const auto after = queue.snapshot(10, same);
        for (const Entry &entry : after.queuedKeys) {
            QVERIFY(!entry.lastFailure);
            QCOMPARE(entry.nextDelay, std::optional<Duration>(entry.key == "a" ? 1ms : 2ms));
        }
        QCOMPARE(after.failing, std::size_t(1));
        QCOMPARE(after.retries, std::uint64_t(3));
    }

    void itTellsThePriorities()
    {
        Fixture f;
        PriorityQueue<Key> queue(defaultItemBasedRateLimiter<Key>(), f.time, *f.time);
        queue.add("low", {.priority = lowPriority});
        queue.add("high", {.priority = 5});
        queue.add("later", {.priority = 7, .after = 1s});
        const auto snapshot = queue.snapshot(10, same);
        QCOMPARE(snapshot.queuedKeys[0].priority, 5);
        QCOMPARE(snapshot.queuedKeys[1].priority, lowPriority);
        QCOMPARE(snapshot.waitingKeys[0].priority, 7);
    }

    void itLooksAtNoMoreKeysThanItIsAskedFor()
    {
        Fixture f;
        DelayingQueue<Key> queue(f.time, *f.time, f.options(Times::Always));
        for (int i = 0; i < 20'000; ++i) {
            queue.add("r" + std::to_string(i));
            queue.addAfter("w" + std::to_string(i), 1s);
            (void)(i < 10'000 && queue.tryGet());
        }
        int texts = 0;
        const auto count = [&](const Key &key) {
            ++texts;
            return key;
        };
        const auto snapshot = queue.snapshot(50, count);
        QCOMPARE(texts, 3 * 50 + 2);
        QCOMPARE(snapshot.queuedKeys.size() + snapshot.processingKeys.size() + snapshot.waitingKeys.size(), std::size_t(150));
        QCOMPARE(snapshot.queued + snapshot.processing, std::size_t(20'000));
        QCOMPARE(snapshot.waiting, std::size_t(20'000));
        QVERIFY(queue.snapshot().queuedKeys.empty());
    }

    void theTextOfAKeyMayAskTheQueue()
    {
        WorkQueue<Key> queue;
        queue.add("a");
        const auto snapshot = queue.snapshot(1, [&](const Key &key) { return key + std::to_string(queue.len()); });
        QCOMPARE(snapshot.queuedKeys[0].key, std::string("a1"));
    }
};

ORRERY_GUILESS_TEST(QueueSnapshotTest)
} // namespace queue_snapshot_test
#include "queue_snapshot_test.moc"
