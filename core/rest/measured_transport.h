// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/rest/transport.h"

namespace kube {

/// Who counts requests. Thread: the transport's. Lifetime: outlives it. Source: client-go tools/metrics.
class RequestMetrics
{
public:
    virtual ~RequestMetrics() = default;
    /// code: "200", or "<error>" when no answer came. host: with its port when that is not the scheme's own.
    virtual void requestResult(const std::string &code, const std::string &method, const std::string &host) = 0;
    /// From the request to the head of its answer.
    virtual void requestLatency(const std::string &method, const std::string &host, Duration latency) = 0;
};

/// Another transport, each of whose exchanges is counted: replays and retries by themselves, a watch when it is accepted;
/// one that its client gave up before there was an answer is not. Lifetime: streams may outlive it.
class MeasuredTransport final : public Transport
{
public:
    /// now: the clock that latencies are taken by.
    MeasuredTransport(std::shared_ptr<Transport> transport, std::shared_ptr<RequestMetrics> metrics, std::function<SteadyTime()> now);

    [[nodiscard]] std::unique_ptr<TransportStream> open(HttpRequest request, TransportSink &sink) override;
    [[nodiscard]] std::optional<WallTime> certificateExpires() const override { return m_transport->certificateExpires(); }
    void renew() override { m_transport->renew(); }
    [[nodiscard]] std::optional<Error> useClientCertificate(const QByteArray &certData, const QByteArray &keyData) override
    {
        return m_transport->useClientCertificate(certData, keyData);
    }

private:
    std::shared_ptr<Transport> m_transport;
    std::shared_ptr<RequestMetrics> m_metrics;
    std::function<SteadyTime()> m_now;
};

} // namespace kube
