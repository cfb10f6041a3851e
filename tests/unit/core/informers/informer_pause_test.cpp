// SPDX-License-Identifier: Apache-2.0
// Pausing an informer on a real socket: who does not read makes the server wait, and loses nothing.
#include "core/base/mailbox.h"
#include "core/base/qt_scheduler.h"
#include "core/cache/delta_fifo.h"
#include "core/cache/shared_informer.h"
#include "core/informers/dynamic_lister_watcher.h"
#include "core/rest/qt_transport.h"
#include "core/rest/rest_client.h"
#include "tests/support/handler_log.h"
#include "tests/support/http_server.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace informer_pause_test {

using namespace kube;
using kube::test::HandlerLog;
using kube::test::HttpServer;

constexpr int patience = 30000;
constexpr int keys = 100;
constexpr int events = 60000;

QByteArray podOf(int key, int version)
{
    return R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"p)" + QByteArray::number(key) + R"(","namespace":"web","uid":"u)"
           + QByteArray::number(key) + R"(","resourceVersion":")" + QByteArray::number(version) + R"(","annotations":{"padding":")"
           + QByteArray(200, 'x') + R"("}}})";
}

/// An informer and the server whose only watch it follows.
struct Followed {
    std::optional<HttpServer::Reply> watch;
    HttpServer server{[this](const HttpServer::Request &request, HttpServer::Reply reply) { answer(request, std::move(reply)); }};
    std::shared_ptr<QtScheduler> scheduler = std::make_shared<QtScheduler>();
    std::shared_ptr<Mailbox> executor = Mailbox::create();
    std::unique_ptr<RestClient> rest;
    HandlerLog log;
    std::unique_ptr<SharedIndexInformer> informer;
    HandlerRegistration registration;

    Followed()
    {
        RestConfig config;
        config.host = server.url();
        config.qps = 0;
        const auto transport = QtTransport::create(config, scheduler);
        if (!transport)
            qFatal("%s", qPrintable(transport.error().toString()));
        rest = std::make_unique<RestClient>(config, RestClient::Parts{*transport, scheduler, executor, systemRandom()});
        DynamicListerWatcher::Target target;
        target.resource = {"", "v1", "pods"};
        target.kind = "Pod";
        informer = std::make_unique<SharedIndexInformer>(std::make_unique<DynamicListerWatcher>(*rest, std::move(target), executor), executor,
                                                         *scheduler, systemRandom(), SharedIndexInformer::Config{});
        registration = std::move(*informer->addEventHandler(log.handlers()));
    }
    ~Followed()
    {
        registration.reset();
        informer.reset();
        rest.reset();
        executor->close();
    }
    void answer(const HttpServer::Request &request, HttpServer::Reply reply)
    {
        const HttpServer::Headers json{{"Content-Type", "application/json"}};
        if (request.target.contains("watch=true")) {
            reply.head(200, json);
            watch = reply;
        } else if (request.target.startsWith("/version")) {
            reply.answer(200, "{}", json);
        } else {
            reply.answer(200, R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[]})", json);
        }
    }
    [[nodiscard]] bool isLive() const { return informer->status().phase == ReflectorPhase::Live && watch; }
    /// Every key is added and then changed over and over; version 7 + n is that of event n.
    void sendEvents()
    {
        QByteArray chunk;
        for (int n = 1; n <= events; ++n) {
            chunk += QByteArray(R"({"type":")") + (n <= keys ? "ADDED" : "MODIFIED") + R"(","object":)" + podOf(n % keys, 7 + n) + "}\n";
            if (n % 1000 == 0)
                watch->chunk(std::exchange(chunk, {}));
        }
    }
    /// A request and its answer on another connection: what could be read meanwhile has been.
    [[nodiscard]] bool exchange()
    {
        Request request = Request::get();
        request.absolutePath(QStringLiteral("/version"));
        auto answered = rest->send(std::move(request), {});
        return QTest::qWaitFor([&] { return answered.isReady(); }, patience) && answered.take();
    }
    [[nodiscard]] bool hasEverything() const
    {
        const ObjectPtr last = informer->indexer().getByKey({"web", "p" + std::to_string(events % keys)});
        return last && last->resourceVersion() == std::to_string(7 + events) && informer->indexer().size() == std::size_t(keys)
               && log.told().size() == std::size_t(keys) && log.told().at(last->key())->resourceVersion() == last->resourceVersion();
    }
};

} // namespace informer_pause_test

namespace informer_pause_test { // anew: moc loses count of braces in raw strings

class InformerPauseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aPausedReflectorReadsNoMoreOfItsSocketAndLosesNothing()
    {
        Followed f;
        f.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        StageControl &reflector = f.informer->stages().reflector;
        reflector.pause();
        f.sendEvents();
        QVERIFY(f.exchange());
        QVERIFY(f.watch->unsentBytes() > 0);
        QVERIFY(f.informer->indexer().isEmpty());
        QVERIFY(f.informer->status().paused);
        reflector.step(2);
        QTRY_COMPARE_WITH_TIMEOUT(f.informer->indexer().size(), std::size_t(2), patience);
        QVERIFY(f.exchange());
        QCOMPARE(f.informer->indexer().size(), std::size_t(2));
        reflector.resume();
        QTRY_VERIFY_WITH_TIMEOUT(f.hasEverything(), patience);
        QCOMPARE(f.informer->status().lists + f.informer->status().watches, std::uint64_t(2));
        QVERIFY(f.log.legal());
    }

    void aPausedQueueMakesTheServerWaitInTheEnd()
    {
        Followed f;
        f.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        StageControl &queue = f.informer->stages().queue;
        queue.pause();
        f.sendEvents();
        QTRY_VERIFY_WITH_TIMEOUT(f.informer->status().heldBack, patience);
        QVERIFY(f.exchange());
        QVERIFY(f.watch->unsentBytes() > 0);
        QVERIFY(f.informer->indexer().isEmpty());
        const DeltaFifoSnapshot waiting = f.informer->snapshot().queue;
        QCOMPARE(waiting.queued, std::size_t(keys));
        QVERIFY(waiting.deltas > 8192 && waiting.deltas < 10000); // and what had arrived
        queue.resume();
        QTRY_VERIFY_WITH_TIMEOUT(f.hasEverything(), patience);
        QCOMPARE(f.informer->status().lists + f.informer->status().watches, std::uint64_t(2));
        QVERIFY(f.log.legal());
    }

    void pausedHandlersCatchUpWithoutEveryStateBetween()
    {
        Followed f;
        f.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        (void)f.log.take();
        StageControl &handlers = f.informer->stages().handlers;
        handlers.pause();
        f.sendEvents();
        QTRY_COMPARE_WITH_TIMEOUT(f.informer->lastSyncResourceVersion(), std::to_string(7 + events), patience);
        QTRY_COMPARE_WITH_TIMEOUT(f.informer->snapshot().listeners.front().pending, std::size_t(keys), patience);
        QVERIFY(f.log.text().empty());
        handlers.resume();
        QTRY_VERIFY_WITH_TIMEOUT(f.hasEverything(), patience);
        QCOMPARE(f.informer->snapshot().listeners.front().delivered, std::uint64_t(keys)); // one add each, of the newest
        QVERIFY(f.log.legal());
    }
};

ORRERY_GUILESS_TEST(InformerPauseTest)
} // namespace informer_pause_test
#include "informer_pause_test.moc"
