// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"
#include "core/cache/shared_informer.h"
#include "tests/support/delta_text.h"
#include "tests/support/handler_log.h"
#include "tests/support/model_api_server.h"
#include "tests/support/posted_tasks.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <array>
#include <atomic>
#include <thread>

namespace inspection_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::HandlerLog;
using kube::test::makeObject;
using kube::test::ManualTime;
using kube::test::ModelApiServer;
using kube::test::PostedTasks;

namespace {

/// "web/a: Added 1, Deleted~ 1 (1 dropped); Bookmark 5", front first; "…" when more is left out.
std::string textOf(const DeltaFifoContents &contents)
{
    std::string text;
    for (const auto &item : contents.items) {
        text += (text.empty() ? "" : "; ") + item.key.toString() + (item.key == ObjectKey{} ? "" : ": ");
        for (std::size_t i = 0; i < item.chain.size(); ++i) {
            const auto &one = item.chain[i];
            text += std::string(i ? ", " : "") + deltaTypeName(one.type) + (one.finalStateUnknown ? "~ " : " ") + one.resourceVersion;
        }
        if (item.objects > 0)
            text += " of " + std::to_string(item.objects);
        if (item.deduplicated > 0)
            text += " (" + std::to_string(item.deduplicated) + " dropped)";
    }
    return text + (contents.more ? " …" : "");
}

std::vector<std::string> reasons(const ReflectorSnapshot &snapshot)
{
    std::vector<std::string> names;
    for (const auto &list : snapshot.lastLists)
        names.push_back(listReasonName(list.reason));
    return names;
}

struct World {
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    std::shared_ptr<PostedTasks> tasks = std::make_shared<PostedTasks>();
    ModelApiServer server{time, 1};
    HandlerLog log;
    SharedIndexInformer informer{server.listerWatcher(), tasks, *time, [] { return 0.0; }, {.name = "configmaps"}};
    HandlerRegistration registration = std::move(*informer.addEventHandler(log.handlers()));

    void advance(Duration by)
    {
        constexpr Duration step = 100ms;
        for (; by > Duration::zero(); by -= step) {
            time->advance(std::min(by, step));
            tasks->run();
        }
    }
    void run()
    {
        informer.run();
        advance(1s);
    }
    /// As somebody sees it who looks twice.
    [[nodiscard]] SharedInformerSnapshot look()
    {
        (void)informer.snapshot();
        tasks->run();
        return informer.snapshot();
    }
};

} // namespace

class InspectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aQueueShowsItsKeysWithTheirChains()
    {
        Indexer known;
        known.add(makeObject(ObjectKey{"web", "old"}, "1"));
        DeltaFIFO queue({.knownObjects = &known});
        QVERIFY_RESULT(queue.add(makeObject(ObjectKey{"web", "a"}, "1")));
        QVERIFY_RESULT(queue.update(makeObject(ObjectKey{"web", "a"}, "2")));
        QVERIFY_RESULT(queue.add(makeObject(ObjectKey{"", "node"}, "3")));
        QVERIFY_RESULT(queue.remove(makeObject(ObjectKey{"web", "a"}, "4")));
        QVERIFY_RESULT(queue.replace({}, "5"));
        queue.bookmark("6");
        QCOMPARE(textOf(queue.contents()), std::string("web/a: Added 1, Updated 2, Deleted 4 (1 dropped); node: Added 3, Deleted~ 3; "
                                                       "web/old: Deleted~ 1; Bookmark 6"));
        QCOMPARE(textOf(queue.contents({"web/", 1})), std::string("web/a: Added 1, Updated 2, Deleted 4 (1 dropped) …"));
        QCOMPARE(textOf(queue.contents({"web/o", 10})), std::string("web/old: Deleted~ 1"));
        QCOMPARE(textOf(queue.contents({"nod", 10})), std::string("node: Added 3, Deleted~ 3"));
        QCOMPARE(textOf(queue.contents({"w", 0})), std::string(" …"));
        QCOMPARE(queue.backlog(), std::size_t(7));
        QCOMPARE(queue.snapshot().deltas, std::size_t(7));
        kube::test::popAll(queue);
        QCOMPARE(queue.backlog(), std::size_t(0));
        QVERIFY(queue.contents().items.empty());
    }

    void aWholeReplacementSaysHowMuchItBrings()
    {
        DeltaFIFO queue({.replaceMode = DeltaFIFO::ReplaceMode::Whole});
        QVERIFY_RESULT(queue.replace({makeObject("a", "1"), makeObject("b", "1")}, "7"));
        QCOMPARE(textOf(queue.contents()), std::string("ReplacedAll 7 of 2"));
    }

    void anIndexShowsItsValuesWithTheirSizes()
    {
        Indexer indexer({{Indexer::namespaceIndex, Indexer::indexByNamespace},
                         {"uid", [](const Object &object) { return std::vector<std::string>{std::string(object.uid())}; }}});
        for (const char *space : {"web", "db", "ab"}) {
            for (int i = 0; i < 3; ++i)
                indexer.add(makeObject(ObjectKey{space, std::to_string(i)}, "1", "u" + std::to_string(i)));
        }
        const auto values = indexer.contentsOf(Indexer::namespaceIndex, {"", 2});
        QVERIFY_RESULT(values);
        QCOMPARE(values->values.size(), std::size_t(2));
        QCOMPARE(values->values[0].value, std::string("ab"));
        QCOMPARE(values->values[1].value, std::string("db"));
        QCOMPARE(values->values[1].objects, std::size_t(3));
        QVERIFY(values->more);
        QVERIFY(!indexer.contentsOf(Indexer::namespaceIndex, {"w", 2})->more);
        QVERIFY(!indexer.contentsOf("nonsense"));

        const auto keys = indexer.keyContents({"web/", 2});
        QCOMPARE(keys.keys, (std::vector<ObjectKey>{{"web", "0"}, {"web", "1"}}));
        QVERIFY(keys.more);
        QCOMPARE(indexer.indexValuesOf({"db", "1"}), (std::map<std::string, std::vector<std::string>>{{"namespace", {"db"}}, {"uid", {"u1"}}}));
        QVERIFY(indexer.indexValuesOf({"db", "9"}).empty());
    }

    void keysAreFoundByAnyPartOfTheirNamespaceOrName()
    {
        const ContentsFilter byName{"q", 10}, byPart{"ault/q", 10}, byOther{"web", 10};
        const ObjectKey key{"default", "q1"};
        QVERIFY(byName.matches(key) && byPart.matches(key) && !byOther.matches(key));
        QVERIFY(ContentsFilter({"fau", 10}).matches(key));
        QVERIFY(!ContentsFilter({"default/1", 10}).matches(key));
    }

    void anIndexerKnowsWhatItsObjectsHold()
    {
        Indexer indexer;
        const auto small = makeObject("a", "1"), large = makeObject("a", "1", std::string(500, 'x')), other = makeObject("b", "1");
        indexer.add(small);
        QCOMPARE(indexer.snapshot().bytes, small->heldBytes());
        indexer.update(large);
        indexer.add(other);
        QCOMPARE(indexer.snapshot().bytes, large->heldBytes() + other->heldBytes());
        indexer.remove(ObjectKey{"default", "a"});
        QCOMPARE(indexer.snapshot().bytes, other->heldBytes());
        indexer.replace({small}, "2");
        QCOMPARE(indexer.snapshot().bytes, small->heldBytes());
        indexer.replace({}, "3");
        QCOMPARE(indexer.snapshot().bytes, std::size_t(0));
    }

    void aReflectorSaysWhyItListed()
    {
        World world;
        world.server.put("a");
        world.server.failNext(ModelApiServer::statusError(503, "ServiceUnavailable"));
        world.run();
        world.advance(5s);
        world.server.sendToWatches(ModelApiServer::statusError(410, "Expired"));
        world.advance(1min);
        world.server.sendToWatches(ModelApiServer::statusError(500, "Oops"));
        world.advance(1min);
        const auto snapshot = world.look().reflector;
        QCOMPARE(reasons(snapshot), (std::vector<std::string>{"First", "Retry", "Expired", "WatchFailed"}));
        QVERIFY(!snapshot.lastLists.front().after);
        QVERIFY(snapshot.lastLists.back().after->is(ErrorKind::Server));
        QCOMPARE(snapshot.relists, std::uint64_t(3));
        QCOMPARE(snapshot.name, std::string("configmaps"));
        QCOMPARE(snapshot.step, std::string("Watching"));
        QVERIFY(!snapshot.bytes); // the model counts none
    }

    void aListIsToldToHaveEndedAsItDid()
    {
        using End = ReflectorSnapshot::List::End;
        World world;
        world.server.put("a");
        world.server.failNext(ModelApiServer::statusError(503, "ServiceUnavailable"));
        world.run();
        world.advance(5s);
        const auto lists = world.look().reflector.lastLists;
        QCOMPARE(lists.size(), std::size_t(2));
        QVERIFY(lists.front().end == End::Failed);
        QVERIFY(lists.front().error->is(ErrorKind::Server));
        QVERIFY(lists.back().end == End::Whole);
        QVERIFY(!lists.back().error); // it came after a failure, and is none
        QVERIFY(lists.back().after);
        world.server.sendToWatches(ModelApiServer::statusError(500, "Oops"));
        world.run();
        QVERIFY(world.look().reflector.lastLists.back().end == End::Whole); // the watch failed, not the list before it
    }

    void aReflectorRemembersItsLastBookmark()
    {
        World world;
        world.run();
        QCOMPARE(world.look().reflector.lastBookmark, std::string());
        world.server.skipVersions(7);
        world.advance(70s);
        const auto snapshot = world.look().reflector;
        QCOMPARE(snapshot.lastBookmark, std::string("107"));
        QCOMPARE(snapshot.lastSyncResourceVersion, std::string("107"));
        QCOMPARE(snapshot.bookmarks, std::uint64_t(1));
    }

    void onlyTheLastListsAreRemembered()
    {
        World world;
        world.run();
        for (int i = 0; i < 30; ++i) {
            world.server.sendToWatches(ModelApiServer::statusError(410, "Expired"));
            world.advance(2min);
        }
        const auto snapshot = world.look().reflector;
        QCOMPARE(snapshot.lastLists.size(), std::size_t(16));
        QCOMPARE(snapshot.relists, std::uint64_t(30));
    }

    void aLookIsAsOfTheLastChangeOrTheLookBefore()
    {
        World world;
        world.run();
        const auto first = world.informer.snapshot().reflector;
        QCOMPARE(first.phase, ReflectorPhase::Live);
        world.server.put("a");
        world.advance(1s); // an event is no change of more than counters, but somebody has looked
        const auto second = world.informer.snapshot().reflector;
        QCOMPARE(second.events, std::uint64_t(1));
        QVERIFY(second.takenAt > first.takenAt);
        world.informer.stop();
        QCOMPARE(world.informer.snapshot().reflector.phase, ReflectorPhase::Stopped);
    }

    void whatAnyStageHoldsBackIsAsOfThen_data()
    {
        QTest::addColumn<int>("place");
        QTest::newRow("reflector") << 0;
        QTest::newRow("queue") << 1;
        QTest::newRow("handlers") << 2;
    }
    void whatAnyStageHoldsBackIsAsOfThen()
    {
        QFETCH(int, place);
        World world;
        world.run();
        std::vector<ReflectorStatus> told;
        const auto subscription = world.informer.onStatus([&](const ReflectorStatus &status) { told.push_back(status); });
        const InformerStages stages = world.informer.stages();
        StageControl &stage = *std::array{&stages.reflector, &stages.queue, &stages.handlers}[static_cast<std::size_t>(place)];
        const WallTime changed = world.time->wallNow();
        world.server.put("a");
        world.advance(1s);
        QVERIFY(!told.back().standsStill);
        stage.pause();
        world.tasks->run();
        const WallTime paused = world.time->wallNow();
        world.server.put("b");
        world.advance(1s);
        QVERIFY(stage.isPaused());
        QVERIFY(told.back().standsStill && told.back().phase == ReflectorPhase::Live);
        QVERIFY(told.back().asOf && *told.back().asOf >= changed && *told.back().asOf <= paused);
        world.advance(1min);
        QVERIFY(world.informer.status().asOf == told.back().asOf);
        stage.resume();
        world.advance(1s);
        QVERIFY(!told.back().standsStill);
        QVERIFY(world.informer.status().asOf == world.time->wallNow());
        QCOMPARE(world.informer.indexer().size(), std::size_t(2));
    }

    void anyThreadMayLookWhileItRuns()
    {
        World world;
        for (int i = 0; i < 50; ++i)
            world.server.put(std::to_string(i));
        std::atomic<bool> stop = false;
        std::atomic<int> wrong = 0;
        std::vector<std::thread> lookers;
        for (int i = 0; i < 2; ++i) {
            lookers.emplace_back([&] {
                std::uint64_t events = 0;
                while (!stop) {
                    const auto snapshot = world.informer.snapshot();
                    (void)world.informer.queue().contents({"default/1", 10});
                    (void)world.informer.indexer().keyContents({"default/1", 10});
                    // Counters never go back.
                    wrong += snapshot.reflector.events < events || snapshot.listeners.size() > 2 ? 1 : 0;
                    events = snapshot.reflector.events;
                }
            });
        }
        world.run();
        for (int i = 0; i < 200; ++i) {
            world.server.put(std::to_string(i % 60));
            const auto second = world.informer.addEventHandler({});
            world.advance(100ms);
        }
        stop = true;
        for (auto &looker : lookers)
            looker.join();
        world.tasks->run();
        QCOMPARE(wrong.load(), 0);
        const auto snapshot = world.look();
        QCOMPARE(snapshot.reflector.events, std::uint64_t(200));
        QCOMPARE(snapshot.indexer.objects, std::size_t(60));
        QCOMPARE(snapshot.listeners.size(), std::size_t(1));
        QVERIFY(snapshot.listeners.front().hasSynced && snapshot.listeners.front().pending == 0);
        QCOMPARE(snapshot.listeners.front().delivered, std::uint64_t(250));
    }
};

ORRERY_GUILESS_TEST(InspectionTest)
} // namespace inspection_test
#include "inspection_test.moc"
