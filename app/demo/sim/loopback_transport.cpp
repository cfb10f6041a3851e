// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/loopback_transport.h"

namespace orrery::demo {

namespace {

/// Gives what the server writes to the sink, a turn of the executor later, as a socket would.
class LoopbackReply final : public Reply, public std::enable_shared_from_this<LoopbackReply>
{
public:
    LoopbackReply(kube::TransportSink &sink, kube::ExecutorPtr executor) : m_sink(&sink), m_executor(std::move(executor)) {}

    void begin(int status, const QByteArray &contentType, const QList<std::pair<QByteArray, QByteArray>> &more) override
    {
        kube::HttpHead head{status, headers + more};
        head.headers.append({"Content-Type", contentType});
        later([head](LoopbackReply &self) { self.m_sink->head(head); });
    }
    void write(const QByteArray &bytes) override
    {
        if (!isOpen() || bytes.isEmpty())
            return;
        m_backlog += bytes.size();
        later([bytes](LoopbackReply &self) {
            self.m_backlog -= bytes.size();
            self.m_sink->data(bytes);
            if (self.isOpen() && self.onDrained)
                self.onDrained();
        });
    }
    void finish() override
    {
        later([](LoopbackReply &self) {
            kube::TransportSink *sink = std::exchange(self.m_sink, nullptr);
            sink->end(std::nullopt);
        });
    }
    [[nodiscard]] bool isOpen() const override { return m_sink != nullptr; }
    [[nodiscard]] qint64 backlog() const override { return m_backlog; }

    void abandon()
    {
        if (!std::exchange(m_sink, nullptr))
            return;
        m_executor->post([self = shared_from_this()] {
            if (self->onClosed)
                self->onClosed();
        });
    }

private:
    template <typename Fn>
    void later(Fn fn)
    {
        m_executor->post([self = shared_from_this(), fn] {
            if (self->m_sink)
                fn(*self);
        });
    }
    kube::TransportSink *m_sink;
    kube::ExecutorPtr m_executor;
    qint64 m_backlog = 0;
};

class LoopbackStream final : public kube::TransportStream
{
public:
    explicit LoopbackStream(std::shared_ptr<LoopbackReply> reply) : m_reply(std::move(reply)) {}
    ~LoopbackStream() override { m_reply->abandon(); }
    // The controllers keep up, and what they have not read is only shared bytes.
    void pause() override {}
    void resume() override {}

private:
    std::shared_ptr<LoopbackReply> m_reply;
};

} // namespace

std::unique_ptr<kube::TransportStream> LoopbackTransport::open(kube::HttpRequest request, kube::TransportSink &sink)
{
    auto reply = std::make_shared<LoopbackReply>(sink, m_executor);
    Call call;
    call.method = request.method;
    call.path = request.url.path(QUrl::FullyDecoded);
    call.query = QUrlQuery(request.url.query(QUrl::FullyEncoded));
    for (const auto &[name, value] : request.headers)
        call.headers.append({name.toLower(), value});
    call.body = request.body;
    m_executor->post([this, call, reply] {
        if (reply->isOpen())
            m_server.handleAs(m_identity, call, reply);
    });
    return std::make_unique<LoopbackStream>(std::move(reply));
}

} // namespace orrery::demo
