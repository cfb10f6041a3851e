// SPDX-License-Identifier: Apache-2.0
#include "core/base/backoff.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace backoff_test {

using namespace kube;
using namespace std::chrono_literals;

class BackoffTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void delaysDoubleToTheCap();
    void jitterAddsUpToTheWholeDelay();
    void twoQuietMinutesStartAnew();
    void resetStartsAnew();
    void systemChanceStaysInItsRange();
};

void BackoffTest::delaysDoubleToTheCap()
{
    test::ManualTime time;
    Backoff backoff({}, [] { return 0.0; });
    for (const Duration expected : {Duration(800ms), Duration(1600ms), Duration(3200ms), Duration(6400ms), Duration(12800ms),
                                    Duration(25600ms), Duration(30s), Duration(30s), Duration(30s)}) {
        QCOMPARE(backoff.next(time.now()).count(), expected.count());
        time.advance(1s);
    }
}

void BackoffTest::jitterAddsUpToTheWholeDelay()
{
    test::ManualTime time;
    double chance = 0.5;
    Backoff backoff({}, [&] { return chance; });
    QCOMPARE(backoff.next(time.now()).count(), Duration(1200ms).count());
    chance = 0.25;
    QCOMPARE(backoff.next(time.now()).count(), Duration(2s).count()); // jitter does not grow into the next delay
    Backoff::Config steady;
    steady.jitter = 0;
    Backoff exact(steady, [] { return 0.99; });
    QCOMPARE(exact.next(time.now()).count(), Duration(800ms).count());
}

void BackoffTest::twoQuietMinutesStartAnew()
{
    test::ManualTime time;
    Backoff backoff({}, [] { return 0.0; });
    (void)backoff.next(time.now());
    time.advance(2min);
    QCOMPARE(backoff.next(time.now()).count(), Duration(1600ms).count());
    time.advance(2min + 1ns);
    QCOMPARE(backoff.next(time.now()).count(), Duration(800ms).count());
}

void BackoffTest::resetStartsAnew()
{
    test::ManualTime time;
    Backoff backoff({}, [] { return 0.0; });
    (void)backoff.next(time.now());
    (void)backoff.next(time.now());
    backoff.reset();
    QCOMPARE(backoff.next(time.now()).count(), Duration(800ms).count());
}

void BackoffTest::systemChanceStaysInItsRange()
{
    const Random random = systemRandom();
    for (int i = 0; i < 1000; ++i) {
        const double chance = random();
        QVERIFY(chance >= 0.0 && chance < 1.0);
    }
}

ORRERY_GUILESS_TEST(BackoffTest)
} // namespace backoff_test
#include "backoff_test.moc"
