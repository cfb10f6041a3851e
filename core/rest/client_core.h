// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/auth_provider.h"
#include "core/rest/client_stage.h"
#include "core/rest/flow_control.h"
#include "core/rest/rest_client.h"

namespace kube {

/// What the exchanges of one RestClient share. Thread: the client's.
class ClientCore
{
public:
    ClientCore(RestConfig config, RestClient::Parts parts);

    [[nodiscard]] const RestConfig &config() const { return m_config; }
    [[nodiscard]] Scheduler &scheduler() const { return *m_parts.scheduler; }
    [[nodiscard]] const ExecutorPtr &executor() const { return m_parts.executor; }
    [[nodiscard]] Transport &transport() const { return *m_parts.transport; }
    [[nodiscard]] FlowControl &flowControl() { return m_flowControl; }
    [[nodiscard]] const std::shared_ptr<ClientStage> &stage() const { return m_stage; }

    /// The request as it goes out, but for credentials. Errors: BadInput; Forbidden by the policy.
    [[nodiscard]] Result<HttpRequest> prepare(const Request &request) const;
    /// Who is to be told of this request: nobody, unless it is a write.
    [[nodiscard]] WriteObserver observerOf(const HttpRequest &request) const;
    /// Null when none are to be sent: they go over TLS only.
    [[nodiscard]] AuthProvider *auth() const;

    /// What the server answered, and what we know besides: that our certificate has expired, when it does not know us.
    [[nodiscard]] Error explained(Error error, const QUrl &url) const;

    void remember(const Credential &credential) { m_lastCredential = credential; }
    void renew();

private:
    RestConfig m_config;
    RestClient::Parts m_parts;
    FlowControl m_flowControl;
    std::shared_ptr<ClientStage> m_stage;
    std::optional<Credential> m_lastCredential;
};

/// One exchange with credentials: a 401 is answered once by a fresh credential, unseen by the sink. Calls the sink as
/// a Transport would; may be destroyed within those calls.
class AuthorizedExchange final : public TransportSink
{
public:
    /// tracked must outlive this.
    AuthorizedExchange(std::shared_ptr<ClientCore> core, HttpRequest request, TrackedRequest &tracked, TransportSink &sink);
    ~AuthorizedExchange() override;

    void start();
    /// Why it has not begun: the credential it waits for; nothing once it has.
    [[nodiscard]] std::optional<Error> awaited() const { return m_credential || !m_core->auth() ? std::nullopt : m_core->auth()->awaited(); }
    void pause();
    void resume();
    [[nodiscard]] bool connectionLost() const { return m_stream && m_stream->connectionLost(); }

private:
    void head(const HttpHead &head) override;
    void data(QByteArray bytes) override;
    void end(std::optional<Error> error) override;
    void open(Credential credential);
    void endLater(Error error);

    std::shared_ptr<ClientCore> m_core;
    HttpRequest m_request;
    TrackedRequest &m_tracked;
    TransportSink &m_sink;
    std::optional<Credential> m_credential;
    bool m_replayed = false;
    bool m_answered = false;
    bool m_paused = false;
    std::unique_ptr<TransportStream> m_stream;
    Owner m_owner;
};

/// Where an error came about: the server's address when it gave no answer, else the path asked for.
[[nodiscard]] QString placeOf(const Error &error, const QUrl &url);

/// What would let a value end its header and begin another. Errors: BadInput, without the value.
[[nodiscard]] std::optional<Error> headerError(const QList<Header> &headers);

/// Impersonate-User, -Uid, -Group and -Extra- headers.
[[nodiscard]] QList<Header> impersonationHeaders(const Impersonation &impersonation);

} // namespace kube
