// SPDX-License-Identifier: Apache-2.0
#include "core/access/reviews.h"
#include "core/dynamic/dynamic_client.h"
#include "core/dynamic/pager.h"
#include "core/object/json.h"
#include "core/restmapper/deferred_rest_mapper.h"
#include "core/scale/scale_client.h"
#include "tests/cluster/clients/cluster_client.h"
#include "tests/support/warnings.h"

using namespace kube;
using kube::test::Cluster;
using kube::test::ClusterClient;
using kube::test::TestNamespace;

namespace {

const GroupVersionResource configMaps{"", "v1", "configmaps"};
const GroupVersionResource deployments{"apps", "v1", "deployments"};

QByteArray configMap(const char *value)
{
    return QByteArray(R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"one"},"data":{"key":")") + value + "\"}}";
}

std::string dataOf(const ObjectReply &reply)
{
    const auto document = JsonDocument::parse(reply.json.toStdString());
    return document ? std::string(document->root()["data"]["key"].string()) : std::string("?");
}

} // namespace

class ClientsClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theServerIsDiscovered()
    {
        const ClusterClient cluster;
        DiscoveryClient discovery(*cluster.rest, cluster.executor);
        const auto version = cluster.answer(discovery.serverVersion());
        QVERIFY_RESULT(version);
        QCOMPARE(version->major, 1);
        const auto found = cluster.answer(discovery.discover());
        QVERIFY_RESULT(found);
        for (const DiscoveryFailure &failure : (*found)->failures)
            qInfo() << failure.error.toString();
        QVERIFY((*found)->failures.empty());
        QCOMPARE((*found)->groups.front().name, std::string());
        const ApiResource *found_deployments = (*found)->find(deployments);
        QVERIFY(found_deployments && found_deployments->namespaced && found_deployments->subresource("scale"));
        QCOMPARE(found_deployments->subresource("scale")->kind, (GroupVersionKind{"autoscaling", "v1", "Scale"}));
    }

    void aNewDefinitionIsFoundByItsShortName()
    {
        const ClusterClient cluster;
        DiscoveryClient discovery(*cluster.rest, cluster.executor);
        CachedDiscovery cache(discovery, cluster.executor, cluster.scheduler);
        DeferredRestMapper mapper(cache, cluster.executor);
        const auto mapping = cluster.answer(mapper.find("deploy"));
        QVERIFY_RESULT(mapping);
        QCOMPARE(mapping->resource, deployments);
        const auto none = cluster.answer(mapper.find("thereisnone"));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
    }

    void anObjectIsCreatedChangedAndDeleted()
    {
        const ClusterClient cluster;
        const TestNamespace space;
        const ObjectKey key{space.name().toStdString(), "one"};
        DynamicClient dynamic(*cluster.rest, cluster.executor);
        const auto created = cluster.answer(dynamic.create(configMaps, key, configMap("a")));
        QVERIFY_RESULT(created);
        QVERIFY(created->created);
        const auto object = created->object();
        QVERIFY_RESULT(object);
        QCOMPARE(cluster.answer(dynamic.create(configMaps, key, configMap("a"))).error().kind, ErrorKind::AlreadyExists);

        const auto merged = cluster.answer(dynamic.patch(configMaps, key, PatchType::Merge, R"({"data":{"key":"b"}})"));
        QVERIFY_RESULT(merged);
        QCOMPARE(dataOf(*merged), std::string("b"));
        const auto byJsonPatch = cluster.answer(dynamic.patch(configMaps, key, PatchType::Json, R"([{"op":"replace","path":"/data/key","value":"c"}])"));
        QVERIFY_RESULT(byJsonPatch);
        QCOMPARE(dataOf(*byJsonPatch), std::string("c"));
        const auto strategic = cluster.answer(dynamic.patch(configMaps, key, PatchType::Strategic, R"({"data":{"key":"d"}})", {.dryRun = DryRun::All}));
        QVERIFY_RESULT(strategic);
        QCOMPARE(dataOf(*strategic), std::string("d"));
        QCOMPARE(dataOf(*cluster.answer(dynamic.get(configMaps, key))), std::string("c"));

        const auto stale = cluster.answer(dynamic.update(configMaps, key, created->json));
        QCOMPARE(stale.error().kind, ErrorKind::Conflict);
        QCOMPARE(cluster.answer(dynamic.remove(configMaps, key, {.uid = "another"})).error().kind, ErrorKind::Conflict);
        QVERIFY_RESULT(cluster.answer(dynamic.remove(configMaps, key, {.uid = std::string((*object)->uid())})));
        QCOMPARE(cluster.answer(dynamic.get(configMaps, key)).error().kind, ErrorKind::NotFound);
    }

    void appliedFieldsHaveOneOwner()
    {
        const ClusterClient cluster;
        const TestNamespace space;
        const ObjectKey key{space.name().toStdString(), "one"};
        DynamicClient dynamic(*cluster.rest, cluster.executor);
        const auto first = cluster.answer(dynamic.apply(configMaps, key, configMap("a"), {.fieldManager = "alice"}));
        QVERIFY_RESULT(first);
        QVERIFY(first->created);
        const auto second = cluster.answer(dynamic.apply(configMaps, key, configMap("b"), {.fieldManager = "bob"}));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        QVERIFY(second.error().status && second.error().status->hasCause(u"FieldManagerConflict"));
        const auto forced = cluster.answer(dynamic.apply(configMaps, key, configMap("b"), {.fieldManager = "bob", .force = true}));
        QVERIFY_RESULT(forced);
        QCOMPARE(dataOf(*forced), std::string("b"));
    }

    void aListComesInPagesOrAsATable()
    {
        const ClusterClient cluster;
        const TestNamespace space;
        const std::string name = space.name().toStdString();
        DynamicClient dynamic(*cluster.rest, cluster.executor);
        for (const char *one : {"a", "b", "c", "d", "e"}) {
            const QByteArray json = QByteArray(R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":")") + one + R"(","labels":{"t":"1"}}})";
            QVERIFY_RESULT(cluster.answer(dynamic.create(configMaps, {name, ""}, json)));
        }
        Pager pager([&](const ListQuery &query) { return dynamic.list(configMaps, name, query); }, cluster.executor);
        const auto all = cluster.answer(pager.list({.labelSelector = "t=1", .limit = 2}));
        QVERIFY_RESULT(all);
        QCOMPARE(all->items.size(), std::size_t(5));
        QCOMPARE(all->kind, (GroupVersionKind{"", "v1", "ConfigMap"}));
        const auto table = cluster.answer(dynamic.listAsTable(configMaps, name, {.labelSelector = "t=1"}));
        QVERIFY_RESULT(table);
        QCOMPARE(table->columns.front().name, std::string("Name"));
        QCOMPARE(table->rows.size(), std::size_t(5));
        QCOMPARE(table->rows.front().object->key(), (ObjectKey{name, "a"}));
        QVERIFY_RESULT(cluster.answer(dynamic.removeCollection(configMaps, name, {.labelSelector = "t=1"})));
        QVERIFY(cluster.answer(dynamic.list(configMaps, name, {.labelSelector = "t=1"}))->items.empty());
    }

    void aDeploymentIsScaled()
    {
        const ClusterClient cluster;
        const TestNamespace space;
        QVERIFY(space.apply(R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"replicas":1,
            "selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},
            "spec":{"containers":[{"name":"c","image":"i"}]}}}})"));
        DynamicClient dynamic(*cluster.rest, cluster.executor);
        ScaleClient scales(dynamic, cluster.executor);
        const ObjectKey key{space.name().toStdString(), "web"};
        auto scale = cluster.answer(scales.get(deployments, key));
        QVERIFY_RESULT(scale);
        QCOMPARE(scale->replicas, std::int64_t(1));
        QCOMPARE(scale->selector, std::string("app=web"));
        const auto patched = cluster.answer(scales.patch(deployments, key, 2));
        QVERIFY_RESULT(patched);
        QCOMPARE(patched->replicas, std::int64_t(2));
        scale->replicas = 3;
        QCOMPARE(cluster.answer(scales.update(deployments, *scale)).error().kind, ErrorKind::Conflict);
        QCOMPARE(cluster.answer(scales.get(configMaps, key)).error().kind, ErrorKind::NotFound);
    }

    void aViewerIsToldItsRights()
    {
        const ClusterClient viewer(QStringLiteral("viewer"));
        Reviews reviews(*viewer.rest, viewer.executor);
        QVERIFY(viewer.answer(reviews.access({"list", "", "pods", "", "web", ""}))->allowed);
        QVERIFY(!viewer.answer(reviews.access({"delete", "", "pods", "", "web", ""}))->allowed);
        const auto rules = viewer.answer(reviews.rules("web"));
        QVERIFY_RESULT(rules);
        QVERIFY(rules->allows({"list", "", "pods", "", "web", ""}));
        QVERIFY(!rules->allows({"get", "", "secrets", "", "web", ""}));
        QCOMPARE(viewer.answer(reviews.self()).error().kind, ErrorKind::NotFound); // 1.20 cannot say
        DynamicClient dynamic(*viewer.rest, viewer.executor);
        const auto secrets = viewer.answer(dynamic.list({"", "v1", "secrets"}, "web", {}));
        QCOMPARE(secrets.error().kind, ErrorKind::Forbidden);
    }
};

QTEST_GUILESS_MAIN(ClientsClusterTest)
#include "clients_cluster_test.moc"
