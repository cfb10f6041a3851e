// SPDX-License-Identifier: Apache-2.0
#include "core/examples/support/client_metrics.h"

namespace kube::examples {

namespace {

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
