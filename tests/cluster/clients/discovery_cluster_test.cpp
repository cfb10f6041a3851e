// SPDX-License-Identifier: Apache-2.0
#include "core/restmapper/deferred_rest_mapper.h"
#include "tests/support/cluster_client.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"

#include <QScopeGuard>

namespace discovery_cluster_test {

using namespace kube;
using TestCluster = kube::test::Cluster; // kube::Cluster is a kubeconfig's
using kube::test::ClusterClient;
using kube::test::patience;

namespace {

const GroupVersionResource deployments{"apps", "v1", "deployments"};

const QByteArray brokenService =
    "apiVersion: apiregistration.k8s.io/v1\n"
    "kind: APIService\n"
    "metadata: {name: v1.broken.orrery.test}\n"
    "spec:\n"
    "  group: broken.orrery.test\n"
    "  version: v1\n"
    "  groupPriorityMinimum: 10\n"
    "  versionPriority: 10\n"
    "  insecureSkipTLSVerify: true\n"
    "  service: {name: there-is-none, namespace: default}\n";

const QByteArray widgetDefinition =
    "apiVersion: apiextensions.k8s.io/v1\n"
    "kind: CustomResourceDefinition\n"
    "metadata: {name: widgets.discovery.orrery.test}\n"
    "spec:\n"
    "  group: discovery.orrery.test\n"
    "  scope: Namespaced\n"
    "  names: {plural: widgets, singular: widget, kind: Widget, shortNames: [wdg], categories: [toys]}\n"
    "  versions:\n"
    "  - name: v1\n"
    "    served: true\n"
    "    storage: true\n"
    "    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}\n";

void remove(const char *kind, const char *name)
{
    TestCluster::kubectl({QStringLiteral("delete"), QLatin1String(kind), QLatin1String(name), QStringLiteral("--ignore-not-found")});
}

} // namespace

class DiscoveryClusterTest : public QObject
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
        QVERIFY((*found)->failures.empty());
        QCOMPARE((*found)->groups.front().name, std::string());
        const ApiResource *resource = (*found)->find(deployments);
        QVERIFY(resource && resource->namespaced);
        QCOMPARE(resource->kind, (GroupVersionKind{"apps", "v1", "Deployment"}));
        QCOMPARE(resource->shortNames, std::vector<std::string>{"deploy"});
        const ApiSubresource *scale = resource->subresource("scale");
        QVERIFY(scale);
        QCOMPARE(scale->kind, (GroupVersionKind{"autoscaling", "v1", "Scale"}));
        const ApiResource *nodes = (*found)->find({"", "v1", "nodes"});
        QVERIFY(nodes && !nodes->namespaced);
    }

    void aServiceThatIsDownDoesNotHideTheOthers()
    {
        const auto tidy = qScopeGuard([] { remove("apiservice", "v1.broken.orrery.test"); });
        QVERIFY(TestCluster::apply(QStringLiteral("default"), brokenService));
        const ClusterClient cluster;
        DiscoveryClient discovery(*cluster.rest, cluster.executor);
        const auto found = cluster.answer(discovery.discover());
        QVERIFY_RESULT(found);
        QVERIFY((*found)->find(deployments));
        QCOMPARE((*found)->failures.size(), std::size_t(1));
        const DiscoveryFailure &failure = (*found)->failures.front();
        QCOMPARE(failure.groupVersion, (GroupVersion{"broken.orrery.test", "v1"}));
        // Not seen to be unavailable yet, the service has no paths at all; from then on it is a 503.
        QVERIFY2(failure.error.is(ErrorKind::Server) || failure.error.is(ErrorKind::NotFound), qPrintable(failure.error.toString()));

        CachedDiscovery cache(discovery, cluster.executor, cluster.scheduler);
        QTRY_VERIFY_WITH_TIMEOUT(cluster.answer(discovery.version({"broken.orrery.test", "v1"})).error().is(ErrorKind::Server), patience);
        const auto cached = cluster.answer(cache.get());
        QVERIFY_RESULT(cached);
        QCOMPARE((*cached)->failures.size(), std::size_t(1));
        QCOMPARE((*cached)->failures.front().error.kind, ErrorKind::Server);
        // Once it is gone, the cache mends itself: what failed is asked for again.
        remove("apiservice", "v1.broken.orrery.test");
        cache.invalidate();
        const auto mended = cluster.answer(cache.get());
        QVERIFY_RESULT(mended);
        QVERIFY((*mended)->failures.empty());
    }

    void whatPeopleCallAResourceIsMapped_data()
    {
        QTest::addColumn<QByteArray>("argument");
        QTest::addColumn<QByteArray>("mapped");
        QTest::addColumn<bool>("namespaced");
        QTest::newRow("short") << QByteArray("deploy") << QByteArray("apps/v1 deployments") << true;
        QTest::newRow("kind") << QByteArray("Deployment") << QByteArray("apps/v1 deployments") << true;
        QTest::newRow("plural and group") << QByteArray("deployments.apps") << QByteArray("apps/v1 deployments") << true;
        QTest::newRow("in full") << QByteArray("deployments.v1.apps") << QByteArray("apps/v1 deployments") << true;
        QTest::newRow("po") << QByteArray("po") << QByteArray("/v1 pods") << true;
        QTest::newRow("no") << QByteArray("no") << QByteArray("/v1 nodes") << false;
        QTest::newRow("core first") << QByteArray("events") << QByteArray("/v1 events") << true;
        QTest::newRow("singular") << QByteArray("ingress") << QByteArray("networking.k8s.io/v1 ingresses") << true;
        QTest::newRow("crd") << QByteArray("crd") << QByteArray("apiextensions.k8s.io/v1 customresourcedefinitions") << false;
    }
    void whatPeopleCallAResourceIsMapped()
    {
        QFETCH(QByteArray, argument);
        QFETCH(QByteArray, mapped);
        QFETCH(bool, namespaced);
        const ClusterClient cluster;
        DiscoveryClient discovery(*cluster.rest, cluster.executor);
        const auto resources = cluster.answer(discovery.discover());
        QVERIFY_RESULT(resources);
        const RestMapper mapper(*resources);
        const auto mapping = mapper.find(argument.toStdString());
        QVERIFY_RESULT(mapping);
        const GroupVersionResource &resource = mapping->resource;
        QCOMPARE(QByteArray::fromStdString(resource.group + '/' + resource.version + ' ' + resource.resource), mapped);
        QCOMPARE(mapping->namespaced, namespaced);
        QCOMPARE(mapper.mappingFor(mapping->kind)->resource, resource);
    }

    void aNewDefinitionIsFoundByItsShortName()
    {
        remove("crd", "widgets.discovery.orrery.test");
        const auto tidy = qScopeGuard([] { remove("crd", "widgets.discovery.orrery.test"); });
        const ClusterClient cluster;
        DiscoveryClient discovery(*cluster.rest, cluster.executor);
        const auto time = std::make_shared<kube::test::ManualTime>(); // says how old the cache is
        CachedDiscovery cache(discovery, cluster.executor, time);
        DeferredRestMapper mapper(cache, cluster.executor);
        const auto none = cluster.answer(mapper.find("wdg"));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::NotFound);

        QVERIFY(TestCluster::apply(QStringLiteral("default"), widgetDefinition));
        QVERIFY(TestCluster::kubectl({QStringLiteral("wait"), QStringLiteral("--for=condition=Established"), QStringLiteral("--timeout=60s"),
                                  QStringLiteral("crd/widgets.discovery.orrery.test")}).ok());
        Result<RestMapping> mapping = fail(Error::canceled());
        const auto isFound = [&] {
            time->advance(std::chrono::seconds(11));
            mapping = cluster.answer(mapper.find("wdg"));
            return mapping.has_value();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isFound(), patience);
        QCOMPARE(mapping->resource, (GroupVersionResource{"discovery.orrery.test", "v1", "widgets"}));
        QCOMPARE(mapping->kind.kind, std::string("Widget"));
        const ApiResource *widgets = cache.cached()->find(mapping->resource);
        QVERIFY(widgets);
        QCOMPARE(widgets->categories, std::vector<std::string>{"toys"});
    }
};

ORRERY_GUILESS_TEST(DiscoveryClusterTest)
} // namespace discovery_cluster_test
#include "discovery_cluster_test.moc"
