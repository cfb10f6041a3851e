// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/body_decoder.h"
#include "core/rest/client_core.h"

namespace kube {

/// One short call with its retries. Tells its answer once, by done; then it may be destroyed within that call.
class ClientCall final : public TransportSink
{
public:
    using Done = std::function<void(Result<Response>)>;
    ClientCall(std::shared_ptr<ClientCore> core, HttpRequest request, Duration timeout, std::stop_token stop, Done done);
    ~ClientCall() override;

    void start();

private:
    void head(const HttpHead &head) override;
    void data(QByteArray bytes) override;
    void end(std::optional<Error> error) override;
    void attempt();
    void go();
    void startClock();
    void stopClock();
    [[nodiscard]] bool retry(bool connectionLost);
    void finish(Result<Response> result);
    [[nodiscard]] std::optional<Error> takePieces();

    std::shared_ptr<ClientCore> m_core;
    HttpRequest m_request;
    Duration m_timeout;
    Duration m_timeLeft;
    Done m_done;
    int m_retries = 0;
    HttpHead m_head;
    QByteArray m_body;
    std::optional<BodyDecoder> m_decoder;
    std::optional<Error> m_bodyError;
    std::optional<Error> m_refusal; ///< the last answer, while its Retry-After runs
    TrackedRequest m_tracked;
    std::unique_ptr<AuthorizedExchange> m_exchange;
    Subscription m_gateTicket; ///< in the line of a paused stage
    Subscription m_ticket;     ///< in the line of flow control
    SteadyTime m_clockStarted{};
    Timer m_retryTimer;
    Timer m_timeoutTimer;
    std::stop_token m_stop;
    Owner m_owner;
    std::optional<std::stop_callback<std::function<void()>>> m_stopCallback;
};

} // namespace kube
