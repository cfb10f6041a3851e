// SPDX-License-Identifier: Apache-2.0
#include "tests/cluster/apply/injecting_transport.h"

namespace kube::test {

namespace {

struct Injected {
    int status = 0; ///< 0: the connection is lost
    const char *reason = "";
    bool asksForRetry = false; ///< Retry-After: 0

    void tell(TransportSink &sink) const
    {
        if (status == 0) {
            sink.end(Error::transport(QStringLiteral("injected: connection closed")));
            return;
        }
        QList<Header> headers{{"Content-Type", "application/json"}};
        if (asksForRetry)
            headers.append(Header{"Retry-After", "0"});
        sink.head({status, headers});
        sink.data(R"({"kind":"Status","apiVersion":"v1","status":"Failure","message":"injected","reason":")" + QByteArray(reason)
                  + R"(","code":)" + QByteArray::number(status) + "}");
        sink.end(std::nullopt);
    }
};

/// The server was not asked.
class Unasked final : public TransportStream
{
public:
    Unasked(Scheduler &scheduler, Injected answer, TransportSink &sink)
        : m_timer(scheduler.after(Duration::zero(), [answer, &sink] { answer.tell(sink); }))
    {
    }
    void pause() override {}
    void resume() override {}

private:
    Timer m_timer;
};

/// The server answers, and something else arrives.
class Replaced final : public TransportStream, private TransportSink
{
public:
    Replaced(Transport &transport, HttpRequest request, Injected answer, TransportSink &sink) : m_answer(answer), m_sink(sink)
    {
        m_stream = transport.open(std::move(request), *this);
    }
    void pause() override { m_stream->pause(); }
    void resume() override { m_stream->resume(); }

private:
    void head(const HttpHead &) override {}
    void data(QByteArray) override {}
    void end(std::optional<Error>) override
    {
        const Injected answer = m_answer;
        answer.tell(m_sink); // which may end this
    }
    Injected m_answer;
    TransportSink &m_sink;
    std::unique_ptr<TransportStream> m_stream;
};

} // namespace

std::unique_ptr<TransportStream> InjectingTransport::open(HttpRequest request, TransportSink &sink)
{
    const bool isWrite = request.method != "GET";
    const auto unasked = [&](Injected answer) { return std::make_unique<Unasked>(*m_scheduler, answer, sink); };
    const auto replaced = [&](Injected answer) { return std::make_unique<Replaced>(*m_transport, request, answer, sink); };
    switch (m_random() % (isWrite ? 40 : 60)) {
    case 0: return unasked({500, "InternalError"});
    case 1: return unasked({});
    case 2:
        if (isWrite)
            return unasked({409, "Conflict"});
        break;
    case 3:
        if (isWrite)
            return unasked({422, "Invalid"});
        break;
    case 4: return unasked({429, "TooManyRequests"});
    case 5:
        if (isWrite)
            return replaced({500, "InternalError"});
        break;
    case 6:
        if (isWrite)
            return replaced({});
        break;
    case 7:
        if (isWrite)
            return replaced({503, "ServiceUnavailable", true}); // the client below the editor sends it again by itself
        break;
    default: break;
    }
    return m_transport->open(std::move(request), sink);
}

} // namespace kube::test
