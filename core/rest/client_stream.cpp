// SPDX-License-Identifier: Apache-2.0
#include "core/rest/client_stream.h"

#include "core/rest/status_decoder.h"

namespace kube {

namespace {
constexpr Duration turn = std::chrono::milliseconds(2);
constexpr qsizetype maxFailureBytes = 64 * 1024;
} // namespace

DecodedStream::DecodedStream(std::shared_ptr<ClientCore> core, Duration timeout, StreamSink &sink)
    : m_core(std::move(core)), m_timeout(timeout), m_sink(sink), m_owner(m_core->executor())
{
}

DecodedStream::~DecodedStream() = default;

void DecodedStream::start(Result<HttpRequest> request)
{
    if (!request) {
        m_owner.bind([this](const Error &error) { finish(error); })(std::move(request.error()));
        return;
    }
    m_request = std::move(*request);
    m_exchange = std::make_unique<AuthorizedExchange>(m_core, m_request, *this);
    const auto go = [this] {
        if (m_timeout > Duration::zero()) {
            m_timeoutTimer = m_core->scheduler().after(m_timeout, [this] {
                auto awaited = m_exchange ? m_exchange->awaited() : std::nullopt;
                finish(awaited ? std::move(*awaited) : Error::transport(QStringLiteral("the answer was not complete in time"), m_request.url.path()));
            });
        }
        m_exchange->start();
    };
    // Watches are never made to wait: client-go does not either.
    if (m_request.lane == HttpRequest::Lane::Stream)
        go();
    else
        m_ticket = m_core->flowControl().acquire(go);
}

void DecodedStream::pause()
{
    m_paused = true;
    if (m_exchange)
        m_exchange->pause();
}

void DecodedStream::resume()
{
    if (!m_paused)
        return;
    m_paused = false;
    if (m_finished)
        return;
    deliverLater();
    if (m_exchange && !m_transportPaused)
        m_exchange->resume();
}

void DecodedStream::head(const HttpHead &head)
{
    m_head = head;
    m_decoder.emplace(head);
    if (isSuccess(head.status))
        m_sink.opened(head);
}

void DecodedStream::data(QByteArray bytes)
{
    m_decoder->feed(std::move(bytes));
    if (!m_deliveryPosted)
        deliver();
}

void DecodedStream::end(std::optional<Error> error)
{
    m_bodyEnded = true;
    m_bodyError = std::move(error);
    if (!m_deliveryPosted)
        deliver();
}

void DecodedStream::deliverLater()
{
    if (std::exchange(m_deliveryPosted, true))
        return;
    m_owner.bind([this] {
        m_deliveryPosted = false;
        deliver();
    })();
}

void DecodedStream::collectFailure()
{
    while (m_failureBody.size() < maxFailureBytes) {
        const auto piece = m_decoder->next();
        if (!piece || !*piece)
            break;
        m_failureBody.append((*piece)->data(), (*piece)->size());
    }
    if (!m_bodyEnded && m_failureBody.size() < maxFailureBytes)
        return;
    Error error = errorOfAnswer(m_head, {m_failureBody.constData(), static_cast<std::size_t>(m_failureBody.size())},
                                m_request.method);
    error.place = m_request.url.path();
    finish(std::move(error));
}

void DecodedStream::deliver()
{
    if (m_finished)
        return;
    if (m_decoder && !isSuccess(m_head.status)) {
        collectFailure();
        return;
    }
    const auto alive = m_owner.guard();
    const SteadyTime deadline = m_core->scheduler().now() + turn;
    while (m_decoder && !m_paused) {
        auto piece = m_decoder->next();
        if (!piece) {
            piece.error().place = m_request.url.path();
            finish(std::move(piece.error()));
            return;
        }
        if (!*piece)
            break;
        m_sink.data(**piece);
        if (alive.expired() || m_finished)
            return;
        if (m_core->scheduler().now() >= deadline) {
            if (!std::exchange(m_transportPaused, true))
                m_exchange->pause();
            deliverLater();
            return;
        }
    }
    if (m_paused)
        return;
    if (m_bodyEnded) {
        auto error = std::move(m_bodyError);
        if (!error && m_decoder)
            error = m_decoder->finish();
        finish(std::move(error));
        return;
    }
    if (std::exchange(m_transportPaused, false))
        m_exchange->resume();
}

void DecodedStream::finish(std::optional<Error> error)
{
    if (std::exchange(m_finished, true))
        return;
    m_timeoutTimer.reset();
    if (error && error->place.isEmpty())
        error->place = m_request.url.path();
    // The exchange may be what is calling: it allows being destroyed then.
    m_exchange.reset();
    m_sink.end(std::move(error));
}

} // namespace kube
