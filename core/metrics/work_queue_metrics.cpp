// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/work_queue_metrics.h"

namespace kube {

namespace {

struct Gauge final : GaugeMetric, SettableGaugeMetric {
    explicit Gauge(MetricsRegistry::Value &gaugeValue) : value(gaugeValue) {}
    void increment() override { value.add(1); }
    void decrement() override { value.add(-1); }
    void set(double number) override { value.set(number); }
    MetricsRegistry::Value &value;
};

struct Counter final : CounterMetric {
    explicit Counter(MetricsRegistry::Value &counterValue) : value(counterValue) {}
    void increment() override { value.add(1); }
    MetricsRegistry::Value &value;
};

struct Histogram final : HistogramMetric {
    explicit Histogram(MetricsRegistry::Histogram &registered) : histogram(registered) {}
    void observe(double seconds) override { histogram.observe(seconds); }
    MetricsRegistry::Histogram &histogram;
};

std::vector<double> queueBounds()
{
    return {1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10};
}

} // namespace

std::unique_ptr<GaugeMetric> WorkQueueMetrics::depth(const std::string &queue)
{
    return std::make_unique<Gauge>(m_registry.gauge("workqueue_depth", "Keys that wait for a worker.", {{"name", queue}}));
}

std::unique_ptr<CounterMetric> WorkQueueMetrics::adds(const std::string &queue)
{
    return std::make_unique<Counter>(m_registry.counter("workqueue_adds_total", "Keys added to the work queue.", {{"name", queue}}));
}

std::unique_ptr<HistogramMetric> WorkQueueMetrics::latency(const std::string &queue)
{
    return std::make_unique<Histogram>(m_registry.histogram("workqueue_queue_duration_seconds",
                                                            "Seconds a key waited before a worker took it.", queueBounds(), {{"name", queue}}));
}

std::unique_ptr<HistogramMetric> WorkQueueMetrics::workDuration(const std::string &queue)
{
    return std::make_unique<Histogram>(m_registry.histogram("workqueue_work_duration_seconds",
                                                            "Seconds a worker needed for a key.", queueBounds(), {{"name", queue}}));
}

std::unique_ptr<SettableGaugeMetric> WorkQueueMetrics::unfinishedWorkSeconds(const std::string &queue)
{
    return std::make_unique<Gauge>(m_registry.gauge("workqueue_unfinished_work_seconds",
                                                    "Seconds of work in progress that work_duration does not have yet, all workers together.",
                                                    {{"name", queue}}));
}

std::unique_ptr<SettableGaugeMetric> WorkQueueMetrics::longestRunningProcessorSeconds(const std::string &queue)
{
    return std::make_unique<Gauge>(m_registry.gauge("workqueue_longest_running_processor_seconds",
                                                    "Seconds the worker has been at work that began first.", {{"name", queue}}));
}

std::unique_ptr<CounterMetric> WorkQueueMetrics::retries(const std::string &queue)
{
    return std::make_unique<Counter>(m_registry.counter("workqueue_retries_total", "Keys put back to be tried again.", {{"name", queue}}));
}

} // namespace kube
