// SPDX-License-Identifier: Apache-2.0
#include "core/cache/event_listener.h"
#include "core/cache/shared_informer.h"
#include "tests/support/handler_log.h"
#include "tests/support/model_api_server.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <stdexcept>

namespace shared_informer_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::HandlerLog;
using kube::test::makeObject;
using kube::test::ManualTime;
using kube::test::ModelApiServer;

namespace {

/// An informer on a model of a server, and a log of what one handler of it is told.
struct World {
    explicit World(SharedIndexInformer::Config config = {}) { make(std::move(config)); }
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    ModelApiServer server{time, 1, {}};
    HandlerLog log;
    std::unique_ptr<SharedIndexInformer> informer;
    HandlerRegistration registration;

    void make(SharedIndexInformer::Config config)
    {
        informer = std::make_unique<SharedIndexInformer>(server.listerWatcher(), time, *time, [] { return 0.0; }, std::move(config));
    }
    void listen() { listen(log.handlers()); }
    void listen(ResourceEventHandlers handlers) { registration = std::move(*informer->addEventHandler(std::move(handlers))); }
    void run()
    {
        informer->run();
        time->advance(1s);
    }
    /// Runs with the log listening, and forgets what it was told of the first list.
    void runTold()
    {
        listen();
        run();
        (void)log.take();
    }
    void put(const std::string &name)
    {
        server.put(name);
        time->advance(1s);
    }
    void remove(const std::string &name)
    {
        server.remove(name);
        time->advance(1s);
    }
    /// The watch's resourceVersion has expired: everything is listed anew.
    void relist()
    {
        server.sendToWatches(ModelApiServer::statusError(410, "Expired"));
        time->advance(1min);
    }
};

} // namespace

class SharedInformerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void handlersAreToldAfterTheCacheHasChanged()
    {
        World world;
        world.server.put("a");
        std::string seen;
        ResourceEventHandlers handlers;
        handlers.onAdd = [&](const ObjectPtr &object, bool isInInitialList) {
            seen = isInInitialList && world.informer->indexer().getByKey(object->key()) == object ? "cached" : "not cached";
        };
        world.listen(handlers);
        world.run();
        QCOMPARE(seen, std::string("cached"));
        QVERIFY(world.informer->hasSynced());
        QVERIFY(world.registration.hasSynced());
        QCOMPARE(world.informer->lastSyncResourceVersion(), std::string("101"));
        QCOMPARE(world.informer->indexer().resourceVersion(), std::string("101"));
    }

    void addUpdateDeleteInOrder()
    {
        World world;
        world.listen();
        world.run();
        QCOMPARE(world.log.take(), std::string("synced"));
        world.put("a");
        world.put("a");
        world.remove("a");
        QCOMPARE(world.log.take(), std::string("add a 101; update a 101>102; delete a 103"));
    }

    void aRelistExchangesUnchangedObjectsUntold()
    {
        World world;
        world.server.put("a");
        std::vector<std::pair<ObjectPtr, ObjectPtr>> told; // before, now
        ResourceEventHandlers handlers;
        handlers.onAdd = [&told](const ObjectPtr &object, bool) { told.emplace_back(nullptr, object); };
        handlers.onUpdate = [&told](const ObjectPtr &before, const ObjectPtr &now) { told.emplace_back(before, now); };
        world.listen(handlers);
        world.run();
        const ObjectPtr added = told.back().second;
        QVERIFY(world.informer->indexer().getByKey(added->key()) == added);

        world.relist();
        const ObjectPtr listed = world.informer->indexer().getByKey(added->key());
        QVERIFY(listed != added);
        QCOMPARE(listed->resourceVersion(), added->resourceVersion());
        QCOMPARE(listed->uid(), added->uid());
        QCOMPARE(told.size(), std::size_t(1)); // nothing has changed

        world.put("a");
        QCOMPARE(told.size(), std::size_t(2));
        QVERIFY(told.back().first == listed); // what the cache held: neither a copy nor what was told
    }

    void aLateHandlerIsToldEverythingThereIsAsInitial()
    {
        World world;
        world.server.put("a");
        world.run();
        world.listen();
        QVERIFY(!world.registration.hasSynced());
        world.put("a");
        QCOMPARE(world.log.take(), std::string("add! a 101; synced; update a 101>102"));
        QVERIFY(world.registration.hasSynced());
    }

    void changesThatWaitForASlowHandlerAreJoined()
    {
        // One listener by itself: nothing is delivered before its turn on the executor.
        auto time = std::make_shared<ManualTime>();
        HandlerLog log;
        const auto listener = std::make_shared<EventListener>(log.handlers(), time, *time, 2ms);
        const auto a1 = makeObject("a", "1"), a2 = makeObject("a", "2"), a3 = makeObject("a", "3");
        const auto b1 = makeObject("b", "1"), b2 = makeObject("b", "2", "other");
        using Type = Notification::Type;
        listener->notify({Type::Add, nullptr, a1, true});
        listener->notify({Type::Add, nullptr, b1});
        listener->notify({Type::Delete, b1, nullptr});  // came and went unseen
        listener->notify({Type::Update, a1, a2});
        time->run();
        QCOMPARE(log.take(), std::string("add! a 2"));
        listener->notify({Type::Update, a2, a3});
        listener->notify({Type::Delete, a3, nullptr});
        listener->notify({Type::Add, nullptr, b1});
        listener->notify({Type::Delete, b1, nullptr});
        listener->notify({Type::Add, nullptr, b2});
        time->run();
        QCOMPARE(log.take(), std::string("delete a 3; add b 2"));
        listener->notify({Type::Delete, b2, nullptr});
        listener->notify({Type::Add, nullptr, b1});
        listener->notify({Type::Update, b1, b1});
        time->run();
        QCOMPARE(log.take(), std::string("delete b 2; add b 1"));
        QVERIFY(log.legal());
        QCOMPARE(listener->counts().coalesced, std::uint64_t(6));
    }

    void aListenerYieldsAfterItsTurn()
    {
        auto time = std::make_shared<ManualTime>();
        HandlerLog log;
        auto handlers = log.handlers();
        handlers.onAdd = [&time, add = handlers.onAdd](const ObjectPtr &object, bool isInInitialList) {
            add(object, isInInitialList);
            time->advance(1ms); // each takes a millisecond, and what is posted meanwhile has its turn
        };
        const auto listener = std::make_shared<EventListener>(handlers, time, *time, 2ms);
        std::vector<ObjectPtr> objects;
        for (int i = 0; i < 5; ++i)
            objects.push_back(makeObject(std::to_string(i), "1"));
        listener->replay(objects);
        listener->onInformerSynced();
        time->run();
        QCOMPARE(log.told().size(), std::size_t(5));
        QCOMPARE(log.synced(), 1);
    }

    void aRecreatedObjectIsADeletionAndAnAdd()
    {
        World world;
        world.server.put("a");
        world.runTold();
        world.server.endWatches(Error::transport(QStringLiteral("cut")));
        world.server.failNext(Error::transport(QStringLiteral("down")));
        world.server.recreate("a");
        world.server.skipVersions(5);
        world.server.compact();
        world.time->advance(1min);
        QCOMPARE(world.log.take(), std::string("delete~ a 101; add a 103"));
    }

    void anUnchangedRelistIsSilent()
    {
        World world;
        world.server.put("a");
        world.runTold();
        world.relist();
        QCOMPARE(world.server.count(ModelApiServer::Request::Verb::List), std::size_t(2));
        QCOMPARE(world.log.take(), std::string());
    }

    void onlyHandlersThatAskedAreResynced()
    {
        SharedIndexInformer::Config config;
        config.defaultResyncPeriod = 60s;
        World world(config);
        world.server.put("a");
        HandlerLog often, seldom, never;
        const auto first = world.informer->addEventHandler(often.handlers(), 2s);
        const auto second = world.informer->addEventHandler(seldom.handlers(), 5s);
        const auto third = world.informer->addEventHandler(never.handlers(), 0s);
        world.informer->run();
        world.time->advance(10500ms);
        const auto updates = [](HandlerLog &log) {
            const std::string text = log.take();
            std::size_t count = 0;
            for (auto at = text.find("update"); at != std::string::npos; at = text.find("update", at + 1))
                ++count;
            return count;
        };
        QCOMPARE(updates(often), std::size_t(5));
        QCOMPARE(updates(seldom), std::size_t(1)); // looked at each 2 s: due at 6 s, then at 12 s
        QCOMPARE(updates(never), std::size_t(0));
    }

    void anInformerWithoutADefaultPeriodNeverResyncs()
    {
        World world;
        world.server.put("a");
        world.registration = std::move(*world.informer->addEventHandler(world.log.handlers(), 2s));
        world.run();
        (void)world.log.take();
        world.time->advance(1min);
        QCOMPARE(world.log.take(), std::string());
    }

    void aRemovedHandlerIsNotCalledAgainNotEvenForWhatWaits()
    {
        World world;
        world.server.put("a");
        world.server.put("b");
        ResourceEventHandlers handlers = world.log.handlers();
        handlers.onAdd = [&, add = handlers.onAdd](const ObjectPtr &object, bool isInInitialList) {
            add(object, isInInitialList);
            world.registration.reset(); // within its own call
        };
        world.listen(handlers);
        world.run();
        world.put("c");
        QCOMPARE(world.log.told().size(), std::size_t(1));
        QVERIFY(!world.registration.hasSynced());
        world.registration.reset();
        QVERIFY(world.informer->snapshot().listeners.empty());
    }

    void aRegistrationMayOutliveItsInformer()
    {
        World world;
        world.listen();
        world.run();
        world.informer.reset();
        world.registration.reset();
        world.time->advance(1h);
        QCOMPARE(world.time->timers(), std::size_t(0));
    }

    void theSameHandlersTwiceAreTwoRegistrations()
    {
        World world;
        const auto handlers = world.log.handlers();
        const auto first = world.informer->addEventHandler(handlers);
        const auto second = world.informer->addEventHandler(handlers);
        world.run();
        QCOMPARE(world.log.take(), std::string("synced; synced"));
    }

    void aHandlerThatThrowsHarmsNobody()
    {
        World world;
        world.server.put("a");
        world.server.put("b");
        ResourceEventHandlers bad;
        bad.onAdd = [](const ObjectPtr &, bool) { throw std::runtime_error("oops"); };
        const auto first = world.informer->addEventHandler(bad);
        world.listen();
        QTest::ignoreMessage(QtWarningMsg, "an informer's handler threw: oops");
        QTest::ignoreMessage(QtWarningMsg, "an informer's handler threw: oops");
        world.run();
        QCOMPARE(world.log.told().size(), std::size_t(2));
        QVERIFY(first->hasSynced());
    }

    void nothingIsToldAfterStop()
    {
        World world;
        world.server.put("a");
        world.listen();
        std::optional<bool> synced;
        const auto waiting = world.informer->onSynced([&](bool did) { synced = did; });
        world.informer->run();
        world.informer->run(); // ignored
        world.informer->stop();
        world.informer->stop();
        world.time->advance(1h);
        QCOMPARE(world.log.take(), std::string());
        QCOMPARE(synced, std::optional(false));
        QVERIFY(world.informer->isStopped() && !world.informer->isRunning());
        QVERIFY(!world.informer->addEventHandler(world.log.handlers()));
        world.informer->run();
        QVERIFY(!world.informer->isRunning());
        QCOMPARE(world.time->timers(), std::size_t(0));
    }

    void aWaitForTheFirstListThatWasDroppedIsNotTold()
    {
        World world;
        int told = 0;
        Subscription second;
        const auto first = world.informer->onSynced([&](bool) {
            ++told;
            second.reset();
        });
        second = world.informer->onSynced([&](bool) { ++told; });
        world.run();
        QCOMPARE(told, 1);
    }

    void whoWaitedForTheFirstListMayEndTheInformer()
    {
        World world;
        world.server.put("a");
        const auto waiting = world.informer->onSynced([&](bool) { world.informer.reset(); });
        world.run();
        QVERIFY(!world.informer);
        QCOMPARE(world.time->timers(), std::size_t(0));
    }

    void settingsAreRefusedOnceItRuns()
    {
        World world;
        int errors = 0;
        QVERIFY_RESULT(world.informer->setWatchErrorHandler([&](const Error &) { ++errors; }));
        QVERIFY_RESULT(world.informer->setTransform([](ObjectPtr object) { return Result<ObjectPtr>(kube::test::makeObject(object->key(), std::string(object->resourceVersion()), "transformed")); }));
        world.server.put("a");
        world.server.failNext(ModelApiServer::statusError(500, "InternalError"));
        world.informer->run();
        world.time->advance(10s);
        QCOMPARE(errors, 1);
        QCOMPARE(world.informer->indexer().list().front()->uid(), std::string_view("transformed"));
        QVERIFY(!world.informer->setTransform({}));
        QVERIFY(!world.informer->setWatchErrorHandler({}));
    }

    void aFilterTurnsChangesIntoComingsAndGoings()
    {
        World world;
        // Passes at even resourceVersions.
        world.listen(filtered([](const Object &object) { return (object.resourceVersion().back() - '0') % 2 == 0; }, world.log.handlers()));
        world.run();
        (void)world.log.take();
        for (int i = 0; i < 3; ++i) // 101, 102, 103
            world.put("a");
        QCOMPARE(world.log.take(), std::string("add a 102; delete a 102"));
    }

    void snapshotShowsTheMachinery()
    {
        World world;
        world.server.put("a");
        world.listen();
        world.run();
        const auto snapshot = world.informer->snapshot();
        QCOMPARE(snapshot.reflector.phase, ReflectorPhase::Live);
        QCOMPARE(snapshot.indexer.objects, std::size_t(1));
        QVERIFY(snapshot.queue.hasSynced && snapshot.queue.queued == 0);
        QCOMPARE(snapshot.listeners.front().delivered, std::uint64_t(1));
    }
};

ORRERY_GUILESS_TEST(SharedInformerTest)
} // namespace shared_informer_test
#include "shared_informer_test.moc"
