// SPDX-License-Identifier: Apache-2.0
#include "core/rest/measured_transport.h"

namespace kube {

namespace {

class MeasuredStream final : public TransportStream, private TransportSink
{
public:
    MeasuredStream(HttpRequest request, TransportSink &sink, Transport &transport, std::shared_ptr<RequestMetrics> metrics,
                   std::function<SteadyTime()> now)
        : m_sink(sink), m_metrics(std::move(metrics)), m_now(std::move(now)), m_method(request.method.toStdString()),
          m_host(hostOf(request.url)), m_begin(m_now())
    {
        m_stream = transport.open(std::move(request), *this);
    }

    void pause() override { m_stream->pause(); }
    void resume() override { m_stream->resume(); }
    [[nodiscard]] bool connectionLost() const override { return m_stream->connectionLost(); }

private:
    [[nodiscard]] static std::string hostOf(const QUrl &url)
    {
        const std::string host = url.host().toStdString();
        return url.port() < 0 ? host : host + ":" + std::to_string(url.port());
    }
    void head(const HttpHead &head) override
    {
        m_answered = true;
        m_metrics->requestLatency(m_method, m_host, m_now() - m_begin);
        m_metrics->requestResult(std::to_string(head.status), m_method, m_host);
        m_sink.head(head);
    }
    void data(QByteArray bytes) override { m_sink.data(std::move(bytes)); }
    void end(std::optional<Error> error) override
    {
        if (!m_answered)
            m_metrics->requestResult("<error>", m_method, m_host);
        m_sink.end(std::move(error));
    }

    TransportSink &m_sink;
    std::shared_ptr<RequestMetrics> m_metrics;
    std::function<SteadyTime()> m_now;
    const std::string m_method;
    const std::string m_host;
    const SteadyTime m_begin;
    bool m_answered = false;
    std::unique_ptr<TransportStream> m_stream;
};

} // namespace

MeasuredTransport::MeasuredTransport(std::shared_ptr<Transport> transport, std::shared_ptr<RequestMetrics> metrics,
                                     std::function<SteadyTime()> now)
    : m_transport(std::move(transport)), m_metrics(std::move(metrics)), m_now(std::move(now))
{
}

std::unique_ptr<TransportStream> MeasuredTransport::open(HttpRequest request, TransportSink &sink)
{
    return std::make_unique<MeasuredStream>(std::move(request), sink, *m_transport, m_metrics, m_now);
}

} // namespace kube
