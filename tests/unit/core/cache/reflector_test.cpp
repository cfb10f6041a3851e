// SPDX-License-Identifier: Apache-2.0
#include "core/cache/reflector.h"
#include "core/cache/indexer.h"
#include "tests/support/delta_text.h"
#include "tests/support/model_api_server.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace reflector_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;
using kube::test::ModelApiServer;
using kube::test::popAll;
using Verb = ModelApiServer::Request::Verb;

namespace {

struct World {
    explicit World(ModelApiServer::Options options = {}, Reflector::Config config = {})
        : server(time, 1, options), lister(server.listerWatcher()),
          reflector(*lister, queue, time, *time, [] { return 0.5; }, std::move(config))
    {
    }
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    ModelApiServer server;
    std::unique_ptr<ListerWatcher> lister;
    DeltaFIFO queue;
    Reflector reflector;

    void start()
    {
        reflector.start();
        time->advance(1s);
    }
};

} // namespace

class ReflectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void itListsThenWatches()
    {
        World world;
        world.server.put("a");
        world.start();
        QCOMPARE(popAll(world.queue), std::string("default/a: Replaced 101; Bookmark @101"));
        world.server.put("a");
        world.server.put("b");
        world.server.remove("b");
        world.time->advance(1s);
        QCOMPARE(popAll(world.queue), std::string("default/a: Updated 102; default/b: Added 103, Deleted 104"));
        QCOMPARE(world.reflector.lastSyncResourceVersion(), std::string("104"));
        QCOMPARE(world.server.openWatches(), std::size_t(1));
    }

    void itSaysHowItFares()
    {
        World world;
        world.server.put("a");
        std::vector<ReflectorPhase> phases;
        const auto subscription = world.reflector.subscribe([&](const ReflectorStatus &status) {
            if (phases.empty() || phases.back() != status.phase)
                phases.push_back(status.phase);
        });
        world.start();
        world.server.failNext(ModelApiServer::statusError(503, "ServiceUnavailable"), 2);
        world.server.endWatches(Error::transport(QStringLiteral("killed")));
        world.time->advance(1min);
        using enum ReflectorPhase;
        QCOMPARE(phases, (std::vector{Idle, Connecting, Loading, Live, Reconnecting, Live}));
        const ReflectorStatus status = world.reflector.status();
        QVERIFY(!status.lastError);
        QVERIFY(status.synced && status.asOf && !status.nextTry);
        QCOMPARE(status.itemsLoaded, std::size_t(1));
        QVERIFY(status.failures >= 2);
    }

    void aWaitSaysWhyAndUntilWhen()
    {
        World world;
        world.server.failNext(ModelApiServer::statusError(403, "Forbidden", "no"));
        world.start();
        const ReflectorStatus status = world.reflector.status();
        QCOMPARE(status.phase, ReflectorPhase::Forbidden);
        QCOMPARE(status.lastError->status->message, QStringLiteral("no"));
        QVERIFY(status.nextTry && *status.nextTry - status.since >= 44s && *status.nextTry - status.since <= 46s);
        QCOMPARE(status.lists, std::uint64_t(1));
        world.reflector.retryNow();
        world.time->advance(1s);
        QCOMPARE(world.reflector.status().phase, ReflectorPhase::Live);
    }

    void aSteadyRefusalAsksAtMostTwiceAMinute()
    {
        World world;
        world.server.failNext(ModelApiServer::statusError(403, "Forbidden"), 1000);
        world.start();
        world.time->advance(10min);
        QVERIFY(world.server.requests().size() <= 21);
        QVERIFY(world.server.requests().size() >= 10);
    }

    void aRelistIsCollectedAsideAndReplacesEverythingAtOnce()
    {
        World world;
        world.server.put("a");
        world.start();
        popAll(world.queue);
        world.server.endWatches(Error::transport(QStringLiteral("cut")));
        world.server.failNext(Error::transport(QStringLiteral("down")));
        world.server.remove("a");
        world.server.put("b");
        world.server.skipVersions(10);
        world.server.compact();
        world.server.cutNextListAfter(1);
        world.time->advance(100ms);
        world.time->advance(1min);
        QCOMPARE(popAll(world.queue), std::string("default/b: Replaced 103; Bookmark @113")); // a was not known to this queue
    }

    void aStreamingListBeginsTheWatch()
    {
        Reflector::Config config;
        config.state.watchList = true;
        World world({.watchList = true}, config);
        world.server.put("a");
        world.start();
        QCOMPARE(world.server.count(Verb::List), std::size_t(0));
        QCOMPARE(popAll(world.queue), std::string("default/a: Replaced 101; Bookmark @101"));
        QVERIFY(world.reflector.status().watchList);
    }

    void readingPausesWhileTheQueueIsLong()
    {
        Reflector::Config config;
        config.highWater = 10;
        config.lowWater = 3;
        World world({}, config);
        for (int i = 0; i < 100; ++i)
            world.server.put(std::to_string(i));
        world.start();
        QCOMPARE(world.queue.len(), std::size_t(11));
        world.time->advance(10min); // no silence of the server's
        QCOMPARE(world.queue.len(), std::size_t(11));
        QCOMPARE(world.server.requests().size(), std::size_t(1));
        for (int i = 0; i < 200 && !world.queue.hasSynced(); ++i) {
            kube::test::popText(world.queue);
            world.time->advance(20ms);
        }
        QVERIFY(world.queue.hasSynced());
        QCOMPARE(world.reflector.status().lists, std::uint64_t(1));
    }

    void aHalfOpenWatchIsFoundByItsSilence()
    {
        World world;
        world.start();
        world.time->advance(70s); // a bookmark: this server sends them
        world.server.goDeaf();
        world.server.put("missed");
        world.time->advance(100s);
        QCOMPARE(popAll(world.queue), std::string("Bookmark @100; default/missed: Added 101"));
        QCOMPARE(world.server.renewals(), 0); // others' connections are well
    }

    void aFrozenServerIsFoundByAProbe()
    {
        World world;
        world.start();
        world.server.freeze(true);
        world.time->advance(45s);
        const ReflectorStatus status = world.reflector.status();
        QCOMPARE(status.phase, ReflectorPhase::Reconnecting);
        QVERIFY(status.asOf && status.since - *status.asOf >= 40s); // true when the server last spoke
        world.time->advance(3min);
        world.server.freeze(false);
        world.time->advance(70s);
        QCOMPARE(world.reflector.status().phase, ReflectorPhase::Live);
    }

    void askedToItListsTheMostRecentAnew()
    {
        World world;
        world.server.put("a");
        world.start();
        popAll(world.queue);
        world.reflector.relist();
        QCOMPARE(world.reflector.status().phase, ReflectorPhase::Reconnecting);
        world.time->advance(1s);
        QCOMPARE(popAll(world.queue), std::string("default/a: Replaced 101; Bookmark @101"));
        QCOMPARE(world.server.requests()[2].options.resourceVersion, std::string());
        QCOMPARE(world.server.openWatches(), std::size_t(1));
        QCOMPARE(world.reflector.status().failures, std::uint64_t(0));
        QCOMPARE(world.reflector.snapshot()->lastLists.back().reason, ListReason::Asked);
    }

    void askedToItListsAtOnceAlsoWhileItWaits()
    {
        World world;
        world.reflector.relist(); // not started
        QVERIFY(world.server.requests().empty());
        world.server.failNext(ModelApiServer::statusError(403, "Forbidden"));
        world.start();
        world.reflector.relist();
        QVERIFY(!world.reflector.status().nextTry);
        world.time->advance(1s);
        QCOMPARE(world.reflector.status().phase, ReflectorPhase::Live);
        world.time->advance(5min); // and the wait is over for good
        QCOMPARE(world.reflector.status().lists, std::uint64_t(2));
    }

    void askedToItLeavesItsWatchForAnother()
    {
        World world;
        world.server.put("a");
        world.start();
        popAll(world.queue);
        world.reflector.cutWatch();
        QCOMPARE(world.reflector.status().phase, ReflectorPhase::Reconnecting);
        QCOMPARE(world.reflector.status().asked, ReflectorStatus::Step::Watch);
        world.server.put("b");
        world.time->advance(1s);
        QCOMPARE(popAll(world.queue), std::string("default/b: Added 102"));
        QCOMPARE(world.server.requests().back().options.resourceVersion, std::string("101"));
        QCOMPARE(world.reflector.status().phase, ReflectorPhase::Live);
        QCOMPARE(world.reflector.status().lists, std::uint64_t(1));
        QCOMPARE(world.reflector.status().failures, std::uint64_t(0));
    }

    void aRestoredServerIsNoticedByItsBookmarks()
    {
        World world;
        world.server.put("old");
        const auto past = world.server.checkpoint();
        for (int i = 0; i < 20; ++i)
            world.server.put("lost");
        world.start();
        popAll(world.queue);
        world.server.restore(past);
        world.time->advance(3min);
        QCOMPARE(world.reflector.lastSyncResourceVersion(), std::to_string(world.server.version()));
        QVERIFY(popAll(world.queue).find("default/old: Replaced 101") != std::string::npos);
    }

    void nothingComesAfterStop()
    {
        World world;
        world.server.put("a");
        world.reflector.start();
        world.reflector.stop();
        world.time->advance(1h);
        QCOMPARE(world.queue.len(), std::size_t(0));
        QCOMPARE(world.server.requests().size(), std::size_t(1));
        QCOMPARE(world.server.openWatches(), std::size_t(0));
        QCOMPARE(world.reflector.status().phase, ReflectorPhase::Stopped);
        QCOMPARE(world.time->timers(), std::size_t(0));
    }

    void resyncComesEachPeriodWhileSomebodyWantsIt()
    {
        Indexer known;
        known.add(kube::test::makeObject("a", "1"));
        auto time = std::make_shared<ManualTime>();
        ModelApiServer server(time, 1);
        server.put("a");
        const auto lister = server.listerWatcher();
        DeltaFIFO queue({.knownObjects = &known});
        bool wanted = false;
        Reflector::Config config;
        config.resyncPeriod = 10s;
        config.shouldResync = [&] { return wanted; };
        Reflector reflector(*lister, queue, time, *time, [] { return 0.0; }, config);
        reflector.start();
        time->advance(11s);
        popAll(queue);
        wanted = true;
        time->advance(10s);
        QCOMPARE(popAll(queue), std::string("default/a: Sync 1"));
    }
};

ORRERY_GUILESS_TEST(ReflectorTest)
} // namespace reflector_test
#include "reflector_test.moc"
