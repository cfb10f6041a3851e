// SPDX-License-Identifier: Apache-2.0
// What an informer promises of itself in every trouble of its path to a real API server: what has died is noticed in
// time, and after any fault one wait and one list make the cache equal to the server again.
// Runs in QuickTime, up to fifteen times as fast as the wall's: seconds below are of that. Once a fault has ended, the
// server has the wall's time for its answers.
#include "core/session/health_monitor.h"
#include "tests/fault/proxy/watched.h"
#include "tests/support/test_program.h"

#include <QMap>

namespace convergence_cluster_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

namespace {

constexpr auto noticed = 45s;          ///< a dead server or path
constexpr auto silentlyDropped = 120s; ///< one connection of many
constexpr auto longestWait = 60s;      ///< of the back-off, jitter included
constexpr auto requests = 20s;         ///< for a list and the opening of its watch: giveTheServerTime()
constexpr int slowly = 3;              ///< speed at which both a server may take its time and what is lost be waited for

Fault swallowing()
{
    Fault fault;
    fault.swallow = true;
    return fault;
}

/// A fault begins; then changes are made, of which the informer hears or does not; then it ends.
struct Trouble {
    std::function<void(Watched &)> begin;
    Duration lasts;
    bool hurts = true; ///< it cannot pass unnoticed
};

QMap<QString, Trouble> troubles()
{
    const auto with = [](auto change) {
        return [change](Watched &w) {
            Fault fault;
            change(fault);
            w.proxy.set(fault);
        };
    };
    return {
        {QStringLiteral("reset"), {[](Watched &w) { w.proxy.reset(); }, 0s}},
        {QStringLiteral("closed"), {[](Watched &w) { w.proxy.close(); }, 0s}},
        {QStringLiteral("refused"), {[](Watched &w) { w.proxy.shut(); }, 10s}},
        {QStringLiteral("refused for long"), {[](Watched &w) { w.proxy.shut(); }, 60s}},
        {QStringLiteral("silent"), {[](Watched &w) { w.proxy.set(swallowing()); }, 60s}},
        {QStringLiteral("silent for a moment"), {[](Watched &w) { w.proxy.set(swallowing()); }, 5s, false}},
        {QStringLiteral("cut within an event"), {with([](Fault &f) { f.cutAfter = 700; }), 10s}},
        {QStringLiteral("cut within the handshake"),
         {[](Watched &w) {
              Fault fault;
              fault.cutAfter = 500;
              w.proxy.reset();
              w.proxy.set(fault);
          },
          10s}},
        {QStringLiteral("far away"), {with([](Fault &f) { f.latency = 100ms; }), 10s, false}},
        {QStringLiteral("thin"), {with([](Fault &f) { f.bytesPerSecond = 20'000; }), 10s, false}},
        {QStringLiteral("in slices"), {with([](Fault &f) { f.slice = 3; }), 10s, false}},
        {QStringLiteral("ends that are told late"),
         {[](Watched &w) {
              Fault fault;
              fault.slowClose = 500ms;
              w.proxy.set(fault);
              w.proxy.close();
          },
          10s}},
    };
}

} // namespace

class ConvergenceClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void afterAnyFaultOneWaitAndOneListSuffice_data()
    {
        QTest::addColumn<QString>("trouble");
        const auto all = troubles();
        for (auto it = all.begin(); it != all.end(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.key();
    }
    void afterAnyFaultOneWaitAndOneListSuffice()
    {
        QFETCH(QString, trouble);
        const Trouble fault = troubles().value(trouble);
        Watched w;
        for (int n = 0; n < 8; ++n)
            QVERIFY(w.put("object-" + std::to_string(n)));
        w.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);

        const ReflectorStatus unhurt = w.informer->status();
        fault.begin(w);
        QVERIFY(w.remove("object-0"));
        QVERIFY(w.remove("object-1"));
        QVERIFY(w.put("object-1", "another"));
        QVERIFY(w.put("object-2", "changed"));
        QVERIFY(w.put("object-8"));
        w.pass(fault.lasts);
        w.proxy.heal();
        w.proxy.accept();

        // A connection that has gone silent is noticed first.
        const bool silent = trouble.contains(QLatin1String("silent"));
        w.giveTheServerTime(silent ? slowly : 1);
        const ReflectorStatus before = w.informer->status();
        const SteadyTime healed = w.time->now();
        const QStringList expected = w.served();
        QTRY_COMPARE_WITH_TIMEOUT(w.cached(), expected, 2 * patience);
        QTRY_VERIFY_WITH_TIMEOUT(w.isLive(), patience);
        const ReflectorStatus after = w.informer->status();
        // A try that was under way as the fault ended may still fail of it.
        QVERIFY2(after.failures <= before.failures + 1, qPrintable(after.lastError ? after.lastError->toString() : QString()));
        QVERIFY(after.lists <= before.lists + 1);
        QVERIFY(!fault.hurts || after.failures > unhurt.failures || after.watches > unhurt.watches);
        QVERIFY2(w.since(healed) <= (silent ? silentlyDropped : 0s) + longestWait + requests, qPrintable(QString::number(w.since(healed).count())));
        QVERIFY2(w.log.legal(), w.log.text().c_str());
        QVERIFY(w.put("object-9"));
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
    }

    void aFirstListCutAnywhereIsBegunAgain_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 1000, 3000, 6000, 12000})
            QTest::newRow(qPrintable(QString::number(bytes))) << bytes;
    }
    void aFirstListCutAnywhereIsBegunAgain()
    {
        QFETCH(int, bytes);
        Watched w;
        for (int n = 0; n < 6; ++n)
            QVERIFY(w.put("object-" + std::to_string(n), std::string(2000, 'x')));
        Fault fault;
        fault.cutAfter = bytes;
        w.proxy.set(fault);
        w.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(w.informer->status().failures >= 2 || w.isLive(), patience);
        // Also in the midst of TLS's handshake it is the path that failed, and nobody's certificate.
        const ReflectorStatus cut = w.informer->status();
        QVERIFY2(!cut.lastError || cut.lastError->is(ErrorKind::Transport), qPrintable(cut.lastError ? cut.lastError->toString() : QString()));
        w.proxy.heal();
        w.giveTheServerTime();
        const SteadyTime healed = w.time->now();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        QVERIFY(w.since(healed) <= longestWait + requests);
        QVERIFY2(w.log.legal(), w.log.text().c_str());
    }

    void aDeadPathIsNoticedInTime()
    {
        Watched w;
        QVERIFY(w.put("one"));
        w.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        w.proxy.set(swallowing());
        const WallTime died = w.time->wallNow();
        QTRY_VERIFY_WITH_TIMEOUT(!w.isLive(), patience);
        const ReflectorStatus status = w.informer->status();
        QCOMPARE(status.phase, ReflectorPhase::Reconnecting);
        QVERIFY2(status.since - died <= noticed, qPrintable(QString::number((status.since - died) / 1s)));
    }

    void aDeadPathIsNoticedInTimeByTheSessionsHealth()
    {
        Watched w;
        const Owner owner(w.path.executor);
        HealthMonitor health(w.path.executor, *w.time, [&] {
            Request request = Request::get();
            request.absolutePath(QStringLiteral("/version")).timeout(10s);
            return then(w.path.rest->send(std::move(request)), owner, [](Result<Response> answer) -> Result<HealthMonitor::Answer> {
                if (!answer)
                    return fail(answer.error());
                return HealthMonitor::Answer{};
            });
        }, [] {});
        w.time->setSpeed(slowly);
        health.start();
        QTRY_COMPARE_WITH_TIMEOUT(health.health().state, HealthState::Live, patience);
        w.proxy.set(swallowing());
        w.time->setSpeed(QuickTime::usual);
        const WallTime died = w.time->wallNow();
        QTRY_COMPARE_WITH_TIMEOUT(health.health().state, HealthState::Reconnecting, patience);
        QVERIFY2(health.health().since - died <= noticed, qPrintable(QString::number((health.health().since - died) / 1s)));
        w.proxy.heal();
        w.time->setSpeed(slowly);
        w.path.rest->renew(); // as the session does once it knows
        QTRY_COMPARE_WITH_TIMEOUT(health.health().state, HealthState::Live, patience);
    }

    void aConnectionThatIsSilentlyDroppedIsNoticedInTime()
    {
        Watched w;
        QVERIFY(w.put("one"));
        w.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        w.proxy.swallowNewest(); // the watch's: the list's was there before
        const SteadyTime dropped = w.time->now();
        const std::uint64_t watches = w.informer->status().watches;
        QVERIFY(w.put("two"));
        const QStringList expected = w.served();
        w.pass(10s);
        QVERIFY(w.cached() != expected); // the fault is real
        QTRY_VERIFY_WITH_TIMEOUT(w.informer->status().watches > watches, patience);
        QVERIFY2(w.since(dropped) <= silentlyDropped, qPrintable(QString::number(w.since(dropped).count())));
        w.giveTheServerTime();
        QTRY_COMPARE_WITH_TIMEOUT(w.cached(), expected, patience);
        QTRY_VERIFY_WITH_TIMEOUT(w.agrees(), patience);
        QVERIFY2(w.log.legal(), w.log.text().c_str());
    }
};

ORRERY_GUILESS_TEST(ConvergenceClusterTest)
} // namespace convergence_cluster_test
#include "convergence_cluster_test.moc"
