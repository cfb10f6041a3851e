// SPDX-License-Identifier: Apache-2.0
#include "core/workqueue/priority_queue.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace priority_queue_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;

namespace {

using Queue = PriorityQueue<std::string>;
using Limit = Queue::AddOptions::Limit;

struct Fixture {
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    Queue queue{std::make_unique<ItemExponentialFailureRateLimiter<std::string>>(10ms, 1s), time, *time};

    /// "high 5, a 0": what is ready, taken and done.
    std::string takeAll()
    {
        std::string text;
        while (const auto got = queue.tryGetWithPriority()) {
            text += (text.empty() ? "" : ", ") + got->key + ' ' + std::to_string(got->priority);
            queue.done(got->key);
        }
        return text;
    }
};

} // namespace

class PriorityQueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theHighestPriorityComesFirstAndOfOnePriorityTheFirst()
    {
        Fixture f;
        f.queue.add("low", {.priority = lowPriority});
        f.queue.add("a");
        f.queue.add("high", {.priority = 5});
        f.queue.add("b", {});
        f.queue.add("high too", {.priority = 5});
        QCOMPARE(f.takeAll(), std::string("high 5, high too 5, a 0, b 0, low -100"));
    }

    void addedAgainAKeyKeepsItsHigherPriorityAndItsPlace()
    {
        Fixture f;
        f.queue.add("a", {.priority = 5});
        f.queue.add("b", {.priority = 5});
        f.queue.add("a");
        f.queue.add("a", {.priority = 5});
        QCOMPARE(f.takeAll(), std::string("a 5, b 5"));
    }

    void aKeyThatIsRaisedGoesBehindThoseThatHadThePriority()
    {
        Fixture f;
        f.queue.add("a");
        f.queue.add("b", {.priority = 5});
        f.queue.add("a", {.priority = 5});
        QCOMPARE(f.queue.len(), std::size_t(2));
        QCOMPARE(f.takeAll(), std::string("b 5, a 5"));
    }

    void aPriorityIsForgottenOnceTheKeyIsHandedOut()
    {
        Fixture f;
        f.queue.add("a", {.priority = 5});
        QCOMPARE(f.takeAll(), std::string("a 5"));
        f.queue.add("a");
        QCOMPARE(f.takeAll(), std::string("a 0"));
    }

    void aKeyInWorkIsPassedOverAndTakesItsPlaceWhenThatIsDone()
    {
        Fixture f;
        f.queue.add("a");
        QVERIFY(f.queue.tryGet() == "a");
        f.queue.add("a", {.priority = 9});
        f.queue.add("b", {.priority = 9});
        f.queue.add("c");
        QCOMPARE(f.queue.len(), std::size_t(2));
        QVERIFY(f.queue.tryGet() == "b");
        f.queue.done("a");
        QCOMPARE(f.takeAll(), std::string("a 9, c 0"));
    }

    void aPlaceWaitsForTheKeyInWork()
    {
        Fixture f;
        f.queue.add("a");
        QVERIFY(f.queue.tryGet() == "a");
        f.queue.add("a");
        f.queue.add("b");
        f.queue.done("a");
        QCOMPARE(f.takeAll(), std::string("a 0, b 0"));
    }

    void aKeyThatIsCalledBackLeavesNoPriorityBehind()
    {
        Fixture f;
        f.queue.add("a", {.priority = 5, .after = 1s});
        f.queue.cancelAfter("a");
        QCOMPARE(f.queue.waiting(), std::size_t(0));
        f.queue.add("a");
        QCOMPARE(f.takeAll(), std::string("a 0"));
        f.queue.add("b", {.priority = 5});
        f.queue.cancelAfter("b"); // it does not wait
        QCOMPARE(f.takeAll(), std::string("b 5"));
    }

    void thoseThatWaitComeByTheirTimesAndThenByPriority()
    {
        Fixture f;
        f.queue.add("late high", {.priority = 5, .after = 2s});
        f.queue.add("soon", {.after = 1s});
        f.queue.add("soon low", {.priority = lowPriority, .after = 1s});
        QCOMPARE(f.queue.len(), std::size_t(0)); // those that wait do not count
        QCOMPARE(f.queue.waiting(), std::size_t(3));
        f.time->advance(1s);
        QCOMPARE(f.queue.len(), std::size_t(2));
        f.time->advance(1s);
        QCOMPARE(f.takeAll(), std::string("late high 5, soon 0, soon low -100"));
    }

    void ofSeveralTimesTheEarliestCounts()
    {
        Fixture f;
        f.queue.add("a", {.priority = 5, .after = 2s});
        f.queue.add("a", {.after = 1s});
        f.queue.add("a", {.after = 3s});
        f.time->advance(1s);
        QCOMPARE(f.takeAll(), std::string("a 5"));
        f.time->advance(1h);
        QCOMPARE(f.takeAll(), std::string());
    }

    void aKeyThatWaitsComesAtOnceWhenItIsAddedAndOnlyOnce()
    {
        Fixture f;
        f.queue.add("a", {.priority = 5, .after = 2s});
        f.queue.add("a");
        QCOMPARE(f.queue.waiting(), std::size_t(0));
        QCOMPARE(f.takeAll(), std::string("a 5"));
        f.time->advance(1h);
        QCOMPARE(f.takeAll(), std::string());
    }

    void aKeyThatIsReadyDoesNotWaitAgain()
    {
        Fixture f;
        f.queue.add("a");
        f.queue.add("a", {.priority = 5, .after = 2s});
        f.queue.addAfter("a", 1s);
        QCOMPARE(f.queue.waiting(), std::size_t(0));
        QCOMPARE(f.takeAll(), std::string("a 5"));
    }

    void aRateLimitedKeyKeepsThePriorityItIsGiven()
    {
        Fixture f;
        f.queue.add("a", {.priority = lowPriority});
        const auto got = f.queue.tryGetWithPriority();
        QVERIFY(got);
        f.queue.add("a", {.priority = got->priority, .limit = Limit::ByLimiter});
        f.queue.done("a");
        QCOMPARE(f.queue.numRequeues("a"), 1);
        f.time->advance(9ms);
        QCOMPARE(f.queue.len(), std::size_t(0));
        f.time->advance(1ms);
        QCOMPARE(f.takeAll(), std::string("a -100"));
        QCOMPARE(f.queue.snapshot().retries, std::uint64_t(1));
    }

    void ofADelayAndTheLimitersWaitTheShorterCounts()
    {
        Fixture f;
        f.queue.add("a", {.after = 1s, .limit = Limit::ByLimiter});
        f.queue.add("b", {.after = 5ms, .limit = Limit::ByLimiter});
        f.time->advance(5ms);
        QCOMPARE(f.takeAll(), std::string("b 0"));
        f.time->advance(5ms);
        QCOMPARE(f.takeAll(), std::string("a 0"));
    }

    void usedAsAnyQueueItDoesWhatThatDoes()
    {
        Fixture f;
        RateLimitingQueue<std::string> &queue = f.queue;
        queue.add("a");
        queue.add("a");
        queue.addAfter("b", 1s);
        queue.addRateLimited("c");
        f.time->advance(1s);
        QCOMPARE(f.takeAll(), std::string("a 0, c 0, b 0"));
    }

    void whatWaitsAtShutDownIsDroppedAndWhatIsReadyIsHandedOut()
    {
        Fixture f;
        f.queue.add("b");
        f.queue.add("a", {.priority = 5});
        f.queue.add("later", {.after = 1s});
        f.queue.shutDown();
        f.queue.add("c", {.priority = 9});
        QCOMPARE(f.queue.waiting(), std::size_t(0));
        const auto first = f.queue.getWithPriority();
        QVERIFY(first && first->key == "a" && first->priority == 5);
        QVERIFY(f.queue.get() == "b");
        QVERIFY(!f.queue.getWithPriority());
    }
};

ORRERY_GUILESS_TEST(PriorityQueueTest)
} // namespace priority_queue_test
#include "priority_queue_test.moc"
