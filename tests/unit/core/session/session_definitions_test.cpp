// SPDX-License-Identifier: Apache-2.0
// CustomResourceDefinitions as a session tells them. The server is a FakeCluster.
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_definitions_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::SessionFixture;

namespace {

const QByteArray definitions = "GET /apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const QByteArray planets = definitions + "/planets.example.com";

QByteArray definition(int generation, const QByteArray &column)
{
    return "{\"metadata\":{\"name\":\"planets.example.com\",\"uid\":\"u\",\"generation\":" + QByteArray::number(generation)
        + "},\"spec\":{\"versions\":[{\"name\":\"v1\",\"served\":true,\"storage\":true,\"subresources\":{\"status\":{}},\"schema\":{\"openAPIV3Schema\":{\"properties\":"
          "{\"status\":{\"properties\":{\"conditions\":{\"type\":\"array\"}}}}}},\"additionalPrinterColumns\":[{\"name\":\""
        + column + "\",\"type\":\"integer\",\"jsonPath\":\".spec.moons\",\"priority\":1}]},{\"name\":\"v1alpha1\",\"served\":false,\"storage\":false,\"deprecated\":true}]}}";
}

QByteArray watchEvent(const QByteArray &type, const QByteArray &version)
{
    return "{\"type\":\"" + type + "\",\"object\":{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"name\":\"planets.example.com\",\"uid\":\"u\",\"resourceVersion\":\""
        + version + "\"}}}\n";
}

struct Fixture : SessionFixture {
    Fixture()
    {
        server.set(planets, FakeCluster::ok(definition(1, "Moons")));
        open();
        (void)QTest::qWaitFor([this] { return isLive() && server.watches(definitions) > 0; }, 30000);
        subscription = ports().definitions->observe({"example.com", "planets"}, owner, [this](Result<DefinitionPtr> said) { told.push_back(std::move(said)); });
    }
    std::vector<Result<DefinitionPtr>> told;
    Subscription subscription;
};

} // namespace

class SessionDefinitionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aDefinitionIsToldWithItsVersions()
    {
        Fixture f;
        QTRY_COMPARE(f.told.size(), std::size_t(1));
        QVERIFY_RESULT(f.told[0]);
        const Definition &planet = **f.told[0];
        QCOMPARE(planet.versions.size(), std::size_t(2));
        const DefinedVersion *v1 = planet.version("v1");
        QVERIFY(v1 && v1->isServed && v1->isStored && !v1->isDeprecated && v1->hasStatus && v1->hasConditions);
        QCOMPARE(v1->columns.size(), std::size_t(1));
        QCOMPARE(v1->columns[0].jsonPath, std::string(".spec.moons"));
        QCOMPARE(v1->columns[0].priority, 1);
        const DefinedVersion *old = planet.version("v1alpha1");
        QVERIFY(old && !old->isServed && !old->isStored && old->isDeprecated && !old->hasStatus && !old->hasConditions);
        QVERIFY(!planet.version("v9"));
    }

    void aChangeIsToldOnceItSaysSomethingElse()
    {
        Fixture f;
        QTRY_COMPARE(f.told.size(), std::size_t(1));
        f.server.push(definitions, watchEvent("MODIFIED", "11")); // of its status: the generation stays
        QTRY_COMPARE(f.server.lists(planets), 2);
        f.server.set(planets, FakeCluster::ok(definition(2, "Rings")));
        f.server.push(definitions, watchEvent("MODIFIED", "12"));
        QTRY_COMPARE(f.told.size(), std::size_t(2));
        QCOMPARE((*f.told[1])->versions[0].columns[0].name, std::string("Rings"));
    }

    void anEndIsToldAndANewBeginning()
    {
        Fixture f;
        QTRY_COMPARE(f.told.size(), std::size_t(1));
        f.server.push(definitions, watchEvent("MODIFIED", "11"));
        QTRY_COMPARE(f.server.lists(planets), 2);
        f.server.push(definitions, watchEvent("DELETED", "12"));
        QTRY_COMPARE(f.told.size(), std::size_t(2));
        QCOMPARE(f.told[1].error().kind, ErrorKind::NotFound);
        f.server.push(definitions, watchEvent("ADDED", "13"));
        QTRY_COMPARE(f.told.size(), std::size_t(3));
        QVERIFY_RESULT(f.told[2]);
    }

    void nobodysDefinitionsAreNotRead()
    {
        Fixture f;
        QTRY_COMPARE(f.told.size(), std::size_t(1));
        f.subscription.reset();
        f.server.set(definitions + "/stars", FakeCluster::refusal(404, "NotFound", "not found"));
        f.server.push(definitions, watchEvent("MODIFIED", "11"));
        std::vector<Result<DefinitionPtr>> others;
        const Subscription other = f.ports().definitions->observe({"example.com", "stars"}, f.owner, [&others](Result<DefinitionPtr> said) { others.push_back(std::move(said)); });
        QTRY_COMPARE(others.size(), std::size_t(1));
        QCOMPARE(others[0].error().kind, ErrorKind::NotFound);
        QCOMPARE(f.server.lists(planets), 1);
        QCOMPARE(f.told.size(), std::size_t(1));
    }
};

ORRERY_GUILESS_TEST(SessionDefinitionsTest)
} // namespace session_definitions_test
#include "session_definitions_test.moc"
