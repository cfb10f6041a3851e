// SPDX-License-Identifier: Apache-2.0
// As a program has it: real time, the thread's own event loop, and a server that answers by script.
#include "core/base/wait_group.h"
#include "core/informers/typed_shared_informer_factory.h"
#include "core/informers/wait_for_cache_sync.h"
#include "core/kubernetes/clientset.h"
#include "core/kubernetes/core/v1/config_map.h"
#include "core/rest/rest_client.h"
#include "tests/support/scripted_transport.h"
#include "tests/support/warnings.h"

using namespace kube;
using kube::test::ScriptedTransport;

namespace {

const char list[] = R"({"apiVersion":"v1","kind":"ConfigMapList","metadata":{"resourceVersion":"5"},)"
                    R"("items":[{"metadata":{"name":"one","namespace":"web","uid":"1","resourceVersion":"4"}}]})";

struct Fixture {
    EventLoop loop;
    std::shared_ptr<ScriptedTransport> server = std::make_shared<ScriptedTransport>(loop.executor());
    RestClient client{config(), {server, loop.scheduler(), loop.executor(), [] { return 0.5; }}};
    Clientset clientset{client, loop.executor()};

    static RestConfig config()
    {
        RestConfig config;
        config.host = QUrl(QStringLiteral("https://api.example"));
        config.qps = 0;
        return config;
    }
    /// From now on answers what lists, however it asks; a watch stays open.
    void answerLists()
    {
        m_again = loop.scheduler()->after(std::chrono::milliseconds(1), [this] { answerLists(); });
        for (const auto &exchange : std::vector(server->exchanges)) { // an answer leads to the next request
            if (exchange->isOpen() && !exchange->line().contains("watch="))
                exchange->answer(200, list, {{"Content-Type", "application/json"}});
            else if (exchange->isOpen() && exchange->line().contains("sendInitialEvents="))
                exchange->answer(422, R"({"kind":"Status","status":"Failure","reason":"Invalid","code":422})", {{"Content-Type", "application/json"}});
        }
    }

private:
    Timer m_again;
};

} // namespace

class TypedSharedInformerFactoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anInformerByItsKindIsStartedAndWaitedFor()
    {
        Fixture f;
        TypedSharedInformerFactory factory(f.clientset, f.loop, Duration::zero());
        const auto configMaps = factory.core().v1().configMaps();
        factory.start();
        f.answerLists();
        QVERIFY(waitForCacheSync({}, {&configMaps.informer()}));
        QCOMPARE(configMaps.lister().get({"web", "one"})->metadata().uid().value(), std::string("1"));
    }

    void itsNamespaceAndSelectorsAreAskedFor()
    {
        Fixture f;
        TypedSharedInformerFactory factory(f.clientset, f.loop, Duration::zero(), {nullptr, "web", "a=b", {}});
        const auto configMaps = factory.core().v1().configMaps();
        factory.start();
        QVERIFY(QTest::qWaitFor([&] { return !f.server->exchanges.empty(); }));
        QVERIFY(f.server->last().line().startsWith("GET /api/v1/namespaces/web/configmaps?"));
        QVERIFY(f.server->last().line().contains("labelSelector=a%3Db"));
    }

    void stopEndsTheWait()
    {
        Fixture f;
        TypedSharedInformerFactory factory(f.clientset, f.loop, Duration::zero());
        const auto configMaps = factory.core().v1().configMaps();
        factory.start();
        std::stop_source stop;
        f.loop.executor()->post([&] { stop.request_stop(); });
        QVERIFY(!waitForCacheSync(stop.get_token(), {&configMaps.informer()}));
        QVERIFY(!waitForCacheSync({}, {nullptr}));
        configMaps.informer().stop();
        QVERIFY(!waitForCacheSync({}, {&configMaps.informer()}));
    }

    void aWorkerMayWaitWhileTheLoopTurns()
    {
        Fixture f;
        TypedSharedInformerFactory factory(f.clientset, f.loop, Duration::zero());
        const auto configMaps = factory.core().v1().configMaps();
        factory.start();
        f.answerLists();
        std::atomic<bool> synced = false;
        WaitGroup group;
        group.go([&] { synced = waitForCacheSync({}, {&configMaps.informer()}); });
        group.wait();
        QVERIFY(synced);
    }
};

QTEST_GUILESS_MAIN(TypedSharedInformerFactoryTest)
#include "typed_shared_informer_factory_test.moc"
