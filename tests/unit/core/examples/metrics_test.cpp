// SPDX-License-Identifier: Apache-2.0
#include "core/examples/support/client_metrics.h"
#include "core/examples/support/metrics_server.h"
#include "core/rest/rest_client.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace metrics_test {

using namespace kube;
using namespace std::chrono_literals;
using namespace kube::examples;

namespace {

QByteArray linesOf(const MetricsRegistry &registry, const char *name)
{
    QByteArray found;
    for (const QByteArray &line : QByteArray::fromStdString(registry.text()).split('\n')) {
        if (line.startsWith(name))
            found += line + '\n';
    }
    return found;
}

struct NoSink final : TransportSink {
    void head(const HttpHead &) override {}
    void data(QByteArray) override {}
    void end(std::optional<Error>) override {}
};

} // namespace

class MetricsTest : public QObject
{
    Q_OBJECT
private:
    /// What a server says to these bytes until it closes.
    static QByteArray ask(const std::string &url, const QList<QByteArray> &pieces)
    {
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        const QUrl address(QString::fromStdString(url));
        socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }))
            return "not connected";
        for (const QByteArray &piece : pieces) {
            socket.write(piece);
            socket.flush();
            QCoreApplication::processEvents();
        }
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }))
            return "not closed";
        return socket.readAll();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void requestsAndTheLeaderAreToldUnderClientGosNames()
    {
        MetricsRegistry registry;
        RestConfig config;
        measureRequests(config, registry);
        const auto fake = std::make_shared<kube::test::FakeTransport>();
        const auto transport = config.wrapTransport(fake);
        HttpRequest request;
        request.url = QUrl(QStringLiteral("https://127.0.0.1:6443/version"));
        NoSink sink;
        const auto stream = transport->open(request, sink);
        fake->last().answer(200, "{}");
        QCOMPARE(linesOf(registry, "rest_client_requests_total"),
                 QByteArray("rest_client_requests_total{code=\"200\",host=\"127.0.0.1:6443\",method=\"GET\"} 1\n"));
        QCOMPARE(linesOf(registry, "rest_client_request_duration_seconds_count"),
                 QByteArray("rest_client_request_duration_seconds_count{host=\"127.0.0.1:6443\",verb=\"GET\"} 1\n"));
        auto &leading = leaderStatus(registry, "sample-controller");
        QCOMPARE(linesOf(registry, "leader_election"), QByteArray("leader_election_master_status{name=\"sample-controller\"} 0\n"));
        leading.set(1);
        QCOMPARE(linesOf(registry, "leader_election"), QByteArray("leader_election_master_status{name=\"sample-controller\"} 1\n"));
    }

    void howLongRequestsWaitForTheirOwnLimiterIsTold()
    {
        MetricsRegistry registry;
        const auto time = std::make_shared<kube::test::ManualTime>();
        const auto fake = std::make_shared<kube::test::FakeTransport>();
        RestConfig config;
        config.host = QUrl(QStringLiteral("https://127.0.0.1:6443"));
        config.qps = 1;
        config.burst = 1;
        ThrottledRequests::rememberIn(config);
        RestClient client(config, {fake, time, time, [] { return 0.5; }});
        ThrottledRequests throttled(client, registry);
        const auto first = client.send(Request::get().absolutePath(QStringLiteral("/version")));
        const auto second = client.send(Request::get().absolutePath(QStringLiteral("/version")));
        fake->last().answer(200, "{}");
        time->advance(1s);
        fake->last().answer(200, "{}");
        time->run();
        throttled.count();
        throttled.count(); // each once
        const QByteArray label = "{host=\"127.0.0.1:6443\",verb=\"GET\"";
        QCOMPARE(linesOf(registry, "rest_client_rate_limiter_duration_seconds_count"), QByteArray("rest_client_rate_limiter_duration_seconds_count" + label + "} 2\n"));
        QCOMPARE(linesOf(registry, "rest_client_rate_limiter_duration_seconds_sum"), QByteArray("rest_client_rate_limiter_duration_seconds_sum" + label + "} 1\n"));
    }

    void theServerGivesMetricsAndHealth()
    {
        MetricsRegistry registry;
        registry.counter("c_total", "Counted.", {}).add();
        MetricsServer server(registry);
        const auto url = server.listen("127.0.0.1:0");
        QVERIFY_RESULT(url);
        QVERIFY(QByteArray::fromStdString(*url).startsWith("http://127.0.0.1:"));
        QVERIFY(QByteArray::fromStdString(*url).endsWith("/metrics"));
        const QByteArray metrics = ask(*url, {"GET /metr", "ics?x=1 HTTP/1.1\r\nHost: x\r\n", "\r\n"});
        QVERIFY(metrics.startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4"));
        QVERIFY(metrics.endsWith("\r\n\r\n# HELP c_total Counted.\n# TYPE c_total counter\nc_total 1\n"));
        QVERIFY(ask(*url, {"GET /healthz HTTP/1.0\r\n\r\n"}).endsWith("\r\n\r\nok"));
        QVERIFY(ask(*url, {"GET / HTTP/1.1\r\n\r\n"}).startsWith("HTTP/1.1 404 "));
        QVERIFY(ask(*url, {"POST /metrics HTTP/1.1\r\n\r\n"}).startsWith("HTTP/1.1 405 "));
        QVERIFY(ask(*url, {"nonsense\r\n\r\n"}).startsWith("HTTP/1.1 400 "));
        QVERIFY(ask(*url, {QByteArray(20000, 'x')}).startsWith("HTTP/1.1 400 "));
    }

    void whatCannotBeListenedOnIsSaid()
    {
        MetricsRegistry registry;
        for (const char *address : {"", "8080", "127.0.0.1", "nowhere.example:80", "127.0.0.1:99999", "127.0.0.1:x"}) {
            MetricsServer server(registry);
            const auto url = server.listen(address);
            QVERIFY2(!url, address);
            QCOMPARE(url.error().kind, ErrorKind::BadInput);
        }
        MetricsServer first(registry);
        const auto url = first.listen("localhost:0");
        QVERIFY_RESULT(url);
        MetricsServer second(registry);
        const auto taken = second.listen("127.0.0.1:" + std::to_string(QUrl(QString::fromStdString(*url)).port()));
        QCOMPARE(taken.error().kind, ErrorKind::Transport);
    }
};

ORRERY_GUILESS_TEST(MetricsTest)
} // namespace metrics_test
#include "metrics_test.moc"
