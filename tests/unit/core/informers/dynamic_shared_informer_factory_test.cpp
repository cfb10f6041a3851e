// SPDX-License-Identifier: Apache-2.0
// As a program has it: real time, the thread's own event loop, and a server that answers by script.
#include "core/dynamic/dynamic_client.h"
#include "core/informers/dynamic_shared_informer_factory.h"
#include "core/informers/wait_for_cache_sync.h"
#include "tests/support/scripted_client.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace dynamic_shared_informer_factory_test {

using namespace kube;

namespace {

const GroupVersionResource planets{"example.com", "v1", "planets"};
const char list[] = R"({"apiVersion":"example.com/v1","kind":"PlanetList","metadata":{"resourceVersion":"5"},)"
                    R"("items":[{"apiVersion":"example.com/v1","kind":"Planet","metadata":{"name":"one","namespace":"web","uid":"1","resourceVersion":"4"}}]})";

struct Fixture : kube::test::ScriptedClient {
    DynamicClient dynamic{client, loop.executor()};
};

} // namespace

class DynamicSharedInformerFactoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aCustomResourceIsFollowedAndListed()
    {
        Fixture f;
        DynamicSharedInformerFactory factory(f.dynamic, f.loop, Duration::zero());
        const auto informer = factory.forResource(planets);
        QCOMPARE(&factory.forResource(planets).informer(), &informer.informer());
        QStringList added;
        const auto registration = informer.informer().addEventHandler(
            {.onAdd = [&](const ObjectPtr &planet, bool) { added.append(QString::fromStdString(planet->gvk().kind + " " + planet->key().toString())); }, .onUpdate = {}, .onDelete = {}, .onSynced = {}});
        QVERIFY_RESULT(registration);
        factory.start();
        f.answerLists(list);
        QVERIFY(waitForCacheSync({}, factory));
        QVERIFY(QTest::qWaitFor([&] { return !added.isEmpty(); }));
        QCOMPARE(added, QStringList(QStringLiteral("Planet web/one")));
        QCOMPARE((*informer.lister().get({"web", "one"}))->uid(), std::string_view("1"));
        QCOMPARE(informer.lister().get({"web", "two"}).error().message, QStringLiteral("planets.example.com \"two\" not found"));
    }

    void itsScopeIsAskedFor()
    {
        Fixture f;
        DynamicSharedInformerFactory factory(f.dynamic, f.loop, Duration::zero(), {"web", "a=b", "metadata.name=one", InformerKey::Form::Metadata});
        const auto informer = factory.forResource(planets);
        factory.start();
        QVERIFY(QTest::qWaitFor([&] { return !f.server->exchanges.empty(); }));
        const QByteArray line = f.server->last().line();
        QVERIFY2(line.startsWith("GET /apis/example.com/v1/namespaces/web/planets?"), line);
        QVERIFY2(line.contains("labelSelector=a%3Db") && line.contains("fieldSelector=metadata.name%3Done"), line);
        QVERIFY(f.server->last().header("Accept").contains("PartialObjectMetadata"));
    }

    void aFactoryThatRunsNothingHasSynced()
    {
        Fixture f;
        DynamicSharedInformerFactory factory(f.dynamic, f.loop, Duration::zero());
        QVERIFY(waitForCacheSync({}, factory));
        const auto informer = factory.forResource(planets); // not started
        QVERIFY(waitForCacheSync({}, factory));
    }

    void anEndOfTheFactoryEndsTheWait()
    {
        Fixture f;
        DynamicSharedInformerFactory factory(f.dynamic, f.loop, Duration::zero());
        const auto informer = factory.forResource(planets);
        factory.start();
        const auto timer = f.loop.scheduler()->after(std::chrono::milliseconds(1), [&] { factory.shutdown(); });
        QVERIFY(!waitForCacheSync({}, factory));
    }
};

ORRERY_GUILESS_TEST(DynamicSharedInformerFactoryTest)
} // namespace dynamic_shared_informer_factory_test
#include "dynamic_shared_informer_factory_test.moc"
