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

void ThrottledRequests::rememberIn(RestConfig &config)
{
    config.rememberedRequests = 5000; // of 100 seconds at the most that the limiter lets through
}

void ThrottledRequests::count()
{
    const RequestHistory history = m_stage->requestsAfter(m_seen);
    m_seen = history.last;
    for (const RequestRecord &request : history.ended) {
        if (request.isOutOfTurn)
            continue;
        const int port = request.url.port();
        const std::string host = request.url.host().toStdString() + (port < 0 ? std::string() : ':' + std::to_string(port));
        m_registry
            .histogram("rest_client_rate_limiter_duration_seconds", "Seconds that requests waited for the client's own rate limiter, by verb and host.",
                       {0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60}, {{"host", host}, {"verb", request.method.toStdString()}})
            .observe(std::chrono::duration<double>(request.in(RestPhase::Throttled)).count());
    }
}

MetricsRegistry::Value &leaderStatus(MetricsRegistry &registry, const std::string &lease)
{
    return registry.gauge("leader_election_master_status", "1 while this process leads under the lease called name, else 0.", {{"name", lease}});
}

} // namespace kube::examples
