// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/metric_histogram.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <limits>

namespace metric_histogram_test {

using namespace kube;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

MetricHistogram histogram(double atMostOne, double atMostTwo, double all, double sum)
{
    MetricHistogram made;
    made.addBucket(infinite, all);
    made.addBucket(2, atMostTwo);
    made.addBucket(1, atMostOne);
    made.addSum(sum);
    made.addCount(all);
    return made;
}

} // namespace

class MetricHistogramTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void histogramsOfTheSameBoundsAddUp()
    {
        MetricHistogram both = histogram(10, 20, 20, 25);
        both.add(histogram(0, 20, 20, 35));
        QCOMPARE(both.count(), 40.0);
        QCOMPARE(both.sum(), 60.0);
        QCOMPARE(both.quantile(0.25), std::optional(1.0));
        QCOMPARE(both.quantile(1.0), std::optional(2.0));
    }

    void aQuantileLiesOnAStraightLineInItsBucket()
    {
        const MetricHistogram values = histogram(10, 20, 20, 25);
        QCOMPARE(values.quantile(0.5), std::optional(1.0));
        QCOMPARE(values.quantile(0.75), std::optional(1.5));
        QCOMPARE(values.quantile(0.25), std::optional(0.5));
        QCOMPARE(values.quantile(1.0), std::optional(2.0));
        QCOMPARE(values.mean(), std::optional(1.25));
    }

    void beyondTheLastBoundNothingIsKnown()
    {
        const MetricHistogram values = histogram(1, 2, 10, 500);
        QCOMPARE(values.quantile(0.99), std::optional(2.0));
        QVERIFY(values.isBeyond(0.99));
        QVERIFY(!values.isBeyond(0.1));
        QVERIFY(!histogram(1, 2, 2, 3).isBeyond(0.99));
        QVERIFY(!MetricHistogram().isBeyond(0.99));
    }

    void withoutValuesThereIsNone()
    {
        QVERIFY(!MetricHistogram().quantile(0.5));
        QVERIFY(!histogram(0, 0, 0, 0).quantile(0.5));
        QVERIFY(!histogram(0, 0, 0, 0).mean());
    }

    void sinceAnEarlierReadingOnlyTheNewCount()
    {
        const MetricHistogram fresh = histogram(10, 30, 30, 60).since(histogram(10, 10, 10, 5));
        QCOMPARE(fresh.count(), 20.0);
        QCOMPARE(fresh.sum(), 55.0);
        QCOMPARE(fresh.quantile(0.5), std::optional(1.5));
    }

    void aProgramThatBeganAnewIsReadFromItsBeginning()
    {
        QCOMPARE(histogram(1, 2, 3, 4).since(histogram(10, 20, 30, 40)).count(), 3.0);
        QCOMPARE(histogram(1, 2, 3, 4).since(MetricHistogram()).count(), 3.0);
    }

    void bucketsOfSeveralQueuesAreAddedUp()
    {
        MetricHistogram both = histogram(1, 2, 2, 2);
        both.addBucket(1, 1);
        both.addBucket(2, 2);
        both.addBucket(infinite, 2);
        both.addBucket(std::numeric_limits<double>::quiet_NaN(), 5);
        QCOMPARE(both.quantile(0.5), std::optional(1.0));
    }
};

ORRERY_GUILESS_TEST(MetricHistogramTest)
} // namespace metric_histogram_test
#include "metric_histogram_test.moc"
