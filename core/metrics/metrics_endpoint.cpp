// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/metrics_endpoint.h"

#include <algorithm>
#include <charconv>

namespace kube {

namespace {

using Sign = MetricsEndpoint::Sign;

struct KnownComponent {
    const char *name;
    int port;
};
constexpr KnownComponent components[] = {{"kube-controller-manager", 10257}, {"kube-scheduler", 10259}, {"cloud-controller-manager", 10258}};

int portOf(std::string_view text)
{
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size() && port > 0 && port < 65536 ? port : 0;
}

/// "metrics", "http-metrics", "https-metrics", "metrics-8080", "prometheus".
bool isNameOfMetrics(std::string_view name)
{
    return name == "prometheus" || name == "metrics" || name.starts_with("metrics-") || name.ends_with("-metrics");
}

class EndpointList
{
public:
    void add(MetricsEndpoint endpoint)
    {
        const auto known = std::find_if(m_endpoints.begin(), m_endpoints.end(), [&](const MetricsEndpoint &one) { return one.port == endpoint.port; });
        if (known == m_endpoints.end() && endpoint.port > 0)
            m_endpoints.push_back(std::move(endpoint));
        else if (known != m_endpoints.end() && endpoint.sign == Sign::Component)
            known->sign = Sign::Component; // where it is asked was told, and what it is is known too
    }
    [[nodiscard]] std::vector<MetricsEndpoint> take() { return std::move(m_endpoints); }

private:
    std::vector<MetricsEndpoint> m_endpoints;
};

/// fn(name, port) of each port of the containers, in their order.
template <typename Fn>
void forEachPort(JsonValue spec, Fn fn)
{
    spec["containers"].forEachItem([&](JsonValue container) {
        container["ports"].forEachItem([&](JsonValue port) {
            if (port["protocol"].string("TCP") == "TCP")
                fn(port["name"].string(), static_cast<int>(port["containerPort"].integer(0)));
        });
    });
}

void addAnnotated(JsonValue metadata, JsonValue spec, EndpointList &list)
{
    const JsonValue annotations = metadata["annotations"];
    if (annotations["prometheus.io/scrape"].string() != "true")
        return;
    MetricsEndpoint endpoint;
    endpoint.sign = Sign::Annotation;
    endpoint.port = portOf(annotations["prometheus.io/port"].string());
    if (endpoint.port == 0) {
        forEachPort(spec, [&](std::string_view, int port) { endpoint.port = endpoint.port ? endpoint.port : port; });
    }
    if (annotations["prometheus.io/scheme"].string() == "https")
        endpoint.scheme = "https";
    const std::string_view path = annotations["prometheus.io/path"].string();
    if (path.starts_with('/'))
        endpoint.path = path;
    list.add(std::move(endpoint));
}

} // namespace

std::vector<MetricsEndpoint> metricsEndpointsOf(JsonValue metadata, JsonValue spec)
{
    EndpointList list;
    addAnnotated(metadata, spec, list);
    forEachPort(spec, [&](std::string_view name, int port) {
        if (isNameOfMetrics(name))
            list.add({name.starts_with("https") || port == 8443 ? "https" : "http", port, "/metrics", Sign::PortName});
    });
    for (const KnownComponent &known : components) {
        if (metadata["labels"]["component"].string() == known.name)
            list.add({"https", known.port, "/metrics", Sign::Component});
    }
    return list.take();
}

std::string MetricsTarget::proxyPath() const
{
    return "/api/v1/namespaces/" + namespaceName + "/pods/" + endpoint.scheme + ':' + pod + ':' + std::to_string(endpoint.port) + "/proxy" + endpoint.path;
}

} // namespace kube
