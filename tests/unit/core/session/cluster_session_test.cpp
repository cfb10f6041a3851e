// SPDX-License-Identifier: Apache-2.0
// A session on its real thread: its health, its end and its credentials. The server is a FakeCluster.
#include "core/rest/renewed_error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

#include <QRegularExpression>

namespace cluster_session_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::OpenTable;
using kube::test::podJson;
using kube::test::podList;
using kube::test::podResource;
using kube::test::SessionFixture;

class ClusterSessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void nothingIsTouchedBeforeItIsOpened()
    {
        SessionFixture f;
        f.make();
        const auto count = f.answer(f.ports().cluster->count(podResource(), {}));
        QVERIFY(!count);
        QCOMPARE(count.error().kind, ErrorKind::Transport);
        QCOMPARE(f.server.transports(), 0);
        QVERIFY(f.states.empty());
    }

    void eachClusterHasAThreadOfItsOwn()
    {
        SessionFixture first, second;
        first.open();
        second.open();
        QTRY_VERIFY(first.isLive() && second.isLive());
        QVERIFY(first.server.thread() != second.server.thread());
        QVERIFY(first.server.thread() != std::this_thread::get_id() && second.server.thread() != std::this_thread::get_id());
        first.ports().cluster->open(); // again: ignored
        QVERIFY_RESULT(first.answer(first.ports().cluster->count({{"apiextensions.k8s.io", "v1", "customresourcedefinitions"}, "CustomResourceDefinition", {}, {}, {}, {}, {}, false}, {})));
        QCOMPARE(first.server.transports(), 1);
    }

    void itIsConnectingThenLiveWithItsCatalog()
    {
        SessionFixture f;
        f.server.set("GET /version", FakeCluster::hold());
        f.open();
        QTRY_COMPARE(f.states, std::vector<HealthState>{HealthState::Connecting});
        QVERIFY(!f.catalog);
        QCOMPARE(f.health.userName, std::string("anna")); // the kubeconfig's, as the server cannot say

        SessionFixture live;
        live.open();
        QTRY_VERIFY(live.isLive() && live.catalog);
        QCOMPARE(live.states, (std::vector<HealthState>{HealthState::Connecting, HealthState::Live}));
        QCOMPARE(live.health.serverVersion, std::string("v1.36.2"));
        QVERIFY(live.health.latency && !live.health.reason);
        QVERIFY(live.catalog->find({"apps", "deployments"}));
    }

    void aServerThatDoesNotTellWhatItOffersSaysWhyUntilItDoes()
    {
        SessionFixture f;
        for (const char *question : {"GET /api?", "GET /apis?"})
            f.server.set(question, FakeCluster::refusal(403, "Forbidden", "forbidden: User system:anonymous cannot get path"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("discovery: .*system:anonymous")));
        f.open();
        QTRY_COMPARE(f.health.state, HealthState::Forbidden);
        QVERIFY(f.health.reason && f.health.reason->message.contains(QStringLiteral("cannot get path")));
        QVERIFY(!f.catalog);

        f.server.set("GET /api?", FakeCluster::ok(kube::test::kubernetesFixture(QStringLiteral("discovery/api-aggregated"))));
        f.server.set("GET /apis?", FakeCluster::ok(kube::test::kubernetesFixture(QStringLiteral("discovery/apis-aggregated"))));
        f.ports().cluster->retryNow();
        QTRY_VERIFY(f.isLive() && f.catalog);
        QVERIFY(!f.health.reason);
    }

    void anOutageOfAServerThatDoesNotTellWhatItOffersEndsAsItBegan()
    {
        SessionFixture f;
        for (const char *question : {"GET /api?", "GET /apis?"})
            f.server.set(question, FakeCluster::refusal(403, "Forbidden", "forbidden: User system:anonymous cannot get path"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("discovery: .*system:anonymous")));
        f.open();
        QTRY_COMPARE(f.health.state, HealthState::Forbidden);
        for (const char *question : {"GET /api?", "GET /apis?"})
            f.server.set(question, FakeCluster::hold()); // one refusal is enough
        f.server.set("GET /version", FakeCluster::breakOff());
        f.ports().cluster->retryNow();
        QTRY_COMPARE(f.health.state, HealthState::Reconnecting);

        f.server.set("GET /version", FakeCluster::ok(kube::test::kubernetesFixture(QStringLiteral("discovery/version"))));
        f.server.set("GET /api?", FakeCluster::ok(kube::test::kubernetesFixture(QStringLiteral("discovery/api-aggregated"))));
        f.server.set("GET /apis?", FakeCluster::ok(kube::test::kubernetesFixture(QStringLiteral("discovery/apis-aggregated"))));
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive() && f.catalog, 60'000); // nobody asks it to
    }

    void whoSubscribesLateIsToldHowItStands()
    {
        SessionFixture f;
        f.open();
        QTRY_VERIFY(f.isLive() && f.catalog);
        HealthState late = HealthState::Closed;
        CatalogPtr catalog;
        const Subscription health = f.ports().cluster->onHealth(f.owner, [&late](const Health &told) { late = told.state; });
        const Subscription resources = f.ports().cluster->onCatalog(f.owner, [&catalog](CatalogPtr told) { catalog = std::move(told); });
        QTRY_COMPARE(late, HealthState::Live);
        QTRY_VERIFY(catalog && catalog == f.catalog);
    }

    void aServerThatIsNotThereHasFailedAndMayComeLater()
    {
        SessionFixture f;
        f.server.set("GET /version", FakeCluster::breakOff());
        f.open();
        QTRY_COMPARE(f.health.state, HealthState::Failed);
        QVERIFY(f.health.reason);
        QCOMPARE(f.health.reason->message, QStringLiteral("the cable is cut"));
        QCOMPARE(f.health.reason->place, QStringLiteral("https://server.test")); // not what it happened to be asked
        f.server.set("GET /version", FakeCluster::ok(kube::test::kubernetesFixture(QStringLiteral("discovery/version"))));
        f.ports().cluster->retryNow();
        QTRY_VERIFY(f.isLive() && f.catalog);
        QVERIFY(!f.health.reason);
    }

    void aServerThatStopsAnsweringIsReconnectingAndItsTablesSaySo()
    {
        SessionFixture f;
        f.server.set("GET /api/v1/namespaces/web/pods", podList(podJson("a", "1")));
        f.open();
        QTRY_VERIFY(f.isLive());
        OpenTable table;
        table.open(*f.ports().feed, f.owner);
        QTRY_COMPARE(table.freshness.state, FreshnessState::Live);
        const WallTime before = f.health.since;

        f.server.set("GET /version", FakeCluster::breakOff());
        f.ports().cluster->retryNow();
        QTRY_COMPARE(f.health.state, HealthState::Reconnecting);
        QVERIFY(f.health.since >= before);
        QCOMPARE(f.health.reason->kind, ErrorKind::Transport);
        // The table's own watch is still open: only the session knows better.
        QTRY_COMPARE(table.freshness.state, FreshnessState::Reconnecting);
        QVERIFY(table.freshness.asOf >= before);
        QCOMPARE(table.freshness.loaded, std::size_t(1));

        f.server.set("GET /version", FakeCluster::ok(kube::test::kubernetesFixture(QStringLiteral("discovery/version"))));
        f.ports().cluster->retryNow();
        QTRY_VERIFY(f.isLive());
        QTRY_COMPARE(table.freshness.state, FreshnessState::Live);
        QCOMPARE(f.states, (std::vector<HealthState>{HealthState::Connecting, HealthState::Live, HealthState::Reconnecting, HealthState::Live}));
    }

    void aTableThatLosesItsWatchMakesTheSessionLookAtOnce()
    {
        SessionFixture f;
        const QByteArray pods = "GET /api/v1/namespaces/web/pods";
        f.server.set(pods, podList(podJson("a", "1")));
        f.open();
        QTRY_VERIFY(f.isLive());
        OpenTable table;
        table.open(*f.ports().feed, f.owner);
        QTRY_COMPARE(f.server.watches(pods), 1);
        QTRY_COMPARE(table.freshness.state, FreshnessState::Live);
        f.server.set("GET /version", FakeCluster::breakOff());
        f.server.set(pods, FakeCluster::breakOff());
        f.server.cut(pods);
        QTRY_COMPARE(f.health.state, HealthState::Reconnecting);
    }

    void aConnectionThatWasGivenUpOnPurposeIsNoLoss()
    {
        SessionFixture f;
        const QByteArray pods = "GET /api/v1/namespaces/web/pods";
        f.server.set(pods, podList(podJson("a", "1")));
        f.open();
        QTRY_VERIFY(f.isLive());
        OpenTable table;
        table.open(*f.ports().feed, f.owner);
        QTRY_COMPARE(f.server.watches(pods), 1);
        QTRY_COMPARE(table.freshness.state, FreshnessState::Live);
        f.server.set("GET /version", FakeCluster::breakOff());
        Error renewed = Error::transport(QStringLiteral("for a new one"));
        renewed.code = error_code::Renewed;
        f.server.cut(pods, renewed);
        QTRY_COMPARE(f.server.watches(pods), 2);
        QVERIFY(f.isLive());
    }

    void refreshingDiscoversAgain()
    {
        SessionFixture f;
        const QByteArray whole = kube::test::kubernetesFixture(QStringLiteral("discovery/apis-aggregated"));
        f.server.set("GET /apis?", FakeCluster::ok("{\"kind\":\"APIGroupDiscoveryList\",\"apiVersion\":\"apidiscovery.k8s.io/v2\",\"items\":[]}"));
        f.open();
        QTRY_VERIFY(f.catalog);
        QVERIFY(!f.catalog->find({"apps", "deployments"}));
        f.server.set("GET /apis?", FakeCluster::ok(whole));
        f.ports().cluster->retryNow();
        QTRY_VERIFY(f.catalog->find({"apps", "deployments"}));
    }

    void anApiServiceThatComesIsDiscovered()
    {
        SessionFixture f;
        const QByteArray services = "GET /apis/apiregistration.k8s.io/v1/apiservices";
        f.server.set(services, FakeCluster::ok("{\"kind\":\"PartialObjectMetadataList\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}"));
        f.open();
        QTRY_VERIFY(f.isLive() && f.catalog);
        QTRY_COMPARE(f.server.watches(services), 1);
        QTRY_VERIFY_WITH_TIMEOUT(f.server.lists("GET /apis?") >= 2, 30'000); // a first answer is asked for again, and then believed
        const int asked = f.server.lists("GET /apis?");
        f.server.push(services, "{\"type\":\"ADDED\",\"object\":{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"name\":\"v1beta1.metrics.k8s.io\",\"uid\":\"u\",\"resourceVersion\":\"2\"}}}\n");
        QTRY_VERIFY_WITH_TIMEOUT(f.server.lists("GET /apis?") > asked, 30'000);
    }

    void aDiscoveryThatFailedIsTriedAgain()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("discovery: .*starting")));
        SessionFixture f;
        f.server.set("GET /apis?", FakeCluster::refusal(503, "ServiceUnavailable", "starting"));
        f.open();
        QTRY_COMPARE(f.health.state, HealthState::Failed);
        QVERIFY(!f.catalog);
        f.server.set("GET /apis?", FakeCluster::ok(kube::test::kubernetesFixture(QStringLiteral("discovery/apis-aggregated"))));
        QTRY_VERIFY(f.catalog && f.isLive());
    }

    void aRefusalIsForbiddenInTheServersWords()
    {
        SessionFixture f;
        f.server.set("GET /version", FakeCluster::refusal(403, "Forbidden", "no discovery for you"));
        f.open();
        QTRY_COMPARE(f.health.state, HealthState::Forbidden);
        QCOMPARE(f.health.reason->message, QStringLiteral("no discovery for you"));
    }

    void aConfigurationThatCannotBeUsedHasFailedWithTheReason()
    {
        SessionFixture f;
        SessionOptions options = f.server.options();
        options.config = [](const ConfigParts &) -> Result<RestConfig> { return fail(Error{ErrorKind::Tls, QStringLiteral("the key is damaged"), {}, {}}); };
        f.make(std::move(options));
        f.open();
        QTRY_COMPARE(f.health.state, HealthState::Failed);
        QCOMPARE(f.health.reason->message, QStringLiteral("the key is damaged"));
        // Everything else says so too, rather than wait for ever.
        OpenTable table;
        table.open(*f.ports().feed, f.owner);
        QTRY_COMPARE(table.freshness.state, FreshnessState::Failed);
        QCOMPARE(table.freshness.reason->kind, ErrorKind::Tls);
        QCOMPARE(f.answer(f.ports().cluster->namespaces()).error().kind, ErrorKind::Tls);
        QCOMPARE(f.server.transports(), 0);
    }

    void shuttingDownEndsWhatIsInFlightAsCanceled()
    {
        SessionFixture f;
        f.server.set("GET /api/v1/namespaces/web/pods", podList(podJson("a", "1")));
        f.server.set("GET /api/v1/namespaces", FakeCluster::hold());
        f.server.set("GET /apis/apps/v1/", FakeCluster::hold());
        f.open();
        QTRY_VERIFY(f.isLive());
        OpenTable table;
        table.open(*f.ports().feed, f.owner);
        QTRY_COMPARE(table.names(), QByteArray("!a"));
        auto names = f.ports().cluster->namespaces();
        auto scale = f.ports().scale->scale({{"apps", "v1", "deployments"}, "Deployment", {}, {}, {}, {}, {"scale"}}, {"web", "one"});
        QTRY_COMPARE(f.server.open("GET /apis/apps/v1/"), 1);
        int late = 0;
        const Subscription health = f.ports().cluster->onHealth(f.owner, [&late](const Health &) { ++late; });
        QTRY_VERIFY(late > 0);

        const std::thread::id sessionThread = f.server.thread();
        f.session.reset();
        QVERIFY(names.isReady() && scale.isReady());
        QCOMPARE(names.take().error().kind, ErrorKind::Canceled);
        QCOMPARE(scale.take().error().kind, ErrorKind::Canceled);
        QCOMPARE(table.workers(), 0);
        QVERIFY(table.workerEndedOn() == sessionThread);
        QCOMPARE(f.server.open("GET"), 0); // watches and all
        QCoreApplication::processEvents();
        const int told = late;
        f.mailbox->post([] {});
        QCoreApplication::processEvents();
        QCOMPARE(late, told);
        table.close(); // after the session: nothing to do
    }

    void manySessionsMayEndAtOnce()
    {
        for (int round = 0; round < 20; ++round) {
            SessionFixture f;
            f.open();
            auto names = f.ports().cluster->namespaces();
            f.session.reset(); // wherever it stands
            QVERIFY(names.isReady());
        }
    }

    void aTokenTypedByAPersonIsTriedAtOnce()
    {
        SessionFixture f;
        f.server.demand("Bearer good");
        f.open();
        QTRY_COMPARE(f.health.state, HealthState::Failed);
        QCOMPARE(f.health.reason->kind, ErrorKind::Unauthorized);
        f.ports().cluster->supplyToken("bad");
        f.ports().cluster->supplyToken("good");
        QTRY_VERIFY(f.isLive());
        QTRY_VERIFY(f.catalog);
        // The server's mind changes: what was typed does not serve any more, and a new one does.
        f.server.demand("Bearer better");
        f.ports().cluster->retryNow();
        QTRY_COMPARE(f.health.state, HealthState::Reconnecting);
        QCOMPARE(f.health.reason->kind, ErrorKind::Unauthorized);
        f.ports().cluster->supplyToken("better");
        QTRY_VERIFY(f.isLive());
    }

    void aTokenFromTheKeychainIsUsedFromTheFirstRequest()
    {
        SessionFixture f;
        f.server.demand("Bearer kept");
        SessionOptions options = f.server.options();
        options.token = "kept";
        f.make(std::move(options));
        f.open();
        QTRY_VERIFY(f.isLive());
        QCOMPARE(f.states, (std::vector<HealthState>{HealthState::Connecting, HealthState::Live}));
    }

    void aPassphraseOpensWhatCouldNotBeOpened()
    {
        SessionFixture f;
        SessionOptions options = f.server.options();
        options.config = [inner = options.config](const ConfigParts &parts) -> Result<RestConfig> {
            if (parts.passphrase == "secret")
                return inner(parts);
            return fail(Error{ErrorKind::Unauthorized, QStringLiteral("locked"), {}, {}, parts.passphrase.isEmpty() ? error_code::PassphraseRequired : error_code::PassphraseWrong});
        };
        f.make(std::move(options));
        OpenTable table;
        table.open(*f.ports().feed, f.owner); // opened before there is a server to ask
        f.server.set("GET /api/v1/namespaces/web/pods", podList(podJson("a", "1")));
        f.open();
        QTRY_COMPARE(f.health.state, HealthState::Failed);
        QCOMPARE(f.health.reason->code, QString(error_code::PassphraseRequired));
        f.ports().cluster->supplyPassphrase("wrong");
        QTRY_COMPARE(f.health.reason->code, QString(error_code::PassphraseWrong));
        f.ports().cluster->supplyPassphrase("secret");
        QTRY_VERIFY(f.isLive());
        QTRY_COMPARE(table.names(), QByteArray("!a"));
    }
};

ORRERY_GUILESS_TEST(ClusterSessionTest)
} // namespace cluster_session_test
#include "cluster_session_test.moc"
