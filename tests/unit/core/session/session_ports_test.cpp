// SPDX-License-Identifier: Apache-2.0
// What windows do through a session's ports, on its real thread. The server is a FakeCluster.
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_ports_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::OpenTable;
using kube::test::podJson;
using kube::test::podList;
using kube::test::podResource;
using kube::test::SessionFixture;

namespace {

const QByteArray podsPath = "GET /api/v1/namespaces/web/pods";

QByteArray scaleJson(int replicas)
{
    return "{\"kind\":\"Scale\",\"apiVersion\":\"autoscaling/v1\",\"metadata\":{\"name\":\"one\",\"namespace\":\"web\",\"resourceVersion\":\"7\"},\"spec\":{\"replicas\":"
        + QByteArray::number(replicas) + "},\"status\":{\"replicas\":1,\"selector\":\"app=one\"}}";
}

ResourceInfo deployments()
{
    return {{"apps", "v1", "deployments"}, "Deployment", {}, {}, {}, {}, {"scale"}};
}

struct Fixture : SessionFixture {
    Fixture()
    {
        server.set(podsPath, podList(podJson("a", "1")));
        open();
        (void)QTest::qWaitFor([this] { return isLive(); }, 30000);
    }
};

} // namespace

class SessionPortsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void twoWindowsShareAnInformer()
    {
        Fixture f;
        OpenTable first, second;
        first.open(*f.ports().feed, f.owner);
        QTRY_COMPARE(first.names(), QByteArray("!a"));
        const auto otherMailbox = Mailbox::create();
        const Owner otherWindow(otherMailbox);
        second.open(*f.ports().feed, otherWindow);
        QTRY_COMPARE(second.names(), QByteArray("!a"));
        QTRY_COMPARE(second.freshness.state, FreshnessState::Live);
        QCOMPARE(f.server.lists(podsPath), 1);
        QCOMPARE(f.server.watches(podsPath), 1);

        f.server.push(podsPath, "{\"type\":\"ADDED\",\"object\":" + podJson("b", "11") + "}\n");
        QTRY_COMPARE(first.names(), QByteArray("!a b"));
        QTRY_COMPARE(second.names(), QByteArray("!a b"));
        first.close();
        QTRY_COMPARE(first.workers(), 0);
        QVERIFY(first.workerEndedOn() == f.server.thread());
        f.server.push(podsPath, "{\"type\":\"DELETED\",\"object\":" + podJson("b", "12") + "}\n");
        QTRY_COMPARE(second.names(), QByteArray("!a b b"));
        QCOMPARE(first.names(), QByteArray("!a b"));
        QCOMPARE(f.server.open(podsPath), 1);
        second.close();
        otherMailbox->close();
    }

    void aTableClosedBeforeItsTurnIsNeverMade()
    {
        SessionFixture f;
        f.make();
        OpenTable table;
        table.open(*f.ports().feed, f.owner); // waits for the session to be opened
        table.close();
        f.open();
        QTRY_VERIFY(f.isLive());
        (void)f.answer(f.ports().objects->fetch(podResource(), {"db", "a"})); // goes the way the table would have gone
        QCOMPARE(f.server.lists(podsPath), 0);
        QCOMPARE(table.workers(), 0);
    }

    void aResourceThatCannotBeWatchedIsReadOnce()
    {
        Fixture f;
        FeedRequest request;
        request.resource = podResource();
        request.resource.verbs = {"list"};
        request.scope.names = {"web"};
        struct Nothing final : FeedWorker {};
        Freshness freshness;
        const Subscription table = f.ports().feed->open(request, [](FeedSource &source) {
            source.start({[](const ObjectKey &, bool) {}, {}});
            return std::make_unique<Nothing>();
        }, f.owner, [&freshness](Freshness told) { freshness = std::move(told); });
        QTRY_COMPARE(freshness.state, FreshnessState::AsOf);
        QCOMPARE(freshness.loaded, std::size_t(1));
        QCOMPARE(f.server.watches(podsPath), 0);
    }

    void anObjectIsFollowedInTheTableThatHasIt()
    {
        Fixture f;
        OpenTable table;
        table.open(*f.ports().feed, f.owner);
        QTRY_COMPARE(table.freshness.state, FreshnessState::Live);
        QTRY_COMPARE(table.names(), QByteArray("!a"));
        std::vector<std::string> versions;
        Subscription observation = f.ports().objects->observe(podResource(), {"web", "a"}, f.owner, [&](const ObjectPtr &object, const Freshness &) {
            versions.push_back(object ? std::string(object->resourceVersion()) : "gone");
        });
        QTRY_COMPARE(versions, std::vector<std::string>{"1"});
        f.server.push(podsPath, "{\"type\":\"MODIFIED\",\"object\":" + podJson("a", "11") + "}\n");
        QTRY_COMPARE(versions, (std::vector<std::string>{"1", "11"}));
        f.server.push(podsPath, "{\"type\":\"DELETED\",\"object\":" + podJson("a", "12") + "}\n");
        QTRY_COMPARE(versions, (std::vector<std::string>{"1", "11", "gone"}));
        QCOMPARE(f.server.lists(podsPath), 1); // no watch of its own
        observation.reset();
    }

    void anObjectOfNoTableIsWatchedByItself()
    {
        Fixture f;
        ObjectPtr seen;
        const Subscription observation = f.ports().objects->observe(podResource(), {"web", "a"}, f.owner, [&](ObjectPtr object, const Freshness &) { seen = std::move(object); });
        QTRY_VERIFY(seen);
        QCOMPARE(seen->key().name, std::string("a"));
        QCOMPARE(f.server.lists(podsPath), 1);
        QTRY_COMPARE(f.server.watches(podsPath), 1);
    }

    void anObjectIsFetchedWithAllItsFields()
    {
        Fixture f;
        f.server.set(podsPath + "/a", FakeCluster::ok(podJson("a", "1")));
        const auto fetched = f.answer(f.ports().objects->fetch(podResource(), {"web", "a"}));
        QVERIFY_RESULT(fetched);
        QCOMPARE(*fetched, podJson("a", "1"));
        QCOMPARE(f.answer(f.ports().objects->fetch(podResource(), {"db", "a"})).error().kind, ErrorKind::NotFound);
    }

    void objectsAreCountedByTheFirstPage()
    {
        Fixture f;
        f.server.set(podsPath + "?limit=1", FakeCluster::ok("{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\",\"remainingItemCount\":41,\"continue\":\"x\"},\"items\":["
                                                           + podJson("a", "1") + "]}"));
        const auto count = f.answer(f.ports().cluster->count(podResource(), {{"web"}}));
        QVERIFY_RESULT(count);
        QCOMPARE(*count, std::int64_t(42));
    }

    void namespacesAreNamedInOrderOrForbidden()
    {
        Fixture f;
        const QByteArray item = "{\"metadata\":{\"name\":\"%1\",\"uid\":\"u\",\"resourceVersion\":\"1\"}}";
        f.server.set("GET /api/v1/namespaces", FakeCluster::ok("{\"kind\":\"NamespaceList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":["
                                                              + QByteArray(item).replace("%1", "web") + ',' + QByteArray(item).replace("%1", "db") + "]}"));
        const auto names = f.answer(f.ports().cluster->namespaces());
        QVERIFY_RESULT(names);
        QCOMPARE(*names, (std::vector<std::string>{"db", "web"}));
        f.server.set("GET /api/v1/namespaces", FakeCluster::refusal(403, "Forbidden", "not you"));
        QCOMPARE(f.answer(f.ports().cluster->namespaces()).error().kind, ErrorKind::Forbidden);
    }

    void theScaleIsReadAndWrittenAndAConflictKeepsItsWords()
    {
        Fixture f;
        const QByteArray path = "/apis/apps/v1/namespaces/web/deployments/one/scale";
        f.server.set("GET " + path, FakeCluster::ok(scaleJson(3)));
        const auto read = f.answer(f.ports().scale->scale(deployments(), {"web", "one"}));
        QVERIFY_RESULT(read);
        QCOMPARE(read->desired, std::int64_t(3));
        QCOMPARE(read->current, std::int64_t(1));
        QCOMPARE(read->resourceVersion, std::string("7"));
        f.server.set("PUT " + path, FakeCluster::ok(scaleJson(5)));
        const auto written = f.answer(f.ports().scale->setScale(deployments(), {"web", "one"}, 5, "7"));
        QVERIFY_RESULT(written);
        QCOMPARE(written->desired, std::int64_t(5));
        f.server.set("PUT " + path, FakeCluster::refusal(409, "Conflict", "the object has been modified"));
        const auto stale = f.answer(f.ports().scale->setScale(deployments(), {"web", "one"}, 6, "7"));
        QVERIFY(!stale);
        QCOMPARE(stale.error().kind, ErrorKind::Conflict);
        QCOMPARE(stale.error().message, QStringLiteral("the object has been modified"));
    }

    void aRightIsAskedForOnce()
    {
        Fixture f;
        const QByteArray path = "POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
        f.server.set(path, FakeCluster::ok("{\"kind\":\"SelfSubjectAccessReview\",\"apiVersion\":\"authorization.k8s.io/v1\",\"status\":{\"allowed\":true}}"));
        for (int i = 0; i < 3; ++i) {
            const auto may = f.answer(f.ports().cluster->mayI("update", deployments(), "scale", "web"));
            QVERIFY_RESULT(may);
            QVERIFY(*may);
        }
        QCOMPARE(f.server.lists(path), 1);
    }

    void aLogIsFollowedUntilItIsLetGo()
    {
        Fixture f;
        f.server.set(podsPath + "/a/log", FakeCluster::Answer{FakeCluster::Answer::Way::Stream, 200, {}});
        QByteArray text;
        Subscription log = f.ports().logs->follow({{"web", "a"}, "c"}, f.owner, [&text](const LogChunk &chunk) { text += chunk.lines; });
        QTRY_COMPARE(f.server.open(podsPath + "/a/log"), 1);
        f.server.push(podsPath + "/a/log", "2026-01-01T00:00:00.000000001Z one\n");
        QTRY_COMPARE(text, QByteArray("one\n"));
        log.reset();
        QTRY_COMPARE(f.server.open(podsPath + "/a/log"), 0);
    }
};

ORRERY_GUILESS_TEST(SessionPortsTest)
} // namespace session_ports_test
#include "session_ports_test.moc"
