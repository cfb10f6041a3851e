// SPDX-License-Identifier: Apache-2.0
#include "core/informers/shared_informer_factory.h"
#include "tests/support/model_api_server.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace shared_informer_factory_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;
using kube::test::ModelApiServer;

namespace {

const InformerKey pods{{"", "v1", "pods"}, "", "", "", InformerKey::Form::Objects};
const InformerKey webPods{{"", "v1", "pods"}, "web", "", "", InformerKey::Form::Objects};

struct World {
    explicit World(Duration grace = 30s) : factory(make(), time, *time, [] { return 0.0; }, {.grace = grace}) {}
    [[nodiscard]] SharedInformerFactory::MakeListerWatcher make()
    {
        return [this](const InformerKey &key) {
            made.push_back(key);
            return server.listerWatcher();
        };
    }

    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    ModelApiServer server{time, 1};
    std::vector<InformerKey> made;
    SharedInformerFactory factory;
};

} // namespace

class SharedInformerFactoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whoAsksForTheSameSharesIt()
    {
        World world;
        const auto first = world.factory.informerFor(pods);
        const auto second = world.factory.informerFor(pods);
        const auto other = world.factory.informerFor(webPods);
        QCOMPARE(&first.informer(), &second.informer());
        QVERIFY(&first.informer() != &other.informer());
        QCOMPARE(world.made, (std::vector{pods, webPods}));
    }

    void everyPartOfTheKeyTellsInformersApart()
    {
        World world;
        std::vector<InformerHandle> handles;
        InformerKey key = pods;
        handles.push_back(world.factory.informerFor(key));
        key.labelSelector = "app=a";
        handles.push_back(world.factory.informerFor(key));
        key.fieldSelector = "spec.nodeName=n";
        handles.push_back(world.factory.informerFor(key));
        key.form = InformerKey::Form::Table;
        handles.push_back(world.factory.informerFor(key));
        QCOMPARE(world.made.size(), std::size_t(4));
        QCOMPARE(key.toString(), std::string("pods v1 (app=a) (spec.nodeName=n) as table"));
    }

    void selectorsReachTheServer()
    {
        World world;
        InformerKey key = pods;
        key.labelSelector = "app=a";
        key.fieldSelector = "spec.nodeName=n";
        const auto handle = world.factory.informerFor(key);
        world.factory.start();
        world.time->advance(1s);
        for (const auto &request : world.server.requests()) {
            QCOMPARE(request.options.labelSelector, std::string("app=a"));
            QCOMPARE(request.options.fieldSelector, std::string("spec.nodeName=n"));
        }
    }

    void startRunsOnlyThoseThatDoNotRun()
    {
        World world;
        const auto first = world.factory.informerFor(pods);
        world.factory.start();
        const auto second = world.factory.informerFor(webPods);
        world.factory.start();
        world.factory.start();
        world.time->advance(1s);
        QCOMPARE(world.server.count(ModelApiServer::Request::Verb::List), std::size_t(2));
        const auto late = world.factory.informerFor({{"", "v1", "nodes"}, "", "", "", InformerKey::Form::Objects});
        QVERIFY(!late->isRunning());
    }

    void anInformerNobodyUsesRunsOnForAWhile()
    {
        World world;
        auto first = world.factory.informerFor(pods);
        auto second = world.factory.informerFor(pods);
        world.factory.start();
        world.time->advance(1s);
        first.reset();
        world.time->advance(1min);
        QVERIFY(second->isRunning());
        second.reset();
        world.time->advance(29s);
        QCOMPARE(world.server.openWatches(), std::size_t(1));
        const auto again = world.factory.informerFor(pods); // in time
        world.time->advance(1min);
        QVERIFY(again->isRunning());
        QCOMPARE(world.made.size(), std::size_t(1));
    }

    void afterTheGraceItIsStoppedAndMadeAnew()
    {
        World world;
        {
            const auto handle = world.factory.informerFor(pods);
            world.factory.start();
            world.time->advance(1s);
        }
        world.time->advance(31s);
        QCOMPARE(world.server.openWatches(), std::size_t(0));
        QCOMPARE(world.time->timers(), std::size_t(0));
        const auto handle = world.factory.informerFor(pods);
        QCOMPARE(world.made.size(), std::size_t(2));
        QVERIFY(!handle->isRunning() && !handle->isStopped());
    }

    void anInformerWithAHandlerIsInUse()
    {
        World world;
        // As in Go: nobody keeps the informer itself.
        auto registration = world.factory.informerFor(pods)->addEventHandler({});
        QVERIFY_RESULT(registration);
        world.factory.start();
        world.time->advance(10min);
        QCOMPARE(world.server.openWatches(), std::size_t(1));
        registration->reset();
        world.time->advance(31s);
        QCOMPARE(world.server.openWatches(), std::size_t(0));
        QCOMPARE(world.time->timers(), std::size_t(0));
    }

    void withNoGraceTooAnInformerWithAHandlerIsInUse()
    {
        World world(0s);
        auto registration = world.factory.informerFor(pods)->addEventHandler({});
        world.factory.start();
        world.time->advance(10min);
        QCOMPARE(world.server.openWatches(), std::size_t(1));
        registration->reset();
        world.time->advance(1s);
        QCOMPARE(world.server.openWatches(), std::size_t(0));
    }

    void waitingForTheCachesEndsWhenAllRunningOnesHaveSynced()
    {
        World world;
        const auto first = world.factory.informerFor(pods);
        const auto second = world.factory.informerFor(webPods);
        world.factory.start();
        const auto notStarted = world.factory.informerFor({{"", "v1", "nodes"}, "", "", "", InformerKey::Form::Objects});
        std::map<InformerKey, bool> results;
        const auto waiting = world.factory.waitForCacheSync([&](const auto &synced) { results = synced; });
        world.time->run();
        QVERIFY(results.empty());
        world.time->advance(1s);
        QCOMPARE(results, (std::map<InformerKey, bool>{{pods, true}, {webPods, true}}));
    }

    void aWaitEndsWithFalseForWhatIsStopped()
    {
        World world;
        world.server.failNext(ModelApiServer::statusError(403, "Forbidden"), 10);
        const auto first = world.factory.informerFor(pods);
        world.factory.start();
        std::optional<bool> result;
        const auto waiting = world.factory.waitForCacheSync([&](const auto &synced) { result = synced.at(pods); });
        world.time->advance(1s);
        QVERIFY(!result);
        world.factory.shutdown();
        world.time->run();
        QCOMPARE(result, std::optional(false));
    }

    void aWaitThatIsDroppedIsNotAnswered()
    {
        World world;
        const auto first = world.factory.informerFor(pods);
        world.factory.start();
        bool answered = false;
        {
            const auto waiting = world.factory.waitForCacheSync([&](const auto &) { answered = true; });
        }
        world.time->advance(1s);
        QVERIFY(!answered);
    }

    void nothingStartsAfterShutdown()
    {
        World world;
        const auto first = world.factory.informerFor(pods);
        world.factory.start();
        world.factory.shutdown();
        QVERIFY(first->isStopped());
        const auto late = world.factory.informerFor(webPods);
        world.factory.start();
        QVERIFY(late->isStopped() && !late->isRunning());
        world.time->advance(1h);
        QCOMPARE(world.server.openWatches(), std::size_t(0));
    }

    void whoIsToldOfAStartMayEndTheFactory()
    {
        for (const bool atRetry : {false, true}) {
            World world;
            world.server.failNext(ModelApiServer::statusError(503, "ServiceUnavailable"), 2);
            const auto first = world.factory.informerFor(pods);
            const auto second = world.factory.informerFor(webPods);
            bool armed = !atRetry;
            const auto ends = [&](const ReflectorStatus &status) {
                if (armed && status.phase == ReflectorPhase::Connecting)
                    world.factory.shutdown();
            };
            const auto subscription = first->onStatus(ends);
            world.factory.start();
            world.time->advance(100ms);
            armed = true;
            world.factory.retryNow();
            world.time->advance(1min);
            QVERIFY(first->isStopped() && second->isStopped());
            QCOMPARE(world.server.openWatches(), std::size_t(0));
        }
    }

    void whoIsToldOfAStartMayAddAnInformer()
    {
        World world;
        const auto first = world.factory.informerFor(pods);
        std::vector<InformerHandle> more;
        const auto subscription = first->onStatus([&](const ReflectorStatus &status) {
            if (status.phase == ReflectorPhase::Connecting)
                more.push_back(world.factory.informerFor(webPods));
        });
        world.factory.start();
        QVERIFY(first->isRunning());
        QVERIFY(!more.front()->isRunning()); // needs a start() of its own
    }

    void aHandleMayOutliveItsFactory()
    {
        auto time = std::make_shared<ManualTime>();
        ModelApiServer server(time, 1);
        InformerHandle handle;
        {
            SharedInformerFactory factory([&](const InformerKey &) { return server.listerWatcher(); }, time, *time, [] { return 0.0; });
            handle = factory.informerFor(pods);
            factory.start();
        }
        QVERIFY(handle->isStopped());
        handle.reset();
        time->advance(1h);
        QCOMPARE(time->timers(), std::size_t(0));
    }

    void theInspectorSeesEveryInformer()
    {
        World world;
        const auto first = world.factory.informerFor(pods);
        const auto second = world.factory.informerFor(pods);
        std::string seen;
        world.factory.forEach([&](const InformerKey &key, const SharedIndexInformer &, std::size_t users) {
            seen += key.toString() + " " + std::to_string(users);
        });
        QCOMPARE(seen, std::string("pods v1 2"));
    }
};

ORRERY_GUILESS_TEST(SharedInformerFactoryTest)
} // namespace shared_informer_factory_test
#include "shared_informer_factory_test.moc"
