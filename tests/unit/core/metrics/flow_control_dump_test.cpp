// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/flow_control_dump.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace flow_control_dump_test {

using namespace kube;

namespace {

std::string dump(const char *name)
{
    return kube::test::fixture(QStringLiteral("kubernetes-1.36/flowcontrol/%1.csv").arg(QLatin1String(name))).toStdString();
}

} // namespace

class FlowControlDumpTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void priorityLevelsAreRead()
    {
        const auto levels = decodePriorityLevels(dump("dump_priority_levels"));
        QVERIFY_RESULT(levels);
        QCOMPARE(levels->size(), std::size_t(8));
        const PriorityLevel &exempt = levels->at(1);
        QCOMPARE(exempt.name, std::string("exempt"));
        QVERIFY(!exempt.isIdle);
        QCOMPARE(exempt.executing, std::int64_t(1));
        QCOMPARE(exempt.dispatched, std::int64_t(1259));
        QVERIFY(levels->front().isIdle);
    }

    void queuesAreRead()
    {
        const auto queues = decodeFairQueues(dump("dump_queues"));
        QVERIFY_RESULT(queues);
        QVERIFY(queues->size() > 100);
        QCOMPARE(queues->at(5).level, std::string("workload-high"));
        QCOMPARE(queues->at(5).index, std::int64_t(5));
    }

    void requestsAreReadWithAndWithoutTheirDetails()
    {
        const auto busy = decodeFlowRequests(dump("dump_requests-busy"));
        QVERIFY_RESULT(busy);
        QCOMPARE(busy->size(), std::size_t(2));
        QCOMPARE(busy->front().user, std::string("viewer"));
        QCOMPARE(busy->front().verb, std::string("list"));
        QCOMPARE(busy->front().path, std::string("/api/v1/namespaces/shop/pods"));
        QCOMPARE(busy->front().queue, std::int64_t(-1));
        QCOMPARE(busy->front().started, std::string("2026-11-23T06:24:33.930971456Z"));
        const auto plain = decodeFlowRequests(dump("dump_requests"));
        QVERIFY_RESULT(plain);
        QCOMPARE(plain->front().schema, std::string("exempt"));
        QVERIFY(plain->front().user.empty());
    }

    void aRequestThatWaitsHasNotStarted()
    {
        const auto waiting = decodeFlowRequests("PriorityLevelName, ArriveTime, StartTime\nlow, 2026-11-23T06:24:33Z, 0001-01-01T00:00:00Z\n");
        QVERIFY_RESULT(waiting);
        QVERIFY(waiting->front().started.empty());
    }

    void anEmptyDumpHasNoRows()
    {
        QVERIFY(decodePriorityLevels("")->empty());
        QVERIFY(decodePriorityLevels("PriorityLevelName, ActiveQueues\n\n")->empty());
    }

    void badLinesAreNamed()
    {
        const auto few = decodePriorityLevels("PriorityLevelName, ActiveQueues\nexempt\n");
        QVERIFY(!few);
        QCOMPARE(few.error().toString(), QStringLiteral("line 2: 1 cells where the head has 2"));
        const auto word = decodePriorityLevels("PriorityLevelName, ActiveQueues\nexempt, 1\nsystem, many\n");
        QVERIFY(!word);
        QCOMPARE(word.error().toString(), QStringLiteral("line 3: ActiveQueues is no number"));
    }

    void checksOfHealthAreRead()
    {
        const auto checks = decodeHealthChecks("[+]ping ok\n[-]etcd failed: reason withheld\n[+]poststarthook/crd-informer-synced ok\nreadyz check failed\n");
        QCOMPARE(checks.size(), std::size_t(3));
        QVERIFY(checks.front().isOk);
        QCOMPARE(checks.at(1).name, std::string("etcd"));
        QVERIFY(!checks.at(1).isOk);
        QCOMPARE(checks.at(1).reason, std::string("failed: reason withheld"));
        QCOMPARE(checks.at(2).name, std::string("poststarthook/crd-informer-synced"));
    }
};

ORRERY_GUILESS_TEST(FlowControlDumpTest)
} // namespace flow_control_dump_test
#include "flow_control_dump_test.moc"
