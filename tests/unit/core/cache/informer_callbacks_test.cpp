// SPDX-License-Identifier: Apache-2.0
// What those who are told something by an informer may do to it: destroy it, and throw.
#include "core/cache/shared_informer.h"
#include "tests/support/handler_log.h"
#include "tests/support/model_api_server.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <stdexcept>

namespace informer_callbacks_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::HandlerLog;
using kube::test::ManualTime;
using kube::test::ModelApiServer;

namespace {

struct World {
    World()
    {
        SharedIndexInformer::Config config;
        config.highWater = 2;
        config.lowWater = 1;
        informer = std::make_unique<SharedIndexInformer>(server.listerWatcher(), time, *time, [] { return 0.0; }, std::move(config));
        registration = std::move(*informer->addEventHandler(log.handlers()));
    }
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    ModelApiServer server{time, 1, {}};
    HandlerLog log;
    std::unique_ptr<SharedIndexInformer> informer;
    HandlerRegistration registration;

    /// A failure, a first list, watches that end, pauses, a list at once and the end, as long as there is an informer.
    void live()
    {
        server.failNext(Error::transport(QStringLiteral("down")), 2);
        for (const char *name : {"a", "b", "c", "d"})
            server.put(name);
        const std::function<void()> steps[] = {
            [this] { informer->run(); },
            [this] { server.endWatches(Error::transport(QStringLiteral("cut"))); },
            [this] { informer->stages().reflector.pause(); },
            [this] { server.put("e"); },
            [this] { informer->stages().reflector.step(2); },
            [this] { informer->stages().reflector.resume(); },
            [this] { informer->stages().queue.pause(); },
            [this] { informer->stages().queue.resume(); },
            [this] { server.failNext(ModelApiServer::statusError(500, "InternalError")); },
            [this] { informer->relist(); },
            [this] { informer->cutWatch(); },
            [this] { informer->retryNow(); },
            [this] { informer->stop(); },
        };
        for (const auto &step : steps) {
            if (informer)
                step();
            time->advance(1min);
        }
    }
};

} // namespace

class InformerCallbacksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whoIsToldOfAnErrorMayDestroyTheInformer()
    {
        int destroyed = 0;
        for (int at = 1; at <= 4; ++at) {
            World world;
            int told = 0;
            QVERIFY_RESULT(world.informer->setWatchErrorHandler([&, kept = std::string(100, 'x')](const Error &error) {
                if (++told != at)
                    return;
                world.informer.reset();
                destroyed += kept.size() == 100 && !error.toString().isEmpty() ? 1 : 0;
            }));
            world.live();
            QCOMPARE(told, at);
            QCOMPARE(world.time->timers(), std::size_t(0));
            QCOMPARE(world.server.openWatches(), std::size_t(0));
        }
        QCOMPARE(destroyed, 4);
    }

    void whoIsToldOfAStatusMayDestroyTheInformer()
    {
        int at = 2; // the first is told within onStatus()
        for (bool wasReached = true; wasReached; ++at) {
            World world;
            int told = 0;
            int toldAfterwards = 0;
            const auto subscription = world.informer->onStatus([&, kept = std::string(100, 'x')](const ReflectorStatus &status) {
                if (++told != at)
                    return;
                world.informer.reset();
                QVERIFY(kept.size() == 100 && status.failures < 100);
            });
            const auto other = world.informer->onStatus([&](const ReflectorStatus &) { toldAfterwards += world.informer ? 0 : 1; });
            world.live();
            wasReached = told >= at;
            QVERIFY(toldAfterwards <= 1); // the end, while it was being destroyed
            if (wasReached) {
                QVERIFY(!world.informer);
                QCOMPARE(world.time->timers(), std::size_t(0));
            }
            QCOMPARE(world.server.openWatches(), std::size_t(0));
        }
        QVERIFY2(at > 12, qPrintable(QString::number(at)));
    }

    void whatAHandlerThrowsStopsNothing()
    {
        World world;
        ResourceEventHandlers handlers;
        handlers.onAdd = [](const ObjectPtr &, bool) { throw 42; };
        const auto registration = world.informer->addEventHandler(handlers);
        QVERIFY_RESULT(world.informer->setWatchErrorHandler([](const Error &) { throw std::runtime_error("oops"); }));
        const auto status = world.informer->onStatus([](const ReflectorStatus &told) {
            if (told.phase == ReflectorPhase::Live)
                throw std::runtime_error("oops");
        });
        const auto synced = world.informer->onSynced([](bool) { throw 42; });
        world.server.failNext(Error::transport(QStringLiteral("down")));
        world.server.put("a");
        QTest::ignoreMessage(QtWarningMsg, "a watch error handler threw: oops");
        QTest::ignoreMessage(QtWarningMsg, "a handler of an informer's status threw: oops");
        QTest::ignoreMessage(QtWarningMsg, "who waits for an informer's first list threw what is no std::exception");
        QTest::ignoreMessage(QtWarningMsg, "an informer's handler threw what is no std::exception");
        world.informer->run();
        world.time->advance(1min);
        QCOMPARE(world.log.told().size(), std::size_t(1));
        QCOMPARE(world.log.synced(), 1);
    }

    void anObjectTheTransformDoesNotGiveIsRefused()
    {
        World world;
        QVERIFY_RESULT(world.informer->setTransform([](ObjectPtr object) -> Result<ObjectPtr> {
            if (object->key().name == "null")
                return ObjectPtr();
            if (object->key().name == "thrown")
                throw std::runtime_error("oops");
            if (object->key().name == "odd")
                throw 42;
            return object;
        }));
        for (const char *name : {"good", "null", "odd", "thrown"})
            world.server.put(name);
        world.informer->run();
        world.time->advance(1min);
        QCOMPARE(world.informer->indexer().size(), std::size_t(1));
        QCOMPARE(world.informer->status().refused, std::uint64_t(3));
        world.server.put("null");
        world.server.put("good");
        world.time->advance(1min);
        QCOMPARE(world.informer->indexer().size(), std::size_t(1));
        QCOMPARE(world.informer->status().refused, std::uint64_t(4));
        QVERIFY(world.informer->hasSynced());
    }
};

ORRERY_GUILESS_TEST(InformerCallbacksTest)
} // namespace informer_callbacks_test
#include "informer_callbacks_test.moc"
