// SPDX-License-Identifier: Apache-2.0
// Objects come, change, go and come again on a real API server while the path to it has one fault after another; then
// every cache equals the server by key, uid and resource version, and every handler has been told of it in order.
// Informers run in QuickTime, fifteen times as fast as the wall's; churn and faults take ORRERY_FAULT_SECONDS (15) of the
// wall's. ORRERY_FAULT_SEED repeats the faults and changes of a run, though not their coincidences.
#include "tests/fault/proxy/churn.h"
#include "tests/fault/proxy/random_faults.h"
#include "tests/fault/proxy/watched.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>

namespace random_faults_cluster_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;
using Form = DynamicListerWatcher::Form;

namespace {

int fromEnvironment(const char *name, int otherwise)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : otherwise;
}

/// One more informer on the same path.
struct Follower {
    Follower(Watched &w, Form form, std::string labels) : selector(std::move(labels))
    {
        DynamicListerWatcher::Target target{configMaps, "ConfigMap", w.name(), selector, {}, form};
        informer = std::make_unique<SharedIndexInformer>(std::make_unique<DynamicListerWatcher>(*w.path.rest, std::move(target), w.path.executor),
                                                         w.path.executor, *w.time, systemRandom(), SharedIndexInformer::Config{});
        registration = *informer->addEventHandler(log.handlers());
        informer->run();
    }
    std::string selector;
    HandlerLog log;
    std::unique_ptr<SharedIndexInformer> informer;
    HandlerRegistration registration;

    [[nodiscard]] QStringList cached() const { return Watched::setOf(informer->indexer().list()); }
    [[nodiscard]] QStringList told() const
    {
        std::vector<ObjectPtr> objects;
        for (const auto &[key, object] : log.told())
            objects.push_back(object);
        return Watched::setOf(objects);
    }
    [[nodiscard]] QStringList served(Watched &w) const
    {
        ListQuery query;
        query.labelSelector = selector;
        const auto page = w.admin.answer(w.objects.list(configMaps, w.name(), query));
        return page ? Watched::setOf(page->items) : QStringList{page.error().toString()};
    }
};

} // namespace

class RandomFaultsClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void afterFaultsAtRandomEveryCacheEqualsTheServer()
    {
        const int seconds = fromEnvironment("ORRERY_FAULT_SECONDS", 15);
        const int seed = fromEnvironment("ORRERY_FAULT_SEED", QRandomGenerator::system()->bounded(1'000'000));
        Watched w;
        Churn churn(w.objects, w.admin.executor, w.name(), static_cast<std::uint32_t>(seed));
        RandomFaults faults(w.proxy, static_cast<std::uint32_t>(seed));
        churn.start(40);
        std::vector<std::unique_ptr<Follower>> followers;
        followers.push_back(std::make_unique<Follower>(w, Form::Objects, std::string()));
        followers.push_back(std::make_unique<Follower>(w, Form::Objects, "churn=in"));
        followers.push_back(std::make_unique<Follower>(w, Form::Metadata, "churn=out"));
        followers.push_back(std::make_unique<Follower>(w, Form::Table, std::string()));
        faults.start();
        QTest::qWait(seconds * 1000);
        faults.stop();
        churn.stop();
        QTRY_VERIFY_WITH_TIMEOUT(churn.isIdle(), patience);
        QVERIFY2(churn.errors().isEmpty(), qPrintable(churn.errors().join(u'\n')));

        const QByteArray story = "seed " + QByteArray::number(seed) + ", " + QByteArray::number(churn.changes()) + " changes: " + faults.history().join(QStringLiteral(", ")).toUtf8();
        const SteadyTime healed = w.time->now();
        std::uint64_t failures = 0;
        for (const auto &follower : followers) {
            const QStringList expected = follower->served(w);
            QVERIFY2(QTest::qWaitFor([&] { return follower->cached() == expected; }, patience), story.constData());
            QVERIFY2(QTest::qWaitFor([&] { return follower->told() == expected; }, patience), story.constData());
            QVERIFY2(QTest::qWaitFor([&] { return follower->informer->status().phase == ReflectorPhase::Live; }, patience), story.constData());
            QVERIFY2(follower->log.legal(), (story + '\n' + follower->log.text().c_str()).constData());
            QCOMPARE(follower->log.synced(), 1);
            failures += follower->informer->status().failures;
        }
        // A connection that has gone silent is noticed first; then one wait, and one list.
        QVERIFY2(w.since(healed) <= 120s + 60s + 20s, story.constData());
        qInfo("%s; %d failed tries, well again after %d s", story.constData(), static_cast<int>(failures), static_cast<int>(w.since(healed).count()));
    }
};

ORRERY_GUILESS_TEST(RandomFaultsClusterTest)
} // namespace random_faults_cluster_test
#include "random_faults_cluster_test.moc"
