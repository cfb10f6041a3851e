// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/leader_healthz_adaptor.h"
#include "tests/support/test_program.h"
#include "tests/unit/core/leaderelection/election_fixture.h"

namespace leader_elector_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::Candidate;
using kube::test::LockServer;
using Step = ElectorState::Step;
using Log = std::vector<std::string>;

namespace {

ElectorConfig releasing()
{
    ElectorConfig config;
    config.releaseOnCancel = true;
    return config;
}

QString refusalOf(const std::function<void(ElectorConfig &)> &change)
{
    ElectorConfig config;
    config.identity = "a";
    change(config);
    const auto valid = config.validate();
    return valid ? QString() : valid.error().message;
}

} // namespace

class LeaderElectorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theDefaultsAreThoseOfKubernetes()
    {
        const ElectorConfig config;
        QVERIFY(config.leaseDuration == 15s);
        QVERIFY(config.renewDeadline == 10s);
        QVERIFY(config.retryPeriod == 2s);
        QVERIFY(!config.releaseOnCancel);
        QVERIFY(config.requestTimeout() == 5s);
    }

    void durationsThatCannotWorkAreRefused()
    {
        QCOMPARE(refusalOf([](auto &) {}), QString());
        QVERIFY(refusalOf([](auto &c) { c.leaseDuration = 10s; }).contains(QStringLiteral("leaseDuration")));
        QVERIFY(refusalOf([](auto &c) { c.renewDeadline = 2400ms; }).contains(QStringLiteral("renewDeadline")));
        QCOMPARE(refusalOf([](auto &c) { c.renewDeadline = 2401ms; }), QString());
        QVERIFY(refusalOf([](auto &c) { c.retryPeriod = 0s; }).contains(QStringLiteral("retryPeriod")));
        QVERIFY(refusalOf([](auto &c) { c.identity.clear(); }).contains(QStringLiteral("identity")));
    }

    void anElectorWithoutItsCallbacksIsRefused()
    {
        LockServer server;
        kube::test::FakeLock lock(server, "a");
        ElectorConfig config;
        config.identity = "a";
        const auto elector = LeaderElector::create(lock, server.time, *server.time, [] { return 0.0; }, config, {});
        QCOMPARE(elector.error().kind, ErrorKind::BadInput);
    }

    void aLeaseInTheRecordIsNeverShorterThanTheLeadersOwn()
    {
        ElectorConfig config;
        config.leaseDuration = 1500ms;
        QCOMPARE(config.leaseSeconds(), std::int64_t(2));
    }

    void theFirstCandidateMakesTheLeaseAndLeads()
    {
        LockServer server;
        Candidate a(server, "a");
        a.start();
        QVERIFY(a.leads());
        QCOMPARE(a.log, (Log{"new leader 'a'", "leads"}));
        QCOMPARE(server.requests, (Log{"a get", "a create"}));
        const ElectionRecord &record = server.stored->record;
        QCOMPARE(record.holderIdentity, std::string("a"));
        QCOMPARE(record.leaseDurationSeconds, std::int64_t(15));
        QCOMPARE(record.leaderTransitions, std::int64_t(0));
        QVERIFY(record.acquireTime == server.time->wallNow());
        QVERIFY(record.renewTime == server.time->wallNow());
        QVERIFY(a.elector->isLeader());
    }

    void aLeaderRenewsEachRetryPeriodWithOneRequest()
    {
        LockServer server;
        Candidate a(server, "a");
        a.start();
        const auto acquired = server.stored->record.acquireTime;
        server.requests.clear();
        server.time->advance(6s);
        QCOMPARE(server.requests, (Log{"a update", "a update", "a update"}));
        QVERIFY(server.stored->record.acquireTime == acquired);
        QVERIFY(server.stored->record.renewTime == server.time->wallNow());
        QCOMPARE(server.stored->record.leaderTransitions, std::int64_t(0));
        QCOMPARE(a.elector->status().renewals, std::uint64_t(4));
        QCOMPARE(a.elector->status().slowPaths, std::uint64_t(0));
    }

    void othersWaitWhileTheLeaderRenews()
    {
        LockServer server;
        Candidate a(server, "a");
        Candidate b(server, "b");
        a.start();
        b.start();
        server.time->advance(10min);
        QVERIFY(a.leads());
        QVERIFY(!b.leads());
        QCOMPARE(b.log, Log{"new leader 'a'"});
        QCOMPARE(b.step(), Step::Acquiring);
        QCOMPARE(b.elector->leader(), std::string("a"));
    }

    void triesOfCandidatesAreSpreadOverOneToTwoPointTwoPeriods()
    {
        LockServer server;
        Candidate a(server, "a");
        a.start();
        Candidate b(server, "b", {}, {}, [] { return 0.5; });
        b.start();
        QVERIFY(b.elector->status().nextTry == server.time->now() + 3200ms);
    }

    void aLeaseIsTakenOverWhenNothingWasRenewedForItsDuration()
    {
        LockServer server;
        auto a = std::make_unique<Candidate>(server, "a");
        Candidate b(server, "b");
        a->start();
        b.start();
        a->elector.reset(); // as if killed
        server.time->advance(14s);
        QVERIFY(!b.leads());
        server.time->advance(2s);
        QVERIFY(b.leads());
        QCOMPARE(server.stored->record.leaderTransitions, std::int64_t(1));
        QVERIFY(server.stored->record.acquireTime == server.time->wallNow());
        QCOMPARE(b.log, (Log{"new leader 'a'", "new leader 'b'", "leads"}));
    }

    void theDurationOfTheRecordCountsNotOnesOwn()
    {
        LockServer server;
        server.store({"x", 60, server.time->wallNow(), server.time->wallNow(), 4});
        Candidate b(server, "b");
        b.start();
        server.time->advance(59s);
        QVERIFY(!b.leads());
        server.time->advance(3s);
        QVERIFY(b.leads());
        QCOMPARE(server.stored->record.leaderTransitions, std::int64_t(5));
        QCOMPARE(server.stored->record.leaseDurationSeconds, std::int64_t(15));
    }

    void clocksThatAreSetDifferentlyMakeNoDifference()
    {
        for (const Duration skew : {Duration(-24h), Duration(24h)}) {
            LockServer server;
            Candidate a(server, "a");
            Candidate b(server, "b", {}, skew);
            a.start();
            b.start();
            server.time->advance(1min);
            QVERIFY(a.leads());
            QVERIFY(!b.leads());
            a.stop();
            server.time->advance(14s);
            QVERIFY(!b.leads());
            server.time->advance(3s);
            QVERIFY(b.leads());
        }
    }

    void aLeaseGivenUpIsTakenAtTheNextTry()
    {
        LockServer server;
        Candidate a(server, "a", releasing());
        Candidate b(server, "b", releasing());
        a.start();
        b.start();
        a.stop();
        QCOMPARE(a.log, (Log{"new leader 'a'", "leads", "stopped"}));
        QVERIFY(!a.leads());
        QVERIFY(!a.elector->isLeader());
        QCOMPARE(server.stored->record.holderIdentity, std::string());
        QCOMPARE(server.stored->record.leaseDurationSeconds, std::int64_t(1));
        QCOMPARE(server.stored->record.leaderTransitions, std::int64_t(0));
        server.time->advance(2s);
        QVERIFY(b.leads());
        QCOMPARE(server.stored->record.leaderTransitions, std::int64_t(1));
    }

    void workEndsBeforeTheLeaseIsGivenUp()
    {
        LockServer server;
        Candidate a(server, "a", releasing());
        a.start();
        server.journey = [](const auto &, const auto &) { return kube::test::Journey{1s, 1s}; };
        a.elector->stop();
        QVERIFY(!a.leads());
        QCOMPARE(a.step(), Step::Releasing);
        QCOMPARE(server.stored->record.holderIdentity, std::string("a"));
        QCOMPARE(a.log.back(), std::string("leads"));
        server.time->advance(4s);
        QCOMPARE(server.stored->record.holderIdentity, std::string());
        QCOMPARE(a.log.back(), std::string("stopped"));
    }

    void aCandidateThatNeverLedStopsToo()
    {
        LockServer server;
        Candidate a(server, "a");
        Candidate b(server, "b", releasing());
        a.start();
        b.start();
        server.requests.clear();
        b.stop();
        QCOMPARE(b.log, (Log{"new leader 'a'", "stopped"}));
        QVERIFY(server.requests.empty());
        b.stop();
        QCOMPARE(b.log.size(), std::size_t(2));
        server.time->advance(1min);
        QVERIFY(a.leads());
    }

    void aLeaderThatComesBackUnderItsNameGoesOnAtOnce()
    {
        LockServer server;
        const WallTime before = server.time->wallNow() - 5min;
        server.store({"a", 15, before, before, 3});
        Candidate a(server, "a");
        a.start();
        QVERIFY(a.leads());
        QVERIFY(server.stored->record.acquireTime == before);
        QCOMPARE(server.stored->record.leaderTransitions, std::int64_t(3));
    }

    void aCallbackMayDestroyTheElector()
    {
        LockServer server;
        Candidate a(server, "a");
        a.started = [&a] { a.elector.reset(); };
        a.start();
        QVERIFY(!a.elector);
        QVERIFY(a.work->stop_requested());
        server.time->advance(1min);
        QCOMPARE(server.requests, (Log{"a get", "a create"}));
    }

    void theEndMayDestroyTheElectorToo()
    {
        LockServer server;
        Candidate a(server, "a", releasing());
        a.ended = [&a] { a.elector.reset(); };
        a.start();
        a.stop();
        QVERIFY(!a.elector);
        QCOMPARE(server.stored->record.holderIdentity, std::string());
    }

    void workMayStopItsOwnElection()
    {
        LockServer server;
        Candidate a(server, "a", releasing());
        a.started = [&a] { a.elector->stop(); };
        a.start();
        QCOMPARE(a.log, (Log{"new leader 'a'", "leads", "stopped"}));
        QCOMPARE(server.stored->record.holderIdentity, std::string());
    }

    void whatHappensIsTold()
    {
        LockServer server;
        Candidate a(server, "a", releasing());
        Candidate b(server, "b");
        a.start();
        b.start();
        a.stop();
        b.stop();
        QCOMPARE(a.events, (Log{"a became leader", "a stopped leading"}));
        QVERIFY(b.events.empty()); // it never led
    }

    void healthFailsOnlyForALeaseHeldTooLong()
    {
        LockServer server;
        LeaderHealthzAdaptor health(20s);
        QVERIFY(!health.check());
        Candidate a(server, "a");
        health.setLeaderElector(a.elector.get());
        QVERIFY(!health.check());
        a.start();
        server.time->advance(10min);
        QVERIFY(!health.check());
        a.stop(); // the record still names it
        server.time->advance(35s);
        QVERIFY(!health.check());
        server.time->advance(1s);
        QVERIFY(health.check());
        health.setLeaderElector(nullptr);
        QVERIFY(!health.check());
    }
};

ORRERY_GUILESS_TEST(LeaderElectorTest)
} // namespace leader_elector_test
#include "leader_elector_test.moc"
