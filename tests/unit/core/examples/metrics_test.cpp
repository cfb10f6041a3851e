// SPDX-License-Identifier: Apache-2.0
#include "core/examples/support/client_metrics.h"
#include "core/examples/support/metrics_server.h"
#include "core/workqueue/queue.h"
#include "tests/support/fake_transport.h"
#include "tests/support/warnings.h"

#include <QNetworkProxy>
#include <QTcpSocket>

#include <limits>

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

    void countersAndGaugesAreWrittenByNameAndLabels()
    {
        MetricsRegistry registry;
        registry.gauge("workqueue_depth", "Waiting.", {{"name", "b"}}).set(2.5);
        registry.gauge("workqueue_depth", "Waiting.", {{"name", "a"}}).add();
        registry.counter("adds_total", "Added.", {}).add(3);
        registry.counter("adds_total", "other words", {}).add();
        QCOMPARE(registry.text(), std::string("# HELP adds_total Added.\n# TYPE adds_total counter\nadds_total 4\n"
                                              "# HELP workqueue_depth Waiting.\n# TYPE workqueue_depth gauge\n"
                                              "workqueue_depth{name=\"a\"} 1\nworkqueue_depth{name=\"b\"} 2.5\n"));
    }

    void quotesBackslashesAndLineBreaksAreEscaped()
    {
        MetricsRegistry registry;
        registry.counter("c", "one \\ \"two\"\nthree", {{"a", "one \\ \"two\"\nthree"}, {"b", "ü"}}).add();
        QCOMPARE(registry.text(), std::string("# HELP c one \\\\ \"two\"\\nthree\n# TYPE c counter\n"
                                              "c{a=\"one \\\\ \\\"two\\\"\\nthree\",b=\"ü\"} 1\n"));
    }

    void numbersAreShortAndTheThreeOddOnesHaveNames()
    {
        MetricsRegistry registry;
        auto &gauge = registry.gauge("g", "", {});
        const std::pair<double, const char *> numbers[] = {{0, "g 0\n"},
                                                           {0.1, "g 0.1\n"},
                                                           {-3, "g -3\n"},
                                                           {std::numeric_limits<double>::infinity(), "g +Inf\n"},
                                                           {-std::numeric_limits<double>::infinity(), "g -Inf\n"},
                                                           {std::numeric_limits<double>::quiet_NaN(), "g NaN\n"}};
        for (const auto &[number, line] : numbers) {
            gauge.set(number);
            QCOMPARE(linesOf(registry, "g "), QByteArray(line));
        }
    }

    void aHistogramsBucketsCountUp()
    {
        MetricsRegistry registry;
        auto &histogram = registry.histogram("h", "", {0.5, 1}, {{"name", "x"}});
        for (const double value : {0.5, 0.75, 8.0})
            histogram.observe(value);
        QCOMPARE(linesOf(registry, "h"), QByteArray("h_bucket{name=\"x\",le=\"0.5\"} 1\nh_bucket{name=\"x\",le=\"1\"} 2\n"
                                                    "h_bucket{name=\"x\",le=\"+Inf\"} 3\nh_sum{name=\"x\"} 9.25\nh_count{name=\"x\"} 3\n"));
        registry.histogram("i", "", {}, {}).observe(1);
        QCOMPARE(linesOf(registry, "i"), QByteArray("i_bucket{le=\"+Inf\"} 1\ni_sum 1\ni_count 1\n"));
    }

    void aQueueTellsUnderClientGosNames()
    {
        MetricsRegistry registry;
        WorkQueueMetrics metrics(registry);
        SteadyTime now{};
        WorkQueue<std::string> queue({"Foos", &metrics, [&] { return now; }});
        queue.add("a");
        queue.add("a");
        queue.add("b");
        now += 2s;
        QCOMPARE(*queue.get(), std::string("a"));
        now += 500ms;
        queue.updateUnfinishedWork();
        QCOMPARE(linesOf(registry, "workqueue_unfinished_work_seconds"), QByteArray("workqueue_unfinished_work_seconds{name=\"Foos\"} 0.5\n"));
        QCOMPARE(linesOf(registry, "workqueue_longest_running"), QByteArray("workqueue_longest_running_processor_seconds{name=\"Foos\"} 0.5\n"));
        queue.done("a");
        QCOMPARE(linesOf(registry, "workqueue_depth"), QByteArray("workqueue_depth{name=\"Foos\"} 1\n"));
        QCOMPARE(linesOf(registry, "workqueue_adds_total"), QByteArray("workqueue_adds_total{name=\"Foos\"} 2\n"));
        QCOMPARE(linesOf(registry, "workqueue_retries_total"), QByteArray("workqueue_retries_total{name=\"Foos\"} 0\n"));
        QCOMPARE(linesOf(registry, "workqueue_queue_duration_seconds_sum"), QByteArray("workqueue_queue_duration_seconds_sum{name=\"Foos\"} 2\n"));
        QCOMPARE(linesOf(registry, "workqueue_work_duration_seconds_sum"), QByteArray("workqueue_work_duration_seconds_sum{name=\"Foos\"} 0.5\n"));
        QCOMPARE(linesOf(registry, "workqueue_work_duration_seconds_bucket{name=\"Foos\",le=\"1e-08\"}"),
                 QByteArray("workqueue_work_duration_seconds_bucket{name=\"Foos\",le=\"1e-08\"} 0\n"));
        QCOMPARE(linesOf(registry, "workqueue_work_duration_seconds_bucket{name=\"Foos\",le=\"10\"}"),
                 QByteArray("workqueue_work_duration_seconds_bucket{name=\"Foos\",le=\"10\"} 1\n"));
    }

    void requestsAndTheLeaderLikewise()
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

QTEST_GUILESS_MAIN(MetricsTest)
#include "metrics_test.moc"
