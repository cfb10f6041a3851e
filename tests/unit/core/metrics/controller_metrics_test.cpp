// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/controller_metrics.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace controller_metrics_test {

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

    void anInformersQueueTimesAndVersionAreItsOwn()
    {
        const auto recorded = ControllerMetrics::decode(kube::test::fixture("kubernetes-1.36/metrics/kube-controller-manager.prom").toStdString());
        QVERIFY_RESULT(recorded);
        const auto pods = std::find_if(recorded->informers.begin(), recorded->informers.end(), [](const InformerMetrics &one) { return one.resource == "pods"; });
        QVERIFY(pods != recorded->informers.end());
        QCOMPARE(pods->group, std::string());
        QCOMPARE(pods->version, std::string("v1"));
        QCOMPARE(pods->queued, 0.0);
        QCOMPARE(pods->processing.count(), 56.0);
        QVERIFY(pods->processing.quantile(0.5).value_or(1) < 0.001);
        QVERIFY(!pods->cachedVersion);
        const std::string label = "{group=\"apps\",name=\"foo\",resource=\"deployments\",version=\"v1\"} ";
        const auto told = ControllerMetrics::decode("informer_queued_items" + label + "7\ninformer_store_resource_version" + label + "1.234567e+06\n");
        QVERIFY_RESULT(told);
        QCOMPARE(told->informers.size(), std::size_t(1));
        QCOMPARE(told->informers.front().queued, 7.0);
        QCOMPARE(told->informers.front().cachedVersion, std::optional(1234567.0));
    }

    void anotherRunOfAProgramIsKnownByItsStartOrByCountersThatFall()
    {
        const auto told = [](const std::string &text) { return ControllerMetrics::decode(text).value_or(ControllerMetrics()); };
        const std::string adds = "workqueue_adds_total{name=\"foo\"} ";
        const ControllerMetrics before = told("process_start_time_seconds 1.7e+09\n" + adds + "10\n");
        QCOMPARE(before.startedAt, std::optional(WallTime(std::chrono::seconds(1'700'000'000))));
        QVERIFY(!told("process_start_time_seconds 1.7e+09\n" + adds + "12\n").isOfAnotherRunThan(before));
        QVERIFY(!told("process_start_time_seconds 1.700000001e+09\n" + adds + "12\n").isOfAnotherRunThan(before)); // the machine's clock was set
        QVERIFY(told("process_start_time_seconds 1.7000001e+09\n" + adds + "12\n").isOfAnotherRunThan(before));
        QVERIFY(!told(adds + "12\n").isOfAnotherRunThan(before));
        QVERIFY(told(adds + "9\n").isOfAnotherRunThan(before));
        QVERIFY(!told({}).isOfAnotherRunThan(before)); // a copy that only stands by has no queues
        const ControllerMetrics asked = told("rest_client_requests_total{code=\"200\"} 9\n");
        QVERIFY(told("rest_client_requests_total{code=\"200\"} 8\n").isOfAnotherRunThan(asked));
        QVERIFY(!told("rest_client_requests_total{code=\"200\"} 9\nrest_client_requests_total{code=\"409\"} 1\n").isOfAnotherRunThan(asked));
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

ORRERY_GUILESS_TEST(ControllerMetricsTest)
} // namespace controller_metrics_test
#include "controller_metrics_test.moc"
