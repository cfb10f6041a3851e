// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/suspects.h"
#include "core/object/object_decoder.h"
#include "core/object/object_meta.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace suspects_test {

using namespace kube;
using Kind = Suspicion::Kind;

namespace {

const WallTime now = *parseTime("2026-01-02T12:00:00Z");

ObjectPtr made(QByteArray json)
{
    const auto object = decodeObject(json.replace('\'', '"').toStdString());
    if (!object)
        qFatal("%s", qPrintable(object.error().toString()));
    return *object;
}

ObjectPtr deployment(const QByteArray &name, const QByteArray &status, const QByteArray &metadata = {})
{
    return made("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'" + name + "','namespace':'shop','uid':'u','resourceVersion':'1','generation':5" + metadata
                + "},'spec':{'replicas':3},'status':{" + status + "}}");
}

ObjectPtr warning(const QByteArray &name, const QByteArray &reason, int count, const QByteArray &last, const QByteArray &kind = "Deployment")
{
    return made("{'apiVersion':'v1','kind':'Event','metadata':{'name':'e','namespace':'shop','uid':'u','resourceVersion':'1'},'type':'Warning','reason':'" + reason
                + "','message':'words','count':" + QByteArray::number(count) + ",'lastTimestamp':'" + last + "','involvedObject':{'kind':'" + kind + "','namespace':'shop','name':'"
                + name + "'}}");
}

LeaseReading lease(const QByteArray &name, const QByteArray &renewed)
{
    return *LeaseReading::of(*made("{'apiVersion':'coordination.k8s.io/v1','kind':'Lease','metadata':{'name':'" + name
                                   + "','namespace':'kube-node-lease','uid':'u','resourceVersion':'1'},'spec':{'holderIdentity':'" + name + "','leaseDurationSeconds':40,'renewTime':'" + renewed
                                   + "'}}"));
}

const QByteArray well = "'observedGeneration':5,'readyReplicas':3";

SuspectSieve sieve(std::initializer_list<ObjectPtr> objects, std::initializer_list<ObjectPtr> events = {})
{
    SuspectSieve sieve("Deployment", now);
    for (const ObjectPtr &event : events)
        sieve.addEvent(*event);
    for (const ObjectPtr &object : objects)
        sieve.addObject(*object);
    return sieve;
}

} // namespace

class SuspectsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatIsWellIsNotSuspected()
    {
        const auto found = sieve({deployment("web", well + ",'conditions':[{'type':'Available','status':'True'},{'type':'ReplicaFailure','status':'False'}]")});
        QCOMPARE(found.looked(), std::size_t(1));
        QVERIFY(found.suspects(10).empty());
    }

    void copiesThatAreTooManyAreASign()
    {
        const auto found = sieve({deployment("web", "'observedGeneration':5,'replicas':40,'readyReplicas':40"), deployment("shop", well + ",'replicas':3")}).suspects(10);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().key, (ObjectKey{"shop", "web"}));
        QCOMPARE(found.front().reasons.front().kind, Kind::Surplus);
        QCOMPARE(found.front().reasons.front().observed, 40);
        QCOMPARE(found.front().reasons.front().wanted, 3);
    }

    void aGenerationThatIsNotObservedIsTheSurestSign()
    {
        const auto found = sieve({deployment("slow", "'observedGeneration':5,'readyReplicas':2"), deployment("web", "'observedGeneration':4,'readyReplicas':3")}).suspects(10);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found.front().key, (ObjectKey{"shop", "web"}));
        QCOMPARE(found.front().reasons.front().kind, Kind::NotObserved);
        QCOMPARE(found.front().reasons.front().observed, std::int64_t(4));
        QCOMPARE(found.front().reasons.front().wanted, std::int64_t(5));
        QCOMPARE(found.back().reasons.front().kind, Kind::Unready);
        QCOMPARE(found.back().reasons.front().observed, std::int64_t(2));
    }

    void conditionsThatAreNotAsTheyShouldBeAreSaidWithTheirReason()
    {
        const auto found = sieve({deployment("web", well
                                                 + ",'conditions':[{'type':'Progressing','status':'False','reason':'ProgressDeadlineExceeded','message':'too long',"
                                                   "'lastTransitionTime':'2026-01-02T11:55:00Z'},{'type':'ReplicaFailure','status':'True','reason':'FailedCreate',"
                                                   "'lastTransitionTime':'2026-01-01T00:00:00Z'},{'type':'Ready','status':'Unknown'}]")})
                               .suspects(10);
        QCOMPARE(found.front().reasons.size(), std::size_t(3));
        QCOMPARE(found.front().reasons[0].what, std::string("Progressing=False")); // the newest weighs most
        QCOMPARE(found.front().reasons[0].reason, std::string("ProgressDeadlineExceeded"));
        QCOMPARE(found.front().reasons[0].since, parseTime("2026-01-02T11:55:00Z"));
        QCOMPARE(found.front().reasons[1].what, std::string("ReplicaFailure=True"));
        QCOMPARE(found.front().reasons[2].what, std::string("Ready=Unknown"));
    }

    void aDeletionThatHangsNamesItsFinalizers()
    {
        const auto found = sieve({deployment("web", well, ",'deletionTimestamp':'2026-01-02T11:00:00Z','finalizers':['a/b','c/d']"),
                                  deployment("new", well, ",'deletionTimestamp':'2026-01-02T11:59:50Z','finalizers':['a/b']")})
                               .suspects(10);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().reasons.front().kind, Kind::Deleting);
        QCOMPARE(found.front().reasons.front().what, std::string("a/b, c/d"));
    }

    void recentWarningsAreJoinedByTheirReason()
    {
        const auto found = sieve({deployment("web", well)}, {warning("web", "Failed", 3, "2026-01-02T11:58:00Z"), warning("web", "Failed", 4, "2026-01-02T11:59:00Z"),
                                                             warning("web", "Old", 9, "2026-01-02T10:00:00Z"), warning("web", "OfAPod", 9, "2026-01-02T11:59:00Z", "Pod")})
                               .suspects(10);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().reasons.size(), std::size_t(1));
        QCOMPARE(found.front().reasons.front().reason, std::string("Failed"));
        QCOMPARE(found.front().reasons.front().count, std::int64_t(7));
        QCOMPARE(found.front().reasons.front().since, parseTime("2026-01-02T11:58:00Z")); // since the first
        QCOMPARE(found.front().reasons.front().last, parseTime("2026-01-02T11:59:00Z"));
    }

    void aWarningIsSaidSinceItWasFirstSeen()
    {
        SuspectSieve all("Deployment", now);
        all.addEvent(*made("{'apiVersion':'v1','kind':'Event','metadata':{'name':'e','namespace':'shop','uid':'u','resourceVersion':'1'},'type':'Warning','reason':'Failed',"
                           "'involvedObject':{'kind':'Deployment','namespace':'shop','name':'web'},'firstTimestamp':'2026-01-01T08:00:00Z','lastTimestamp':'2026-01-02T11:59:00Z'}"));
        const auto found = all.suspects(10);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().reasons.front().since, parseTime("2026-01-01T08:00:00Z"));
        QVERIFY(found.front().weight >= 6); // it still goes on
    }

    void anUnservedKeyIsAboveAFreshCrashLoop()
    {
        const auto found = sieve({deployment("web", "'observedGeneration':4,'readyReplicas':3"),
                                  deployment("crash", "'observedGeneration':5,'readyReplicas':0,'conditions':[{'type':'Available','status':'False','lastTransitionTime':'2026-01-02T11:59:00Z'},"
                                                      "{'type':'Ready','status':'False','lastTransitionTime':'2026-01-02T11:59:00Z'}]")},
                                 {warning("crash", "BackOff", 900, "2026-01-02T11:59:50Z"), warning("crash", "Unhealthy", 900, "2026-01-02T11:59:50Z")})
                               .suspects(10);
        QCOMPARE(found.front().key, (ObjectKey{"shop", "web"}));
    }

    void whatIsDoneIsNotUnready()
    {
        SuspectSieve pods("Pod", now);
        pods.addObject(*made("{'apiVersion':'v1','kind':'Pod','metadata':{'name':'job-1','namespace':'shop','uid':'u','resourceVersion':'1'},'status':{'phase':'Succeeded',"
                             "'conditions':[{'type':'Ready','status':'False','reason':'PodCompleted'}]}}"));
        QVERIFY(pods.suspects(10).empty());
    }

    void aNodeWithoutAHeartbeatIsSuspected()
    {
        SuspectSieve nodes("Node", now);
        nodes.addHeartbeat(lease("node-1", "2026-01-02T11:59:50.000000Z"));
        nodes.addHeartbeat(lease("node-2", "2026-01-02T11:50:00.000000Z"));
        const auto found = nodes.suspects(10);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().key.name, std::string("node-2"));
        QCOMPARE(found.front().reasons.front().kind, Kind::Heartbeat);
    }

    void onlyTheLikeliestAreGiven()
    {
        QCOMPARE(sieve({deployment("a", "'observedGeneration':1,'readyReplicas':3"), deployment("b", "'observedGeneration':1,'readyReplicas':0"), deployment("c", "'observedGeneration':5")})
                     .suspects(2)
                     .front()
                     .key.name,
                 std::string("b"));
        QCOMPARE(sieve({deployment("a", "'observedGeneration':1"), deployment("b", "'observedGeneration':1")}).suspects(1).size(), std::size_t(1));
    }

    void whatIsNoLeaseIsNone() { QVERIFY(!LeaseReading::of(*deployment("web", well))); }
};

ORRERY_GUILESS_TEST(SuspectsTest)
} // namespace suspects_test
#include "suspects_test.moc"
