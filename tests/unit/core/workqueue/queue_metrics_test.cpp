// SPDX-License-Identifier: Apache-2.0
#include "core/workqueue/delaying_queue.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace queue_metrics_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;

namespace {

struct Numbers {
    int depth = 0;
    int adds = 0;
    int retries = 0;
    std::vector<double> latencies;
    std::vector<double> durations;
    double unfinished = -1;
    double longest = -1;
    int asked = 0;
};

class Provider final : public MetricsProvider
{
public:
    explicit Provider(Numbers &numbers) : m_numbers(numbers) {}
    std::unique_ptr<GaugeMetric> depth(const std::string &) override
    {
        ++m_numbers.asked;
        return std::make_unique<Gauge>(m_numbers.depth);
    }
    std::unique_ptr<CounterMetric> adds(const std::string &) override { return std::make_unique<Counter>(m_numbers.adds); }
    std::unique_ptr<HistogramMetric> latency(const std::string &) override { return std::make_unique<Histogram>(m_numbers.latencies); }
    std::unique_ptr<HistogramMetric> workDuration(const std::string &) override { return std::make_unique<Histogram>(m_numbers.durations); }
    std::unique_ptr<SettableGaugeMetric> unfinishedWorkSeconds(const std::string &) override { return std::make_unique<Settable>(m_numbers.unfinished); }
    std::unique_ptr<SettableGaugeMetric> longestRunningProcessorSeconds(const std::string &) override { return std::make_unique<Settable>(m_numbers.longest); }
    std::unique_ptr<CounterMetric> retries(const std::string &) override { return std::make_unique<Counter>(m_numbers.retries); }

private:
    struct Gauge final : GaugeMetric {
        explicit Gauge(int &v) : value(v) {}
        void increment() override { ++value; }
        void decrement() override { --value; }
        int &value;
    };
    struct Counter final : CounterMetric {
        explicit Counter(int &v) : value(v) {}
        void increment() override { ++value; }
        int &value;
    };
    struct Histogram final : HistogramMetric {
        explicit Histogram(std::vector<double> &v) : values(v) {}
        void observe(double seconds) override { values.push_back(seconds); }
        std::vector<double> &values;
    };
    struct Settable final : SettableGaugeMetric {
        explicit Settable(double &v) : value(v) {}
        void set(double to) override { value = to; }
        double &value;
    };
    Numbers &m_numbers;
};

} // namespace

class QueueMetricsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aNamedQueueTellsItsProvider()
    {
        Numbers numbers;
        Provider provider(numbers);
        ManualTime time;
        WorkQueue<std::string> queue({.name = "pods", .metrics = &provider, .now = [&] { return time.now(); }});
        queue.add("a");
        queue.add("a");
        QCOMPARE(numbers.adds, 1);
        QCOMPARE(numbers.depth, 1);
        time.advance(2s);
        QVERIFY(queue.tryGet() == "a");
        QCOMPARE(numbers.depth, 0);
        QCOMPARE(numbers.latencies, std::vector<double>{2.0});
        queue.add("a"); // counts, though it waits for done
        QCOMPARE(numbers.adds, 2);
        QCOMPARE(numbers.depth, 1);
        time.advance(3s);
        queue.updateUnfinishedWork();
        QCOMPARE(numbers.unfinished, 3.0);
        QCOMPARE(numbers.longest, 3.0);
        queue.done("a");
        QCOMPARE(numbers.durations, std::vector<double>{3.0});
        queue.updateUnfinishedWork();
        QCOMPARE(numbers.unfinished, 0.0);
        QCOMPARE(numbers.longest, 0.0);
        time.advance(1s);
        QVERIFY(queue.tryGet() == "a");
        QCOMPARE(numbers.latencies, (std::vector<double>{2.0, 4.0}));
    }

    void aQueueWithoutANameAsksForNothing()
    {
        Numbers numbers;
        Provider provider(numbers);
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time, {.metrics = &provider});
        queue.add("a");
        QCOMPARE(numbers.asked, 0);
        QCOMPARE(time->timers(), std::size_t(0));
    }

    void aDelayingQueueCountsRetriesAndTicksEachHalfSecond()
    {
        Numbers numbers;
        Provider provider(numbers);
        auto time = std::make_shared<ManualTime>();
        DelayingQueue<std::string> queue(time, *time, {.name = "pods", .metrics = &provider, .now = [&] { return time->now(); }});
        queue.addAfter("a", 1s);
        queue.addAfter("b", 0s);
        QCOMPARE(numbers.retries, 2);
        (void)queue.tryGet();
        time->advance(500ms);
        QCOMPARE(numbers.unfinished, 0.5);
        time->advance(500ms);
        QCOMPARE(numbers.unfinished, 1.0);
        queue.shutDown();
        time->advance(10s);
        QCOMPARE(numbers.unfinished, 1.0); // none after that
        QCOMPARE(time->timers(), std::size_t(0));
    }
};

ORRERY_GUILESS_TEST(QueueMetricsTest)
} // namespace queue_metrics_test
#include "queue_metrics_test.moc"
