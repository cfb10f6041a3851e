// SPDX-License-Identifier: Apache-2.0
// What an informer is asked for besides its handlers: transforms, indices, resyncs, and what it says of things gone.
#include "core/cache/lister.h"
#include "core/cache/shared_informer.h"
#include "tests/support/handler_log.h"
#include "tests/support/model_api_server.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace shared_informer_scope_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::HandlerLog;
using kube::test::makeObject;
using kube::test::ManualTime;
using kube::test::ModelApiServer;

namespace {

struct World {
    explicit World(SharedIndexInformer::Config config = {})
        : informer(server.listerWatcher(), time, *time, [] { return 0.0; }, std::move(config))
    {
    }
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    ModelApiServer server{time, 1};
    SharedIndexInformer informer;
    HandlerLog log;

    void run()
    {
        informer.run();
        time->advance(1s);
    }
    /// Nobody watches until then.
    void missing(const std::function<void()> &changes)
    {
        server.failNext(Error::transport(QStringLiteral("down")));
        server.endWatches(Error::transport(QStringLiteral("cut")));
        changes();
        server.skipVersions(5);
        server.compact();
        time->advance(1min);
    }
};

std::vector<std::string> byFirstLetter(const Object &object)
{
    return {object.key().name.substr(0, 1)};
}

} // namespace

class SharedInformerScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatWentWhileNobodyWatchedIsATombstoneWithTheLastStateKnown()
    {
        World world;
        world.server.put("gone");
        world.server.put("kept");
        std::vector<DeletedObject> deleted;
        ResourceEventHandlers handlers;
        handlers.onDelete = [&](const DeletedObject &one) { deleted.push_back(one); };
        const auto registration = world.informer.addEventHandler(handlers);
        world.run();
        world.missing([&] {
            world.server.put("gone");
            world.server.remove("gone");
        });
        QCOMPARE(deleted.size(), std::size_t(1));
        QVERIFY(deleted[0].finalStateUnknown);
        QCOMPARE(deleted[0].key, (ObjectKey{"default", "gone"}));
        QCOMPARE(deleted[0].object->resourceVersion(), std::string_view("101")); // stale, and said to be so
        QVERIFY(!world.informer.indexer().getByKey(deleted[0].key));
    }

    void theTransformIsSeenByCacheAndHandlersOfEveryAge()
    {
        World world;
        int runs = 0;
        QVERIFY_RESULT(world.informer.setTransform([&runs](ObjectPtr object) -> Result<ObjectPtr> {
            ++runs;
            return makeObject(object->key(), std::string(object->resourceVersion()), std::string(object->uid()), R"({"kept":"true"})");
        }));
        const auto labels = [](const Object &object) { return int(labelsOf(object).size()); };
        int seen = 0;
        ResourceEventHandlers handlers;
        handlers.onAdd = [&](const ObjectPtr &object, bool) { seen += labels(*object); };
        handlers.onUpdate = [&](const ObjectPtr &before, const ObjectPtr &now) { seen += labels(*before) + labels(*now); };
        handlers.onDelete = [&](const DeletedObject &deleted) { seen += labels(*deleted.object); };
        const auto early = world.informer.addEventHandler(handlers);
        world.server.put("a");
        world.run();
        QCOMPARE(seen, 1);
        world.server.put("a");
        world.time->advance(1s);
        QCOMPARE(seen, 3);
        const auto late = world.informer.addEventHandler(handlers);
        world.time->run();
        QCOMPARE(seen, 4);
        world.server.remove("a");
        world.time->advance(1s);
        QCOMPARE(seen, 6); // both handlers
        QCOMPARE(runs, 3); // once each for what arrived
    }

    void anObjectTheTransformRefusesKeepsNoOtherOut()
    {
        World world;
        QVERIFY_RESULT(world.informer.setTransform([](ObjectPtr object) -> Result<ObjectPtr> {
            if (object->key().name == "bad")
                return fail(Error::badInput(QStringLiteral("bad")));
            return object;
        }));
        const auto registration = world.informer.addEventHandler(world.log.handlers());
        world.server.put("bad");
        world.server.put("good");
        world.run();
        world.server.put("bad");
        world.server.put("good");
        world.time->advance(1s);
        QCOMPARE(world.log.take(), std::string("add! good 102; synced; update good 102>104"));
        QCOMPARE(world.informer.lastSyncResourceVersion(), std::string("104"));
        QCOMPARE(world.informer.status().refused, std::uint64_t(2));
        QCOMPARE(world.informer.status().failures, std::uint64_t(0));
    }

    void indicesMayComeBeforeOrAfterTheStart()
    {
        SharedIndexInformer::Config config;
        config.indexers = {{"letter", byFirstLetter}};
        World world(config);
        QVERIFY_RESULT(world.informer.addIndexers({{"early", byFirstLetter}}));
        world.server.put("apple");
        world.server.put("pear");
        world.run();
        QVERIFY_RESULT(world.informer.addIndexers({{"late", byFirstLetter}}));
        QVERIFY(!world.informer.addIndexers({{"late", byFirstLetter}}));
        world.server.put("plum");
        world.server.remove("apple");
        world.time->advance(1s);
        for (const char *index : {"letter", "early", "late"}) {
            QCOMPARE(world.informer.indexer().byIndex(index, "p")->size(), std::size_t(2));
            QVERIFY(world.informer.indexer().byIndex(index, "a")->empty());
        }
        QCOMPARE(world.informer.indexer().byIndex(Indexer::namespaceIndex, "default")->size(), std::size_t(2));
        QCOMPARE(Lister(world.informer.indexer()).byNamespace("default").list().size(), std::size_t(2));
        QVERIFY(Lister(world.informer.indexer()).byNamespace("elsewhere").list().empty());
    }

    void aHandlerThatComesLateGetsNoShorterResyncThanTheInformersOwn()
    {
        SharedIndexInformer::Config config;
        config.defaultResyncPeriod = 10s;
        World world(config);
        world.server.put("a");
        world.run();
        const auto eager = world.informer.addEventHandler(world.log.handlers(), 2s);
        world.time->run();
        QCOMPARE(world.log.take(), std::string("add! a 101; synced"));
        world.time->advance(9s);
        QCOMPARE(world.log.take(), std::string());
        world.time->advance(20s);
        const std::string told = world.log.take();
        QVERIFY(told == "update a 101>101" || told == "update a 101>101; update a 101>101");
    }

    void aPeriodBelowASecondIsASecond()
    {
        SharedIndexInformer::Config config;
        config.defaultResyncPeriod = 10s;
        World world(config);
        world.server.put("a");
        const auto eager = world.informer.addEventHandler(world.log.handlers(), 1ms);
        world.run();
        (void)world.log.take();
        world.time->advance(1s);
        QCOMPARE(world.log.take(), std::string("update a 101>101"));
    }

    void aRelistBetweenResyncsTellsOnlyWhatChanged()
    {
        World world;
        world.server.put("same");
        world.server.put("other");
        const auto registration = world.informer.addEventHandler(world.log.handlers());
        world.run();
        (void)world.log.take();
        world.missing([&] { world.server.put("other"); });
        QCOMPARE(world.log.take(), std::string("update other 102>103"));
    }

    void eachHandlerHasSyncedByItself()
    {
        World world;
        world.server.put("a");
        const auto early = world.informer.addEventHandler(world.log.handlers());
        QVERIFY(!early->hasSynced());
        world.run();
        QVERIFY(early->hasSynced());
        HandlerLog log;
        const auto late = world.informer.addEventHandler(log.handlers());
        QVERIFY(world.informer.hasSynced() && !late->hasSynced());
        world.time->run();
        QVERIFY(late->hasSynced());
        QCOMPARE(log.take(), std::string("add! a 101; synced"));
    }

    void aHandlerMayRemoveAnother()
    {
        World world;
        HandlerRegistration other;
        ResourceEventHandlers first;
        first.onAdd = [&](const ObjectPtr &, bool) { other.reset(); };
        const auto registration = world.informer.addEventHandler(first);
        other = std::move(*world.informer.addEventHandler(world.log.handlers()));
        world.server.put("a");
        world.run();
        QCOMPARE(world.log.take(), std::string());
        QCOMPARE(world.informer.snapshot().listeners.size(), std::size_t(1));
    }
};

ORRERY_GUILESS_TEST(SharedInformerScopeTest)
} // namespace shared_informer_scope_test
#include "shared_informer_scope_test.moc"
