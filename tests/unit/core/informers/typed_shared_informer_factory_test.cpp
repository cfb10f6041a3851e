// SPDX-License-Identifier: Apache-2.0
// As a program has it: real time, the thread's own event loop, and a server that answers by script.
#include "core/base/wait_group.h"
#include "core/informers/typed_shared_informer_factory.h"
#include "core/informers/wait_for_cache_sync.h"
#include "core/kubernetes/clientset.h"
#include "core/kubernetes/core/v1/config_map.h"
#include "tests/support/scripted_client.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace typed_shared_informer_factory_test {

using namespace kube;

namespace {

const char list[] = R"({"apiVersion":"v1","kind":"ConfigMapList","metadata":{"resourceVersion":"5"},)"
                    R"("items":[{"metadata":{"name":"one","namespace":"web","uid":"1","resourceVersion":"4"}}]})";

struct Fixture : kube::test::ScriptedClient {
    Clientset clientset{client, loop.executor()};
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
        f.answerLists(list);
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
        f.answerLists(list);
        std::atomic<bool> synced = false;
        WaitGroup group;
        group.go([&] { synced = waitForCacheSync({}, {&configMaps.informer()}); });
        group.wait();
        QVERIFY(synced);
    }
};

ORRERY_GUILESS_TEST(TypedSharedInformerFactoryTest)
} // namespace typed_shared_informer_factory_test
#include "typed_shared_informer_factory_test.moc"
