// SPDX-License-Identifier: Apache-2.0
// What objects were before the last write of a session, on its real thread. The server is a FakeCluster.
#include "core/manifest/manifest_reader.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_revert_port_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::SessionFixture;

namespace {

const ResourceInfo pods{{"", "v1", "pods"}, "Pod", {}, {}, {}, {}, {}};
const ObjectKey key{"web", "a"};
const QByteArray path = "/api/v1/namespaces/web/pods/a";

QByteArray pod(int version, const char *label)
{
    return "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\",\"namespace\":\"web\",\"uid\":\"u\",\"resourceVersion\":\"" + QByteArray::number(version)
        + "\",\"labels\":{\"l\":\"" + label + "\"}}}";
}

struct Fixture : SessionFixture {
    Fixture() { open(); }
    RememberedWritePtr lastWrite() const { return *answer(ports().revert->lastWrite(pods, key)); }
};

} // namespace

class SessionRevertPortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aSingleWriteIsRememberedWithWhatWasBefore()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        QVERIFY(!f.lastWrite());
        f.server.set("GET " + path, FakeCluster::ok(pod(1, "old")));
        f.server.set("PATCH " + path, FakeCluster::ok(pod(2, "new")));
        WriteOptions dryRun;
        dryRun.dryRun = DryRun::All;
        QVERIFY(f.answer(f.ports().changes->patch(pods.gvr, key, PatchType::Merge, "{}", dryRun)));
        QVERIFY(!f.lastWrite());
        QVERIFY(f.answer(f.ports().changes->patch(pods.gvr, key, PatchType::Merge, "{}", {})));
        const auto write = f.lastWrite();
        QVERIFY(write);
        QCOMPARE(write->before, pod(1, "old").toStdString());
        QCOMPARE(write->after, pod(2, "new").toStdString());
    }

    void whatIsMadeIsRememberedAsMade()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("POST /api/v1/namespaces/web/pods", FakeCluster::ok(pod(1, "new")));
        QVERIFY(f.answer(f.ports().changes->create(pods.gvr, {"web", {}}, pod(1, "new"), {})));
        const auto write = f.lastWrite();
        QVERIFY(write && write->isCreation());
        QCOMPARE(write->after, pod(1, "new").toStdString());
    }

    void whatADeletionTakesIsReadBefore()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("GET " + path, FakeCluster::ok(pod(1, "old")));
        f.server.set("DELETE " + path, FakeCluster::ok("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}"));
        RemovalProgressPtr progress;
        RemovalOrder order;
        order.targets = {{removalKind(pods), key, "u"}};
        const auto removing = f.ports().removal->remove(order, f.owner, [&progress](RemovalProgressPtr told) { progress = std::move(told); });
        QTRY_VERIFY(progress && progress->isFinished());
        QVERIFY(progress->items[0].phase == RemovalPhase::Gone);
        const auto write = f.lastWrite();
        QVERIFY(write && write->isDeletion());
        QCOMPARE(write->before, pod(1, "old").toStdString());
    }

    void whatIsNotDeletedOrCannotBeReadIsNotRemembered()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        RemovalOrder order;
        order.targets = {{removalKind(pods), key, "u"}};
        const auto removed = [&] {
            RemovalProgressPtr progress;
            const auto removing = f.ports().removal->remove(order, f.owner, [&progress](RemovalProgressPtr told) { progress = std::move(told); });
            return QTest::qWaitFor([&] { return progress && progress->isFinished(); }, 30000) ? progress->items[0].phase : RemovalPhase::Waiting;
        };
        f.server.set("GET " + path, FakeCluster::ok(pod(1, "old")));
        f.server.set("DELETE " + path, FakeCluster::refusal(422, "Invalid", "no"));
        QVERIFY(removed() == RemovalPhase::Refused);
        QVERIFY(!f.lastWrite());
        f.server.set("GET " + path, FakeCluster::refusal(403, "Forbidden", "no"));
        f.server.set("DELETE " + path, FakeCluster::ok("{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}"));
        QVERIFY(removed() == RemovalPhase::Gone);
        QVERIFY(!f.lastWrite());
    }

    void writesAreToldAsTheyHappen()
    {
        Fixture f;
        RememberedWrites writes;
        const Subscription subscription = f.ports().revert->onWrites(f.owner, [&writes](RememberedWrites told) { writes = std::move(told); });
        QTRY_VERIFY(writes);
        QVERIFY(writes->empty());
        QTRY_VERIFY(f.isLive());
        f.server.set("POST /api/v1/namespaces/web/pods", FakeCluster::ok(pod(1, "new")));
        QVERIFY(f.answer(f.ports().changes->create(pods.gvr, {"web", {}}, pod(1, "new"), {})));
        QTRY_COMPARE(writes->size(), std::size_t(1));
        QCOMPARE(writes->front()->key.name, std::string("a"));
    }

    void whoMayNotReadStillWrites()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("GET " + path, FakeCluster::refusal(403, "Forbidden", "no"));
        f.server.set("PATCH " + path, FakeCluster::ok(pod(2, "new")));
        QVERIFY(f.answer(f.ports().changes->patch(pods.gvr, key, PatchType::Merge, "{}", {})));
        QVERIFY(!f.lastWrite());
    }

    void anAppliedDocumentIsRemembered()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("GET " + path, FakeCluster::ok(pod(1, "old")));
        f.server.set("PATCH " + path, FakeCluster::ok(pod(2, "new")));
        ManifestStatePtr state;
        const auto run = f.ports().manifests->open({}, readManifest("apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: web, labels: {l: new}}\n", {}), f.owner,
                                                   [&state](const ManifestStatePtr &told) { state = told; });
        run->feed(manifest_input::Apply{});
        QTRY_VERIFY(state && state->items[0].isApplied());
        QVERIFY(f.lastWrite());
        QCOMPARE(f.lastWrite()->before, pod(1, "old").toStdString());
    }
};

ORRERY_GUILESS_TEST(SessionRevertPortTest)
} // namespace session_revert_port_test
#include "session_revert_port_test.moc"
