// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/aggregated_discovery.h"
#include "core/discovery/legacy_discovery.h"
#include "core/discovery/server_version.h"
#include "core/object/json.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace discovery_decoding_test {

using namespace kube;
using kube::test::fixture;

namespace {

JsonDocument parsed(const QByteArray &json)
{
    auto document = JsonDocument::parse(json.toStdString());
    if (!document)
        qFatal("%s", qPrintable(document.error().toString()));
    return std::move(*document);
}

ServerResources aggregated(const char *name)
{
    return decodeAggregatedDiscovery(parsed(fixture(name)).root());
}

} // namespace

class DiscoveryDecodingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anAggregatedListGivesGroupsInTheServersOrder()
    {
        const ServerResources found = aggregated("kubernetes-1.36/discovery/apis-aggregated.json");
        QVERIFY(found.failures.empty());
        QCOMPARE(found.groups.front().name, std::string("apiregistration.k8s.io"));
        QCOMPARE(found.groups.at(1).name, std::string("apps"));
        const ApiResource *deployments = found.find({"apps", "v1", "deployments"});
        QVERIFY(deployments);
        QCOMPARE(deployments->kind, (GroupVersionKind{"apps", "v1", "Deployment"}));
        QCOMPARE(deployments->singular, std::string("deployment"));
        QVERIFY(deployments->namespaced);
        QCOMPARE(deployments->shortNames, std::vector<std::string>{"deploy"});
        QCOMPARE(deployments->categories, std::vector<std::string>{"all"});
        QCOMPARE(deployments->verbs.size(), std::size_t(8));
    }

    void aSubresourceKeepsTheKindItTakes()
    {
        const ServerResources found = aggregated("kubernetes-1.36/discovery/apis-aggregated.json");
        const ApiSubresource *scale = found.find({"apps", "v1", "deployments"})->subresource("scale");
        QVERIFY(scale);
        QCOMPARE(scale->kind, (GroupVersionKind{"autoscaling", "v1", "Scale"}));
        QCOMPARE(found.find({"apps", "v1", "deployments"})->subresource("status")->kind,
                 (GroupVersionKind{"apps", "v1", "Deployment"}));
    }

    void theFirstVersionIsPreferred()
    {
        const ServerResources found = aggregated("kubernetes-1.36/discovery/apis-aggregated.json");
        QCOMPARE(found.group("autoscaling")->preferredVersion, std::string("v2"));
        QCOMPARE(found.group("fixtures.example.com")->versions.size(), std::size_t(2));
    }

    void eachResourceHasOnePreferredVersion()
    {
        const auto serving = [](const char *name) {
            ApiResource resource;
            resource.name = name;
            resource.kind = {"g", "v", name};
            return resource;
        };
        ApiResource onlySubresources;
        onlySubresources.name = "shadow";
        const ServerResources resources{{{"g", "v1", {{"v2", {serving("new"), serving("both")}}, {"v1", {serving("both"), serving("old"), onlySubresources}}}}}, {}};
        std::string names;
        for (const GroupVersionResource &resource : resources.preferred())
            names += resource.version + ' ' + resource.resource + '\n';
        QCOMPARE(names, std::string("v1 both\nv1 old\nv2 new\n"));
    }

    void aStaleVersionIsAFailureBesideTheResults()
    {
        const ServerResources found = aggregated("kubernetes-1.36/discovery/apis-aggregated-stale.json");
        QCOMPARE(found.failures.size(), std::size_t(1));
        QCOMPARE(found.failures.front().groupVersion, (GroupVersion{"broken.example.com", "v1"}));
        QVERIFY(found.group("broken.example.com")->versions.empty());
        QVERIFY(found.group("broken.example.com")->preferredVersion.empty());
        QVERIFY(found.find({"apps", "v1", "deployments"}));
    }

    void aStaleVersionIsNeverPreferred()
    {
        const auto document = parsed(R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","items":[
            {"metadata":{"name":"g"},"versions":[{"version":"v2","freshness":"Stale","resources":[]},
            {"version":"v1","freshness":"Current","resources":[]}]}]})");
        const ServerResources found = decodeAggregatedDiscovery(document.root());
        QCOMPARE(found.groups.front().preferredVersion, std::string("v1"));
    }

    void aResourceWithoutAResponseKindKeepsItsSubresources()
    {
        const auto document = parsed(R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","items":[
            {"metadata":{"name":"g"},"versions":[{"version":"v1","resources":[
              {"resource":"things","scope":"Namespaced","responseKind":null,"subresources":[{"subresource":"proxy","verbs":["get"],"responseKind":{"kind":"Proxy"}}]},
              {"resource":"nothings","scope":"Namespaced"}]}]}]})");
        const ServerResources found = decodeAggregatedDiscovery(document.root());
        const ApiResource *things = found.find({"g", "v1", "things"});
        QVERIFY(things && !things->isServed());
        QCOMPARE(things->subresource("proxy")->kind, (GroupVersionKind{"g", "v1", "Proxy"}));
        QVERIFY(!found.find({"g", "v1", "nothings"}));
    }

    void bothAggregatedVersionsAreRecognised()
    {
        QVERIFY(isAggregatedDiscovery(parsed(fixture("kubernetes-1.36/discovery/api-aggregated.json")).root()));
        QVERIFY(isAggregatedDiscovery(parsed(R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2beta1"})").root()));
        QVERIFY(!isAggregatedDiscovery(parsed(R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v3"})").root()));
        QVERIFY(!isAggregatedDiscovery(parsed(fixture("kubernetes-1.36/discovery/apis-legacy.json")).root()));
    }

    void legacyAndAggregatedFormsSayTheSame()
    {
        const ServerResources all = aggregated("kubernetes-1.36/discovery/api-aggregated.json");
        const ApiVersion legacy = decodeResourceList(parsed(fixture("kubernetes-1.36/discovery/api-v1.json")).root(), {"", "v1"});
        const ApiVersion &modern = all.groups.front().versions.front();
        QCOMPARE(legacy.resources.size(), modern.resources.size());
        for (const ApiResource &one : modern.resources) {
            const ApiResource *other = legacy.find(one.name);
            QVERIFY2(other, one.name.c_str());
            QCOMPARE(other->kind, one.kind);
            QCOMPARE(other->verbs, one.verbs);
            QCOMPARE(other->namespaced, one.namespaced);
            QCOMPARE(other->subresources.size(), one.subresources.size());
            for (const ApiSubresource &sub : one.subresources)
                QCOMPARE(other->subresource(sub.name)->kind, sub.kind);
        }
    }

    void legacyGroupsNameTheirPreferredVersion()
    {
        const auto groups = decodeAnnouncedGroups(parsed(fixture("kubernetes-1.36/discovery/apis-legacy.json")).root());
        QCOMPARE(groups.front().name, std::string("apiregistration.k8s.io"));
        const auto core = decodeAnnouncedGroups(parsed(fixture("kubernetes-1.36/discovery/api-legacy.json")).root());
        QCOMPARE(core.size(), std::size_t(1));
        QCOMPARE(core.front().name, std::string());
        QCOMPARE(core.front().preferredVersion, std::string("v1"));
    }

    void aVersionsMinorMayCarryAPlus()
    {
        const auto recorded = ServerVersion::parse(fixture("kubernetes-1.36/discovery/version.json").toStdString());
        QVERIFY_RESULT(recorded);
        QCOMPARE(recorded->gitVersion, std::string("v1.36.2"));
        QCOMPARE(recorded->minor, 36);
        QCOMPARE(ServerVersion::parse(R"({"major":"1","minor":"20+","gitVersion":"v1.20.15-eks"})")->minor, 20);
        QCOMPARE(ServerVersion::parse("{}").error().kind, ErrorKind::BadInput);
        QCOMPARE(ServerVersion::parse("<html>").error().kind, ErrorKind::BadInput);
    }
};

ORRERY_GUILESS_TEST(DiscoveryDecodingTest)
} // namespace discovery_decoding_test
#include "discovery_decoding_test.moc"
