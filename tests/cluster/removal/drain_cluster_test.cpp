// SPDX-License-Identifier: Apache-2.0
// A Node is drained with a PodDisruptionBudget in the way, beside what kubectl shows.
#include "core/drain/node_drain.h"
#include "core/dynamic/dynamic_client.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

namespace drain_cluster_test {

using namespace kube;
using kube::test::ClusterClient;
using kube::test::patience;
using kube::test::TestNamespace;

namespace {

const char node[] = "node-2";

/// The Node is as it was when this goes.
struct Uncordoned {
    ~Uncordoned() { kube::test::Cluster::kubectl({QStringLiteral("uncordon"), QString::fromLatin1(node)}); }
};

struct Fixture : ClusterClient {
    DynamicClient dynamic{*rest, executor};
    TestNamespace space;
    Uncordoned afterwards;
    NodeDrain drain{dynamic, executor, *scheduler, node, [](const DrainState &) {}};

    [[nodiscard]] bool waitFor(DrainState::Phase phase) { return QTest::qWaitFor([&] { return drain.state().phase == phase; }, patience); }
    [[nodiscard]] QByteArray shown(const QStringList &args) const { return space.kubectl(args).out.trimmed(); }
    [[nodiscard]] QByteArray podsOnTheNode() const
    {
        return shown({QStringLiteral("get"), QStringLiteral("pods"), QStringLiteral("--field-selector=spec.nodeName=") + QString::fromLatin1(node), QStringLiteral("-o"), QStringLiteral("name")});
    }
    [[nodiscard]] static QByteArray isUnschedulable()
    {
        return kube::test::Cluster::kubectl({QStringLiteral("get"), QStringLiteral("node"), QString::fromLatin1(node), QStringLiteral("-o"), QStringLiteral("jsonpath={.spec.unschedulable}")}).out;
    }
    /// Of the Pods in the test's namespace alone: others may have been left by tests before.
    [[nodiscard]] const DrainPod *pod(const char *prefix) const
    {
        for (const DrainPod &one : drain.state().pods) {
            if (one.key.namespaceName == space.name().toStdString() && one.key.name.starts_with(prefix))
                return &one;
        }
        return nullptr;
    }
    [[nodiscard]] const RemovalItem *item(const char *prefix) const
    {
        for (const RemovalItem &one : drain.state().evictions.items) {
            if (one.target.key.namespaceName == space.name().toStdString() && one.target.key.name.starts_with(prefix))
                return &one;
        }
        return nullptr;
    }
    [[nodiscard]] bool isAt(const char *prefix, RemovalPhase phase) const
    {
        const RemovalItem *one = item(prefix);
        return one && one->phase == phase;
    }
};

DrainOptions allowing()
{
    DrainOptions options;
    options.consent = {true, true, true};
    options.eviction = {"policy", "v1beta1"};
    return options;
}

const char web[] = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n"
                   "spec: {replicas: 1, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},\n"
                   "  spec: {nodeSelector: {kubernetes.io/hostname: node-2}, containers: [{name: first, image: a}]}}}\n";
const char budget[] = "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: web-pdb}\n"
                      "spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}\n";
const char daemonSet[] = "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: agent}\n"
                      "spec: {selector: {matchLabels: {app: agent}}, template: {metadata: {labels: {app: agent}},\n"
                      "  spec: {nodeSelector: {kubernetes.io/hostname: node-2}, containers: [{name: first, image: a}]}}}\n";
const char bare[] = "apiVersion: v1\nkind: Pod\nmetadata: {name: bare}\n"
                    "spec: {nodeName: node-2, volumes: [{name: v, emptyDir: {}}], containers: [{name: first, image: a}]}\n";

} // namespace

class DrainClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aBudgetInTheWayIsNamedAndWaitedFor()
    {
        Fixture f;
        QVERIFY(f.space.apply(web) && f.space.apply(budget));
        QTRY_COMPARE_WITH_TIMEOUT(f.shown({QStringLiteral("get"), QStringLiteral("pdb"), QStringLiteral("web-pdb"), QStringLiteral("-o"), QStringLiteral("jsonpath={.status.currentHealthy}")}),
                                  QByteArray("1"), patience);
        f.drain.read();
        QVERIFY(f.waitFor(DrainState::Phase::Asking));
        QVERIFY(f.pod("web"));
        QCOMPARE(drainVerdict(*f.pod("web"), {}), DrainVerdict::Evict);
        QCOMPARE(Fixture::isUnschedulable(), QByteArray());
        f.drain.start(allowing());
        QTRY_VERIFY_WITH_TIMEOUT(f.isAt("web", RemovalPhase::Blocked), patience);
        QCOMPARE(f.item("web")->budget, std::string("web-pdb"));
        QCOMPARE(Fixture::isUnschedulable(), QByteArray("true"));
        QVERIFY(f.podsOnTheNode().startsWith("pod/web-"));
        QVERIFY(f.space.kubectl({QStringLiteral("delete"), QStringLiteral("pdb"), QStringLiteral("web-pdb")}).ok());
        QTRY_VERIFY_WITH_TIMEOUT(f.isAt("web", RemovalPhase::Gone), patience);
        QVERIFY(f.waitFor(DrainState::Phase::Finished));
        QCOMPARE(f.podsOnTheNode(), QByteArray());
        QCOMPARE(Fixture::isUnschedulable(), QByteArray("true"));
    }

    void stoppingLeavesThePodAndTheCordon()
    {
        Fixture f;
        QVERIFY(f.space.apply(web) && f.space.apply(budget));
        QTRY_COMPARE_WITH_TIMEOUT(f.shown({QStringLiteral("get"), QStringLiteral("pdb"), QStringLiteral("web-pdb"), QStringLiteral("-o"), QStringLiteral("jsonpath={.status.currentHealthy}")}),
                                  QByteArray("1"), patience);
        f.drain.read();
        QVERIFY(f.waitFor(DrainState::Phase::Asking));
        f.drain.start(allowing());
        QTRY_VERIFY_WITH_TIMEOUT(f.isAt("web", RemovalPhase::Blocked), patience);
        f.drain.stop();
        QVERIFY(f.waitFor(DrainState::Phase::Finished));
        QVERIFY(f.isAt("web", RemovalPhase::NotSent));
        QVERIFY(f.podsOnTheNode().startsWith("pod/web-"));
        QCOMPARE(Fixture::isUnschedulable(), QByteArray("true"));
    }

    void whatKubectlRefusesNeedsConsentHere()
    {
        Fixture f;
        QVERIFY(f.space.apply(daemonSet) && f.space.apply(bare));
        QTRY_COMPARE_WITH_TIMEOUT(f.podsOnTheNode().split('\n').size(), qsizetype(2), patience);
        const auto kubectl = kube::test::Cluster::kubectl({QStringLiteral("drain"), QString::fromLatin1(node), QStringLiteral("--dry-run=client")});
        QVERIFY(!kubectl.ok());
        QVERIFY(kubectl.error.contains("agent") && kubectl.error.contains("bare"));
        f.drain.read();
        QVERIFY(f.waitFor(DrainState::Phase::Asking));
        QVERIFY(f.pod("agent") && f.pod("bare"));
        QCOMPARE(drainVerdict(*f.pod("agent"), {}), DrainVerdict::AskDaemonSet);
        QCOMPARE(drainVerdict(*f.pod("bare"), {}), DrainVerdict::AskUnmanaged);
        QCOMPARE(drainVerdict(*f.pod("bare"), {false, false, true}), DrainVerdict::AskEmptyDir);
        f.drain.start(allowing());
        QVERIFY(f.waitFor(DrainState::Phase::Finished));
        QVERIFY(f.isAt("bare", RemovalPhase::Gone));
        QVERIFY(!f.item("agent"));
        QVERIFY(f.podsOnTheNode().startsWith("pod/agent-"));
    }
};

ORRERY_GUILESS_TEST(DrainClusterTest)
} // namespace drain_cluster_test
#include "drain_cluster_test.moc"
