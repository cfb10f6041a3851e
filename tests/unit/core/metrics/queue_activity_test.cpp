// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/queue_activity.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <limits>

namespace queue_activity_test {

using namespace kube;
using namespace std::chrono_literals;
using Kind = QueueFinding::Kind;

namespace {

void wait(QueueReading &queue, double keys, double seconds)
{
    for (const double bound : {0.001, 0.1, 1.0, 10.0, 100.0, std::numeric_limits<double>::infinity()})
        queue.waiting.addBucket(bound, seconds <= bound ? keys : 0);
    queue.waiting.addCount(keys);
}

std::vector<Kind> kindsOf(const QueueReading &before, const QueueReading &now)
{
    std::vector<Kind> kinds;
    for (const QueueFinding &finding : findingsOf(now, QueueActivity::between(before, now, 10s)))
        kinds.push_back(finding.kind);
    return kinds;
}

} // namespace

class QueueActivityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void ratesAreOfTheTimeBetween()
    {
        QueueReading before, now;
        before.adds = 100;
        now.adds = 150;
        now.retries = 20;
        now.depth = 3;
        now.reconciles["error"] = 5;
        const QueueActivity activity = QueueActivity::between(before, now, 10s);
        QCOMPARE(activity.addsPerSecond, 5.0);
        QCOMPARE(activity.retriesPerSecond, 2.0);
        QCOMPARE(activity.errorsPerSecond, 0.5);
        QCOMPARE(activity.depthChange, 3.0);
        QCOMPARE(QueueActivity::between(now, before, 10s).addsPerSecond, 10.0); // begun anew: 100 since
        QCOMPARE(QueueActivity::between(before, now, 0s).addsPerSecond, 0.0);
    }

    void aQuietQueueHasNothingToSay()
    {
        QueueReading before, now;
        now.adds = 10;
        wait(now, 10, 0.01);
        QVERIFY(kindsOf(before, now).empty());
    }

    void workersThatDoNotComeBackAreStuck()
    {
        QueueReading before, now;
        before.unfinishedSeconds = 100;
        now.unfinishedSeconds = 120; // two workers, ten seconds
        now.longestSeconds = 70;
        QCOMPARE(kindsOf(before, now), std::vector{Kind::Stuck});
        const QueueFinding stuck = findingsOf(now, QueueActivity::between(before, now, 10s)).front();
        QCOMPARE(stuck, (QueueFinding{Kind::Stuck, 2, 70}));
        now.longestSeconds = 20; // long work, not yet strange
        QVERIFY(kindsOf(before, now).empty());
    }

    void keysThatNobodyTakesAreUnserved()
    {
        QueueReading before, now;
        before.adds = before.depth = 8;
        now.adds = now.depth = 9;
        const auto found = [&](std::chrono::seconds elapsed) { return findingsOf(now, QueueActivity::between(before, now, elapsed)); };
        QVERIFY(found(10s).empty());
        QCOMPARE(found(40s), (std::vector{QueueFinding{Kind::Unserved, 9, 40}}));
        now.unfinishedSeconds = 3; // the only worker is busy
        QVERIFY(found(40s).empty());
        now.unfinishedSeconds = 0;
        now.adds = 10; // one has been taken meanwhile
        QVERIFY(found(40s).empty());
        now.adds = 9;
        before.adds = before.depth = 0; // all of them came just now
        QVERIFY(found(40s).empty());
    }

    void whatIsNoNumberIsNoFinding()
    {
        const auto text = [](const std::string &value) {
            std::string lines = "controller_runtime_active_workers{controller=\"Foos\"} 1\n"; // one that is told
            for (const char *name : {"depth", "adds_total", "retries_total", "unfinished_work_seconds", "longest_running_processor_seconds", "queue_duration_seconds_count", "queue_duration_seconds_sum"})
                lines += std::string("workqueue_") + name + "{name=\"Foos\"} " + value + '\n';
            for (const char *bound : {"1", "+Inf"})
                lines += std::string("workqueue_queue_duration_seconds_bucket{name=\"Foos\",le=\"") + bound + "\"} " + value + '\n';
            return lines;
        };
        const auto reading = [&](const std::string &value) { return ControllerMetrics::decode(text(value))->queues.front(); };
        for (const char *odd : {"NaN", "+Inf", "-Inf", "-5"}) {
            const QueueReading now = reading(odd);
            QVERIFY(!now.depth && !now.adds && !now.retries && !now.unfinishedSeconds && !now.longestSeconds);
            for (const auto &[first, second] : {std::pair(now, now), std::pair(reading("100"), now), std::pair(now, reading("100"))}) {
                QVERIFY2(findingsOf(second, QueueActivity::between(first, second, 40s)).empty(), odd);
                QVERIFY(!(QueueActivity::between(first, second, 40s).addsPerSecond > 0));
            }
        }
    }

    void busyWorkersAndWaitingKeysAreSaturated()
    {
        QueueReading before, now;
        before.depth = 10;
        now.depth = 50;
        wait(now, 100, 5);
        QCOMPARE(kindsOf(before, now), std::vector{Kind::Saturated});
        now.activeWorkers = 1;
        now.maxWorkers = 4;
        QVERIFY(kindsOf(before, now).empty());
        now.activeWorkers = 4;
        QCOMPARE(kindsOf(before, now), std::vector{Kind::Saturated});
    }

    void whatIsOverIsNotSaidAnyMore()
    {
        QueueReading first, then, now;
        then.adds = then.retries = 600; // ten a second, for most of a minute
        then.reconciles["error"] = 600;
        now = then;
        now.adds = 640;
        now.reconciles["success"] = 1;
        now.depth = 39;
        wait(now, 30, 5);
        const QueueActivity minute = QueueActivity::between(first, now, 60s);
        QCOMPARE(findingsOf(then, QueueActivity::between(first, then, 60s)).back().kind, Kind::HotLooping);
        const auto found = findingsOf(now, minute, QueueActivity::between(then, now, 15s));
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().kind, Kind::Saturated); // and what is so now is not hidden by what was
        now.retries = 660;
        now.depth = 0;
        QVERIFY(findingsOf(now, QueueActivity::between(then, now, 60s), QueueActivity()).empty()); // nor is a moment said
    }

    void aQueueThatIsWorkedOffIsNotSaturated()
    {
        QueueReading before, now;
        before.depth = 50;
        now.depth = 10;
        wait(now, 100, 5);
        QVERIFY(kindsOf(before, now).empty());
    }

    void aQueueThatIsHardlyWorkedOffIsSaturated()
    {
        QueueReading before, now;
        before.depth = 169;
        now.depth = 159; // at this pace for minutes, as with a client's tiny limit
        wait(now, 10, 20);
        QCOMPARE(kindsOf(before, now), std::vector{Kind::Saturated});
    }

    void mostlyRetriesIsAHotLoop()
    {
        QueueReading before, now;
        now.adds = 600;
        now.retries = 480;
        const auto found = [&] { return findingsOf(now, QueueActivity::between(before, now, 60s)); };
        QCOMPARE(found(), (std::vector{QueueFinding{Kind::HotLooping, 8, 0}}));
        now.adds = 6000;
        QVERIFY(found().empty());
    }

    void aBurstOfRetriesIsNoHotLoop()
    {
        QueueReading first, then, now;
        now.adds = 500; // a rollout of many Deployments
        now.retries = 250;
        const auto found = [&](std::chrono::seconds all, const std::vector<QueueActivity> &before) {
            return findingsOf(now, QueueActivity::between(first, now, all), QueueActivity::between(then, now, 20s), before);
        };
        QVERIFY(found(20s, {}).empty()); // what goes on for so short a time may end at once
        QVERIFY(found(60s, {QueueActivity::between(first, then, 20s), QueueActivity::between(first, then, 20s)}).empty());
        then.adds = then.retries = 200;
        const QueueActivity hot = QueueActivity::between(first, then, 20s);
        now.adds = now.retries = 400;
        QVERIFY(found(60s, {hot, QueueActivity::between(then, then, 20s)}).empty()); // it has ended once
        QCOMPARE(found(60s, {hot, hot}), (std::vector{QueueFinding{Kind::HotLooping, 10, 0}}));
    }

    void whatComesBackOnPurposeIsNoHotLoop()
    {
        QueueReading before, now;
        const auto found = [&] { return findingsOf(now, QueueActivity::between(before, now, 60s)); };
        now.adds = 600;
        now.retries = 480;
        now.reconciles["requeue_after"] = 468;
        QVERIFY(found().empty());
        now.reconciles["requeue_after"] = 120;
        QCOMPARE(found(), (std::vector{QueueFinding{Kind::HotLooping, 6, 0}}));
        now.reconciles["requeue_after"] = 600; // read a moment later than the retries
        QVERIFY(found().empty());

        now.reconciles.clear();
        for (const char *name : {"open_api_aggregation_controller", "open_api_v3_aggregation_controller"}) {
            now.name = name; // each server's own: it asks two by two every second
            QVERIFY(found().empty());
        }
    }

    void errorsAreCounted()
    {
        QueueReading before, now;
        now.reconciles["error"] = 10;
        QCOMPARE(findingsOf(now, QueueActivity::between(before, now, 10s)), (std::vector{QueueFinding{Kind::Failing, 1, 0}}));
    }

    void whatFailsSeldomFailsStill()
    {
        QueueReading first, then, now;
        then.reconciles["error"] = 3; // in a minute
        now = then;
        const QueueActivity minute = QueueActivity::between(first, now, 60s);
        QCOMPARE(findingsOf(now, minute, QueueActivity::between(then, now, 15s)), (std::vector{QueueFinding{Kind::Failing, 0.05, 0}}));
        const QueueActivity quiet = QueueActivity::between(then, now, 60s); // it backs off for longer than is looked at
        QCOMPARE(findingsOf(now, quiet), (std::vector{QueueFinding{Kind::Failing, 0, 0}}));
        now.reconciles["success"] = 1;
        QVERIFY(findingsOf(now, minute, QueueActivity::between(then, now, 15s)).empty());
        then = now;
        now.reconciles["error"] = 4; // one of an object, among others that have ended well
        now.reconciles["success"] = 10;
        QVERIFY(findingsOf(now, QueueActivity::between(then, now, 60s)).empty());
    }

    void theOnlyOneLatelyIsNotNearlyAll()
    {
        QueueReading first, then, now;
        then.reconciles["success"] = 3;
        now = then;
        now.reconciles["error"] = 1;
        QVERIFY(findingsOf(now, QueueActivity::between(first, now, 60s), QueueActivity::between(then, now, 15s)).empty());
    }

    void delaysThatAreJoinedAreNoHotLoop()
    {
        QueueReading before, now;
        now.adds = 1000;
        now.retries = 2000; // a change asks for its key in a while, which counts as a retry, and the next joins it
        QVERIFY(findingsOf(now, QueueActivity::between(before, now, 60s)).empty());
    }

    void aThrottledClientSaysSo()
    {
        ClientMetrics before, now;
        QVERIFY(findingsOf(before, now, 10s).empty());
        now.throttled.addBucket(1, 0);
        now.throttled.addBucket(4, 100);
        now.throttled.addBucket(std::numeric_limits<double>::infinity(), 100);
        now.throttled.addCount(100);
        now.requests["429"] = 5;
        const auto findings = findingsOf(before, now, 10s);
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings.front().kind, Kind::Throttled);
        QVERIFY(findings.front().seconds > 1);
        QCOMPARE(findings.back(), (QueueFinding{Kind::Refused, 0.5, 0}));
    }

    void aClientWhoseRequestsTakeLongSaysSoAndWhetherItsOwnLimiterIsWhy()
    {
        ClientMetrics before, now;
        // Kubernetes 1.20: nothing above half a second is told apart.
        const auto take = [&now](double requests, double seconds) {
            for (const double bound : {0.256, 0.512, std::numeric_limits<double>::infinity()})
                now.taken.addBucket(bound, seconds <= bound ? requests : 0);
            now.taken.addCount(requests);
            now.taken.addSum(requests * seconds);
        };
        take(4, 3);
        QVERIFY(findingsOf(before, now, 10s).empty()); // too few
        take(6, 3);
        QCOMPARE(findingsOf(before, now, 10s), (std::vector{QueueFinding{Kind::Delayed, 0, 3}}));
        QVERIFY(findingsOf(now, now, 10s).empty());
        now.throttled.addBucket(0.005, 10);
        now.throttled.addBucket(std::numeric_limits<double>::infinity(), 10);
        now.throttled.addCount(10);
        QCOMPARE(findingsOf(before, now, 10s), (std::vector{QueueFinding{Kind::Slow, 0, 3}}));
        take(10, 0.01); // half of them are quick
        QVERIFY(findingsOf(before, now, 10s).empty());
    }
};

ORRERY_GUILESS_TEST(QueueActivityTest)
} // namespace queue_activity_test
#include "queue_activity_test.moc"
