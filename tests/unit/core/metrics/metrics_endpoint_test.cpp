// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/metrics_endpoint.h"
#include "core/object/json.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace metrics_endpoint_test {

using namespace kube;
using Sign = MetricsEndpoint::Sign;

namespace {

std::vector<MetricsEndpoint> endpointsOf(const char *pod)
{
    const auto document = JsonDocument::parse(pod);
    return document ? metricsEndpointsOf(document->root()["metadata"], document->root()["spec"]) : std::vector<MetricsEndpoint>();
}

} // namespace

class MetricsEndpointTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aPortNamedForMetricsIsOne()
    {
        const auto endpoints = endpointsOf(R"({"spec":{"containers":[{"ports":[{"name":"web","containerPort":80},{"name":"metrics","containerPort":8080}]},
                                               {"ports":[{"name":"https-metrics","containerPort":8443},{"name":"metrics","containerPort":53,"protocol":"UDP"}]}]}})");
        QCOMPARE(endpoints.size(), std::size_t(2));
        QCOMPARE(endpoints[0].port, 8080);
        QCOMPARE(endpoints[0].scheme, std::string("http"));
        QCOMPARE(endpoints[0].path, std::string("/metrics"));
        QCOMPARE(endpoints[1].port, 8443);
        QCOMPARE(endpoints[1].scheme, std::string("https"));
    }

    void annotationsSayPortPathAndScheme()
    {
        const auto endpoints = endpointsOf(R"({"metadata":{"annotations":{"prometheus.io/scrape":"true","prometheus.io/port":"9000","prometheus.io/path":"/stats","prometheus.io/scheme":"https"}},
                                               "spec":{"containers":[{"ports":[{"name":"metrics","containerPort":9000}]}]}})");
        QCOMPARE(endpoints.size(), std::size_t(1));
        QCOMPARE(endpoints[0].port, 9000);
        QCOMPARE(endpoints[0].path, std::string("/stats"));
        QCOMPARE(endpoints[0].scheme, std::string("https"));
        QCOMPARE(endpoints[0].sign, Sign::Annotation);
    }

    void anAnnotationWithoutAPortMeansTheFirst()
    {
        const auto endpoints = endpointsOf(R"({"metadata":{"annotations":{"prometheus.io/scrape":"true","prometheus.io/port":"many"}},"spec":{"containers":[{"ports":[{"containerPort":81}]}]}})");
        QCOMPARE(endpoints.size(), std::size_t(1));
        QCOMPARE(endpoints[0].port, 81);
        QVERIFY(endpointsOf(R"({"metadata":{"annotations":{"prometheus.io/scrape":"true"}},"spec":{"containers":[{}]}})").empty());
        QVERIFY(endpointsOf(R"({"metadata":{"annotations":{"prometheus.io/scrape":"false","prometheus.io/port":"9000"}}})").empty());
    }

    void theControlPlanesPortsAreKnown()
    {
        const auto endpoints = endpointsOf(R"({"metadata":{"labels":{"component":"kube-controller-manager","tier":"control-plane"}},"spec":{"containers":[{}]}})");
        QCOMPARE(endpoints.size(), std::size_t(1));
        QCOMPARE(endpoints[0].port, 10257);
        QCOMPARE(endpoints[0].scheme, std::string("https"));
        QCOMPARE(endpoints[0].sign, Sign::Component);
    }

    void aComponentIsOneWhereverItSaysItIsAsked()
    {
        const auto endpoints = endpointsOf(R"({"metadata":{"labels":{"component":"kube-scheduler"},"annotations":{"prometheus.io/scrape":"true","prometheus.io/port":"10259","prometheus.io/scheme":"https"}}})");
        QCOMPARE(endpoints.size(), std::size_t(1));
        QCOMPARE(endpoints[0].sign, Sign::Component);
    }

    void theProxysPathNamesSchemePodAndPort()
    {
        const MetricsTarget target{"web", "foo-1", "Deployment/foo", {"https", 8443, "/metrics", Sign::PortName}};
        QCOMPARE(target.proxyPath(), std::string("/api/v1/namespaces/web/pods/https:foo-1:8443/proxy/metrics"));
    }

    void whatIsNoPodShowsNone()
    {
        QVERIFY(endpointsOf("[]").empty());
        QVERIFY(endpointsOf(R"({"metadata":[],"spec":{"containers":{"ports":1}}})").empty());
    }
};

ORRERY_GUILESS_TEST(MetricsEndpointTest)
} // namespace metrics_endpoint_test
#include "metrics_endpoint_test.moc"
