// SPDX-License-Identifier: Apache-2.0
// What goes with an object, and deletions watched to their end, beside what kubectl shows.
#include "core/dynamic/dynamic_client.h"
#include "core/removal/owned_finder.h"
#include "core/removal/removal_run.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

namespace removal_cluster_test {

using namespace kube;
using kube::test::ClusterClient;
using kube::test::patience;
using kube::test::TestNamespace;

namespace {

const RemovalKind deployments{{"apps", "v1", "deployments"}, "Deployment", true};
const RemovalKind replicaSets{{"apps", "v1", "replicasets"}, "ReplicaSet", true};
const RemovalKind pods{{"", "v1", "pods"}, "Pod", true};
const RemovalKind configMaps{{"", "v1", "configmaps"}, "ConfigMap", true};
const RemovalKind secrets{{"", "v1", "secrets"}, "Secret", true};
const RemovalKind namespaces{{"", "v1", "namespaces"}, "Namespace", false};

struct Fixture : ClusterClient {
    DynamicClient dynamic{*rest, executor};
    TestNamespace space;
    OwnedFindingsPtr findings;
    std::unique_ptr<OwnedFinder> finder;
    std::unique_ptr<RemovalRun> run;

    explicit Fixture(const QString &context = {}) : ClusterClient(context) {}

    [[nodiscard]] RemovalTarget target(const RemovalKind &kind, const char *name) const { return {kind, {space.name().toStdString(), name}, {}}; }
    [[nodiscard]] bool find(const RemovalTarget &what, std::vector<RemovalKind> kinds = {replicaSets, pods, configMaps, secrets})
    {
        findings.reset();
        finder = std::make_unique<OwnedFinder>(*rest, executor, std::move(kinds), std::vector{what}, [this](OwnedFindingsPtr told) { findings = std::move(told); });
        finder->start();
        return QTest::qWaitFor([this] { return findings && findings->isComplete(); }, patience);
    }
    void remove(const RemovalTarget &what, std::optional<Propagation> propagation = {})
    {
        RemovalOrder order{{what}};
        order.propagation = propagation;
        run = std::make_unique<RemovalRun>(dynamic, executor, *scheduler, std::move(order), [](const RemovalProgress &) {});
        run->start();
    }
    [[nodiscard]] const RemovalItem &item() const { return run->progress().items.front(); }
    [[nodiscard]] QByteArray shown(const QStringList &args) const { return space.kubectl(args).out.trimmed(); }
};

const char web[] = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n"
                   "spec: {replicas: 2, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},\n"
                   "  spec: {containers: [{name: first, image: a}]}}}\n";

QByteArray dependent(const QByteArray &uid)
{
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: below\n  finalizers: [orrery.test/wait]\n"
           "  ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: above, uid: " + uid + ", blockOwnerDeletion: true}]\n";
}

} // namespace

class RemovalClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatADeploymentOwnsIsWhatKubectlShowsAndGoesWithIt()
    {
        Fixture f;
        QVERIFY(f.space.apply(web));
        QTRY_COMPARE_WITH_TIMEOUT(f.shown({QStringLiteral("get"), QStringLiteral("pods"), QStringLiteral("-o"), QStringLiteral("name")}).split('\n').size(), qsizetype(2), patience);
        QVERIFY(f.find(f.target(deployments, "web")));
        QStringList found;
        for (const OwnedRow &row : f.findings->rows)
            found << QString::fromStdString(row.object.uid);
        QStringList wanted = QString::fromUtf8(f.shown({QStringLiteral("get"), QStringLiteral("replicasets,pods"), QStringLiteral("-o"),
                                                        QStringLiteral("jsonpath={.items[*].metadata.uid}")})).split(QLatin1Char(' '));
        found.sort();
        wanted.sort();
        QCOMPARE(found, wanted);
        QCOMPARE(f.findings->rows.front().depth, std::size_t(1));
        QCOMPARE(f.findings->rows.back().depth, std::size_t(2));
        QVERIFY(f.findings->rows.back().blocks);

        f.remove(f.findings->targets.front().target, Propagation::Foreground);
        QTRY_COMPARE_WITH_TIMEOUT(f.item().phase, RemovalPhase::Gone, patience);
        QCOMPARE(f.shown({QStringLiteral("get"), QStringLiteral("deployments,replicasets,pods"), QStringLiteral("-o"), QStringLiteral("name")}), QByteArray());
    }

    void inForegroundTheOwnerWaitsForWhatBlocksIt()
    {
        Fixture f;
        QVERIFY(f.space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: above}\n"));
        const QByteArray uid = f.shown({QStringLiteral("get"), QStringLiteral("configmap"), QStringLiteral("above"), QStringLiteral("-o"), QStringLiteral("jsonpath={.metadata.uid}")});
        QVERIFY(f.space.apply(dependent(uid)));
        QVERIFY(f.find(f.target(configMaps, "above")));
        QCOMPARE(f.findings->rows.size(), std::size_t(1));
        QVERIFY(f.findings->rows.front().blocks);
        QCOMPARE(f.findings->rows.front().object.finalizers, std::vector<std::string>{"orrery.test/wait"});

        // One watch tells the garbage collector of both, in their order: it knows what is below when the owner goes.
        f.remove(f.findings->targets.front().target, Propagation::Foreground);
        QTRY_COMPARE_WITH_TIMEOUT(f.item().lingering.finalizers, std::vector<std::string>{"foregroundDeletion"}, patience);
        QCOMPARE(f.item().phase, RemovalPhase::Going);
        QTRY_COMPARE_WITH_TIMEOUT(f.shown({QStringLiteral("get"), QStringLiteral("configmap"), QStringLiteral("below"), QStringLiteral("-o"),
                                           QStringLiteral("jsonpath={.metadata.deletionTimestamp}")}).isEmpty(), false, patience);
        QCOMPARE(f.shown({QStringLiteral("get"), QStringLiteral("configmap"), QStringLiteral("above"), QStringLiteral("-o"), QStringLiteral("jsonpath={.metadata.finalizers[*]}")}),
                 QByteArray("foregroundDeletion"));
        QVERIFY(f.space.kubectl({QStringLiteral("patch"), QStringLiteral("configmap"), QStringLiteral("below"), QStringLiteral("--type=merge"), QStringLiteral("-p"),
                                 QStringLiteral("{\"metadata\":{\"finalizers\":null}}")}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(f.item().phase, RemovalPhase::Gone, patience);
    }

    void oneThatWasMadeAgainIsNotDeleted()
    {
        Fixture f;
        QVERIFY(f.space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n"));
        QVERIFY(f.find(f.target(configMaps, "one")));
        QVERIFY(f.space.kubectl({QStringLiteral("delete"), QStringLiteral("configmap"), QStringLiteral("one")}).ok());
        QVERIFY(f.space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n"));
        f.remove(f.findings->targets.front().target);
        QTRY_COMPARE_WITH_TIMEOUT(f.item().phase, RemovalPhase::Replaced, patience);
        QVERIFY(f.item().error->message.contains(QStringLiteral("UID")));
        QVERIFY(f.space.kubectl({QStringLiteral("get"), QStringLiteral("configmap"), QStringLiteral("one")}).ok());
    }

    void aPodTellsTheSecondsItHasLeft()
    {
        Fixture f;
        QVERIFY(f.space.apply("apiVersion: v1\nkind: Pod\nmetadata: {name: one, finalizers: [orrery.test/wait]}\nspec: {terminationGracePeriodSeconds: 600, containers: [{name: c, image: i}]}\n"));
        QTRY_COMPARE_WITH_TIMEOUT(f.shown({QStringLiteral("get"), QStringLiteral("pod"), QStringLiteral("one"), QStringLiteral("-o"), QStringLiteral("jsonpath={.status.phase}")}),
                                  QByteArray("Running"), patience);
        f.remove(f.target(pods, "one"));
        QTRY_COMPARE_WITH_TIMEOUT(f.item().phase, RemovalPhase::Going, patience);
        QVERIFY(f.item().lingering.deletionTimestamp.has_value());
        QCOMPARE(f.item().lingering.finalizers, std::vector<std::string>{"orrery.test/wait"});
        QVERIFY(f.space.kubectl({QStringLiteral("patch"), QStringLiteral("pod"), QStringLiteral("one"), QStringLiteral("--type=merge"), QStringLiteral("-p"),
                                 QStringLiteral("{\"metadata\":{\"finalizers\":null}}")}).ok());
        f.remove(f.target(pods, "one"));
        QTRY_COMPARE_WITH_TIMEOUT(f.item().phase, RemovalPhase::Gone, patience);
    }

    void aNamespaceIsCountedAndGoes()
    {
        Fixture f;
        const QString name = f.space.name() + QStringLiteral("-more");
        QVERIFY(kube::test::Cluster::kubectl({QStringLiteral("create"), QStringLiteral("namespace"), name}).ok());
        for (int i = 0; i < 3; ++i)
            QVERIFY(kube::test::Cluster::kubectl({QStringLiteral("-n"), name, QStringLiteral("create"), QStringLiteral("configmap"), QStringLiteral("c%1").arg(i)}).ok());
        QVERIFY(f.find({namespaces, {{}, name.toStdString()}, {}}, {configMaps}));
        const qsizetype shown = kube::test::Cluster::kubectl({QStringLiteral("-n"), name, QStringLiteral("get"), QStringLiteral("configmaps"), QStringLiteral("-o"), QStringLiteral("name")})
                                    .out.trimmed().split('\n').size();
        QCOMPARE(f.findings->counts.size(), std::size_t(1));
        QVERIFY(f.findings->counts.front().count >= 3 && f.findings->counts.front().count <= shown);
        f.remove(f.findings->targets.front().target);
        QTRY_COMPARE_WITH_TIMEOUT(f.item().phase, RemovalPhase::Gone, patience);
        QVERIFY(!kube::test::Cluster::kubectl({QStringLiteral("get"), QStringLiteral("namespace"), name}).ok());
    }

    void whatMayNotBeListedIsSaid()
    {
        Fixture f;
        QVERIFY(f.space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n"));
        Fixture viewer(QStringLiteral("viewer"));
        RemovalTarget target = f.target(configMaps, "one");
        QVERIFY(viewer.find(target));
        QCOMPARE(viewer.findings->unseen.size(), std::size_t(1));
        QCOMPARE(viewer.findings->kinds[viewer.findings->unseen.front().kind].kind, std::string("Secret"));
        QCOMPARE(viewer.findings->unseen.front().error.kind, ErrorKind::Forbidden);
        viewer.remove(target);
        QTRY_COMPARE_WITH_TIMEOUT(viewer.item().phase, RemovalPhase::Refused, patience);
        QCOMPARE(viewer.item().error->kind, ErrorKind::Forbidden);
    }
};

ORRERY_GUILESS_TEST(RemovalClusterTest)
} // namespace removal_cluster_test
#include "removal_cluster_test.moc"
