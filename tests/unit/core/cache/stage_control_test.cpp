// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"
#include "core/cache/shared_informer.h"
#include "tests/support/handler_log.h"
#include "tests/support/model_api_server.h"
#include "tests/support/posted_tasks.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <atomic>
#include <thread>

namespace stage_control_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::HandlerLog;
using kube::test::ManualTime;
using kube::test::ModelApiServer;
using kube::test::PostedTasks;
using Verb = ModelApiServer::Request::Verb;

namespace {

struct World {
    explicit World(ModelApiServer::Options options = {}, SharedIndexInformer::Config config = {}) : server(time, 1, options)
    {
        informer = std::make_unique<SharedIndexInformer>(server.listerWatcher(), time, *time, [] { return 0.0; }, std::move(config));
        registration = std::move(*informer->addEventHandler(log.handlers()));
    }
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    ModelApiServer server;
    HandlerLog log;
    std::unique_ptr<SharedIndexInformer> informer;
    HandlerRegistration registration;

    void run()
    {
        informer->run();
        time->advance(1s);
    }
    void put(const std::string &name)
    {
        server.put(name);
        time->advance(1s);
    }
    [[nodiscard]] bool cacheEqualsServer() const
    {
        ModelApiServer::Objects cached;
        for (const ObjectPtr &object : informer->indexer().list())
            cached[object->key().name] = {std::string(object->uid()), std::stoull(std::string(object->resourceVersion()))};
        return cached == server.objects();
    }
};

} // namespace

class StageControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anInformerReadsNoMoreAtItsHighWater()
    {
        auto time = std::make_shared<ManualTime>();
        ModelApiServer server(time, 1);
        SharedIndexInformer informer(server.listerWatcher(), time, *time, [] { return 0.0; }, {.highWater = 10, .lowWater = 3});
        informer.run();
        time->advance(1s);
        informer.stages().queue.pause();
        for (int i = 0; i < 20; ++i)
            server.put("one");
        time->advance(1min);
        QCOMPARE(informer.queue().backlog(), std::size_t(11));
    }

    // ---- the reflector

    void aStepLetsOneObjectOfAListThrough()
    {
        World world;
        for (int i = 0; i < 5; ++i)
            world.server.put(std::to_string(i));
        StageControl &reflector = world.informer->stages().reflector;
        reflector.pause();
        world.run();
        world.time->advance(10min);
        QVERIFY(world.informer->indexer().isEmpty());
        QVERIFY(world.informer->status().paused);
        QCOMPARE(world.informer->status().failures, std::uint64_t(0));
        for (std::size_t i = 1; i <= 3; ++i) {
            reflector.step();
            world.time->advance(10min);
            QCOMPARE(world.informer->indexer().size(), i);
        }
        reflector.resume();
        world.time->advance(1s);
        QVERIFY(world.cacheEqualsServer());
        QCOMPARE(world.server.count(Verb::List), std::size_t(1));
        QCOMPARE(world.informer->status().phase, ReflectorPhase::Live);
        QVERIFY(!world.informer->status().paused);
    }

    void aPausedWatchIsNotTakenForADeadOne_data()
    {
        QTest::addColumn<bool>("bookmarks");
        QTest::newRow("bookmarks") << true;
        QTest::newRow("none") << false;
    }
    void aPausedWatchIsNotTakenForADeadOne()
    {
        QFETCH(bool, bookmarks);
        World world({.bookmarks = bookmarks});
        world.put("a");
        world.run();
        world.time->advance(90s);
        const auto before = world.informer->status();
        StageControl &reflector = world.informer->stages().reflector;
        reflector.pause();
        const WallTime pausedAt = world.time->wallNow();
        const auto requests = world.server.requests().size();
        for (int i = 0; i < 3; ++i) {
            world.put("b"); // 103, 104, 105 once told
            world.time->advance(20min); // beyond every deadline of a watch, and the server has ended this one
        }
        QVERIFY(!world.informer->indexer().getByKey({"default", "b"}));
        QCOMPARE(world.server.requests().size(), requests); // neither probed nor left
        const auto status = world.informer->status();
        QVERIFY(status.paused && status.phase == ReflectorPhase::Live);
        QVERIFY(status.asOf && *status.asOf <= pausedAt);
        QCOMPARE(status.failures, before.failures);
        while (!world.informer->indexer().getByKey({"default", "b"})) {
            reflector.step(); // bookmarks that were sent first
            world.time->advance(1s);
        }
        QCOMPARE(world.informer->indexer().getByKey({"default", "b"})->resourceVersion(), std::string_view("102"));
        reflector.resume();
        world.time->advance(1s);
        QVERIFY(world.cacheEqualsServer());
        QCOMPARE(world.informer->status().failures, before.failures);
        QCOMPARE(world.server.openWatches(), std::size_t(1));
        QVERIFY(world.log.legal());
    }

    void aWatchThatDiedWhilePausedIsFoundAfterwards()
    {
        World world;
        world.run();
        StageControl &reflector = world.informer->stages().reflector;
        reflector.pause();
        world.time->advance(1min);
        world.server.goDeaf();
        world.server.put("missed");
        world.time->advance(20min);
        QVERIFY(world.informer->indexer().isEmpty());
        reflector.resume();
        world.time->advance(10s);
        QVERIFY(world.cacheEqualsServer());
    }

    void aResyncThatFellDueInAPauseComesAfterIt()
    {
        World world({}, {.defaultResyncPeriod = 10s});
        world.server.put("a");
        world.run();
        (void)world.log.take();
        world.informer->stages().reflector.pause();
        world.time->advance(35s);
        QCOMPARE(world.log.take(), std::string());
        world.informer->stages().reflector.resume();
        world.time->run();
        QCOMPARE(world.log.take(), std::string("update a 101>101"));
    }

    // ---- handlers

    void pausedHandlersAreToldNothingAndLoseNothing()
    {
        World world;
        world.server.put("a");
        StageControl &handlers = world.informer->stages().handlers;
        handlers.pause();
        world.run();
        QVERIFY(world.cacheEqualsServer());
        QCOMPARE(world.log.take(), std::string());
        QVERIFY(!world.registration.hasSynced());
        HandlerLog late;
        const auto second = world.informer->addEventHandler(late.handlers());
        world.put("b");
        world.put("a"); // joins the add that waits
        const auto listeners = world.informer->snapshot().listeners;
        QVERIFY(listeners.front().paused && listeners.back().paused);
        QCOMPARE(listeners.front().pending, std::size_t(2));
        handlers.step();
        world.time->run();
        QCOMPARE(world.log.take(), std::string("add! a 103"));
        QCOMPARE(late.take(), std::string("add! a 101")); // one each
        handlers.resume();
        world.time->run();
        QCOMPARE(world.log.take(), std::string("add b 102; synced"));
        QCOMPARE(late.take(), std::string("add b 102; update a 101>103; synced"));
        QVERIFY(world.log.legal() && late.legal());
    }

    void aHandlerMayGoWhilePaused()
    {
        World world;
        world.informer->stages().handlers.pause();
        world.server.put("a");
        world.run();
        world.registration.reset();
        world.informer->stages().handlers.resume();
        world.time->run();
        QCOMPARE(world.log.text(), std::string());
    }

    // ---- all of it

    void whoeverPausesAndResumesManyTimesLeavesOneTaskAStage()
    {
        World world;
        auto tasks = std::make_shared<PostedTasks>();
        world.registration.reset();
        world.informer = std::make_unique<SharedIndexInformer>(world.server.listerWatcher(), tasks, *world.time, [] { return 0.0; }, SharedIndexInformer::Config{});
        world.registration = std::move(*world.informer->addEventHandler(world.log.handlers()));
        tasks->run();
        const InformerStages stages = world.informer->stages();
        for (int i = 0; i < 1000; ++i) {
            for (StageControl *stage : {&stages.reflector, &stages.queue, &stages.handlers}) {
                stage->pause();
                stage->step();
                stage->resume();
            }
        }
        QVERIFY2(tasks->size() <= 4, qPrintable(QString::number(tasks->size()))); // one a stage, and one that tells the reflector of the others
        world.server.put("a");
        world.informer->run();
        world.time->advance(1s);
        tasks->run();
        QCOMPARE(world.log.take(), std::string("add! a 101; synced")); // and none of them is deaf
        world.registration.reset();
        world.informer.reset();
        tasks->run();
    }

    void anyThreadMayPauseStepAndResume()
    {
        World world;
        auto tasks = std::make_shared<PostedTasks>();
        world.registration.reset();
        world.informer = std::make_unique<SharedIndexInformer>(world.server.listerWatcher(), tasks, *world.time, [] { return 0.0; }, SharedIndexInformer::Config{});
        world.registration = std::move(*world.informer->addEventHandler(world.log.handlers()));
        world.informer->run();
        std::atomic<bool> stop = false;
        std::thread inspector([&, stages = world.informer->stages()] {
            while (!stop) {
                for (StageControl *stage : {&stages.reflector, &stages.queue, &stages.handlers}) {
                    stage->pause();
                    stage->step(2);
                    stage->resume();
                }
            }
        });
        for (int i = 0; i < 300; ++i) {
            if (i % 7 == 0)
                world.server.remove(std::to_string(i % 20));
            world.server.put(std::to_string(i % 20));
            world.time->advance(20ms);
            tasks->turn();
        }
        stop = true;
        inspector.join();
        for (int i = 0; i < 20; ++i) {
            world.time->advance(100ms);
            tasks->run();
        }
        QVERIFY(world.cacheEqualsServer());
        QVERIFY(world.log.legal());
        QCOMPARE(world.log.told().size(), world.server.objects().size());
        world.registration.reset();
        world.informer.reset();
        tasks->run();
    }

    void stoppingWhilePausedLeavesNothing()
    {
        World world;
        world.server.put("a");
        const InformerStages stages = world.informer->stages();
        stages.reflector.pause();
        stages.queue.pause();
        stages.handlers.pause();
        world.run();
        stages.reflector.step(3);
        world.time->advance(1s);
        world.informer->stop();
        stages.reflector.resume();
        stages.queue.resume();
        stages.handlers.resume();
        world.time->advance(1h);
        QCOMPARE(world.log.text(), std::string());
        QCOMPARE(world.time->timers(), std::size_t(0));
        QCOMPARE(world.server.openWatches(), std::size_t(0));
    }
};

ORRERY_GUILESS_TEST(StageControlTest)
} // namespace stage_control_test
#include "stage_control_test.moc"
