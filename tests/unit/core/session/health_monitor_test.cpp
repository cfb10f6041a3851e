// SPDX-License-Identifier: Apache-2.0
#include "core/session/health_monitor.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace health_monitor_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;

namespace {

/// A monitor whose probes the test answers.
struct World {
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    std::vector<Promise<HealthMonitor::Answer>> probes;
    int changes = 0;
    int onLive = 0;
    HealthMonitor monitor{time, *time,
                          [this] {
                              probes.emplace_back();
                              return probes.back().future();
                          },
                          [this] { ++changes; }};
    World()
    {
        monitor.setOnLive([this] { ++onLive; });
        monitor.start();
    }
    void answer(Result<HealthMonitor::Answer> answer)
    {
        probes.back().finish(std::move(answer));
        time->run();
    }
    void live() { answer(HealthMonitor::Answer{"v1.36.2"}); }
    void broken(ErrorKind kind = ErrorKind::Transport) { answer(fail(Error{kind, QStringLiteral("no luck"), {}, {}})); }
    /// The server answers, but not what it was asked.
    void says(int code, std::optional<std::chrono::seconds> retryAfter = {})
    {
        Status status;
        status.code = code;
        status.message = QStringLiteral("not now");
        status.retryAfter = retryAfter;
        answer(fail(Error::fromStatus(std::move(status))));
    }
    [[nodiscard]] HealthState state() const { return monitor.health().state; }
    /// How long until it asks again, by whole seconds.
    [[nodiscard]] int secondsToNextProbe()
    {
        const std::size_t before = probes.size();
        for (int seconds = 0; seconds < 600; ++seconds) {
            if (probes.size() > before)
                return seconds;
            time->advance(1s);
        }
        return -1;
    }
};

} // namespace

class HealthMonitorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void howLongAnAnswerWasHeldByAPauseIsNoLatency()
    {
        World world;
        world.time->advance(40ms);
        world.live();
        world.time->advance(15s);
        QCOMPARE(world.probes.size(), std::size_t(2));
        world.time->advance(50s);
        world.probes.back().finish(HealthMonitor::Answer{"v1.36.2", true});
        QCOMPARE(*world.monitor.health().latency, std::chrono::microseconds(40'000));
    }

    void itIsConnectingUntilTheFirstAnswer()
    {
        World world;
        QCOMPARE(world.state(), HealthState::Connecting);
        QCOMPARE(world.probes.size(), std::size_t(1));
        world.time->advance(40ms);
        world.live();
        QCOMPARE(world.state(), HealthState::Live);
        QCOMPARE(world.onLive, 1);
        const Health &health = world.monitor.health();
        QCOMPARE(health.serverVersion, std::string("v1.36.2"));
        QCOMPARE(*health.latency, std::chrono::microseconds(40'000));
        QVERIFY(!health.reason);
        QVERIFY(health.since == world.time->wallNow());
    }

    void aLiveServerIsAskedEveryFifteenSeconds()
    {
        World world;
        world.live();
        const WallTime since = world.monitor.health().since;
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(world.secondsToNextProbe(), 15);
            world.live();
        }
        QCOMPARE(world.onLive, 1);
        QVERIFY(world.monitor.health().since == since); // live all the time
    }

    void aServerThatWasNeverThereHasFailed()
    {
        World world;
        world.broken();
        QCOMPARE(world.state(), HealthState::Failed);
        QCOMPARE(world.monitor.health().reason->message, QStringLiteral("no luck"));
        int expected[] = {1, 2, 4, 8, 16, 30, 30};
        for (const int wait : expected) {
            QCOMPARE(world.secondsToNextProbe(), wait);
            world.broken();
        }
    }

    void aServerThatWasThereIsReconnectingSinceItsLastWord()
    {
        World world;
        world.live();
        world.time->advance(15s);
        world.broken();
        QCOMPARE(world.state(), HealthState::Reconnecting);
        const WallTime since = world.monitor.health().since;
        QVERIFY(since == world.time->wallNow());
        QVERIFY(world.monitor.health().reason && !world.monitor.health().latency);
        QCOMPARE(world.secondsToNextProbe(), 1);
        world.broken();
        QCOMPARE(world.secondsToNextProbe(), 2);
        world.broken();
        QVERIFY(world.monitor.health().since == since); // still the same outage
        QCOMPARE(world.secondsToNextProbe(), 4);
        world.live();
        QCOMPARE(world.state(), HealthState::Live);
        QVERIFY(!world.monitor.health().reason);
        QCOMPARE(world.onLive, 2);
        world.time->advance(15s);
        world.broken();
        QCOMPARE(world.secondsToNextProbe(), 1); // a new outage begins with short waits
    }

    void aRefusalIsForbiddenWithItsReason()
    {
        World world;
        world.broken(ErrorKind::Forbidden);
        QCOMPARE(world.state(), HealthState::Forbidden);
        QCOMPARE(world.monitor.health().reason->kind, ErrorKind::Forbidden);
        QCOMPARE(world.secondsToNextProbe(), 1);
        world.live();
        QCOMPARE(world.state(), HealthState::Live);
    }

    void aRefusalDoesNotMakeOneForgetThatItWasLive()
    {
        World world;
        world.live();
        world.time->advance(15s);
        world.broken(ErrorKind::Forbidden);
        QCOMPARE(world.state(), HealthState::Forbidden);
        world.time->advance(1s);
        world.broken();
        QCOMPARE(world.state(), HealthState::Reconnecting);
    }

    void aServerThatAsksForPatienceIsLiveAndBusy()
    {
        World world;
        world.live();
        const WallTime since = world.monitor.health().since;
        world.time->advance(15s);
        world.time->advance(20ms);
        world.says(429, 1s);
        QCOMPARE(world.state(), HealthState::Live);
        QVERIFY(world.monitor.health().since == since);
        QCOMPARE(world.monitor.health().reason->kind, ErrorKind::Throttled);
        QCOMPARE(*world.monitor.health().latency, std::chrono::microseconds(20'000)); // it is an answer
        QCOMPARE(world.secondsToNextProbe(), 15);
        world.live();
        QVERIFY(!world.monitor.health().reason);
        QCOMPARE(world.onLive, 1); // all the time
        QVERIFY(!world.monitor.wasSilent());
    }

    void aServerIsNotAskedAgainBeforeItWantsToBe()
    {
        World world;
        world.live();
        world.time->advance(15s);
        world.says(429, 40s);
        const std::size_t asked = world.probes.size();
        world.monitor.suspect(Error::transport(QStringLiteral("the cable is cut")));
        QCOMPARE(world.probes.size(), asked);
        QCOMPARE(world.secondsToNextProbe(), 40);
        QCOMPARE(world.state(), HealthState::Live);
        world.says(429, 40s);
        world.monitor.probeNow(); // somebody wants to know
        QCOMPARE(world.probes.size(), asked + 2);
    }

    void whoHasFallenSilentAndIsBusyNowIsNotTrustedYet()
    {
        World world;
        world.live();
        world.time->advance(15s);
        world.broken();
        world.time->advance(1s);
        world.says(429, 5s);
        QCOMPARE(world.state(), HealthState::Reconnecting);
        QCOMPARE(world.monitor.health().reason->kind, ErrorKind::Throttled);
        QCOMPARE(world.onLive, 1);
        QCOMPARE(world.secondsToNextProbe(), 5);
        world.live();
        QCOMPARE(world.onLive, 2);
    }

    void aServerThatNeverWasWellIsNotLiveForBeingBusy()
    {
        World world;
        world.says(429, 3s);
        QCOMPARE(world.state(), HealthState::Failed);
        QCOMPARE(world.secondsToNextProbe(), 3);
    }

    void whoAnswersThatItFailsIsNotLiveButHasNotFallenSilent()
    {
        World world;
        world.live();
        world.time->advance(15s);
        world.says(503);
        QCOMPARE(world.state(), HealthState::Reconnecting);
        QVERIFY(!world.monitor.wasSilent());
        world.time->advance(1s);
        world.broken();
        QVERIFY(world.monitor.wasSilent());
        world.time->advance(2s);
        world.says(503);
        QVERIFY(world.monitor.wasSilent()); // in this outage
        world.time->advance(4s);
        world.live();
        QCOMPARE(world.onLive, 2);
        world.time->advance(15s);
        QVERIFY(!world.monitor.wasSilent());
        world.monitor.suspect(Error::transport(QStringLiteral("the cable is cut")));
        world.time->advance(2s);
        QVERIFY(world.monitor.wasSilent());
    }

    void aBadCredentialIsNotLive()
    {
        World world;
        world.broken(ErrorKind::Unauthorized);
        QCOMPARE(world.state(), HealthState::Failed);
        QCOMPARE(world.secondsToNextProbe(), 1);
        world.live();
        world.time->advance(15s);
        world.broken(ErrorKind::Unauthorized);
        QCOMPARE(world.state(), HealthState::Reconnecting);
    }

    void askedToItProbesAtOnceButNotTwice()
    {
        World world;
        world.monitor.probeNow(); // one is under way
        QCOMPARE(world.probes.size(), std::size_t(1));
        for (int i = 0; i < 4; ++i) {
            world.broken();
            (void)world.secondsToNextProbe();
        }
        world.broken();
        const std::size_t before = world.probes.size();
        world.monitor.probeNow();
        QCOMPARE(world.probes.size(), before + 1);
        world.broken();
        QCOMPARE(world.secondsToNextProbe(), 1); // and the waits begin anew
    }

    void aLostConnectionMakesItAskAtOnce()
    {
        World world;
        world.live();
        const Error cut = Error::transport(QStringLiteral("the cable is cut"));
        world.monitor.suspect(cut);
        QCOMPARE(world.probes.size(), std::size_t(2));
        world.monitor.suspect(cut);
        QCOMPARE(world.probes.size(), std::size_t(2));
        world.live();
        world.time->advance(10s);
        QCOMPARE(world.state(), HealthState::Live);
        QCOMPARE(world.onLive, 1);
        world.monitor.suspect(cut);
        world.broken();
        QCOMPARE(world.state(), HealthState::Reconnecting);
        world.monitor.suspect(cut); // nothing new
        QCOMPARE(world.probes.size(), std::size_t(3));
    }

    void aWatchThatWasRefusedForBeingOneTooManyIsNoLostConnection()
    {
        World world;
        world.live();
        world.monitor.suspect(Error{ErrorKind::Throttled, QStringLiteral("not now"), {}, {}});
        world.time->advance(10s);
        QCOMPARE(world.probes.size(), std::size_t(1));
        QCOMPARE(world.state(), HealthState::Live);
    }

    void whoDoesNotAnswerAfterALostConnectionIsNotCalledLive()
    {
        World world;
        world.live();
        world.monitor.suspect(Error::transport(QStringLiteral("the cable is cut")));
        world.time->advance(2s);
        QCOMPARE(world.state(), HealthState::Reconnecting);
        QCOMPARE(world.monitor.health().reason->message, QStringLiteral("the cable is cut"));
        world.live();
        QCOMPARE(world.state(), HealthState::Live);
        QCOMPARE(world.onLive, 2);
        QVERIFY(!world.monitor.health().reason);
    }

    void aWatchThatIsLiveAgainMakesItAskAtOnce()
    {
        World world;
        world.monitor.noteWatches(1);
        world.live();
        world.monitor.noteWatches(3);
        QCOMPARE(world.probes.size(), std::size_t(1)); // all is well
        world.time->advance(15s);
        world.broken();
        world.monitor.noteWatches(0);
        for (int i = 0; i < 5; ++i) {
            (void)world.secondsToNextProbe();
            world.broken();
        }
        const std::size_t before = world.probes.size();
        world.monitor.noteWatches(1);
        QCOMPARE(world.probes.size(), before + 1);
        world.monitor.noteWatches(2);
        QCOMPARE(world.probes.size(), before + 1); // already asking
        world.broken();
        world.monitor.noteWatches(2);
        QCOMPARE(world.probes.size(), before + 1); // nothing new
        world.monitor.noteWatches(3);
        world.live();
        QCOMPARE(world.state(), HealthState::Live);
    }

    void whatCannotBeginHasFailedAndAsksNobody()
    {
        auto time = std::make_shared<ManualTime>();
        int probes = 0;
        HealthMonitor monitor(time, *time, [&probes] { ++probes; return Promise<HealthMonitor::Answer>().future(); }, [] {});
        QCOMPARE(monitor.health().state, HealthState::Closed);
        monitor.fail(Error{ErrorKind::Tls, QStringLiteral("no such certificate"), {}, {}});
        time->advance(10min);
        QCOMPARE(monitor.health().state, HealthState::Failed);
        QCOMPARE(monitor.health().reason->kind, ErrorKind::Tls);
        QCOMPARE(probes, 0);
    }

    void everyChangeIsTold()
    {
        World world;
        QCOMPARE(world.changes, 1);
        world.live();
        QCOMPARE(world.changes, 2);
        world.time->advance(15s);
        world.live(); // another latency
        QCOMPARE(world.changes, 3);
    }

    void nothingIsAskedOrToldAfterItsEnd()
    {
        auto time = std::make_shared<ManualTime>();
        Promise<HealthMonitor::Answer> promise;
        int changes = 0;
        {
            HealthMonitor monitor(time, *time, [&promise] { return promise.future(); }, [&changes] { ++changes; });
            monitor.start();
        }
        promise.finish(HealthMonitor::Answer{"v1"});
        time->advance(10min);
        QCOMPARE(changes, 1);
        QCOMPARE(time->timers(), std::size_t(0));
    }
};

ORRERY_GUILESS_TEST(HealthMonitorTest)
} // namespace health_monitor_test
#include "health_monitor_test.moc"
