// SPDX-License-Identifier: Apache-2.0
#include "core/examples/support/client_metrics.h"

namespace kube::examples {

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

class CountedRequests final : public RequestMetrics
{
public:
    explicit CountedRequests(MetricsRegistry &registry) : m_registry(registry) {}

    void requestResult(const std::string &code, const std::string &method, const std::string &host) override
    {
        m_registry.counter("rest_client_requests_total", "HTTP requests by status code, method and host.",
                           {{"code", code}, {"host", host}, {"method", method}})
            .add();
    }
    void requestLatency(const std::string &method, const std::string &host, Duration latency) override
    {
        m_registry.histogram("rest_client_request_duration_seconds", "Seconds until a request was answered, by verb and host.",
                             {0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60}, {{"host", host}, {"verb", method}})
            .observe(std::chrono::duration<double>(latency).count());
    }

private:
    MetricsRegistry &m_registry;
};

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

void measureRequests(RestConfig &config, MetricsRegistry &registry)
{
    config.wrapTransport = [metrics = std::make_shared<CountedRequests>(registry)](std::shared_ptr<Transport> transport) {
        return std::make_shared<MeasuredTransport>(std::move(transport), metrics, [] { return std::chrono::steady_clock::now(); });
    };
}

MetricsRegistry::Value &leaderStatus(MetricsRegistry &registry, const std::string &lease)
{
    return registry.gauge("leader_election_master_status", "1 while this process leads under the lease called name, else 0.", {{"name", lease}});
}

} // namespace kube::examples
