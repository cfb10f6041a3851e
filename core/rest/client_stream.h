// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/body_decoder.h"
#include "core/rest/client_core.h"

namespace kube {

/// One streamed answer: decoded piece by piece, in turns of at most 2 ms, with back-pressure down to the transport.
class DecodedStream final : public ClientStream, public TransportSink
{
public:
    DecodedStream(std::shared_ptr<ClientCore> core, Duration timeout, StreamSink &sink);
    ~DecodedStream() override;

    void start(Result<HttpRequest> request);
    void pause() override;
    void resume() override;
    void endFor(const Error &why) override;

private:
    void head(const HttpHead &head) override;
    void data(QByteArray bytes) override;
    void end(std::optional<Error> error) override;
    /// Gives what can be given; the sink may destroy this meanwhile.
    void deliver();
    void deliverLater();
    void finish(std::optional<Error> error);
    void collectFailure();
    void go();
    void hold(bool isHeld);
    void letPiece(std::function<void()> otherwise); ///< one, though it is held
    void holdAgain();
    void release(); ///< goes on unless something still holds it back
    void startClock();
    void stopClock();
    [[nodiscard]] bool isHeldBack() const { return m_paused || (m_held && !m_pieceTimer); }

    std::shared_ptr<ClientCore> m_core;
    Duration m_timeLeft;
    StreamSink &m_sink;
    HttpRequest m_request;
    HttpHead m_head;
    std::optional<BodyDecoder> m_decoder;
    QByteArray m_failureBody;
    bool m_paused = false;          ///< by our user
    bool m_held = false;            ///< by whoever paused the stage
    bool m_transportPaused = false; ///< by us, until what came is delivered
    bool m_deliveryPosted = false;
    bool m_bodyEnded = false;
    bool m_finished = false;
    std::optional<Error> m_bodyError;
    std::unique_ptr<TrackedRequest> m_tracked;
    std::unique_ptr<AuthorizedExchange> m_exchange;
    Subscription m_holdTicket;
    Subscription m_gateTicket;
    Subscription m_ticket;
    Timer m_timeoutTimer;
    Timer m_pieceTimer; ///< while a step lets it give a piece
    SteadyTime m_clockStarted{};
    Owner m_owner;
};

} // namespace kube
