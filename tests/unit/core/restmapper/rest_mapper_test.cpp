// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/aggregated_discovery.h"
#include "core/object/json.h"
#include "core/restmapper/category.h"
#include "core/restmapper/rest_mapper.h"
#include "core/restmapper/shortcut.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <iterator>

namespace rest_mapper_test {

using namespace kube;
using kube::test::fixture;

namespace {

ServerResourcesPtr recorded()
{
    ServerResources all;
    for (const char *name : {"kubernetes-1.36/discovery/api-aggregated.json", "kubernetes-1.36/discovery/apis-aggregated.json"}) {
        const auto document = JsonDocument::parse(fixture(name).toStdString());
        ServerResources part = decodeAggregatedDiscovery(document->root());
        std::move(part.groups.begin(), part.groups.end(), std::back_inserter(all.groups));
    }
    return std::make_shared<const ServerResources>(std::move(all));
}

ApiResource resource(const std::string &name, const std::string &kind, const GroupVersion &in, std::vector<std::string> shortNames = {})
{
    ApiResource one;
    one.name = name;
    one.kind = {in.group, in.version, kind};
    one.namespaced = true;
    one.shortNames = std::move(shortNames);
    return one;
}

std::string found(const RestMapper &mapper, const char *argument)
{
    const auto mapping = mapper.find(argument);
    return mapping ? mapping->resource.resource + " " + mapping->resource.groupVersion().apiVersion()
                   : std::string(errorKindName(mapping.error().kind));
}

} // namespace

class RestMapperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void namesPeopleTypeFindTheirResource_data()
    {
        QTest::addColumn<QByteArray>("argument");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *argument, const char *expected) { QTest::newRow(argument) << QByteArray(argument) << QByteArray(expected); };
        row("pods", "pods v1");
        row("pod", "pods v1");
        row("po", "pods v1");
        row("Pod", "pods v1");
        row("PODS", "pods v1");
        row("deploy", "deployments apps/v1");
        row("Deployment", "deployments apps/v1");
        row("deployments.apps", "deployments apps/v1");
        row("deploy.apps", "deployments apps/v1");
        row("deployments.v1.apps", "deployments apps/v1");
        row("Deployment.v1.apps", "deployments apps/v1");
        row("pods.v1.", "pods v1");
        row("hpa", "horizontalpodautoscalers autoscaling/v2");
        row("hpa.v1.autoscaling", "horizontalpodautoscalers autoscaling/v1");
        row("hpa.autoscal", "horizontalpodautoscalers autoscaling/v2");
        row("events", "events v1");
        row("events.events.k8s.io", "events events.k8s.io/v1");
        row("ev", "events v1");
        row("gadgets.fixtures.example.com", "gadgets fixtures.example.com/v1");
        row("gadgets.v1beta1.fixtures.example.com", "gadgets fixtures.example.com/v1beta1");
        row("foo", "foos samplecontroller.k8s.io/v1alpha1");
        row("no", "nodes v1");
        row("nothing", "NotFound");
        row("pods.apps", "NotFound");
        row("deployments.v1beta1.apps", "NotFound");
        row("", "BadInput");
        row("pods/web", "BadInput");
        row(".apps", "BadInput");
    }
    void namesPeopleTypeFindTheirResource()
    {
        QFETCH(QByteArray, argument);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(found(RestMapper(recorded()), argument.constData())), expected);
    }

    void aMappingSaysKindSingularAndScope()
    {
        const auto mapping = RestMapper(recorded()).find("no");
        QVERIFY_RESULT(mapping);
        QCOMPARE(mapping->kind, (GroupVersionKind{"", "v1", "Node"}));
        QCOMPARE(mapping->singular, std::string("node"));
        QVERIFY(!mapping->namespaced);
    }

    void aNameIsTakenBeforeAShortNameAndThatBeforeAKind()
    {
        const GroupVersion core{"", "v1"}, other{"other", "v1"}, third{"third", "v1"};
        ApiResource alphas = resource("alphas", "Thing", core);
        alphas.singular = "alpha";
        const auto resources = std::make_shared<const ServerResources>(ServerResources{
            {{"", "v1", {{"v1", {alphas}}}},
             {"other", "v1", {{"v1", {resource("betas", "Beta", other, {"thing"})}}}},
             {"third", "v1", {{"v1", {resource("thing", "Gamma", third)}}}}}, {}});
        const RestMapper mapper(resources);
        QCOMPARE(found(mapper, "thing"), std::string("thing third/v1"));
        QCOMPARE(found(mapper, "thing.other"), std::string("betas other/v1"));
        QCOMPARE(found(mapper, "thing."), std::string("alphas v1"));
    }

    void aResourceOnlyAnotherVersionHasIsFound()
    {
        const auto resources = std::make_shared<const ServerResources>(ServerResources{
            {{"batch", "v1", {{"v1beta1", {resource("jobs", "Job", {"batch", "v1beta1"}), resource("cronjobs", "CronJob", {"batch", "v1beta1"})}},
                              {"v1", {resource("jobs", "Job", {"batch", "v1"})}}}}}, {}});
        const RestMapper mapper(resources);
        QCOMPARE(found(mapper, "jobs"), std::string("jobs batch/v1"));
        QCOMPARE(found(mapper, "cronjobs"), std::string("cronjobs batch/v1beta1"));
        QCOMPARE(mapper.mappingFor(GroupVersionKind{"batch", "", "CronJob"})->resource.version, std::string("v1beta1"));
    }

    void theFirstGroupWinsAndTheOthersAreTold()
    {
        const RestMapper mapper(recorded());
        const auto all = mapper.findAll("events");
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all.at(1).resource.group, std::string("events.k8s.io"));
    }

    void twoResourcesOfOneGroupVersionAreAmbiguous()
    {
        const auto resources = std::make_shared<const ServerResources>(ServerResources{
            {{"g", "v1", {{"v1", {resource("foos", "Foo", {"g", "v1"}, {"f"}), resource("fools", "Foo", {"g", "v1"}, {"f"})}}}}}, {}});
        const RestMapper mapper(resources);
        const auto byShortName = mapper.find("f");
        QCOMPARE(byShortName.error().kind, ErrorKind::BadInput);
        QVERIFY(byShortName.error().message.contains(QStringLiteral("foos.g, fools.g")));
        QCOMPARE(mapper.mappingFor(GroupVersionKind{"g", "v1", "Foo"}).error().kind, ErrorKind::BadInput);
        QCOMPARE(found(mapper, "fools"), std::string("fools g/v1"));
    }

    void aKindIsMappedExactly()
    {
        const RestMapper mapper(recorded());
        QCOMPARE(mapper.mappingFor(GroupVersionKind{"apps", "v1", "Deployment"})->resource, (GroupVersionResource{"apps", "v1", "deployments"}));
        QCOMPARE(mapper.mappingFor(GroupVersionKind{"apps", "v1", "deployment"}).error().kind, ErrorKind::NotFound);
        QCOMPARE(mapper.mappingFor(GroupVersionKind{"apps", "v1", "Scale"}).error().kind, ErrorKind::NotFound);
        QCOMPARE(mapper.mappingFor(GroupVersionResource{"autoscaling", "", "horizontalpodautoscalers"})->resource.version, std::string("v2"));
        QCOMPARE(mapper.mappingFor(GroupVersionResource{"apps", "v9", "deployments"}).error().kind, ErrorKind::NotFound);
    }

    void aServerWithoutSingularNamesIsUnderstood()
    {
        const auto resources = std::make_shared<const ServerResources>(ServerResources{
            {{"", "v1", {{"v1", {resource("endpoints", "Endpoints", {"", "v1"}), resource("pods", "Pod", {"", "v1"})}}}}}, {}});
        QCOMPARE(found(RestMapper(resources), "pod"), std::string("pods v1"));
        QCOMPARE(RestMapper(resources).find("pods")->singular, std::string("pod"));
    }

    void shortNamesAndCategoriesExpand()
    {
        const auto resources = recorded();
        QCOMPARE(expandShortName(*resources, "deploy"), (std::vector<GroupResource>{{"apps", "deployments"}}));
        QCOMPARE(expandShortName(*resources, "ev").size(), std::size_t(2));
        QCOMPARE(expandShortName(*resources, "ev", "events"), (std::vector<GroupResource>{{"events.k8s.io", "events"}}));
        QVERIFY(expandShortName(*resources, "xyz").empty());
        const auto all = expandCategory(*resources, "all");
        QVERIFY(std::find(all.begin(), all.end(), GroupResource{"", "pods"}) != all.end());
        QVERIFY(std::find(all.begin(), all.end(), GroupResource{"apps", "deployments"}) != all.end());
        QVERIFY(std::find(all.begin(), all.end(), GroupResource{"", "secrets"}) == all.end());
        QVERIFY(expandCategory(*resources, "nothing").empty());
    }
};

ORRERY_GUILESS_TEST(RestMapperTest)
} // namespace rest_mapper_test
#include "rest_mapper_test.moc"
