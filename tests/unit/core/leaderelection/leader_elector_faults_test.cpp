// SPDX-License-Identifier: Apache-2.0
// What the server and the way to it can do to an election.
#include "tests/support/test_program.h"
#include "tests/unit/core/leaderelection/election_fixture.h"

namespace leader_elector_faults_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::Candidate;
using kube::test::Journey;
using kube::test::LockServer;
using Step = ElectorState::Step;
using Log = std::vector<std::string>;

namespace {

struct World {
    LockServer server;
    Candidate a{server, "a"};
    Candidate b{server, "b"};
    World()
    {
        a.start();
        b.start();
        server.time->advance(1s);
        server.requests.clear();
    }
    [[nodiscard]] Log requestsOf(const std::string &name) const
    {
        Log requests;
        std::copy_if(server.requests.begin(), server.requests.end(), std::back_inserter(requests),
                     [&](const std::string &one) { return one.starts_with(name + ' '); });
        return requests;
    }
    void cutOff(const std::string &name)
    {
        server.journey = [name](const std::string &who, const std::string &) { return Journey{.lostThere = who == name}; };
    }
    void refuse(const std::string &name, const std::string &verb, ErrorKind kind)
    {
        server.journey = [=](const std::string &who, const std::string &what) {
            return who == name && (verb.empty() || what == verb) ? Journey{.refusal = kind} : Journey{};
        };
    }
};

} // namespace

class LeaderElectorFaultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void oneLostRenewalIsMadeUpFor()
    {
        World world;
        bool lost = false;
        world.server.journey = [&](const std::string &who, const std::string &verb) {
            return who == "a" && verb == "update" && !std::exchange(lost, true) ? Journey{.lostThere = true} : Journey{};
        };
        world.server.time->advance(20min);
        QVERIFY(lost);
        QVERIFY(world.a.leads());
        QVERIFY(world.b.log == Log{"new leader 'a'"});
        QCOMPARE(world.a.elector->status().failures, std::uint64_t(1));
        QCOMPARE(world.a.elector->status().slowPaths, std::uint64_t(1));
    }

    void aRenewalWhoseAnswerIsLostIsReadBack()
    {
        World world;
        bool lost = false;
        world.server.journey = [&](const std::string &who, const std::string &verb) {
            return who == "a" && verb == "update" && !std::exchange(lost, true) ? Journey{.lostBack = true} : Journey{};
        };
        world.server.time->advance(7s);
        QVERIFY(world.a.leads());
        QCOMPARE(world.server.requests[0], std::string("a update"));
        QVERIFY(std::find(world.server.requests.begin(), world.server.requests.end(), "a get") != world.server.requests.end());
        QCOMPARE(world.server.stored->record.leaderTransitions, std::int64_t(0));
    }

    void aLeaderCutOffStopsBeforeAnotherTakesOver()
    {
        World world;
        world.cutOff("a");
        Duration stoppedAfter{};
        Duration takenAfter{};
        for (Duration passed{}; passed < 30s; passed += 100ms) {
            QVERIFY(!(world.a.leads() && world.b.leads()));
            if (stoppedAfter == Duration{} && !world.a.leads())
                stoppedAfter = passed;
            if (takenAfter == Duration{} && world.b.leads())
                takenAfter = passed;
            world.server.time->advance(100ms);
        }
        // Renewed last a second ago: 2 s until the next round, 10 s for that; and 15 s for the other.
        QVERIFY(stoppedAfter == 11s);
        QVERIFY(takenAfter > 13s && takenAfter < 17s);
        QCOMPARE(world.a.log.back(), std::string("stopped"));
        QCOMPARE(world.a.step(), Step::Stopped);
    }

    void slowAnswersDoNotLetALeaderLeadPastItsLease()
    {
        LockServer server;
        server.journey = [](const std::string &who, const std::string &) { return who == "a" ? Journey{0s, 4900ms} : Journey{}; };
        Candidate a(server, "a");
        Candidate b(server, "b");
        a.start();
        server.time->advance(10s);
        QVERIFY(a.leads());
        b.start();
        const SteadyTime renewed = server.time->now() - 200ms; // the create, as it was sent: 4.9 s after the start
        QVERIFY(server.stored->record.renewTime <= server.time->wallNow());
        server.journey = [](const std::string &who, const std::string &) { return Journey{.lostThere = who == "a"}; };
        while (a.leads())
            server.time->advance(100ms);
        QVERIFY(server.time->now() <= renewed + 15s);
        QVERIFY(!b.leads());
    }

    void aConflictIsResolvedByReading()
    {
        World world;
        world.server.store(world.server.stored->record); // somebody put a label on it
        world.server.time->advance(1s);
        QCOMPARE(world.requestsOf("a"), (Log{"a update", "a get", "a update"}));
        QVERIFY(world.a.leads());
        QCOMPARE(world.server.stored->record.leaderTransitions, std::int64_t(0));
    }

    void aLeaderThatReadsOfAnotherStopsAtOnce()
    {
        World world;
        world.server.store({"x", 15, {}, world.server.time->wallNow(), 7});
        world.server.time->advance(1s);
        QVERIFY(!world.a.leads());
        QCOMPARE(world.a.log, (Log{"new leader 'a'", "leads", "new leader 'x'", "stopped"}));
        QCOMPARE(world.server.stored->record.holderIdentity, std::string("x"));
    }

    void aLeaseDeletedUnderItsLeaderIsMadeAnew()
    {
        World world;
        world.server.stored.reset();
        world.server.time->advance(1s);
        QCOMPARE(world.requestsOf("a"), (Log{"a update", "a get", "a create"}));
        QVERIFY(world.a.leads());
        QVERIFY(world.server.stored);
    }

    void aLeaseDeletedAndTakenByAnotherEndsTheLead()
    {
        World world;
        world.server.stored.reset();
        world.cutOff("a");
        world.server.time->advance(2s);
        QVERIFY(world.b.leads()); // nothing on the server says that a leads
        world.server.journey = [](const auto &, const auto &) { return Journey{}; };
        world.server.time->advance(6s);
        QVERIFY(!world.a.leads());
        QVERIFY(world.b.leads());
        QCOMPARE(world.a.log.back(), std::string("stopped"));
    }

    void aForbiddenServerIsAskedAgainAtTheUsualPace()
    {
        LockServer server;
        Candidate a(server, "a");
        server.journey = [](const auto &, const auto &) { return Journey{.refusal = ErrorKind::Forbidden}; };
        a.start();
        server.time->advance(1min);
        QCOMPARE(server.requests.size(), std::size_t(31));
        QVERIFY(a.log.empty());
        QCOMPARE(a.elector->status().lastError->kind, ErrorKind::Forbidden);
        QCOMPARE(a.elector->status().failures, std::uint64_t(31));
        server.journey = [](const auto &, const auto &) { return Journey{}; };
        server.time->advance(2s);
        QVERIFY(a.leads());
        QVERIFY(!a.elector->status().lastError);
    }

    void aLeaderThatMayNoLongerWriteGivesUpAfterTheRenewDeadline()
    {
        World world;
        world.refuse("a", "update", ErrorKind::Forbidden);
        world.server.time->advance(10999ms);
        QVERIFY(world.a.leads());
        world.server.time->advance(1ms);
        QVERIFY(!world.a.leads());
        QCOMPARE(world.a.log.back(), std::string("stopped"));
        world.server.time->advance(10s);
        QVERIFY(world.b.leads());
    }

    void aReleaseIsTriedAgainOnConflict()
    {
        LockServer server;
        ElectorConfig config;
        config.releaseOnCancel = true;
        Candidate a(server, "a", config);
        a.start();
        int updates = 0;
        server.requests.clear();
        server.journey = [&](const std::string &, const std::string &verb) {
            return verb == "update" && ++updates < 3 ? Journey{.refusal = ErrorKind::Conflict} : Journey{};
        };
        a.stop();
        QCOMPARE(server.requests, (Log{"a get", "a update", "a get", "a update", "a get", "a update"}));
        QCOMPARE(server.stored->record.holderIdentity, std::string());
        QCOMPARE(a.log.back(), std::string("stopped"));
    }

    void aReleaseThatIsRefusedOrNotAnsweredEndsAllTheSame()
    {
        for (const Journey &journey : {Journey{.refusal = ErrorKind::Forbidden}, Journey{.lostThere = true}}) {
            LockServer server;
            ElectorConfig config;
            config.releaseOnCancel = true;
            Candidate a(server, "a", config);
            a.start();
            server.journey = [journey](const auto &, const auto &) { return journey; };
            a.stop();
            server.time->advance(10s);
            QCOMPARE(a.log.back(), std::string("stopped"));
            QCOMPARE(a.step(), Step::Stopped);
        }
    }

    void aLeaseThatCouldNotBeRenewedIsLeftToRunOut()
    {
        LockServer server;
        ElectorConfig config;
        config.releaseOnCancel = true;
        Candidate a(server, "a", config);
        a.start();
        QVERIFY(a.leads());
        server.journey = [](const auto &, const auto &) { return Journey{.lostThere = true}; };
        server.time->advance(9s);
        server.journey = [](const auto &, const auto &) { return Journey{}; };
        server.time->pass(10s); // held up: the next thing that happens finds the deadline passed
        server.time->advance(1s);
        QCOMPARE(a.log.back(), std::string("stopped"));
        QCOMPARE(a.step(), Step::Stopped); // and its work may not have ended yet
        QCOMPARE(server.stored->record.holderIdentity, std::string("a"));
    }

    void aLeaderThatSleptThroughItsLeaseStopsBeforeItAsksAnything()
    {
        LockServer server;
        Candidate a(server, "a");
        a.start();
        server.time->advance(5s);
        QVERIFY(a.leads());
        const std::size_t asked = server.requests.size();
        server.time->pass(20s);
        server.time->advance({});
        QVERIFY(!a.leads());
        QCOMPARE(a.log.back(), std::string("stopped"));
        QCOMPARE(server.requests.size(), asked);
    }

    void aLeaseOfAnotherIsNotReleased()
    {
        World world;
        ElectorConfig config;
        config.releaseOnCancel = true;
        Candidate c(world.server, "c", config);
        world.server.store({{}, 1, {}, {}, 1});
        c.start();
        QVERIFY(c.leads());
        world.server.store({"x", 15, {}, world.server.time->wallNow(), 7});
        c.stop();
        QCOMPARE(world.server.stored->record.holderIdentity, std::string("x"));
        QCOMPARE(c.log.back(), std::string("stopped"));
    }

    void aRenewalUnderWayAtTheEndDoesNotKeepTheLease()
    {
        LockServer server;
        ElectorConfig config;
        config.releaseOnCancel = true;
        Candidate a(server, "a", config);
        a.start();
        server.journey = [](const std::string &, const std::string &verb) { return verb == "update" ? Journey{500ms} : Journey{100ms}; };
        server.time->advance(2s); // the renewal is on its way
        QCOMPARE(server.requests.size(), std::size_t(2));
        a.stop();
        server.time->advance(3s);
        QCOMPARE(server.stored->record.holderIdentity, std::string());
        QCOMPARE(a.step(), Step::Stopped);
    }

    void aTakeOverUnderWayAtTheEndIsGivenBack()
    {
        LockServer server;
        ElectorConfig config;
        config.releaseOnCancel = true;
        Candidate a(server, "a", config);
        server.journey = [](const std::string &, const std::string &verb) { return verb == "create" ? Journey{0s, 1s} : Journey{}; };
        a.start();
        QCOMPARE(server.stored->record.holderIdentity, std::string("a"));
        QVERIFY(!a.leads());
        a.stop();
        QCOMPARE(server.stored->record.holderIdentity, std::string());
        QCOMPARE(a.log, Log{"stopped"});
    }

    void aRequestWithoutAnAnswerIsGivenUpAfterHalfTheRenewDeadline()
    {
        LockServer server;
        Candidate a(server, "a");
        server.journey = [](const auto &, const auto &) { return Journey{.lostThere = true}; };
        a.start();
        server.time->advance(4999ms);
        QCOMPARE(a.elector->status().failures, std::uint64_t(0));
        server.time->advance(1ms);
        QCOMPARE(a.elector->status().failures, std::uint64_t(1));
        QCOMPARE(a.elector->status().lastError->kind, ErrorKind::Transport);
    }

    void aRecordFromElsewhereThatExpiresNeverIsHeldByNobody()
    {
        LockServer server;
        server.store({"x", 0, {}, {}, 0}); // no duration
        Candidate a(server, "a");
        a.start();
        QVERIFY(a.leads());
    }
};

ORRERY_GUILESS_TEST(LeaderElectorFaultsTest)
} // namespace leader_elector_faults_test
#include "leader_elector_faults_test.moc"
