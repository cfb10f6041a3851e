// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/controller_metrics.h"
#include "core/metrics/work_queue_metrics.h"
#include "core/workqueue/queue.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace metrics_registry_test {

using namespace kube;
using namespace std::chrono_literals;

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

} // namespace

class MetricsRegistryTest : public QObject
{
    Q_OBJECT
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

    void whatAQueueTellsIsReadAsItsReading()
    {
        MetricsRegistry registry;
        WorkQueueMetrics metrics(registry);
        SteadyTime now{};
        WorkQueue<std::string> queue({"Foos \"of\" mine", &metrics, [&] { return now; }});
        queue.add("a");
        queue.add("b");
        queue.add("c");
        now += 500ms;
        queue.done(*queue.get());
        now += 2s;
        QCOMPARE(*queue.get(), std::string("b"));
        now += 3s;
        queue.updateUnfinishedWork();
        const auto told = ControllerMetrics::decode(registry.text());
        QVERIFY_RESULT(told);
        QCOMPARE(told->queues.size(), std::size_t(1));
        const QueueReading &reading = told->queues.front();
        QCOMPARE(reading.name, std::string("Foos \"of\" mine"));
        QCOMPARE(reading.depth, 1.0);
        QCOMPARE(reading.adds, 3.0);
        QCOMPARE(reading.retries, 0.0);
        QCOMPARE(reading.unfinishedSeconds, 3.0);
        QCOMPARE(reading.longestSeconds, 3.0);
        QCOMPARE(reading.waiting.count(), 2.0);
        QCOMPARE(reading.waiting.sum(), 3.0);
        QCOMPARE(reading.waiting.quantile(0.25), std::optional<double>(0.55)); // the first waited 0.5 s: half the way from 0.1 to 1
        QCOMPARE(reading.working.count(), 1.0);
    }
};

ORRERY_GUILESS_TEST(MetricsRegistryTest)
} // namespace metrics_registry_test
#include "metrics_registry_test.moc"
