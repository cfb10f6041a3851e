// SPDX-License-Identifier: Apache-2.0
#include "core/workqueue/rate_limiting_queue.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace rate_limiting_queue_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;
using Key = std::string;

class RateLimitingQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void exponentialDoublesForEachFailureOfAKeyUpToTheCap()
    {
        ItemExponentialFailureRateLimiter<Key> limiter(1ms, 100ms);
        for (const int expected : {1, 2, 4, 8, 16, 32, 64, 100, 100})
            QCOMPARE(limiter.when("a"), Duration(std::chrono::milliseconds(expected)));
        QCOMPARE(limiter.numRequeues("a"), 9);
        QCOMPARE(limiter.when("b"), Duration(1ms));
        limiter.forget("a");
        QCOMPARE(limiter.numRequeues("a"), 0);
        QCOMPARE(limiter.when("a"), Duration(1ms));
    }

    void exponentialDoesNotOverflow()
    {
        ItemExponentialFailureRateLimiter<Key> limiter(1ms, 1000s);
        Duration last{};
        for (int failures = 0; failures < 5000; ++failures)
            last = limiter.when("a");
        QCOMPARE(last, Duration(1000s));
    }

    void fastThenSlow()
    {
        ItemFastSlowRateLimiter<Key> limiter(5ms, 10s, 3);
        for (const Duration expected : {Duration(5ms), Duration(5ms), Duration(5ms), Duration(10s), Duration(10s)})
            QCOMPARE(limiter.when("a"), expected);
        limiter.forget("a");
        QCOMPARE(limiter.when("a"), Duration(5ms));
    }

    void theBucketLetsABurstThroughAndThenItsRate()
    {
        ManualTime time;
        BucketRateLimiter<Key> limiter(10.0, 3, [&] { return time.now(); });
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limiter.when("a"), Duration::zero());
        QCOMPARE(std::chrono::round<std::chrono::milliseconds>(limiter.when("a")), 100ms);
        QCOMPARE(std::chrono::round<std::chrono::milliseconds>(limiter.when("b")), 200ms);
        time.advance(10s);
        QCOMPARE(limiter.when("a"), Duration::zero());
        QCOMPARE(limiter.numRequeues("a"), 0);
    }

    void aBucketThatIsNeverFilledHasItsBurstAlone()
    {
        ManualTime time;
        BucketRateLimiter<Key> limiter(0.0, 1, [&] { return time.now(); });
        QCOMPARE(limiter.when("a"), Duration::zero());
        QCOMPARE(limiter.when("a"), Duration::max());
    }

    void maxOfTakesTheLongest()
    {
        std::vector<RateLimiterPtr<Key>> limiters;
        limiters.push_back(std::make_unique<ItemFastSlowRateLimiter<Key>>(5ms, 3s, 3));
        limiters.push_back(std::make_unique<ItemExponentialFailureRateLimiter<Key>>(1ms, 1s));
        MaxOfRateLimiter<Key> limiter(std::move(limiters));
        for (const Duration expected : {Duration(5ms), Duration(5ms), Duration(5ms), Duration(3s)})
            QCOMPARE(limiter.when("a"), expected);
        QCOMPARE(limiter.numRequeues("a"), 4);
        limiter.forget("a");
        QCOMPARE(limiter.numRequeues("a"), 0);
    }

    void maxWaitCutsAnotherLimitersWait()
    {
        WithMaxWaitRateLimiter<Key> limiter(std::make_unique<ItemFastSlowRateLimiter<Key>>(5ms, 1000s, 1), 10s);
        QCOMPARE(limiter.when("a"), Duration(5ms));
        QCOMPARE(limiter.when("a"), Duration(10s));
        QCOMPARE(limiter.numRequeues("a"), 2);
    }

    void aControllersDefaultBeginsAtFiveMilliseconds()
    {
        ManualTime time;
        const auto limiter = defaultControllerRateLimiter<Key>([&] { return time.now(); });
        QCOMPARE(limiter->when("a"), Duration(5ms));
        QCOMPARE(limiter->when("a"), Duration(10ms));
        QCOMPARE(defaultItemBasedRateLimiter<Key>()->when("a"), Duration(1ms));
    }

    void whatALimiterWouldSayIsToldWithoutCounting()
    {
        ManualTime time;
        std::vector<RateLimiterPtr<Key>> limiters;
        limiters.push_back(std::make_unique<ItemExponentialFailureRateLimiter<Key>>(1ms, 100ms));
        limiters.push_back(std::make_unique<ItemFastSlowRateLimiter<Key>>(5ms, 1s, 2));
        limiters.push_back(std::make_unique<BucketRateLimiter<Key>>(10.0, 1, [&] { return time.now(); }));
        limiters.push_back(std::make_unique<WithMaxWaitRateLimiter<Key>>(defaultItemBasedRateLimiter<Key>(), 3ms));
        for (int failures = 0; failures < 4; ++failures) {
            for (const auto &limiter : limiters) {
                const auto told = limiter->next("a");
                QVERIFY(told && limiter->next("a") == told);
                QCOMPARE(limiter->when("a"), *told);
            }
        }
        QCOMPARE(limiters.front()->numRequeues("a"), 4);
        MaxOfRateLimiter<Key> longest(std::move(limiters));
        const auto told = longest.next("b");
        QVERIFY(told > Duration(5ms));
        QCOMPARE(longest.when("b"), *told);
    }

    void aLimiterNeedNotTell()
    {
        struct Silent final : RateLimiter<Key> {
            Duration when(const Key &) override { return 1s; }
            void forget(const Key &) override {}
            [[nodiscard]] int numRequeues(const Key &) const override { return 0; }
        };
        std::vector<RateLimiterPtr<Key>> limiters;
        limiters.push_back(defaultItemBasedRateLimiter<Key>());
        limiters.push_back(std::make_unique<Silent>());
        QVERIFY(!MaxOfRateLimiter<Key>(std::move(limiters)).next("a"));
        auto time = std::make_shared<ManualTime>();
        RateLimitingQueue<Key> queue(std::make_unique<Silent>(), time, *time);
        QVERIFY(!queue.nextDelay("a"));
    }

    void aKeyThatWaitsIsCalledBack()
    {
        auto time = std::make_shared<ManualTime>();
        RateLimitingQueue<Key> queue(defaultItemBasedRateLimiter<Key>(), time, *time);
        queue.addRateLimited("a");
        queue.addRateLimited("b");
        queue.cancelAfter("a");
        queue.cancelAfter("unknown");
        QCOMPARE(queue.waiting(), std::size_t(1));
        QCOMPARE(queue.numRequeues("a"), 1);
        time->advance(1s);
        QVERIFY(queue.tryGet() == "b");
        QVERIFY(!queue.tryGet());
        queue.addAfter("a", 1s);
        time->advance(1s);
        QVERIFY(queue.tryGet() == "a");
    }

    void aRateLimitedKeyComesAfterItsWait()
    {
        auto time = std::make_shared<ManualTime>();
        RateLimitingQueue<Key> queue(std::make_unique<ItemExponentialFailureRateLimiter<Key>>(1ms, 1s), time, *time);
        queue.addRateLimited("a");
        queue.addRateLimited("b");
        QCOMPARE(queue.waiting(), std::size_t(2));
        time->advance(1ms);
        QVERIFY(queue.tryGet() == "a");
        queue.done("a");
        queue.addRateLimited("a");
        QCOMPARE(queue.numRequeues("a"), 2);
        time->advance(1ms);
        QCOMPARE(queue.len(), std::size_t(1));
        time->advance(1ms);
        QCOMPARE(queue.len(), std::size_t(2));
        queue.forget("a");
        QCOMPARE(queue.numRequeues("a"), 0);
        QCOMPARE(queue.numRequeues("b"), 1);
    }
};

ORRERY_GUILESS_TEST(RateLimitingQueueTest)
} // namespace rate_limiting_queue_test
#include "rate_limiting_queue_test.moc"
