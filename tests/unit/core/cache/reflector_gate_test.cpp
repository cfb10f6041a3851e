// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"
#include "core/cache/indexer.h"
#include "core/cache/reflector.h"
#include "tests/support/delta_text.h"
#include "tests/support/model_api_server.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace reflector_gate_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::makeObject;
using kube::test::ManualTime;
using kube::test::ModelApiServer;
using kube::test::popAll;

namespace {

/// A lister that goes on delivering after it was paused, as a transport does with what has arrived already.
struct Heedless final : ListerWatcher {
    struct Operation final : CacheOperation {
        explicit Operation(bool &flag) : paused(flag) { paused = false; }
        void pause() override { paused = true; }
        void resume() override { paused = false; }
        bool &paused;
    };
    ListSink *listSink = nullptr;
    WatchSink *watchSink = nullptr;
    bool paused = false;

    std::unique_ptr<CacheOperation> list(const ListOptions &, ListSink &sink) override
    {
        listSink = &sink;
        return std::make_unique<Operation>(paused);
    }
    std::unique_ptr<CacheOperation> watch(const ListOptions &, WatchSink &sink) override
    {
        watchSink = &sink;
        return std::make_unique<Operation>(paused);
    }
    std::unique_ptr<CacheOperation> probe(std::function<void(std::optional<Error>)>) override { return nullptr; }
};

} // namespace

/// A reflector alone, whose queue or own gate is paused.
class ReflectorGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aPausedQueueFillsUpAndThenTheReflectorReadsNoMore()
    {
        auto time = std::make_shared<ManualTime>();
        ModelApiServer server(time, 1);
        const auto lister = server.listerWatcher();
        DeltaFIFO queue;
        Reflector::Config config;
        config.highWater = 10;
        config.lowWater = 3;
        Reflector reflector(*lister, queue, time, *time, [] { return 0.0; }, config);
        reflector.start();
        time->advance(1s);
        popAll(queue);
        queue.pause();
        for (int i = 0; i < 100; ++i)
            server.put("one"); // a key alone can fill it
        time->advance(1h);
        QCOMPARE(queue.len(), std::size_t(1));
        QCOMPARE(queue.backlog(), std::size_t(11));
        QVERIFY(reflector.status().heldBack && !reflector.status().paused);
        QVERIFY(reflector.status().standsStill);
        QCOMPARE(reflector.status().failures, std::uint64_t(0));
        QCOMPARE(server.requests().size(), std::size_t(2)); // no silence of the server's
        queue.resume();
        std::string all;
        for (int i = 0; i < 50; ++i) {
            all += popAll(queue);
            time->advance(100ms);
        }
        QVERIFY(all.find("Updated 200; Bookmark @200") != std::string::npos);
        QVERIFY(!reflector.status().heldBack && !reflector.status().standsStill);
    }

    void whatArrivesThoughPausedWaits()
    {
        auto time = std::make_shared<ManualTime>();
        Heedless lister;
        DeltaFIFO queue;
        Reflector reflector(lister, queue, time, *time, [] { return 0.0; }, {});
        reflector.start();
        reflector.pause();
        time->run();
        QVERIFY(lister.paused);
        lister.listSink->item(makeObject("a", "1"));
        lister.listSink->item(makeObject("b", "1"));
        lister.listSink->end(ListMeta{"1", {}, std::nullopt});
        QCOMPARE(queue.len(), std::size_t(0));
        reflector.step();
        time->run();
        QCOMPARE(popAll(queue), std::string("default/a: Replaced 1"));
        QVERIFY(lister.paused);
        QVERIFY(!lister.watchSink);
        reflector.step(5); // the rest, and the watch reads on
        time->run();
        QCOMPARE(popAll(queue), std::string("default/b: Replaced 1; Bookmark @1"));
        QVERIFY(lister.watchSink && !lister.paused);
        lister.watchSink->opened();
        for (const char *version : {"2", "3", "4", "5", "6"})
            lister.watchSink->event({WatchEventType::Modified, makeObject("a", version), version});
        QCOMPARE(popAll(queue), std::string("default/a: Updated 2, Updated 3, Updated 4"));
        QVERIFY(lister.paused);
        reflector.resume();
        time->run();
        QCOMPARE(popAll(queue), std::string("default/a: Updated 5, Updated 6"));
        QVERIFY(!lister.paused);
    }

    void whatWaitedOfAnOperationIsForgottenWithIt()
    {
        auto time = std::make_shared<ManualTime>();
        Heedless lister;
        DeltaFIFO queue;
        Reflector reflector(lister, queue, time, *time, [] { return 0.0; }, {});
        reflector.start();
        reflector.pause();
        lister.listSink->item(makeObject("old", "1"));
        reflector.relist();
        QVERIFY(lister.paused);
        reflector.resume();
        time->run();
        QCOMPARE(queue.len(), std::size_t(0));
        lister.listSink->item(makeObject("new", "1"));
        QCOMPARE(popAll(queue), std::string("default/new: Replaced 1"));
    }

    void aResyncThatFellDueInAPauseDoesNotComeAfterTheStop()
    {
        auto time = std::make_shared<ManualTime>();
        Heedless lister;
        Indexer known;
        (void)known.add(makeObject("a", "1"));
        DeltaFIFO queue({.knownObjects = &known});
        Reflector reflector(lister, queue, time, *time, [] { return 0.0; }, {.resyncPeriod = 10s});
        reflector.start();
        reflector.pause();
        time->advance(35s);
        reflector.stop();
        reflector.resume();
        time->run();
        QVERIFY(queue.isEmpty());
    }
};

ORRERY_GUILESS_TEST(ReflectorGateTest)
} // namespace reflector_gate_test
#include "reflector_gate_test.moc"
