// SPDX-License-Identifier: Apache-2.0
#include "core/rest/client_stream.h"

#include "core/rest/status_decoder.h"

namespace kube {

namespace {
constexpr Duration turn = std::chrono::milliseconds(2);
/// What has come is in the socket: it is there within a turn of the event loop, or there is none.
constexpr Duration pieceWait = std::chrono::milliseconds(50);
constexpr qsizetype maxFailureBytes = 64 * 1024;
} // namespace

DecodedStream::DecodedStream(std::shared_ptr<ClientCore> core, Duration timeout, StreamSink &sink)
    : m_core(std::move(core)), m_timeLeft(timeout), m_sink(sink), m_owner(m_core->executor())
{
}

DecodedStream::~DecodedStream() = default;

void DecodedStream::endFor(const Error &why)
{
    if (m_tracked)
        m_tracked->ended(why);
}

void DecodedStream::start(Result<HttpRequest> request)
{
    if (!request) {
        m_owner.bind([this](const Error &error) { finish(error); })(std::move(request.error()));
        return;
    }
    m_request = std::move(*request);
    m_tracked = std::make_unique<TrackedRequest>(m_core->stage(), m_request, m_core->observerOf(m_request));
    m_exchange = std::make_unique<AuthorizedExchange>(m_core, m_request, *m_tracked, *this);
    m_gateTicket = m_core->stage()->enter(m_request.url, [this] { go(); });
    if (m_gateTicket)
        m_tracked->phase(RestPhase::Held);
}

void DecodedStream::go()
{
    // Watches are never made to wait: client-go does not either.
    if (m_request.lane == HttpRequest::Lane::Stream) {
        m_holdTicket = m_core->stage()->onHold([this](bool isHeld) { hold(isHeld); }, m_request.url, [this](std::function<void()> otherwise) { letPiece(std::move(otherwise)); });
        startClock();
        m_exchange->start();
        if (m_core->stage()->isHolding())
            hold(true);
        return;
    }
    m_tracked->phase(RestPhase::Throttled);
    m_ticket = m_core->flowControl().acquire([this, asked = m_core->scheduler().now()] {
        if (const Duration waited = m_core->scheduler().now() - asked; waited > Duration::zero())
            m_core->stage()->throttled(waited);
        startClock();
        m_exchange->start();
    });
}

void DecodedStream::startClock()
{
    if (m_timeLeft <= Duration::zero() || m_timeoutTimer)
        return;
    m_clockStarted = m_core->scheduler().now();
    m_timeoutTimer = m_core->scheduler().after(m_timeLeft, [this] {
        auto awaited = m_exchange ? m_exchange->awaited() : std::nullopt;
        finish(awaited ? std::move(*awaited) : Error::transport(QStringLiteral("the answer was not complete in time")));
    });
}

void DecodedStream::stopClock()
{
    if (!m_timeoutTimer)
        return;
    m_timeoutTimer.reset();
    m_timeLeft = std::max(m_timeLeft - (m_core->scheduler().now() - m_clockStarted), Duration(1)); // 0 would be none
}

void DecodedStream::hold(bool isHeld)
{
    if (m_finished || std::exchange(m_held, isHeld) == isHeld)
        return;
    m_tracked->hold(isHeld);
    m_pieceTimer.reset();
    if (isHeld) {
        stopClock();
        m_exchange->pause();
        return;
    }
    startClock();
    release();
}

void DecodedStream::letPiece(std::function<void()> otherwise)
{
    if (m_finished || !m_held || m_paused || m_pieceTimer) {
        otherwise();
        return;
    }
    m_pieceTimer = m_core->scheduler().after(pieceWait, [this, otherwise = std::move(otherwise)] {
        const auto pass = otherwise;
        holdAgain();
        pass();
    });
    release();
}

void DecodedStream::holdAgain()
{
    m_pieceTimer.reset();
    if (m_exchange)
        m_exchange->pause();
}

void DecodedStream::release()
{
    if (m_finished || isHeldBack())
        return;
    deliverLater();
    if (m_exchange && !m_transportPaused)
        m_exchange->resume();
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
    release();
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
    finish(m_core->explained(errorOfAnswer(m_head, {m_failureBody.constData(), static_cast<std::size_t>(m_failureBody.size())}, m_request.method),
                             m_request.url));
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
    while (m_decoder && !isHeldBack()) {
        auto piece = m_decoder->next();
        if (!piece) {
            finish(std::move(piece.error()));
            return;
        }
        if (!*piece)
            break;
        if (m_pieceTimer)
            holdAgain();
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
    if (isHeldBack())
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
        error->place = placeOf(*error, m_request.url);
    if (m_tracked)
        m_tracked->ended(error);
    // The exchange may be what is calling: it allows being destroyed then.
    m_exchange.reset();
    m_sink.end(std::move(error));
}

} // namespace kube
