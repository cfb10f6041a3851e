// SPDX-License-Identifier: Apache-2.0
// Deleting, evicting and draining through a session, on its real thread. The server is a FakeCluster.
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_removal_port_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::podJson;
using kube::test::SessionFixture;

namespace {

const RemovalTarget pod{{{"", "v1", "pods"}, "Pod", true}, {"web", "a"}, "u-a"};
const QByteArray podPath = "/api/v1/namespaces/web/pods";
const FakeCluster::Answer gone = FakeCluster::refusal(404, "NotFound", "it is not found");

struct Fixture : SessionFixture {
    RemovalProgressPtr progress;
    OwnedFindingsPtr findings;
    DrainStatePtr drained;

    Fixture() { open(); }
    [[nodiscard]] RemovalPort &port() const { return *ports().removal; }
    [[nodiscard]] std::unique_ptr<Removing> remove(RemovalMeans means)
    {
        RemovalOrder order{{pod}};
        order.means = means;
        return port().remove(order, owner, [this](RemovalProgressPtr told) { progress = std::move(told); });
    }
    [[nodiscard]] bool isAt(RemovalPhase phase) const { return progress && progress->items.front().phase == phase; }
};

} // namespace

class SessionRemovalPortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatGoesWithAnObjectIsFoundAmongAllKinds()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive() && f.catalog);
        f.server.set("GET " + podPath + "/a", FakeCluster::ok(podJson("a", "1")));
        f.server.set("GET /", FakeCluster::ok("{\"kind\":\"PartialObjectMetadataList\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{},\"items\":[]}"));
        f.server.set("GET /api/v1/namespaces/web/configmaps",
                     FakeCluster::ok("{\"kind\":\"PartialObjectMetadataList\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{},\"items\":[{\"metadata\":{\"name\":\"c\","
                                     "\"namespace\":\"web\",\"uid\":\"u-c\",\"ownerReferences\":[{\"kind\":\"Pod\",\"name\":\"a\",\"uid\":\"u-a\"}]}}]}"));
        const Subscription search = f.port().find({pod}, f.owner, [&](OwnedFindingsPtr told) { f.findings = std::move(told); });
        QTRY_VERIFY(f.findings && f.findings->isComplete());
        QCOMPARE(f.findings->rows.size(), std::size_t(1));
        QCOMPARE(f.findings->kinds[f.findings->rows.front().object.kind].kind, std::string("ConfigMap"));
        QCOMPARE(f.findings->kinds.front().kind, std::string("ReplicaSet")); // most is found there
    }

    void aDeletionIsToldToItsEnd()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("DELETE " + podPath + "/a", FakeCluster::ok(podJson("a", "2")));
        f.server.set("GET " + podPath + "/a", FakeCluster::ok(podJson("a", "2")));
        const auto removing = f.remove(RemovalMeans::Delete);
        QTRY_VERIFY(f.isAt(RemovalPhase::Going));
        f.server.set("GET " + podPath + "/a", gone);
        QTRY_VERIFY(f.isAt(RemovalPhase::Gone));
    }

    void aDroppedDeletionTellsNothingMore()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("DELETE " + podPath + "/a", FakeCluster::hold());
        auto removing = f.remove(RemovalMeans::Delete);
        QTRY_COMPARE(f.server.open("DELETE"), 1);
        removing.reset();
        QTRY_COMPARE(f.server.open("DELETE"), 0);
    }

    void anEvictionThatIsStoppedIsNotSentAgain()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("POST " + podPath + "/a/eviction", FakeCluster::refusal(429, "TooManyRequests", "the budget of web allows none"));
        const auto removing = f.remove(RemovalMeans::Evict);
        QTRY_VERIFY(f.isAt(RemovalPhase::Blocked));
        QCOMPARE(f.progress->items.front().error->message, QStringLiteral("the budget of web allows none"));
        removing->stop();
        QTRY_VERIFY(f.isAt(RemovalPhase::NotSent));
        QVERIFY(f.progress->isFinished());
    }

    void aNodeIsReadThenDrained()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("GET /api/v1/nodes/n1", FakeCluster::ok("{\"kind\":\"Node\",\"metadata\":{\"name\":\"n1\"}}"));
        f.server.set("GET /api/v1/pods?fieldSelector", FakeCluster::ok("{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[" + podJson("a", "1") + "]}"));
        const auto draining = f.port().drain("n1", f.owner, [&](DrainStatePtr told) { f.drained = std::move(told); });
        QTRY_VERIFY(f.drained && f.drained->phase == DrainState::Phase::Asking);
        QCOMPARE(f.drained->pods.size(), std::size_t(1));
        f.server.set("PATCH /api/v1/nodes/n1", FakeCluster::ok("{\"kind\":\"Node\",\"metadata\":{\"name\":\"n1\"},\"spec\":{\"unschedulable\":true}}"));
        f.server.set("POST " + podPath + "/a/eviction", FakeCluster::ok("{\"kind\":\"Status\",\"status\":\"Success\"}"));
        f.server.set("GET " + podPath + "/a", gone);
        DrainOptions options;
        options.consent.endUnmanaged = true;
        draining->start(options);
        QTRY_VERIFY(f.drained->phase == DrainState::Phase::Finished);
        QVERIFY(f.drained->isCordoned);
        QCOMPARE(f.drained->evictions.count(RemovalPhase::Gone), std::size_t(1));
        const auto write = *f.answer(f.ports().revert->lastWrite({{"", "v1", "pods"}, "Pod", {}, {}, {}, {}, {}}, {"web", "a"}));
        QVERIFY(write && write->noRevert == NoRevert::Eviction);
    }

    void anEvictionIsRememberedAsOneThatCannotBeTakenBack()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("POST " + podPath + "/a/eviction", FakeCluster::ok("{\"kind\":\"Status\",\"status\":\"Success\"}"));
        f.server.set("GET " + podPath + "/a", gone);
        const auto removing = f.remove(RemovalMeans::Evict);
        QTRY_VERIFY(f.isAt(RemovalPhase::Gone));
        const auto write = *f.answer(f.ports().revert->lastWrite({{"", "v1", "pods"}, "Pod", {}, {}, {}, {}, {}}, {"web", "a"}));
        QVERIFY(write && write->noRevert == NoRevert::Eviction);
    }
};

ORRERY_GUILESS_TEST(SessionRemovalPortTest)
} // namespace session_removal_port_test
#include "session_removal_port_test.moc"
