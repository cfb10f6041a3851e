// SPDX-License-Identifier: Apache-2.0
// The whole path from the server's bytes to an informer's handlers, and through cuts and forgotten history.
#include "core/informers/dynamic_lister_watcher.h"
#include "core/informers/shared_informer_factory.h"
#include "tests/fault/proxy/fault_proxy.h"
#include "tests/support/cluster_client.h"
#include "tests/support/handler_log.h"
#include "tests/support/test_program.h"

namespace informers_cluster_test {

using namespace kube;
using TestCluster = kube::test::Cluster; // kube::Cluster is a kubeconfig's
using kube::test::ClusterClient;
using kube::test::FaultProxy;
using kube::test::HandlerLog;
using kube::test::patience;
using kube::test::TestNamespace;

namespace {

const GroupVersionResource configMaps{"", "v1", "configmaps"};

quint16 serverPort()
{
    return static_cast<quint16>(ClusterClient().rest->config().host.port());
}

/// ConfigMaps labelled t=1 of a namespace of its own, followed through a gate.
struct Followed {
    TestNamespace space;
    FaultProxy gate{serverPort()};
    ClusterClient cluster{QString(), [this](RestConfig &config) { config.host.setPort(gate.port()); }};
    HandlerLog log;
    std::unique_ptr<SharedIndexInformer> informer;
    HandlerRegistration registration;

    Followed()
    {
        informer = another();
        registration = *informer->addEventHandler(log.handlers());
    }
    [[nodiscard]] std::unique_ptr<SharedIndexInformer> another() const
    {
        return std::make_unique<SharedIndexInformer>(
            std::make_unique<DynamicListerWatcher>(*cluster.rest, DynamicListerWatcher::Target{configMaps, "ConfigMap", name(), "t=1", {}}, cluster.executor),
            cluster.executor, *cluster.scheduler, systemRandom(), SharedIndexInformer::Config{});
    }
    [[nodiscard]] std::string name() const { return space.name().toStdString(); }
    [[nodiscard]] bool put(const QByteArray &object, const QByteArray &value = "1") const
    {
        return space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + object + ", labels: {t: '1'}}\ndata: {key: '" + value + "'}\n");
    }
    [[nodiscard]] bool remove(const QString &object) const
    {
        return space.kubectl({QStringLiteral("delete"), QStringLiteral("configmap"), object}).ok();
    }
    /// What the handlers have been told, as "one two".
    [[nodiscard]] std::string told() const { return told(log); }
    [[nodiscard]] static std::string told(const HandlerLog &log)
    {
        std::string names;
        for (const auto &[key, object] : log.told())
            names += (names.empty() ? "" : " ") + key.name;
        return names;
    }
    [[nodiscard]] bool isLive() const { return informer->status().phase == ReflectorPhase::Live; }
    /// The words of the log, without names and versions.
    [[nodiscard]] QByteArray words()
    {
        QByteArray words;
        for (const QByteArray &line : QByteArray::fromStdString(log.take()).split(';'))
            words += line.trimmed().split(' ').first() + ' ';
        return words.trimmed();
    }
};

} // namespace

class InformersClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aListAndTheChangesAfterItReachTheHandlers()
    {
        Followed f;
        QVERIFY(f.put("one"));
        QVERIFY(f.put("two"));
        f.informer->run();
        QTRY_COMPARE_WITH_TIMEOUT(f.log.synced(), 1, patience);
        QCOMPARE(f.words(), QByteArray("add! add! synced"));
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);

        QVERIFY(f.put("three"));
        QTRY_COMPARE_WITH_TIMEOUT(f.told(), std::string("one three two"), patience);
        QVERIFY(f.put("two", "2"));
        QTRY_VERIFY_WITH_TIMEOUT(f.log.text().find("update two") != std::string::npos, patience);
        QVERIFY(f.remove(QStringLiteral("one")));
        QTRY_COMPARE_WITH_TIMEOUT(f.told(), std::string("three two"), patience);
        QCOMPARE(f.words(), QByteArray("add update delete"));
        QVERIFY(f.log.legal());

        const ObjectPtr two = f.informer->indexer().getByKey({f.name(), "two"});
        QVERIFY(two);
        QVERIFY(two == f.log.told().at({f.name(), "two"}));
        QCOMPARE(f.informer->indexer().listByNamespace(f.name()).size(), std::size_t(2));
    }

    void aHandlerThatComesLateIsToldOfEverything()
    {
        Followed f;
        QVERIFY(f.put("one"));
        f.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(f.informer->hasSynced(), patience);
        HandlerLog late;
        const auto registration = f.informer->addEventHandler(late.handlers());
        QVERIFY_RESULT(registration);
        QTRY_COMPARE_WITH_TIMEOUT(late.synced(), 1, patience);
        QVERIFY(late.text().starts_with("add! one"));
        QVERIFY(registration->hasSynced());
    }

    void anObjectThatLeavesTheSelectorIsDeleted()
    {
        Followed f;
        QVERIFY(f.put("one"));
        f.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        QVERIFY(f.space.kubectl({QStringLiteral("label"), QStringLiteral("configmap"), QStringLiteral("one"), QStringLiteral("t-")}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(f.told(), std::string(), patience);
        QVERIFY(f.log.legal());
    }

    void aCutWatchGoesOnWhereItWas()
    {
        Followed f;
        QVERIFY(f.put("one"));
        QVERIFY(f.put("two"));
        f.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        // A watch that ends at once without an event has failed; this one has shown that it works.
        QVERIFY(f.put("two", "2"));
        QTRY_VERIFY_WITH_TIMEOUT(f.log.text().find("update two") != std::string::npos, patience);
        const ReflectorStatus before = f.informer->status();
        (void)f.words();

        f.gate.shut();
        QTRY_VERIFY_WITH_TIMEOUT(!f.isLive(), patience);
        QCOMPARE(f.informer->status().phase, ReflectorPhase::Reconnecting);
        QVERIFY(f.informer->status().lastError);
        QVERIFY(f.remove(QStringLiteral("one")));
        QVERIFY(f.put("three"));
        QVERIFY(f.log.text().empty());
        f.gate.open();
        f.informer->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(f.told(), std::string("three two"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        QCOMPARE(f.words(), QByteArray("delete add"));
        QVERIFY(f.log.legal());
        const ReflectorStatus after = f.informer->status();
        QCOMPARE(after.lists, before.lists); // no list was needed
        QVERIFY(after.watches > before.watches);
        QVERIFY(!after.lastError);
    }

    void forgottenHistoryIsListedAgainAndNoDeletionIsMissed()
    {
        Followed f;
        QVERIFY(f.put("one"));
        QVERIFY(f.put("two"));
        f.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        const std::uint64_t lists = f.informer->status().lists;
        (void)f.words();
        f.gate.shut();
        QTRY_VERIFY_WITH_TIMEOUT(!f.isLive(), patience);
        QVERIFY(f.remove(QStringLiteral("one")));
        QVERIFY(f.put("two", "2"));
        QVERIFY(f.put("three"));
        // A new API server knows no history from before its start: the version we are at is Gone.
        QVERIFY(TestCluster::script({QStringLiteral("bounce"), QStringLiteral("0")}).ok());
        f.gate.open();
        f.informer->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(f.told(), std::string("three two"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        QVERIFY(f.informer->status().lists > lists);
        const QByteArray words = f.words();
        QVERIFY2(words.contains("delete~") && words.contains("update"), words.constData());
        QVERIFY(f.log.legal());
        QVERIFY(f.put("four"));
        QTRY_COMPARE_WITH_TIMEOUT(f.told(), std::string("four three two"), patience);
    }

    void whatWasPausedIsCaughtUpWith()
    {
        Followed f;
        QVERIFY(f.put("one"));
        QVERIFY(f.put("two"));
        f.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        // One that nothing pauses shows when the changes have come from the server.
        HandlerLog log;
        const auto witness = f.another();
        const auto registration = witness->addEventHandler(log.handlers());
        QVERIFY_RESULT(registration);
        witness->run();
        QTRY_COMPARE_WITH_TIMEOUT(Followed::told(log), std::string("one two"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(witness->status().phase, ReflectorPhase::Live, patience);
        const InformerStages stages = f.informer->stages();
        for (StageControl *stage : {&stages.reflector, &stages.queue, &stages.handlers}) {
            (void)f.log.take();
            (void)log.take();
            stage->pause();
            QVERIFY(f.put("three"));
            QVERIFY(f.remove(QStringLiteral("one")));
            QVERIFY(f.put("one", "again")); // as another object
            QTRY_COMPARE_WITH_TIMEOUT(Followed::told(log), std::string("one three two"), patience);
            QTRY_VERIFY_WITH_TIMEOUT(log.text().find("add one") != std::string::npos, patience);
            QVERIFY(f.log.text().empty());
            stage->resume();
            QTRY_COMPARE_WITH_TIMEOUT(f.told(), std::string("one three two"), patience);
            QTRY_VERIFY_WITH_TIMEOUT(f.log.text().find("add one") != std::string::npos, patience);
            QVERIFY(f.remove(QStringLiteral("three")));
            QTRY_COMPARE_WITH_TIMEOUT(f.told(), std::string("one two"), patience);
            QTRY_COMPARE_WITH_TIMEOUT(Followed::told(log), std::string("one two"), patience);
        }
        QVERIFY(f.log.legal());
        QCOMPARE(f.informer->status().failures, std::uint64_t(0));
    }

    void anInformerListsAnewAndLeavesItsWatchWhenAsked()
    {
        Followed f;
        QVERIFY(f.put("one"));
        f.informer->run();
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        (void)f.log.take();
        f.informer->relist();
        QTRY_COMPARE_WITH_TIMEOUT(f.informer->status().lists, std::uint64_t(2), patience);
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        f.informer->cutWatch();
        QTRY_VERIFY_WITH_TIMEOUT(f.isLive(), patience);
        QVERIFY(f.put("two"));
        QTRY_COMPARE_WITH_TIMEOUT(f.told(), std::string("one two"), patience);
        QCOMPARE(f.words(), QByteArray("add"));
        QCOMPARE(f.informer->status().lists, std::uint64_t(2));
    }

    void whoMayNotListIsToldSo()
    {
        const ClusterClient nobody(QStringLiteral("nobody"));
        SharedIndexInformer informer(
            std::make_unique<DynamicListerWatcher>(*nobody.rest, DynamicListerWatcher::Target{configMaps, "ConfigMap", "web", {}, {}}, nobody.executor),
            nobody.executor, *nobody.scheduler, systemRandom(), SharedIndexInformer::Config{});
        informer.run();
        QTRY_COMPARE_WITH_TIMEOUT(informer.status().phase, ReflectorPhase::Forbidden, patience);
        const ReflectorStatus status = informer.status();
        QVERIFY(!informer.hasSynced());
        QVERIFY(status.lastError && status.lastError->message.contains(QStringLiteral("User \"nobody\" cannot list resource \"configmaps\"")));
        QCOMPARE(status.failedStep, ReflectorStatus::Step::List);
        QVERIFY(status.nextTry);
    }

    void whoAsksForTheSameSharesOneWatch()
    {
        const ClusterClient cluster;
        const TestNamespace space;
        const std::string name = space.name().toStdString();
        SharedInformerFactory factory(
            [&](const InformerKey &key) {
                return std::make_unique<DynamicListerWatcher>(*cluster.rest, DynamicListerWatcher::Target{key.resource, {}, key.namespaceName, key.labelSelector, key.fieldSelector},
                                                              cluster.executor);
            },
            cluster.executor, *cluster.scheduler, systemRandom());
        const InformerHandle first = factory.informerFor({configMaps, name, {}, {}});
        const InformerHandle second = factory.informerFor({configMaps, name, {}, {}});
        const InformerHandle pods = factory.informerFor({{"", "v1", "pods"}, name, {}, {}});
        QCOMPARE(&first.informer(), &second.informer());
        factory.start();
        std::map<InformerKey, bool> synced;
        const Subscription waiting = factory.waitForCacheSync([&](const std::map<InformerKey, bool> &all) { synced = all; });
        QTRY_COMPARE_WITH_TIMEOUT(synced.size(), std::size_t(2), patience);
        for (const auto &[key, whether] : synced)
            QVERIFY2(whether, key.toString().c_str());
        QVERIFY(space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(first->indexer().getByKey({name, "one"}), patience);
        QVERIFY(pods->indexer().list().empty());
        QCOMPARE(first->status().watches, std::uint64_t(1));
    }
};

ORRERY_GUILESS_TEST(InformersClusterTest)
} // namespace informers_cluster_test
#include "informers_cluster_test.moc"
