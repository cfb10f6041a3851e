// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/discovery_client.h"
#include "tests/support/fixtures.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace discovery_client_test {

using namespace kube;
using kube::test::fixture;

namespace {

struct Fixture : kube::test::RestFixture {
    DiscoveryClient discovery{client, time};

    void serve(const char *path, const char *file, int status = 200)
    {
        server->on(QByteArray("GET ") + path + "?timeout=32s",
                   {status, fixture((QByteArray("kubernetes-1.36/discovery/") + file).constData())});
    }
    void serveText(const char *path, int status, QByteArray body)
    {
        server->on(QByteArray("GET ") + path + "?timeout=32s", {status, std::move(body)});
    }
    QStringList failed(const ServerResources &resources)
    {
        QStringList names;
        for (const DiscoveryFailure &failure : resources.failures)
            names.append(QString::fromStdString(failure.groupVersion.apiVersion()));
        return names;
    }
};

const char twoGroups[] = R"({"kind":"APIGroupList","apiVersion":"v1","groups":[
  {"name":"apps","versions":[{"groupVersion":"apps/v1","version":"v1"}],"preferredVersion":{"groupVersion":"apps/v1","version":"v1"}},
  {"name":"broken.example.com","versions":[{"groupVersion":"broken.example.com/v1","version":"v1"}],"preferredVersion":{"groupVersion":"broken.example.com/v1","version":"v1"}}]})";
const char oneGroup[] = R"({"kind":"APIGroupList","apiVersion":"v1","groups":[
  {"name":"apps","versions":[{"groupVersion":"apps/v1","version":"v1"}],"preferredVersion":{"groupVersion":"apps/v1","version":"v1"}}]})";
const char notFound[] = R"({"kind":"Status","apiVersion":"v1","status":"Failure","message":"the server could not find the requested resource","reason":"NotFound","code":404})";
const char forbidden[] = R"({"kind":"Status","apiVersion":"v1","status":"Failure","message":"forbidden","reason":"Forbidden","code":403})";

} // namespace

class DiscoveryClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aModernServerIsDiscoveredInTwoCalls()
    {
        Fixture f;
        f.serve("/api", "api-aggregated.json");
        f.serve("/apis", "apis-aggregated.json");
        const auto found = f.answer(f.discovery.discover());
        QVERIFY_RESULT(found);
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        QCOMPARE(f.server->last().header("Accept"),
                 QByteArray("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                            "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json"));
        QCOMPARE((*found)->groups.front().name, std::string());
        QVERIFY((*found)->find({"", "v1", "pods"}));
        QVERIFY((*found)->find({"samplecontroller.k8s.io", "v1alpha1", "foos"}));
    }

    void aTimeoutOfTheConfigurationIsItsOwn()
    {
        RestConfig config = Fixture::config();
        config.timeout = std::chrono::seconds(5);
        Fixture f;
        RestClient client(config, {f.server, f.time, f.time, [] { return 0.5; }});
        DiscoveryClient discovery(client, f.time);
        const auto version = discovery.serverVersion();
        f.time->run();
        QCOMPARE(f.server->last().line(), QByteArray("GET /version?timeout=5s"));
        const auto all = discovery.discover();
        f.time->run();
        QVERIFY2(f.server->last().line().endsWith("?timeout=5s"), f.server->last().line().constData());
    }

    void anOldServerIsAskedGroupVersionByGroupVersion()
    {
        Fixture f;
        f.serve("/api", "api-legacy.json");
        f.serveText("/apis", 200, oneGroup);
        f.serve("/api/v1", "api-v1.json");
        f.serve("/apis/apps/v1", "apis-apps-v1.json");
        const auto found = f.answer(f.discovery.discover());
        QVERIFY_RESULT(found);
        QCOMPARE(f.server->exchanges.size(), std::size_t(4));
        QCOMPARE((*found)->groups.size(), std::size_t(2));
        QCOMPARE((*found)->groups.front().name, std::string());
        QCOMPARE((*found)->group("apps")->preferredVersion, std::string("v1"));
        QVERIFY((*found)->find({"", "v1", "pods"})->subresource("log"));
    }

    void onlyTheHalfThatIsLegacyIsAskedFurther()
    {
        Fixture f;
        f.serve("/api", "api-legacy.json");
        f.serve("/apis", "apis-aggregated.json");
        f.serve("/api/v1", "api-v1.json");
        const auto found = f.answer(f.discovery.discover());
        QVERIFY_RESULT(found);
        QCOMPARE(f.server->exchanges.size(), std::size_t(3));
        QCOMPARE((*found)->groups.front().name, std::string());
        QVERIFY((*found)->find({"apps", "v1", "deployments"}));
    }

    void aBrokenGroupStandsBesideTheOthers()
    {
        Fixture f;
        f.serve("/api", "api-legacy.json");
        f.serveText("/apis", 200, twoGroups);
        f.serve("/api/v1", "api-v1.json");
        f.serve("/apis/apps/v1", "apis-apps-v1.json");
        f.serve("/apis/broken.example.com/v1", "apis-broken-v1-503.txt", 503);
        const auto found = f.answer(f.discovery.discover());
        QVERIFY_RESULT(found);
        QCOMPARE(f.failed(**found), QStringList{QStringLiteral("broken.example.com/v1")});
        QCOMPARE((*found)->failures.front().error.kind, ErrorKind::Server);
        QVERIFY((*found)->find({"apps", "v1", "deployments"}));
        QCOMPARE(f.server->exchanges.size(), std::size_t(5));
    }

    void aGroupThatVanishedMeanwhileMakesItAskOnceMore()
    {
        Fixture f;
        f.serve("/api", "api-legacy.json");
        f.serveText("/apis", 200, twoGroups);
        f.serveText("/apis", 200, oneGroup);
        f.serve("/api/v1", "api-v1.json");
        f.serve("/apis/apps/v1", "apis-apps-v1.json");
        f.serveText("/apis/broken.example.com/v1", 404, notFound);
        const auto found = f.answer(f.discovery.discover());
        QVERIFY_RESULT(found);
        QVERIFY((*found)->failures.empty());
        QVERIFY(!(*found)->group("broken.example.com"));
    }

    void aGroupThatKeepsVanishingIsAFailure()
    {
        Fixture f;
        f.serve("/api", "api-legacy.json");
        f.serveText("/apis", 200, twoGroups);
        f.serve("/api/v1", "api-v1.json");
        f.serve("/apis/apps/v1", "apis-apps-v1.json");
        f.serveText("/apis/broken.example.com/v1", 404, notFound);
        const auto found = f.answer(f.discovery.discover());
        QVERIFY_RESULT(found);
        QCOMPARE((*found)->failures.size(), std::size_t(1));
        QCOMPARE(f.server->exchanges.size(), std::size_t(10));
    }

    void aServerWithoutACoreGroupIsServed()
    {
        Fixture f;
        f.serveText("/api", 404, notFound);
        f.serve("/apis", "apis-aggregated.json");
        const auto found = f.answer(f.discovery.discover());
        QVERIFY_RESULT(found);
        QCOMPARE((*found)->groups.front().name, std::string("apiregistration.k8s.io"));
    }

    void aServerThatForbidsItsGroupsIsAnError()
    {
        Fixture f;
        f.serveText("/api", 403, forbidden);
        f.serveText("/apis", 403, forbidden);
        const auto found = f.answer(f.discovery.discover());
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Forbidden);
    }

    void aLoginPageIsNoDiscovery()
    {
        Fixture f;
        f.serveText("/api", 200, "<html>please sign in</html>");
        f.serveText("/apis", 200, R"({"hello":"world"})");
        const auto found = f.answer(f.discovery.discover());
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::BadInput);
        QCOMPARE(found.error().place, QStringLiteral("/apis"));
    }

    void theVersionIsRead()
    {
        Fixture f;
        f.serve("/version", "version.json");
        const auto version = f.answer(f.discovery.serverVersion());
        QVERIFY_RESULT(version);
        QCOMPARE(version->gitVersion, std::string("v1.36.2"));
    }

    void stoppingEndsItAsCanceled()
    {
        Fixture f;
        std::stop_source source;
        auto found = f.discovery.discover(source.get_token());
        f.time->run();
        QVERIFY(!found.isReady());
        source.request_stop();
        const auto result = f.answer(std::move(found));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Canceled);
    }

    void theClientsDeathEndsItAsCanceled()
    {
        kube::test::RestFixture f;
        auto discovery = std::make_unique<DiscoveryClient>(f.client, f.time);
        auto found = discovery->discover();
        f.time->run();
        discovery.reset();
        for (const auto &exchange : f.server->exchanges)
            exchange->answer(404, notFound);
        const auto result = f.answer(std::move(found));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Canceled);
    }
};

ORRERY_GUILESS_TEST(DiscoveryClientTest)
} // namespace discovery_client_test
#include "discovery_client_test.moc"
