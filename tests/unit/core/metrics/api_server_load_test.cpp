// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/api_server_load.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace api_server_load_test {

using namespace kube;

class ApiServerLoadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anOldServersMetricsAreRead()
    {
        const auto load = ApiServerLoad::decode(kube::test::fixture("kubernetes-1.20/metrics/kube-apiserver.prom").toStdString());
        QVERIFY_RESULT(load);
        QVERIFY(load->verbs.contains("LIST"));
        QVERIFY(load->verbs.at("LIST").seconds.quantile(0.99).value_or(0) > 0);
        QVERIFY(!load->verbs.contains("WATCH"));
        QVERIFY(load->storage.at("create").seconds.count() > 0);
        QCOMPARE(load->inFlight.at("mutating"), 9.0);
        QCOMPARE(load->inFlight.at("readOnly"), 4.0);
        QVERIFY(load->watches.at("pods") > 0);
        QVERIFY(load->watches.at("leases.coordination.k8s.io") > 0);
        QVERIFY(load->objects.contains("leases.coordination.k8s.io"));
        QCOMPARE(load->seats.at("catch-all").limit, std::optional(74.0));
        QVERIFY(!load->seats.at("catch-all").used);
        QCOMPARE(load->databaseBytes, std::optional(32768.0));
        QVERIFY(load->startedAt);
        QCOMPARE(std::chrono::floor<std::chrono::seconds>(*load->startedAt).time_since_epoch().count(), 1795751589);
    }

    void aNewServersSeatsAreThoseInForce()
    {
        const auto load = ApiServerLoad::decode(kube::test::fixture("kubernetes-1.36/metrics/kube-apiserver.prom").toStdString());
        QVERIFY_RESULT(load);
        QCOMPARE(load->seats.at("catch-all").limit, std::optional(145.0)); // nominally 62
        QCOMPARE(load->seats.at("exempt").used, std::optional(1.0));
        QCOMPARE(load->seats.at("closed").rejected, 1.0);
    }

    void whatALevelHasServedIsTheSumOfItsFlowSchemas()
    {
        const auto load = ApiServerLoad::decode("apiserver_flowcontrol_dispatched_requests_total{flow_schema=\"a\",priority_level=\"workload-low\"} 40\n"
                                                "apiserver_flowcontrol_dispatched_requests_total{flow_schema=\"b\",priority_level=\"workload-low\"} 7\n"
                                                "apiserver_flowcontrol_dispatched_requests_total{flowSchema=\"c\",priorityLevel=\"exempt\"} 3\n");
        QVERIFY_RESULT(load);
        QCOMPARE(load->seats.at("workload-low").dispatched, 47.0);
        QCOMPARE(load->seats.at("exempt").dispatched, 3.0);
    }

    void namesOfEveryVersionAreKnown()
    {
        const auto load = ApiServerLoad::decode("apiserver_longrunning_requests{group=\"apps\",resource=\"deployments\",verb=\"WATCH\"} 3\n"
                                                "apiserver_longrunning_requests{group=\"apps\",resource=\"deployments\",verb=\"WATCH\",scope=\"namespace\"} 2\n"
                                                "apiserver_longrunning_requests{group=\"\",resource=\"pods\",verb=\"CONNECT\"} 7\n"
                                                "apiserver_storage_objects{resource=\"deployments.apps\"} 5\n"
                                                "apiserver_resource_objects{group=\"apps\",resource=\"replicasets\"} 9\n"
                                                "apiserver_storage_objects{resource=\"broken\"} -1\n"
                                                "apiserver_storage_size_bytes{storage_cluster_id=\"etcd-0\"} 4096\n"
                                                "apiserver_current_inflight_requests{requestKind=\"mutating\"} 2\n");
        QVERIFY_RESULT(load);
        QCOMPARE(load->watches.size(), std::size_t(1));
        QCOMPARE(load->watches.at("deployments.apps"), 5.0);
        QCOMPARE(load->objects.size(), std::size_t(2)); // what could not be counted is not there
        QCOMPARE(load->objects.at("deployments.apps"), 5.0);
        QCOMPARE(load->objects.at("replicasets.apps"), 9.0);
        QCOMPARE(load->databaseBytes, std::optional(4096.0));
        QCOMPARE(load->inFlight.at("mutating"), 2.0);
    }

    void whereOnlyWatchersAreToldTheyAreByKind()
    {
        const auto load = ApiServerLoad::decode("apiserver_registered_watchers{group=\"\",kind=\"Pod\",version=\"v1\"} 4\n");
        QVERIFY_RESULT(load);
        QCOMPARE(load->watches.at("Pod"), 4.0);
    }

    void failuresAndRefusalsAreCountedByVerb()
    {
        const auto before = ApiServerLoad::decode("apiserver_request_total{code=\"200\",verb=\"LIST\"} 10\n"
                                                  "apiserver_request_total{code=\"429\",verb=\"LIST\"} 2\n"
                                                  "apiserver_request_total{code=\"504\",verb=\"LIST\"} 1\n"
                                                  "apiserver_request_total{code=\"500\",verb=\"WATCH\"} 1\n");
        const auto now = ApiServerLoad::decode("apiserver_request_total{code=\"429\",verb=\"LIST\"} 5\n"
                                               "apiserver_request_total{code=\"504\",verb=\"LIST\"} 1\n"
                                               "apiserver_request_total{code=\"500\",verb=\"LIST\"} 1\n");
        QVERIFY_RESULT(before);
        QVERIFY_RESULT(now);
        QVERIFY(!before->verbs.contains("WATCH"));
        const OperationLoad meanwhile = now->verbs.at("LIST").since(before->verbs.at("LIST"));
        QCOMPARE(meanwhile.refused, 3.0);
        QCOMPARE(meanwhile.failed, 1.0);
    }

    void aServerThatBeganAnewIsReadWhole()
    {
        const OperationLoad before{{}, 9, 9};
        const OperationLoad now{{}, 1, 0};
        QCOMPARE(now.since(before).failed, 1.0);
        QCOMPARE(now.since(before).refused, 0.0);
    }

    void whatIsNoExpositionIsRefused()
    {
        QCOMPARE(ApiServerLoad::decode("<html>").error().kind, ErrorKind::BadInput);
    }
};

ORRERY_GUILESS_TEST(ApiServerLoadTest)
} // namespace api_server_load_test
#include "api_server_load_test.moc"
