// SPDX-License-Identifier: Apache-2.0
// What controllers tell, through a session on its real thread. The server is a FakeCluster.
#include "core/session/metrics_finder.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_metrics_port_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::SessionFixture;

const QByteArray controller = R"({"metadata":{"name":"foo","namespace":"system","uid":"d","resourceVersion":"1"},"spec":{"selector":{"matchLabels":{"app":"foo"}},
    "template":{"metadata":{},"spec":{"containers":[{"ports":[{"name":"metrics","containerPort":8080}]}]}}}})";
const QByteArray plain = R"({"metadata":{"name":"web","namespace":"web","uid":"e","resourceVersion":"1"},"spec":{"selector":{"matchLabels":{"app":"web"}},"template":{"spec":{"containers":[{}]}}}})";

QByteArray pod(const QByteArray &name, const QByteArray &phase)
{
    return R"({"metadata":{"name":")" + name + R"(","namespace":"system","uid":")" + name
        + R"(","resourceVersion":"1"},"spec":{"containers":[{"ports":[{"name":"metrics","containerPort":8080}]}]},"status":{"phase":")" + phase + "\"}}";
}

FakeCluster::Answer list(const QByteArray &kind, const QByteArray &apiVersion, const QByteArray &items)
{
    return FakeCluster::ok("{\"kind\":\"" + kind + "List\",\"apiVersion\":\"" + apiVersion + "\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[" + items + "]}");
}

struct Fixture : SessionFixture {
    Fixture()
    {
        server.set("GET /apis/apps/v1/deployments", list("Deployment", "apps/v1", controller + ',' + plain));
        server.set("GET /apis/apps/v1/statefulsets", list("StatefulSet", "apps/v1", {}));
        server.set("GET /apis/apps/v1/daemonsets", FakeCluster::refusal(403, "Forbidden", "no daemonsets for you"));
        server.set("GET /api/v1/namespaces/kube-system/pods", list("Pod", "v1", {}));
        server.set("GET /api/v1/pods", list("Pod", "v1", {}));
        server.set("GET /api/v1/namespaces/system/pods?labelSelector=app%3Dfoo", list("Pod", "v1", pod("foo-1", "Running") + ',' + pod("foo-2", "Pending")));
        open();
    }
    [[nodiscard]] MetricsPort &metrics() const { return *ports().metrics; }
};

} // namespace session_metrics_port_test

namespace session_metrics_port_test { // anew: moc loses count of braces in raw strings

class SessionMetricsPortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void podsOfWorkloadsThatTellMetricsAreFoundAndGapsAreSaid()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        const auto found = f.answer(f.metrics().targets());
        QVERIFY_RESULT(found);
        QCOMPARE(found->targets.size(), std::size_t(1));
        QCOMPARE(found->targets.front().workload, std::string("Deployment/foo"));
        QCOMPARE(found->targets.front().pod, std::string("foo-1"));
        QCOMPARE(found->gaps.size(), std::size_t(1));
        QCOMPARE(found->gaps.front().message, QStringLiteral("no daemonsets for you"));
        QCOMPARE(f.server.lists("GET /api/v1/namespaces/web/pods"), 0);
    }

    void podsOfNoWorkloadAreFoundAndManyAreLookedThroughSeldom()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        const QByteArray all = "GET /api/v1/pods?limit=500";
        f.server.set(all, list("Pod", "v1", pod("foo-1", "Running") + ',' + pod("bare", "Running")));
        auto found = f.answer(f.metrics().targets());
        QVERIFY_RESULT(found);
        QCOMPARE(found->targets.size(), std::size_t(2));
        QCOMPARE(found->targets.front().pod, std::string("bare"));
        QCOMPARE(found->targets.back().workload, std::string("Deployment/foo")); // once, whoever finds it
        QCOMPARE(found->podsLooked, std::size_t(0));
        QVERIFY_RESULT(f.answer(f.metrics().targets()));
        QCOMPARE(f.server.lists(all), 2); // one page is cheap

        QByteArray page = R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"10","continue":"more"},"items":[)";
        for (int i = 0; i < 500; ++i)
            page += (i ? "," : "") + pod(i % 2 ? "foo-1" : "bare", "Running");
        f.server.set(all, FakeCluster::ok(page + "]}"));
        for (int look = 0; look < 3; ++look) {
            found = f.answer(f.metrics().targets());
            QVERIFY_RESULT(found);
            QCOMPARE(found->podsLooked, MetricsFinder::MostPods);
            QCOMPARE(found->targets.size(), std::size_t(2));
        }
        QCOMPARE(f.server.lists(all), 2 + 10); // once
        f.server.set("GET /api/v1/namespaces/system/pods?labelSelector=app%3Dfoo", list("Pod", "v1", pod("foo-3", "Running")));
        found = f.answer(f.metrics().targets());
        QVERIFY_RESULT(found);
        QCOMPARE(found->targets.size(), std::size_t(2)); // foo-1 has been replaced
        QCOMPARE(found->targets.back().pod, std::string("foo-3"));
    }

    void expressionsSelectPodsToo()
    {
        Fixture f;
        QByteArray other = controller;
        other.replace(R"("matchLabels":{"app":"foo"})", R"("matchExpressions":[{"key":"app","operator":"In","values":["a","b"]},{"key":"old","operator":"DoesNotExist"}])");
        f.server.set("GET /apis/apps/v1/deployments", list("Deployment", "apps/v1", other));
        f.server.set("GET /api/v1/namespaces/system/pods?labelSelector=app%20in%20%28a%2Cb%29%2C%21old", list("Pod", "v1", pod("foo-1", "Running")));
        QTRY_VERIFY(f.isLive());
        const auto found = f.answer(f.metrics().targets());
        QVERIFY_RESULT(found);
        QCOMPARE(found->targets.size(), std::size_t(1));
        QCOMPARE(found->targets.front().workload, std::string("Deployment/foo"));
    }

    void nothingThatCanBeLookedAtIsAnError()
    {
        Fixture f;
        for (const char *path : {"GET /apis/apps/v1/deployments", "GET /apis/apps/v1/statefulsets", "GET /api/v1/namespaces/kube-system/pods", "GET /api/v1/pods"})
            f.server.set(path, FakeCluster::refusal(403, "Forbidden", "nothing for you"));
        QTRY_VERIFY(f.isLive());
        QCOMPARE(f.answer(f.metrics().targets()).error().kind, ErrorKind::Forbidden);
    }

    void aControllersQueuesAreReadThroughTheProxy()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        const MetricsTarget target{"system", "foo-1", {}, {"http", 8080, "/metrics", MetricsEndpoint::Sign::PortName}};
        const QByteArray path = "GET /api/v1/namespaces/system/pods/http:foo-1:8080/proxy/metrics";
        f.server.set(path, FakeCluster::ok("workqueue_depth{name=\"Foos\"} 4\n"));
        const auto metrics = f.answer(f.metrics().scrape(target));
        QVERIFY_RESULT(metrics);
        QCOMPARE(metrics->queues.front().depth, 4.0);
        f.server.set(path, FakeCluster::ok("<html>"));
        QCOMPARE(f.answer(f.metrics().scrape(target)).error().kind, ErrorKind::BadInput);
        f.server.set(path, FakeCluster::refusal(401, "Unauthorized", "Unauthorized"));
        QCOMPARE(f.answer(f.metrics().scrape(target)).error().kind, ErrorKind::Unauthorized);
        f.server.set("GET /metrics", FakeCluster::ok("workqueue_depth{name=\"priority_and_fairness_config_queue\"} 0\n"));
        QVERIFY_RESULT(f.answer(f.metrics().apiServer()));
        f.server.set("GET /metrics", FakeCluster::ok("etcd_object_counts{resource=\"pods\"} 7\n"));
        const auto load = f.answer(f.metrics().apiServerLoad());
        QVERIFY_RESULT(load);
        QCOMPARE(load->objects.at("pods"), 7.0);
    }

    void flowControlIsReadWhole()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        for (const char *name : {"dump_priority_levels", "dump_queues", "dump_requests"}) {
            const QString file = QLatin1String(name) == QLatin1String("dump_requests") ? QStringLiteral("dump_requests-busy") : QLatin1String(name);
            f.server.set(QByteArray("GET /debug/api_priority_and_fairness/") + name, FakeCluster::ok(kube::test::fixture(QStringLiteral("kubernetes-1.36/flowcontrol/%1.csv").arg(file))));
        }
        const auto flow = f.answer(f.metrics().flowControl());
        QVERIFY_RESULT(flow);
        QCOMPARE(flow->levels.size(), std::size_t(8));
        QCOMPARE(flow->requests.size(), std::size_t(2));
        QCOMPARE(f.server.lists("GET /debug/api_priority_and_fairness/dump_requests?includeRequestDetails=1"), 1);
        f.server.set("GET /debug/api_priority_and_fairness/dump_queues", FakeCluster::refusal(403, "Forbidden", "no dumps for you"));
        QCOMPARE(f.answer(f.metrics().flowControl()).error().kind, ErrorKind::Forbidden);
    }

    void theChecksOfAServerThatIsNotReadyAreRead()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        f.server.set("GET /readyz", {FakeCluster::Answer::Way::Complete, 500, "[+]ping ok\n[-]etcd failed: reason withheld\nreadyz check failed\n"});
        const auto found = f.answer(f.metrics().readiness());
        QVERIFY_RESULT(found);
        QVERIFY(!found->isReady);
        QVERIFY(!found->isCut);
        QCOMPARE(found->checks.size(), std::size_t(2));
        QVERIFY(!found->checks.back().isOk);
        f.server.set("GET /readyz", {FakeCluster::Answer::Way::Complete, 500, QByteArray("[+]ping ok\n").repeated(1000)});
        QVERIFY(f.answer(f.metrics().readiness())->isCut);
        f.server.set("GET /readyz", {FakeCluster::Answer::Way::Complete, 500, QByteArray("[+]ping ok\n").repeated(1000) + "[-]etcd failed: reason withheld\nreadyz check failed\n"});
        const auto cut = f.answer(f.metrics().readiness());
        QVERIFY_RESULT(cut);
        QVERIFY(cut->isCut);
        QCOMPARE(cut->checks.front().name, std::string("etcd")); // the last of them, and the one that matters
        QVERIFY(!cut->checks.front().isOk);
        f.server.set("GET /readyz", FakeCluster::ok("[+]ping ok\nreadyz check passed\n"));
        QVERIFY(f.answer(f.metrics().readiness())->isReady);
        f.server.set("GET /readyz", FakeCluster::refusal(403, "Forbidden", "not for you"));
        QCOMPARE(f.answer(f.metrics().readiness()).error().kind, ErrorKind::Forbidden);
    }
};

ORRERY_GUILESS_TEST(SessionMetricsPortTest)
} // namespace session_metrics_port_test
#include "session_metrics_port_test.moc"
