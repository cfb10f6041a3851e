// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/aggregated_discovery.h"
#include "core/object/json.h"
#include "core/session/catalog_builder.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace catalog_builder_test {

using namespace kube;
using kube::test::fixture;

namespace {

CatalogPtr catalogOf(const char *name)
{
    const auto document = JsonDocument::parse(fixture(name).toStdString());
    return buildCatalog(decodeAggregatedDiscovery(document->root()));
}

ApiResource resource(const std::string &name, const std::string &kind)
{
    ApiResource one;
    one.name = name;
    one.kind.kind = kind;
    return one;
}

} // namespace

class CatalogBuilderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aResourceStandsInItsPreferredVersion()
    {
        const auto catalog = catalogOf("kubernetes-1.36/discovery/apis-aggregated.json");
        const ResourceInfo *hpa = catalog->find({"autoscaling", "horizontalpodautoscalers"});
        QVERIFY(hpa);
        QCOMPARE(hpa->gvr.version, std::string("v2"));
        QCOMPARE(hpa->versions, (std::vector<std::string>{"v2", "v1"}));
        QCOMPARE(std::count_if(catalog->resources.begin(), catalog->resources.end(),
                               [](const ResourceInfo &one) { return one.gvr.resource == "horizontalpodautoscalers"; }), 1);
        QVERIFY(catalog->failures.empty());
    }

    void everythingATreeNeedsIsThere()
    {
        const auto catalog = catalogOf("kubernetes-1.36/discovery/apis-aggregated.json");
        const ResourceInfo *deployments = catalog->find({"apps", "deployments"});
        QVERIFY(deployments && deployments->namespaced && !deployments->custom);
        QVERIFY(deployments->can("watch") && deployments->has("scale") && deployments->has("status"));
        QCOMPARE(deployments->kind, std::string("Deployment"));
        QCOMPARE(deployments->shortNames, std::vector<std::string>{"deploy"});
    }

    void groupsOfCustomResourcesAreToldApart()
    {
        const auto catalog = catalogOf("kubernetes-1.36/discovery/apis-aggregated.json");
        QVERIFY(catalog->find({"fixtures.example.com", "gadgets"})->custom);
        QVERIFY(catalog->find({"samplecontroller.k8s.io", "foos"})->custom);
        QVERIFY(isBuiltInGroup(""));
        QVERIFY(isBuiltInGroup("metrics.k8s.io"));
        QVERIFY(!isBuiltInGroup("gateway.networking.k8s.io"));
    }

    void failuresAreNamedByGroupVersion()
    {
        const auto catalog = catalogOf("kubernetes-1.36/discovery/apis-aggregated-stale.json");
        QCOMPARE(catalog->failures.size(), std::size_t(1));
        QCOMPARE(catalog->failures.front().first, std::string("broken.example.com/v1"));
        QVERIFY(!catalog->failures.front().second.empty());
    }

    void aResourceOnlyAnotherVersionHasIsShown()
    {
        ApiResource unserved = resource("halves", "");
        unserved.subresources.push_back({"proxy", {}, {}});
        const auto catalog = buildCatalog({{{"g", "v2", {{"v1", {resource("olds", "Old"), resource("both", "Both")}},
                                                         {"v2", {resource("both", "Both"), unserved}}}}}, {}});
        QCOMPARE(catalog->resources.size(), std::size_t(2));
        QCOMPARE(catalog->find({"g", "both"})->gvr.version, std::string("v2"));
        QCOMPARE(catalog->find({"g", "olds"})->gvr.version, std::string("v1"));
    }

    void eachVersionHasItsOwnSubresources()
    {
        ApiResource both = resource("both", "Both");
        both.subresources = {{"status", {}, {}}, {"scale", {}, {}}};
        const auto catalog = buildCatalog({{{"g", "v2", {{"v1", {resource("both", "Both")}}, {"v2", {both}}}}}, {}});
        const ResourceInfo preferred = *catalog->find({"g", "both"});
        QVERIFY(preferred.has("status"));
        const ResourceInfo older = preferred.in("v1");
        QCOMPARE(older.gvr.version, std::string("v1"));
        QVERIFY(!older.has("status") && !older.has("scale"));
        QVERIFY(older.in("v2").has("status"));
        QVERIFY(preferred.in("v3").has("status"));
    }
};

ORRERY_GUILESS_TEST(CatalogBuilderTest)
} // namespace catalog_builder_test
#include "catalog_builder_test.moc"
