// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/controller_metrics.h"
#include "tests/support/fixtures.h"
#include "tests/support/warnings.h"

using namespace kube;

namespace {

const QueueReading *queueOf(const ControllerMetrics &metrics, const std::string &name)
{
    const auto at = std::find_if(metrics.queues.begin(), metrics.queues.end(), [&](const QueueReading &queue) { return queue.name == name; });
    return at == metrics.queues.end() ? nullptr : &*at;
}

} // namespace

class ControllerMetricsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aControllerManagersQueuesAreThere()
    {
        const auto metrics = ControllerMetrics::decode(kube::test::fixture("kubernetes-1.36/metrics/kube-controller-manager.prom").toStdString());
        QVERIFY_RESULT(metrics);
        const QueueReading *deployment = queueOf(*metrics, "deployment");
        QVERIFY(deployment);
        QCOMPARE(deployment->adds, 49.0);
        QCOMPARE(deployment->retries, 17.0);
        QCOMPARE(deployment->depth, 0.0);
        QCOMPARE(deployment->waiting.count(), 49.0);
        QCOMPARE(deployment->working.count(), 49.0);
        QVERIFY(deployment->working.quantile(0.5).value_or(0) > 0);
        QVERIFY(!deployment->activeWorkers);
        QVERIFY(metrics->leads.at("kube-controller-manager"));
        QVERIFY(metrics->client.requests.at("200") > 0);
        QVERIFY(!metrics->informers.empty());
        QCOMPARE(metrics->informers.front().name, std::string("kube-controller-manager"));
        QVERIFY(std::is_sorted(metrics->queues.begin(), metrics->queues.end(), [](const auto &a, const auto &b) { return a.name < b.name; }));
    }

    void anApiServersQueuesAreThere()
    {
        const auto metrics = ControllerMetrics::decode(kube::test::fixture("kubernetes-1.36/metrics/kube-apiserver.prom").toStdString());
        QVERIFY_RESULT(metrics);
        QVERIFY(queueOf(*metrics, "APIServiceRegistrationController"));
        QCOMPARE(queueOf(*metrics, "APIServiceRegistrationController")->adds, 27.0);
    }

    void controllerRuntimesWorkersBelongToTheirQueue()
    {
        const auto metrics = ControllerMetrics::decode("workqueue_depth{controller=\"foo\",name=\"foo\",priority=\"0\"} 2\n"
                                                       "workqueue_depth{controller=\"foo\",name=\"foo\",priority=\"100\"} 3\n"
                                                       "controller_runtime_active_workers{controller=\"foo\"} 1\n"
                                                       "controller_runtime_max_concurrent_reconciles{controller=\"foo\"} 4\n"
                                                       "controller_runtime_reconcile_total{controller=\"foo\",result=\"error\"} 9\n"
                                                       "controller_runtime_reconcile_total{controller=\"foo\",result=\"success\"} 1\n");
        QVERIFY_RESULT(metrics);
        QCOMPARE(metrics->queues.size(), std::size_t(1));
        const QueueReading &foo = metrics->queues.front();
        QCOMPARE(foo.depth, 5.0);
        QCOMPARE(foo.activeWorkers, std::optional(1.0));
        QCOMPARE(foo.maxWorkers, std::optional(4.0));
        QCOMPARE(foo.reconciles.at("error"), 9.0);
    }

    void theTimeThatRequestsTakeIsAddedUpOverVerbsAndPaths()
    {
        const auto metrics = ControllerMetrics::decode("rest_client_request_duration_seconds_bucket{url=\"a\",verb=\"GET\",le=\"0.512\"} 1\n"
                                                       "rest_client_request_duration_seconds_bucket{url=\"a\",verb=\"GET\",le=\"+Inf\"} 2\n"
                                                       "rest_client_request_duration_seconds_sum{url=\"a\",verb=\"GET\"} 3\n"
                                                       "rest_client_request_duration_seconds_count{url=\"a\",verb=\"GET\"} 2\n"
                                                       "rest_client_request_duration_seconds_sum{url=\"b\",verb=\"POST\"} 9\n"
                                                       "rest_client_request_duration_seconds_count{url=\"b\",verb=\"POST\"} 1\n");
        QVERIFY_RESULT(metrics);
        QCOMPARE(metrics->client.taken.count(), 3.0);
        QCOMPARE(metrics->client.taken.mean(), std::optional(4.0));
        QCOMPARE(metrics->client.throttled.count(), 0.0);
    }

    void aPrefixOfTheProgramsOwnIsPassedOver()
    {
        const auto metrics = ControllerMetrics::decode("prometheus_operator_workqueue_depth{name=\"prometheus\"} 4\nmyworkqueue_depth{name=\"x\"} 1\n");
        QVERIFY_RESULT(metrics);
        QCOMPARE(metrics->queues.size(), std::size_t(1));
        QCOMPARE(metrics->queues.front().name, std::string("prometheus"));
        QCOMPARE(metrics->queues.front().depth, 4.0);
    }

    void whatIsNoExpositionIsRefusedWithItsLine()
    {
        const auto metrics = ControllerMetrics::decode("workqueue_depth{name=\"a\"} 1\nUnauthorized\nworkqueue_depth{name=} 1\n");
        QVERIFY(!metrics);
        QCOMPARE(metrics.error().place, QStringLiteral("line 3"));
    }
};

QTEST_GUILESS_MAIN(ControllerMetricsTest)
#include "controller_metrics_test.moc"
