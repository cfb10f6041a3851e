// SPDX-License-Identifier: Apache-2.0
// Who is stuck, through a session on its real thread. The server is a FakeCluster.
#include "core/object/object_meta.h"
#include "core/session/ports/suspect_port.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_suspect_port_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::SessionFixture;

namespace {

/// With single quotes for double ones, which moc takes for the end of a raw string.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray deployment(const QByteArray &name, int observed)
{
    return json("{'metadata':{'name':'") + name + json("','namespace':'shop','uid':'u-") + name + json("','resourceVersion':'1','generation':2},'status':{'observedGeneration':")
        + QByteArray::number(observed) + "}}";
}

QByteArray recently()
{
    return QByteArray::fromStdString(formatTime(std::chrono::system_clock::now()));
}

FakeCluster::Answer list(const QByteArray &kind, const QByteArray &apiVersion, const QByteArray &items, const QByteArray &next = {})
{
    return FakeCluster::ok("{\"kind\":\"" + kind + "List\",\"apiVersion\":\"" + apiVersion + "\",\"metadata\":{\"resourceVersion\":\"10\",\"continue\":\"" + next + "\"},\"items\":[" + items + "]}");
}

const QByteArray deployments = "GET /apis/apps/v1/deployments?limit=500";
const QByteArray events = "GET /api/v1/events?fieldSelector=type%3DWarning%2CinvolvedObject.kind%3DDeployment&limit=500";

struct Fixture : SessionFixture {
    SuspectQuery query;
    SuspectReportPtr report;
    int told = 0;
    Subscription reading;

    Fixture()
    {
        query.resource.gvr = {"apps", "v1", "deployments"};
        query.resource.kind = "Deployment";
        server.set(deployments, list("Deployment", "apps/v1", deployment("web", 1), "next"));
        server.set(deployments + "&continue=next", list("Deployment", "apps/v1", deployment("api", 2)));
        server.set(events, list("Event", "v1",
                                json("{'metadata':{'name':'e','namespace':'shop','uid':'e','resourceVersion':'1'},'type':'Warning','reason':'Failed','message':'no','count':2,'lastTimestamp':'")
                                    + recently() + json("','involvedObject':{'kind':'Deployment','namespace':'shop','name':'api'}}")));
        open();
    }
    void find()
    {
        reading = ports().suspects->find(query, owner, [this](SuspectReportPtr now) {
            report = std::move(now);
            ++told;
        });
    }
    [[nodiscard]] bool isDone() const { return report && report->isComplete; }
};

} // namespace

class SessionSuspectPortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void allPagesAndTheirWarningsAreJoined()
    {
        Fixture f;
        f.find();
        QTRY_VERIFY(f.isDone());
        QCOMPARE(f.report->looked, std::size_t(2));
        QVERIFY(f.report->gaps.empty());
        QVERIFY(!f.report->isCut);
        QVERIFY(f.told > 1); // as the answers came
        QCOMPARE(f.report->suspects.size(), std::size_t(2));
        QCOMPARE(f.report->suspects[0].key.name, std::string("web"));
        QCOMPARE(f.report->suspects[0].reasons.front().kind, Suspicion::Kind::NotObserved);
        QCOMPARE(f.report->suspects[1].key.name, std::string("api"));
        QCOMPARE(f.report->suspects[1].reasons.front().kind, Suspicion::Kind::Event);
    }

    void whatMayNotBeReadIsAGapAndTheRestGoesOn()
    {
        Fixture f;
        f.server.set(events, FakeCluster::refusal(403, "Forbidden", "no events for you"));
        f.find();
        QTRY_VERIFY(f.isDone());
        QCOMPARE(f.report->suspects.size(), std::size_t(1));
        QCOMPARE(f.report->gaps.size(), std::size_t(1));
        QCOMPARE(f.report->gaps.front().message, QStringLiteral("no events for you"));
    }

    void theProgramsLeasesAreReadByTheirNames()
    {
        Fixture f;
        const QByteArray spec = json("','namespace':'system','uid':'l','resourceVersion':'1'},'spec':{'holderIdentity':'foo-1','leaseDurationSeconds':15,'renewTime':'2026-01-01T00:00:00.000000Z'}}");
        f.server.set("GET /apis/coordination.k8s.io/v1/namespaces/system/leases?limit=500",
                     list("Lease", "coordination.k8s.io/v1", json("{'metadata':{'name':'foo") + spec + json(",{'metadata':{'name':'another") + spec));
        f.query.programNamespace = "system";
        f.query.leases = {"foo"};
        f.find();
        QTRY_VERIFY(f.isDone());
        QCOMPARE(f.report->leases.size(), std::size_t(1));
        QCOMPARE(f.report->leases.front().holder, std::string("foo-1"));
        QVERIFY(!f.report->leases.front().isHeld(f.report->takenAt));
    }

    void theReadingEndsWithItsSubscription()
    {
        Fixture f;
        f.server.set(deployments, FakeCluster::hold());
        f.find();
        QTRY_COMPARE(f.server.open(deployments), 1);
        f.reading.reset();
        QTRY_COMPARE(f.server.open(deployments), 0);
        QVERIFY(!f.isDone());
    }
};

ORRERY_GUILESS_TEST(SessionSuspectPortTest)
} // namespace session_suspect_port_test
#include "session_suspect_port_test.moc"
