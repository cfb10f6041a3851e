// SPDX-License-Identifier: Apache-2.0
// Sets of documents through a session, on its real thread. The server is a FakeCluster.
#include "core/manifest/manifest_reader.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_manifest_port_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::podJson;
using kube::test::SessionFixture;

namespace {

const QByteArray path = "/api/v1/namespaces/web/pods/a";
const std::string text = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: web}\n";

} // namespace

class SessionManifestPortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aSetIsToldAtOnceAndTriedWhenAskedTo()
    {
        SessionFixture f;
        f.open();
        QTRY_VERIFY(f.isLive());
        f.server.set("GET " + path, FakeCluster::refusal(404, "NotFound", "pods \"a\" not found"));
        f.server.set("PATCH " + path, FakeCluster::ok(podJson("a", "2")));
        ManifestStatePtr state;
        const auto run = f.ports().manifests->open({}, readManifest(text, {}), f.owner, [&state](const ManifestStatePtr &told) { state = told; });
        QTRY_VERIFY(state);
        QCOMPARE(state->items.size(), std::size_t(1));
        QVERIFY(!state->isRunning());
        run->feed(manifest_input::DryRun{});
        QTRY_VERIFY(state->items[0].verdict == ManifestVerdict::WouldCreate);
        run->feed(manifest_input::Apply{});
        QTRY_VERIFY(state->items[0].verdict == ManifestVerdict::Created);
        QTRY_VERIFY(!state->isRunning());
    }

    void aRightThatIsMissingIsToldBeforeAnythingIsSent()
    {
        SessionFixture f;
        f.open();
        QTRY_VERIFY(f.isLive());
        f.server.set("GET " + path, FakeCluster::refusal(404, "NotFound", "pods \"a\" not found"));
        f.server.set("POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                     FakeCluster::ok("{\"kind\":\"SelfSubjectAccessReview\",\"apiVersion\":\"authorization.k8s.io/v1\",\"status\":{\"allowed\":false}}"));
        ManifestStatePtr state;
        const auto run = f.ports().manifests->open({}, readManifest(text, {}), f.owner, [&state](const ManifestStatePtr &told) { state = told; });
        run->feed(manifest_input::DryRun{});
        QTRY_VERIFY(state && state->items[0].verdict == ManifestVerdict::NotAllowed);
        QCOMPARE(state->items[0].missingVerb, std::string("patch"));
        QCOMPARE(f.server.lists("PATCH " + path), 0);
    }

    void whatIsDroppedTellsNothingMore()
    {
        SessionFixture f;
        f.open();
        int told = 0;
        auto run = f.ports().manifests->open({}, readManifest(text, {}), f.owner, [&told](const ManifestStatePtr &) { ++told; });
        run.reset();
        QTRY_VERIFY(f.isLive());
        QCOMPARE(told, 0);
    }
};

ORRERY_GUILESS_TEST(SessionManifestPortTest)
} // namespace session_manifest_port_test
#include "session_manifest_port_test.moc"
