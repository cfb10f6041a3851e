// SPDX-License-Identifier: Apache-2.0
// Single writes through a session, on its real thread. The server is a FakeCluster.
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_change_port_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::podJson;
using kube::test::SessionFixture;

namespace {

const GroupVersionResource pods{"", "v1", "pods"};
const ObjectKey key{"web", "a"};
const QByteArray path = "/api/v1/namespaces/web/pods";

QByteArray page(const QByteArray &item, const QByteArray &next)
{
    return "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\",\"continue\":\"" + next + "\"},\"items\":[" + item + "]}";
}

struct Fixture : SessionFixture {
    Fixture() { open(); }
    [[nodiscard]] ChangePort &changes() const { return *ports().changes; }
};

} // namespace

class SessionChangePortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aListIsReadPageByPage()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("GET " + path, FakeCluster::ok(page(podJson("a", "1"), "more")));
        f.server.set("GET " + path + "?labelSelector=app%3Dx&limit=500&continue=more", FakeCluster::ok(page(podJson("b", "2"), {})));
        ListQuery query;
        query.labelSelector = "app=x";
        const auto all = f.answer(f.changes().list(pods, "web", query));
        QVERIFY_RESULT(all);
        QCOMPARE(all->items.size(), std::size_t(2));
        QCOMPARE(all->items.back()->key().name, std::string("b"));
    }

    void writesGoToTheServerAndItsWordsComeBack()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("PATCH " + path + "/a", FakeCluster::ok(podJson("a", "2")));
        const auto patched = f.answer(f.changes().patch(pods, key, PatchType::Merge, "{}", {}));
        QVERIFY_RESULT(patched);
        QVERIFY(patched->json.contains("\"resourceVersion\":\"2\""));
        f.server.set("POST " + path + "/a/eviction", FakeCluster::refusal(429, "TooManyRequests", "the budget of web allows none"));
        WriteOptions eviction;
        eviction.subresource = "eviction";
        const auto evicted = f.answer(f.changes().create(pods, key, "{}", eviction));
        QVERIFY(!evicted);
        QCOMPARE(evicted.error().message, QStringLiteral("the budget of web allows none"));
        f.server.set("DELETE " + path + "/a", FakeCluster::ok(podJson("a", "3")));
        DeleteOptions options;
        options.uid = "u-a";
        QVERIFY_RESULT(f.answer(f.changes().remove(pods, key, options)));
        f.server.set("GET " + path + "/a", FakeCluster::refusal(404, "NotFound", "pods \"a\" not found"));
        QCOMPARE(f.answer(f.changes().get(pods, key)).error().kind, ErrorKind::NotFound);
    }

    void whatIsAskedOfASessionThatHasEndedIsCanceled()
    {
        Fixture f;
        f.server.set("GET " + path + "/a", FakeCluster::hold());
        QTRY_VERIFY(f.isLive());
        auto waiting = f.changes().get(pods, key);
        f.session.reset();
        QCOMPARE(f.answer(std::move(waiting)).error().kind, ErrorKind::Canceled);
    }
};

ORRERY_GUILESS_TEST(SessionChangePortTest)
} // namespace session_change_port_test
#include "session_change_port_test.moc"
