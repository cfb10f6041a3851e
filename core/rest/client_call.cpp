// SPDX-License-Identifier: Apache-2.0
#include "core/rest/client_call.h"

#include "core/base/log.h"
#include "core/rest/retry.h"
#include "core/rest/status_decoder.h"
#include "core/rest/warnings.h"

namespace kube {

namespace {

/// Short calls hold their answer whole; what is larger is to be streamed.
constexpr qsizetype maxBodyBytes = 256 * 1024 * 1024;
constexpr qsizetype maxStatusBytes = 64 * 1024;

QString inSeconds(Duration duration)
{
    return QString::number(std::chrono::duration<double>(duration).count());
}

} // namespace

ClientCall::ClientCall(std::shared_ptr<ClientCore> core, HttpRequest request, Duration timeout, std::stop_token stop,
                       Done done)
    : m_core(std::move(core)), m_request(std::move(request)), m_timeout(timeout), m_timeLeft(timeout), m_done(std::move(done)),
      m_tracked(m_core->stage(), m_request, m_core->observerOf(m_request)), m_stop(std::move(stop)), m_owner(m_core->executor())
{
}

ClientCall::~ClientCall() = default;

void ClientCall::start()
{
    m_stopCallback.emplace(m_stop, m_owner.bind([this] { finish(fail(Error::canceled())); }));
    attempt();
}

void ClientCall::attempt()
{
    m_head = {};
    m_body.clear();
    m_decoder.reset();
    m_bodyError.reset();
    m_refusal.reset();
    m_exchange = std::make_unique<AuthorizedExchange>(m_core, m_request, m_tracked, *this);
    m_gateTicket = m_core->stage()->enter(m_request.url, [this] { go(); });
    if (m_gateTicket) {
        m_tracked.phase(RestPhase::Held);
        stopClock();
    }
}

void ClientCall::go()
{
    if (m_request.outOfTurn) {
        startClock();
        m_exchange->start();
        return;
    }
    m_tracked.phase(RestPhase::Throttled);
    m_ticket = m_core->flowControl().acquire([this, asked = m_core->scheduler().now()] {
        if (const Duration waited = m_core->scheduler().now() - asked; waited > Duration::zero())
            m_core->stage()->throttled(waited);
        // The wait for one's turn is not the server's fault, so the clock starts here.
        startClock();
        m_exchange->start();
    });
}

void ClientCall::startClock()
{
    if (m_timeout <= Duration::zero() || m_timeoutTimer)
        return;
    m_clockStarted = m_core->scheduler().now();
    m_timeoutTimer = m_core->scheduler().after(m_timeLeft, [this] {
        // A server that has asked for patience has answered.
        auto awaited = m_refusal ? std::exchange(m_refusal, std::nullopt) : m_exchange ? m_exchange->awaited() : std::nullopt;
        if (!awaited) {
            awaited = Error::transport(QStringLiteral("no answer within %1 s").arg(inSeconds(m_timeout)));
            awaited->place = placeOf(*awaited, m_request.url);
        }
        finish(fail(std::move(*awaited)));
    });
}

void ClientCall::stopClock()
{
    if (!m_timeoutTimer)
        return;
    m_timeoutTimer.reset();
    m_timeLeft -= m_core->scheduler().now() - m_clockStarted;
}

void ClientCall::head(const HttpHead &head)
{
    m_head = head;
    m_decoder.emplace(head);
}

std::optional<Error> ClientCall::takePieces()
{
    for (;;) {
        auto piece = m_decoder->next();
        if (!piece)
            return std::move(piece.error());
        if (!*piece)
            return std::nullopt;
        m_body.append((*piece)->data(), (*piece)->size());
        if (m_body.size() > maxBodyBytes)
            return Error::badInput(QStringLiteral("the answer is larger than %1 bytes").arg(maxBodyBytes), m_request.url.path());
    }
}

void ClientCall::data(QByteArray bytes)
{
    m_decoder->feed(std::move(bytes));
    auto error = takePieces();
    if (!error)
        return;
    error->place = m_request.url.path();
    finish(fail(std::move(*error)));
}

void ClientCall::end(std::optional<Error> error)
{
    if (!error && m_decoder)
        error = m_decoder->finish();
    if (error) {
        if (m_head.status == 0 && retry(m_exchange->connectionLost()))
            return;
        if (error->place.isEmpty())
            error->place = placeOf(*error, m_request.url);
        finish(fail(std::move(*error)));
        return;
    }
    const std::string_view body(m_body.constData(), static_cast<std::size_t>(m_body.size()));
    if (isSuccess(m_head.status)) {
        auto failure = m_body.size() <= maxStatusBytes ? failureStatus(body) : std::nullopt;
        if (!failure) {
            finish(Response{m_head.status, m_head.headers, m_body, warningsOf(m_head.headers)});
            return;
        }
        Error inDisguise = Error::fromStatus(std::move(*failure));
        inDisguise.place = m_request.url.path();
        finish(fail(std::move(inDisguise)));
        return;
    }
    Error answer = m_core->explained(errorOfAnswer(m_head, body, m_request.method), m_request.url);
    if (retry(false))
        m_refusal = std::move(answer);
    else
        finish(fail(std::move(answer)));
}

bool ClientCall::retry(bool connectionLost)
{
    if (m_request.firstAnswer && m_head.status != 0)
        return false;
    const auto delay = retryDelay({m_request.method, m_retries, m_head, connectionLost});
    if (!delay)
        return false;
    ++m_retries;
    m_tracked.retries();
    qCDebug(logRest) << "again" << m_retries << "in" << inSeconds(*delay) << "s:" << m_request.method
                     << m_request.url.path();
    m_retryTimer = m_core->scheduler().after(*delay, [this] { attempt(); });
    return true;
}

void ClientCall::finish(Result<Response> result)
{
    m_tracked.ended(result ? std::nullopt : std::optional(result.error()));
    // done destroys this, and a later answer of the exchange must find nobody.
    const auto done = std::move(m_done);
    done(std::move(result));
}

} // namespace kube
