// SPDX-License-Identifier: Apache-2.0
// A Deployment's life by the typed client, its informer beside it.
#include "core/informers/typed_informer_factory.h"
#include "core/kubernetes/apps/v1/deployment.h"
#include "core/kubernetes/autoscaling/v1/scale.h"
#include "core/kubernetes/clientset.h"
#include "core/kubernetes/core/v1/namespace.h"
#include "core/kubernetes/core/v1/node.h"
#include "core/kubernetes/core/v1/pod.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

namespace typed_cluster_test {

using namespace kube;
using kube::apps::v1::Deployment;
using kube::apps::v1::DeploymentInformer;
using kube::test::ClusterClient;
using kube::test::patience;
using kube::test::TestNamespace;

namespace {

Deployment demoDeployment(std::int64_t replicas)
{
    Deployment deployment;
    deployment.metadata().name().set("demo");
    deployment.metadata().labels()["app"].set("demo");
    deployment.spec().replicas().set(replicas);
    deployment.spec().selector().matchLabels()["app"].set("demo");
    const auto pods = deployment.spec().template_();
    pods.metadata().labels()["app"].set("demo");
    const auto web = pods.spec().containers().append();
    web.name().set("web");
    web.image().set("nginx:1.12");
    const auto port = web.ports().append();
    port.name().set("http");
    port.containerPort().set(80);
    return deployment;
}

struct Fixture {
    TestNamespace space;
    ClusterClient cluster;
    Clientset clientset{*cluster.rest, cluster.executor};

    [[nodiscard]] std::string name() const { return space.name().toStdString(); }
    [[nodiscard]] auto deployments() { return clientset.appsV1().deployments(name()); }
    [[nodiscard]] Result<Deployment> create(std::int64_t replicas) { return cluster.answer(deployments().create(demoDeployment(replicas))); }
};

} // namespace

class TypedClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aDeploymentIsCreatedReadChangedAndRemoved()
    {
        Fixture f;
        const auto created = f.create(1);
        QVERIFY_RESULT(created);
        QVERIFY(!created->metadata().uid().value().empty());
        QCOMPARE(created->spec().strategy().type().value(), std::string("RollingUpdate"));

        // The controller writes too: as client-go's retry.RetryOnConflict does, read again and change again.
        Result<Deployment> updated = fail(Error::canceled());
        for (int round = 0; round < 20 && !updated; ++round) {
            const auto read = f.cluster.answer(f.deployments().get("demo"));
            QVERIFY_RESULT(read);
            read->spec().replicas().set(2);
            read->spec().template_().spec().containers()[0].image().set("nginx:1.13");
            updated = f.cluster.answer(f.deployments().update(*read));
            QVERIFY(updated || updated.error().is(ErrorKind::Conflict));
        }
        QVERIFY_RESULT(updated);
        QCOMPARE(updated->spec().replicas().value(), std::int64_t(2));
        QCOMPARE(updated->spec().template_().spec().containers()[0].ports()[0].name().value(), std::string("http"));

        const auto list = f.cluster.answer(f.deployments().list({.labelSelector = "app=demo"}));
        QVERIFY_RESULT(list);
        QCOMPARE(list->items.size(), std::size_t(1));
        QCOMPARE(list->items.front().spec().replicas().value(), std::int64_t(2));

        QVERIFY_RESULT(f.cluster.answer(f.deployments().remove("demo", {.propagation = Propagation::Foreground})));
        const auto isGone = [&] {
            const auto read = f.cluster.answer(f.deployments().get("demo"));
            return !read && read.error().is(ErrorKind::NotFound);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isGone(), patience);
    }

    void anUpdateOfWhatHasChangedIsAConflict()
    {
        Fixture f;
        const auto created = f.create(0);
        QVERIFY_RESULT(created);
        QVERIFY_RESULT(f.cluster.answer(f.deployments().patch("demo", PatchType::Merge, R"({"metadata":{"labels":{"x":"y"}}})")));
        created->spec().replicas().set(1);
        const auto late = f.cluster.answer(f.deployments().update(*created));
        QVERIFY(!late);
        QCOMPARE(late.error().kind, ErrorKind::Conflict);
    }

    void anObjectThatIsThereIsNotCreatedAgain()
    {
        Fixture f;
        QVERIFY_RESULT(f.create(0));
        QCOMPARE(f.create(0).error().kind, ErrorKind::AlreadyExists);
    }

    void aWatchTellsOfEveryChange()
    {
        Fixture f;
        const auto created = f.create(0);
        QVERIFY_RESULT(created);
        std::vector<std::int64_t> replicas;
        bool deleted = false;
        TypedWatchHandler<Deployment> handler;
        handler.event = [&](WatchFrame::Type type, const Deployment &deployment) {
            deleted = type == WatchFrame::Type::Deleted;
            replicas.push_back(deployment.spec().replicas().value());
        };
        const auto watch = f.deployments().watch({.resourceVersion = created->metadata().resourceVersion().value()}, std::move(handler));
        Deployment intent;
        intent.metadata().name().set("demo");
        intent.spec().replicas().set(3);
        QVERIFY_RESULT(f.cluster.answer(f.deployments().apply(intent, {.fieldManager = "typed-test", .force = true})));
        QTRY_VERIFY_WITH_TIMEOUT(!replicas.empty() && replicas.back() == 3, patience);
        QVERIFY_RESULT(f.cluster.answer(f.deployments().removeCollection({}, {.labelSelector = "app=demo"})));
        QTRY_VERIFY_WITH_TIMEOUT(deleted, patience);
    }

    void aScaleAndAStatusAreWritten()
    {
        Fixture f;
        QVERIFY_RESULT(f.create(0));
        Result<autoscaling::v1::Scale> scaled = fail(Error::canceled());
        for (int round = 0; round < 20 && !scaled; ++round) {
            const auto scale = f.cluster.answer(f.deployments().getScale("demo"));
            QVERIFY_RESULT(scale);
            scale->spec().replicas().set(2);
            scaled = f.cluster.answer(f.deployments().updateScale("demo", *scale));
            QVERIFY(scaled || scaled.error().is(ErrorKind::Conflict));
        }
        QVERIFY_RESULT(scaled);
        QCOMPARE(f.cluster.answer(f.deployments().get("demo"))->spec().replicas().value(), std::int64_t(2));

        core::v1::Pod pod;
        pod.metadata().name().set("by-hand");
        pod.metadata().annotations()["orrery.test/state"].set("manual");
        const auto container = pod.spec().containers().append();
        container.name().set("c");
        container.image().set("i");
        const auto pods = f.clientset.coreV1().pods(f.name());
        const auto created = f.cluster.answer(pods.create(pod));
        QVERIFY_RESULT(created);
        Result<core::v1::Pod> written = fail(Error::canceled());
        for (int round = 0; round < 20 && !written; ++round) {
            const auto read = f.cluster.answer(pods.get("by-hand"));
            QVERIFY_RESULT(read);
            read->status().message().set("typed");
            written = f.cluster.answer(pods.updateStatus(*read));
            QVERIFY(written || written.error().is(ErrorKind::Conflict));
        }
        QVERIFY_RESULT(written);
        QCOMPARE(f.cluster.answer(pods.get("by-hand"))->status().message().value(), std::string("typed"));
    }

    void clusterScopedKindsAreListed()
    {
        Fixture f;
        QVERIFY(!f.cluster.answer(f.clientset.coreV1().nodes().list())->items.empty());
        const auto spaces = f.cluster.answer(f.clientset.coreV1().namespaces().list());
        QVERIFY_RESULT(spaces);
        QVERIFY(std::any_of(spaces->items.begin(), spaces->items.end(), [&](const auto &space) { return space.key().name == f.name(); }));
    }

    void anInformersListerFollows()
    {
        Fixture f;
        SharedInformerFactory shared(typedListerWatchers(*f.cluster.rest, f.cluster.executor), f.cluster.executor, *f.cluster.scheduler, systemRandom());
        const TypedInformerFactory factory({&shared, f.name(), {}, {}});
        const DeploymentInformer deployments = factory.apps().v1().deployments();
        shared.start();
        QTRY_VERIFY_WITH_TIMEOUT(deployments.informer().hasSynced(), patience);
        QVERIFY(deployments.lister().list().empty());
        QVERIFY_RESULT(f.create(1));
        QTRY_VERIFY_WITH_TIMEOUT(deployments.lister().byNamespace(f.name()).get("demo"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(deployments.lister().get({f.name(), "demo"})->status().readyReplicas().value(), std::int64_t(1), patience);
        QVERIFY_RESULT(f.cluster.answer(f.deployments().remove("demo")));
        QTRY_VERIFY_WITH_TIMEOUT(deployments.lister().list().empty(), patience);
    }
};

ORRERY_GUILESS_TEST(TypedClusterTest)
} // namespace typed_cluster_test
#include "typed_cluster_test.moc"
