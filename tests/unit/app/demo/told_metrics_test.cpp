// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/object_json.h"
#include "app/demo/sim/foo_operator.h"
#include "app/demo/sim/leadership.h"
#include "app/demo/sim/own_queues.h"
#include "app/demo/sim/reconcile_loop.h"
#include "app/demo/sim/told_metrics.h"
#include "core/metrics/controller_metrics.h"
#include "tests/support/fixtures.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/app/demo/kept_reply.h"

#include <QScopeGuard>

namespace told_metrics_test {

using namespace orrery::demo;
using orrery::test::KeptPtr;
using orrery::test::KeptReply;
using namespace Qt::Literals::StringLiterals;

class ToldMetricsTest : public QObject
{
    Q_OBJECT

    ApiStore m_store;
    std::shared_ptr<ToldMetrics> m_told = std::make_shared<ToldMetrics>("kube-controller-manager");

    [[nodiscard]] KeptPtr ask(const QString &path)
    {
        auto reply = std::make_shared<KeptReply>();
        const Call call{"GET", path, {}, {}, {}};
        m_isAnswered = podProxyExtension(m_store, {{QString::fromLatin1(ControllersPod), {ControllersPort, m_told}}})(Route::of(path), call, reply);
        return reply;
    }
    [[nodiscard]] static std::string pod(const std::string &name)
    {
        return "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"kube-system\",\"uid\":\"u-" + name + "\"}}";
    }
    bool m_isAnswered = false;

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        QVERIFY(m_store.create({"", "namespaces"}, R"({"kind":"Namespace","apiVersion":"v1","metadata":{"name":"kube-system","uid":"u-ns"}})"));
        QVERIFY(m_store.create({"", "pods"}, pod(ControllersPod)));
        QVERIFY(m_store.create({"", "pods"}, pod("web")));
    }

    void theControllersPodTellsTheirTrueNumbers()
    {
        const auto time = std::make_shared<kube::test::ManualTime>();
        int failures = 1;
        ReconcileLoop loop("deployment", time, *time, 1, [&failures](const kube::ObjectKey &) { return kube::Future<bool>::ready(failures-- <= 0); }, &m_told->queues());
        loop.add({"shop", "web"});
        loop.add({"shop", "api"});
        time->run();
        time->advance(std::chrono::seconds(1));
        m_told->requestResult("200", "GET", "demo.invalid");
        const KeptPtr reply = ask(u"/api/v1/namespaces/kube-system/pods/https:%1:%2/proxy/metrics"_s.arg(QLatin1String(ControllersPod)).arg(ControllersPort));
        QVERIFY(m_isAnswered);
        QCOMPARE(reply->status(), 200);
        const auto metrics = kube::ControllerMetrics::decode(reply->bytes().toStdString());
        QVERIFY_RESULT(metrics);
        QCOMPARE(metrics->queues.size(), std::size_t(1));
        QCOMPARE(metrics->queues.front().name, std::string("deployment"));
        QCOMPARE(metrics->queues.front().adds, 3.0); // one came back
        QCOMPARE(metrics->queues.front().retries, 1.0);
        QCOMPARE(metrics->queues.front().working.count(), 3.0);
        QCOMPARE(metrics->client.requests.at("200"), 1.0);
    }

    void itsInformersItsLimiterAndItsLeaseAreTold()
    {
        const auto time = std::make_shared<kube::test::ManualTime>();
        const auto atTheEnd = qScopeGuard([&time] { time->run(); }); // what is still posted holds the executor
        ResourceTypes types;
        types.setDefinition(parseObject(R"({"metadata":{"name":"foos.samplecontroller.k8s.io"},"spec":{"group":"samplecontroller.k8s.io","scope":"Namespaced",
            "names":{"plural":"foos","singular":"foo","kind":"Foo","listKind":"FooList"},"versions":[{"name":"v1alpha1","served":true,"storage":true,"subresources":{"status":{}}}]}})"));
        Identities identities;
        ApiServer server(m_store, types, identities, {});
        SimClient client(server, time, time, m_told, {});
        FooOperator foos(client);
        const Leadership leadership(client, "foo-operator");
        constexpr auto foo = R"({"apiVersion":"samplecontroller.k8s.io/v1alpha1","kind":"Foo","metadata":{"name":"a","namespace":"web","uid":"u-a"},"spec":{"deploymentName":"gone"}})";
        QVERIFY(m_store.create({"samplecontroller.k8s.io", "foos"}, foo));
        for (int i = 0; i < 3; ++i) { // the server sends in turns of the real event loop
            time->advance(std::chrono::seconds(1));
            QCoreApplication::processEvents();
            time->run();
        }
        const auto metrics = kube::ControllerMetrics::decode(m_told->text());
        QVERIFY_RESULT(metrics);
        QVERIFY(metrics->leads.at("foo-operator"));
        QVERIFY(metrics->startedAt);
        QVERIFY(metrics->client.throttled.count() > 0);
        QVERIFY(metrics->client.throttled.quantile(0.99).value_or(1) < 0.01);
        QCOMPARE(metrics->informers.size(), std::size_t(2));
        const kube::InformerMetrics &informer = metrics->informers.at(1);
        QCOMPARE(informer.resource, std::string("foos"));
        QCOMPARE(informer.group, std::string("samplecontroller.k8s.io"));
        QCOMPARE(informer.name, std::string("kube-controller-manager"));
        QCOMPARE(informer.queued, 0.0);
        QVERIFY(informer.processing.count() >= 1);
        QVERIFY(informer.cachedVersion.value_or(0) > 0);
        const auto queue = std::find_if(metrics->queues.begin(), metrics->queues.end(), [](const kube::QueueReading &one) { return one.name == "foo"; });
        QVERIFY(queue != metrics->queues.end());
        QVERIFY(queue->reconciles.at("error") >= 2); // its Deployment is missing
        QCOMPARE(queue->reconciles.at("success"), 0.0);
        QCOMPARE(queue->activeWorkers, std::optional(0.0));
        QCOMPARE(queue->maxWorkers, std::optional(2.0));
    }

    void theApiServersOwnQueuesFollowWhatIsStored()
    {
        const kube::GroupResource definitions{"apiextensions.k8s.io", "customresourcedefinitions"};
        QVERIFY(m_store.create(definitions, R"({"metadata":{"name":"foos.example.com"}})"));
        OwnQueues queues(m_store);
        QVERIFY(m_store.create(definitions, R"({"metadata":{"name":"bars.example.com"}})"));
        const auto metrics = kube::ControllerMetrics::decode(queues.text().toStdString());
        QVERIFY_RESULT(metrics);
        QCOMPARE(metrics->queues.size(), std::size_t(8));
        const auto naming = std::find_if(metrics->queues.begin(), metrics->queues.end(), [](const kube::QueueReading &one) { return one.name == "crd_naming_condition_controller"; });
        QVERIFY(naming != metrics->queues.end());
        QCOMPARE(naming->adds, 2.0);
        QCOMPARE(naming->depth, 0.0);
        QCOMPARE(naming->working.count(), 2.0);
    }

    void nobodyElseListens()
    {
        QCOMPARE(ask(u"/api/v1/namespaces/kube-system/pods/web:8080/proxy/metrics"_s)->status(), 503);
        QCOMPARE(ask(u"/api/v1/namespaces/kube-system/pods/https:%1:1/proxy/metrics"_s.arg(QLatin1String(ControllersPod)))->status(), 503);
        QCOMPARE(ask(u"/api/v1/namespaces/kube-system/pods/gone:8080/proxy/metrics"_s)->status(), 404);
        QCOMPARE(ask(u"/api/v1/namespaces/kube-system/pods/https:%1:%2/proxy/other"_s.arg(QLatin1String(ControllersPod)).arg(ControllersPort))->status(), 404);
    }

    void otherPathsAreNotItsOwn()
    {
        static_cast<void>(ask(u"/api/v1/namespaces/kube-system/pods/web"_s));
        QVERIFY(!m_isAnswered);
        static_cast<void>(ask(u"/api/v1/namespaces/kube-system/pods/web/log"_s));
        QVERIFY(!m_isAnswered);
    }
};

ORRERY_GUILESS_TEST(ToldMetricsTest)
} // namespace told_metrics_test
#include "told_metrics_test.moc"
