// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/openapi_client.h"
#include "core/restmapper/discovery_refresher.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

#include <QScopeGuard>

namespace openapi_cluster_test {

using namespace kube;
using TestCluster = kube::test::Cluster; // kube::Cluster is a kubeconfig's
using kube::test::ClusterClient;
using kube::test::patience;

namespace {

const QByteArray gadgetDefinition =
    "apiVersion: apiextensions.k8s.io/v1\n"
    "kind: CustomResourceDefinition\n"
    "metadata: {name: gadgets.openapi.orrery.test}\n"
    "spec:\n"
    "  group: openapi.orrery.test\n"
    "  scope: Namespaced\n"
    "  names: {plural: gadgets, singular: gadget, kind: Gadget}\n"
    "  versions:\n"
    "  - name: v1\n"
    "    served: true\n"
    "    storage: true\n"
    "    schema:\n"
    "      openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}\n";

/// The type of spec.size in the schema of a Gadget; "" while there is none.
std::string sizeType(const ClusterClient &cluster, OpenApiClient &openapi)
{
    const auto document = cluster.answer(openapi.document({"openapi.orrery.test", "v1"}));
    const auto schemas = document ? OpenApiSchemas::parse(**document) : Result<OpenApiSchemas>(fail(document.error()));
    if (!schemas)
        return {};
    const JsonValue gadget = schemas->of({"openapi.orrery.test", "v1", "Gadget"});
    return std::string(schemas->resolved(gadget["properties"]["spec"])["properties"]["size"]["type"].string());
}

} // namespace

class OpenApiClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theSchemaOfABuiltInKindIsPublished()
    {
        const ClusterClient cluster;
        OpenApiClient openapi(*cluster.rest, cluster.executor);
        const auto document = cluster.answer(openapi.document({"apps", "v1"}));
        QVERIFY_RESULT(document);
        const auto schemas = OpenApiSchemas::parse(**document);
        QVERIFY_RESULT(schemas);
        const JsonValue deployment = schemas->of({"apps", "v1", "Deployment"});
        const JsonValue spec = schemas->resolved(deployment["properties"]["spec"]);
        QCOMPARE(std::string(spec["properties"]["replicas"]["type"].string()), std::string("integer"));
        const RestSnapshot before = cluster.rest->stage()->snapshot();
        openapi.invalidate();
        const auto again = cluster.answer(openapi.document({"apps", "v1"}));
        QVERIFY_RESULT(again);
        QCOMPARE(*again, *document); // by its hash or ETag: not downloaded again
        QVERIFY(cluster.rest->stage()->snapshot().received - before.received < 100'000);
    }

    void aNewDefinitionIsNoticedAndItsSchemaFound()
    {
        const auto tidy = qScopeGuard([] {
            TestCluster::kubectl({QStringLiteral("delete"), QStringLiteral("crd"), QStringLiteral("gadgets.openapi.orrery.test"), QStringLiteral("--ignore-not-found")});
        });
        const ClusterClient cluster;
        DynamicClient dynamic(*cluster.rest, cluster.executor);
        OpenApiClient openapi(*cluster.rest, cluster.executor);
        QCOMPARE(sizeType(cluster, openapi), std::string());
        int changes = 0;
        const DiscoveryRefresher refresher(dynamic, cluster.executor, cluster.scheduler, systemRandom(), [&] {
            ++changes;
            openapi.invalidate();
        });
        QTRY_COMPARE_WITH_TIMEOUT(cluster.rest->stage()->snapshot().openStreams(), 2U, patience);
        const int before = changes;
        QVERIFY(TestCluster::apply(QStringLiteral("default"), gadgetDefinition));
        QTRY_VERIFY_WITH_TIMEOUT(changes > before, patience);
        // The server publishes the schema a moment after the definition.
        std::string type;
        QVERIFY(QTest::qWaitFor([&] {
            openapi.invalidate();
            type = sizeType(cluster, openapi);
            return !type.empty();
        }, patience));
        QCOMPARE(type, std::string("integer"));
    }
};

ORRERY_GUILESS_TEST(OpenApiClusterTest)
} // namespace openapi_cluster_test
#include "openapi_cluster_test.moc"
