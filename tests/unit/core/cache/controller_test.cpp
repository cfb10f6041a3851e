// SPDX-License-Identifier: Apache-2.0
#include "core/cache/controller.h"
#include "core/cache/delta_fifo.h"
#include "core/cache/indexer.h"
#include "tests/support/delta_text.h"
#include "tests/support/model_api_server.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <thread>

namespace controller_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;
using kube::test::ModelApiServer;
using kube::test::textOf;
using Verb = ModelApiServer::Request::Verb;

namespace {

/// What a user of the library writes who wants no SharedInformer: a store, a queue, a process function.
struct World {
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    ModelApiServer server{time, 1};
    std::unique_ptr<ListerWatcher> lister = server.listerWatcher();
    Indexer store;
    DeltaFIFO queue{{.knownObjects = &store}};
    std::vector<std::string> processed;
    int failures = 0; ///< the next so many are refused
    std::unique_ptr<Controller> controller;

    [[nodiscard]] Controller::Config config()
    {
        Controller::Config config;
        config.queue = &queue;
        config.listerWatcher = lister.get();
        config.process = [this](const Deltas &deltas) { return process(deltas); };
        return config;
    }
    std::optional<PopFailure> process(const Deltas &deltas)
    {
        processed.push_back(textOf(deltas));
        if (!deltas.whole && failures > 0) {
            --failures;
            return PopFailure{0, Error::badInput(QStringLiteral("not now")), false};
        }
        for (const Delta &delta : deltas.list)
            (void)(delta.type == DeltaType::Deleted ? store.remove(deltas.key) : store.update(delta.object));
        return std::nullopt;
    }
    void run(Controller::Config config)
    {
        controller = std::make_unique<Controller>(std::move(config), time, *time, [] { return 0.0; });
        controller->run();
        time->advance(1s);
    }
};

using Texts = std::vector<std::string>;

} // namespace

class ControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void itListsWatchesAndProcesses()
    {
        World world;
        world.server.put("a");
        int synced = 0;
        auto config = world.config();
        config.synced = [&] { ++synced; };
        world.run(config);
        QVERIFY(world.controller->hasSynced());
        QCOMPARE(synced, 1);
        QCOMPARE(world.controller->lastSyncResourceVersion(), std::string("101"));
        world.server.put("a");
        world.server.remove("a");
        world.time->advance(1s);
        QCOMPARE(world.processed, (Texts{"default/a: Replaced 101", "Bookmark @101", "default/a: Updated 102", "default/a: Deleted 103"}));
        QVERIFY(world.store.isEmpty());
        QCOMPARE(synced, 1);
    }

    void aFailedItemIsLostUnlessRetryOnErrorSaysOtherwise()
    {
        for (const auto retry : {Controller::RetryOnError::No, Controller::RetryOnError::Yes}) {
            World world;
            world.server.put("a");
            world.failures = 2;
            auto config = world.config();
            config.retryOnError = retry;
            world.run(config);
            const bool retried = retry == Controller::RetryOnError::Yes;
            QCOMPARE(world.store.size(), std::size_t(retried ? 1 : 0));
            QCOMPARE(world.queue.snapshot().requeued, std::uint64_t(retried ? 2 : 0));
            QCOMPARE(world.queue.snapshot().failed, std::uint64_t(retried ? 2 : 1));
            QVERIFY(world.controller->hasSynced());
        }
    }

    void aRetriedItemGivesWayToNewerDeltas()
    {
        World world;
        auto config = world.config();
        config.retryOnError = Controller::RetryOnError::Yes;
        config.batchProcess = [&](std::span<const Deltas> batch) {
            std::vector<PopFailure> failures;
            for (std::size_t i = 0; i < batch.size(); ++i) {
                if (auto failure = world.process(batch[i]))
                    failures.push_back({i, failure->error, false});
            }
            return failures;
        };
        world.run(config);
        world.processed.clear();
        world.failures = 1;
        world.server.put("a");
        world.time->advance(1s);
        world.server.put("a");
        world.time->advance(1s);
        QCOMPARE(world.processed, (Texts{"default/a: Added 101", "default/a: Added 101", "default/a: Updated 102"}));
        QCOMPARE(world.store.list().front()->resourceVersion(), std::string_view("102"));
    }

    void itResyncsEachPeriodWhenShouldResyncSaysSo()
    {
        World world;
        world.server.put("a");
        bool wanted = false;
        auto config = world.config();
        config.fullResyncPeriod = 10s;
        config.shouldResync = [&] { return wanted; };
        world.run(config);
        world.processed.clear();
        world.time->advance(10s);
        QCOMPARE(world.processed, Texts());
        wanted = true;
        world.time->advance(20s);
        QCOMPARE(world.processed, (Texts{"default/a: Sync 101", "default/a: Sync 101"}));
    }

    void withoutShouldResyncEachPeriodResyncs()
    {
        World world;
        world.server.put("a");
        auto config = world.config();
        config.fullResyncPeriod = 10s;
        world.run(config);
        world.processed.clear();
        world.time->advance(10s);
        QCOMPARE(world.processed, Texts{"default/a: Sync 101"});
    }

    void failedTriesAreToldTheWatchErrorHandler()
    {
        World world;
        std::vector<ErrorKind> errors;
        auto config = world.config();
        config.watchErrorHandler = [&](const Error &error) { errors.push_back(error.kind); };
        world.server.failNext(ModelApiServer::statusError(403, "Forbidden"));
        world.run(config);
        QCOMPARE(errors, std::vector{ErrorKind::Forbidden});
        world.time->advance(1min);
        world.server.sendToWatches(ModelApiServer::statusError(410, "Expired"));
        world.time->advance(1min);
        QCOMPARE(errors, (std::vector{ErrorKind::Forbidden, ErrorKind::Gone}));
        QVERIFY(world.controller->hasSynced());
    }

    void whatTheTransformRefusesIsNoFailedTry()
    {
        World world;
        DeltaFIFO refusing({.transform = [](ObjectPtr) -> Result<ObjectPtr> { return fail(Error::badInput(QStringLiteral("no"))); }});
        int errors = 0;
        auto config = world.config();
        config.queue = &refusing;
        config.watchErrorHandler = [&](const Error &) { ++errors; };
        world.server.put("a");
        world.run(config);
        QCOMPARE(errors, 0);
        QCOMPARE(world.controller->reflector().status().refused, std::uint64_t(1));
        QVERIFY(world.controller->hasSynced());
        world.controller.reset();
    }

    void listsAskForPagesOfTheSizeGiven()
    {
        World world;
        for (int i = 0; i < 5; ++i)
            world.server.put(std::to_string(i));
        auto config = world.config();
        config.watchListPageSize = 2;
        world.run(config);
        world.server.compact();
        world.server.sendToWatches(ModelApiServer::statusError(410, "Expired"));
        world.time->advance(1min);
        std::vector<std::int64_t> limits;
        for (const auto &request : world.server.requests()) {
            if (request.verb == Verb::List)
                limits.push_back(request.options.limit);
        }
        // At "0" the model's watch cache gives everything; the relist at its resourceVersion pages.
        QCOMPARE(limits, (std::vector<std::int64_t>{2, 2, 2, 2}));
        QCOMPARE(world.store.size(), std::size_t(5));
    }

    void objectsOfAnotherKindArePassedOver()
    {
        World world;
        world.server.put("a"); // a ConfigMap
        auto config = world.config();
        config.objectType = GroupVersionKind{"", "v1", "Secret"};
        world.run(config);
        world.server.put("b");
        world.time->advance(1s);
        QVERIFY(world.store.isEmpty());
        QCOMPARE(world.controller->lastSyncResourceVersion(), std::string("101")); // of the list: the event told nothing
        QCOMPARE(world.controller->reflector().status().refused, std::uint64_t(2));

        World right;
        right.server.put("a");
        config = right.config();
        config.objectType = GroupVersionKind{"", "v1", "ConfigMap"};
        right.run(config);
        QCOMPARE(right.store.size(), std::size_t(1));
    }

    void nothingIsProcessedAfterStop()
    {
        World world;
        world.server.put("a");
        world.run(world.config());
        world.controller->run(); // ignored
        world.processed.clear();
        world.controller->stop();
        QVERIFY(world.queue.isClosed());
        world.server.put("a");
        world.time->advance(1h);
        QCOMPARE(world.processed, Texts());
        QCOMPARE(world.time->timers(), std::size_t(0));
    }

    void aWorkerThreadMayDoTheProcessing()
    {
        World world;
        for (int i = 0; i < 50; ++i)
            world.server.put(std::to_string(i));
        world.failures = 3;
        auto config = world.config();
        config.consumer = Controller::Consumer::Worker;
        config.retryOnError = Controller::RetryOnError::Yes;
        world.run(config);
        QCOMPARE(world.queue.len(), std::size_t(51)); // nobody has worked yet
        std::thread worker([&] { world.controller->work(); });
        while (!world.controller->hasSynced())
            std::this_thread::yield();
        QCOMPARE(world.store.size(), std::size_t(50));
        world.controller->stop();
        worker.join();
        QCOMPARE(world.processed.size(), std::size_t(54));
    }
};

ORRERY_GUILESS_TEST(ControllerTest)
} // namespace controller_test
#include "controller_test.moc"
