// SPDX-License-Identifier: Apache-2.0
#include "core/session/pipeline_trace.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <set>

namespace pipeline_trace_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

const ObjectKey one{"web", "one"};
const ObjectKey two{"web", "two"};

struct Fixture {
    kube::test::ManualTime time;
    PipelineTrace trace{time};

    Fixture()
    {
        trace.addTable(1);
        trace.setOn(true);
    }
    [[nodiscard]] PipelineSnapshot seen() const
    {
        PipelineSnapshot snapshot;
        trace.describe(snapshot);
        return snapshot;
    }
};

} // namespace

class PipelineTraceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aChangeIsTimedFromStageToStage()
    {
        Fixture f;
        f.trace.received(one);
        f.time.pass(1ms);
        f.trace.cached(one);
        f.time.pass(3ms);
        f.trace.handled(1, one);
        f.time.pass(7ms);
        f.trace.reconciled(1, one);
        const PipelineSnapshot seen = f.seen();
        QVERIFY(seen.receivedToCached.sum == 1ms);
        QVERIFY(seen.cachedToHandled.sum == 3ms);
        QVERIFY(seen.handledToRow.sum == 7ms);
    }

    void ofManyChangesSomeAreTimed()
    {
        Fixture f;
        // Each second as many, one after the other, of the same objects in turn.
        const auto second = [&f](int changes) {
            const std::uint64_t before = f.seen().receivedToCached.count;
            for (int i = 0; i < changes; ++i) {
                const ObjectKey key{"web", std::to_string(i % 50)};
                f.trace.received(key);
                f.trace.cached(key);
            }
            f.time.pass(1s);
            f.trace.pace();
            return f.seen().receivedToCached.count - before;
        };
        QCOMPARE(second(80), std::uint64_t(80));
        QCOMPARE(f.seen().timedEach, std::uint64_t(1));
        QCOMPARE(second(480), std::uint64_t(480)); // it is not known yet that they are many
        QCOMPARE(f.seen().timedEach, std::uint64_t(5));
        std::uint64_t timed = 0;
        for (int i = 0; i < 20; ++i)
            timed += second(i % 2 == 0 ? 480 : 520);
        QVERIFY2(timed > 1600 && timed < 2400, qPrintable(QString::number(timed)));
        QCOMPARE(f.seen().timedEach, std::uint64_t(5)); // a little more or less does not change it
        second(5000);
        QCOMPARE(f.seen().timedEach, std::uint64_t(50));
        second(80);
        QCOMPARE(f.seen().timedEach, std::uint64_t(1));
        second(5000);
        f.trace.setOn(false);
        f.trace.setOn(true);
        QCOMPARE(f.seen().timedEach, std::uint64_t(1));
    }

    void whichChangesAreTimedIsLeftToChance()
    {
        Fixture f;
        std::set<std::string> timed;
        for (int i = 0; i < 20'000; ++i) {
            const ObjectKey key{"web", std::to_string(i % 50)};
            const std::uint64_t before = f.seen().receivedToCached.count;
            f.trace.received(key);
            f.trace.cached(key);
            if (f.seen().timedEach == 5 && f.seen().receivedToCached.count > before)
                timed.insert(key.name);
            if (i % 500 == 499) {
                f.time.pass(1s);
                f.trace.pace();
            }
        }
        QCOMPARE(timed.size(), std::size_t(50)); // each fifth, counted, would be ten of them
    }

    void theWholeWayIsTimedFromTheEventToThePainting()
    {
        Fixture f;
        f.trace.received(one);
        f.time.pass(1ms);
        f.trace.cached(one);
        f.time.pass(3ms);
        f.trace.handled(1, one);
        f.time.pass(7ms);
        const auto stamp = f.trace.reconciled(1, one);
        QVERIFY(stamp);
        QCOMPARE(f.seen().receivedToPainted.count, std::uint64_t(0)); // a row that was made is not painted yet
        f.time.pass(20ms);
        stamp->times->painted(stamp->received, f.time.now());
        QCOMPARE(f.seen().receivedToPainted.count, std::uint64_t(1));
        QVERIFY(f.seen().receivedToPainted.sum == 31ms);
    }

    void whatNobodyCouldSeeIsCountedWithoutATime()
    {
        Fixture f;
        f.trace.received(one);
        f.trace.cached(one);
        f.trace.handled(1, one);
        f.trace.reconciled(1, one)->times->outOfView();
        QCOMPARE(f.seen().receivedToPainted.count, std::uint64_t(0));
        QCOMPARE(f.seen().outOfView, std::uint64_t(1));
    }

    void aRowIsNotStampedAgainForWhatWasNotReceived()
    {
        Fixture f;
        f.trace.received(one);
        f.trace.cached(one);
        f.trace.handled(1, one);
        QVERIFY(f.trace.reconciled(1, one));
        QVERIFY(!f.trace.reconciled(1, one));
        f.trace.setOn(false);
        f.trace.received(two);
        f.trace.cached(two);
        f.trace.handled(1, two);
        QVERIFY(!f.trace.reconciled(1, two));
    }

    void changesThatAreJoinedCountAsTheOldest()
    {
        Fixture f;
        f.trace.received(one);
        f.time.pass(5ms);
        f.trace.received(one);
        f.time.pass(5ms);
        f.trace.cached(one);
        f.trace.cached(one);
        QCOMPARE(f.seen().receivedToCached.count, std::uint64_t(1));
        QVERIFY(f.seen().receivedToCached.max == 10ms);
    }

    void eachTableHasItsOwnWay()
    {
        Fixture f;
        f.trace.addTable(2);
        f.trace.received(one);
        f.trace.cached(one);
        f.trace.handled(1, one);
        f.trace.handled(2, one);
        f.trace.reconciled(2, one);
        QCOMPARE(f.seen().cachedToHandled.count, std::uint64_t(2));
        QCOMPARE(f.seen().handledToRow.count, std::uint64_t(1));
        f.trace.removeTable(1);
        f.trace.reconciled(1, one);
        QCOMPARE(f.seen().handledToRow.count, std::uint64_t(1));
    }

    void whatWasPassedOverIsForgotten()
    {
        Fixture f;
        f.trace.received(one);
        f.trace.forgetReceived();
        f.time.pass(1h);
        f.trace.received(one);
        f.trace.cached(one);
        QVERIFY(f.seen().receivedToCached.max == 0ms);
        f.trace.received(two);
        f.trace.cached(two);
        f.trace.forgetCached();
        f.trace.handled(1, two);
        QCOMPARE(f.seen().cachedToHandled.count, std::uint64_t(0));
    }

    void whatWasListedIsNotTimed()
    {
        Fixture f;
        f.trace.cached(one);
        f.trace.handled(1, one);
        f.trace.reconciled(1, one);
        QCOMPARE(f.seen().receivedToCached.count + f.seen().cachedToHandled.count + f.seen().handledToRow.count, std::uint64_t(0));
    }

    void nothingIsNotedWhileItIsOff()
    {
        Fixture f;
        f.trace.received(one);
        f.trace.setOn(false);
        QVERIFY(!f.trace.delivering());
        f.trace.received(two);
        f.trace.setOn(true);
        f.trace.cached(one);
        f.trace.cached(two);
        QCOMPARE(f.seen().receivedToCached.count, std::uint64_t(0));
        const auto delivered = f.trace.delivering();
        QVERIFY(delivered);
        delivered();
        QCOMPARE(f.seen().rowToDelivered.count, std::uint64_t(1));
    }

    void aHistogramPutsEachThingIntoOneBucket()
    {
        LatencyHistogram histogram;
        QVERIFY(histogram.quantile(0.5) == 0ms);
        for (const auto took : {0ms, 1ms, 2ms, 3ms, 5000ms, 5001ms})
            histogram.add(took);
        QCOMPARE(histogram.count, std::uint64_t(6));
        QCOMPARE(histogram.counts[0], std::uint64_t(2));
        QCOMPARE(histogram.counts[1], std::uint64_t(1));
        QCOMPARE(histogram.counts[2], std::uint64_t(1));
        QCOMPARE(histogram.counts[11], std::uint64_t(1));
        QCOMPARE(histogram.counts[12], std::uint64_t(1));
        QVERIFY(histogram.max == 5001ms);
        QVERIFY(histogram.sum == 10007ms);
        QVERIFY(histogram.quantile(0.5) == 2ms);
        QVERIFY(histogram.quantile(1) == 5001ms);
    }
};

ORRERY_GUILESS_TEST(PipelineTraceTest)
} // namespace pipeline_trace_test
#include "pipeline_trace_test.moc"
