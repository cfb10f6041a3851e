// SPDX-License-Identifier: Apache-2.0
#include "core/rest/client_core.h"

#include "core/base/log.h"
#include "core/rest/certificates.h"
#include "core/rest/request_policy.h"
#include "core/rest/user_agent.h"
#include "core/rest/warnings.h"
#include "core/rest/write_lock.h"

namespace kube {

ClientCore::ClientCore(RestConfig config, RestClient::Parts parts)
    : m_config(std::move(config)), m_parts(std::move(parts)),
      m_flowControl(m_config.qps, m_config.burst, m_parts.scheduler),
      m_stage(std::make_shared<ClientStage>(m_parts.executor, m_parts.scheduler, m_config.rememberedRequests))
{
    if (m_config.userAgent.isEmpty())
        m_config.userAgent = defaultUserAgent();
    m_stage->certificateExpires(m_parts.transport->certificateExpires());
}

QList<Header> impersonationHeaders(const Impersonation &impersonation)
{
    QList<Header> headers;
    if (impersonation.isEmpty())
        return headers;
    headers.append({"Impersonate-User", impersonation.userName.toUtf8()});
    if (!impersonation.uid.isEmpty())
        headers.append({"Impersonate-Uid", impersonation.uid.toUtf8()});
    for (const QString &group : impersonation.groups)
        headers.append({"Impersonate-Group", group.toUtf8()});
    for (auto extra = impersonation.extra.begin(); extra != impersonation.extra.end(); ++extra) {
        const QByteArray name = "Impersonate-Extra-" + extra.key().toLower().toUtf8().toPercentEncoding("!#$&'*+^`|");
        for (const QString &value : extra.value())
            headers.append({name, value.toUtf8()});
    }
    return headers;
}

std::optional<Error> headerError(const QList<Header> &headers)
{
    for (const auto &[name, value] : headers) {
        const auto isControl = [](char byte) { return (byte >= 0 && byte < ' ' && byte != '\t') || byte == 0x7f; };
        if (std::any_of(name.begin(), name.end(), isControl) || std::any_of(value.begin(), value.end(), isControl))
            return Error::badInput(QStringLiteral("a line break or control character in the header %1").arg(QString::fromLatin1(name.left(64))));
    }
    return std::nullopt;
}

Result<HttpRequest> ClientCore::prepare(const Request &request) const
{
    auto built = request.build(m_config.host);
    if (!built)
        return built;
    if (auto refused = refusedByPolicy(m_config, *built)) {
        if (refused->code == error_code::Protected)
            m_config.writeLock->tellRefused(*refused);
        return fail(std::move(*refused));
    }
    built->headers.append({"User-Agent", m_config.userAgent});
    built->headers.append({"Accept-Encoding", m_config.disableCompression ? QByteArray("identity") : QByteArray("gzip")});
    built->headers.append(impersonationHeaders(m_config.impersonation));
    if (auto error = headerError(built->headers))
        return fail(std::move(*error));
    return built;
}

WriteObserver ClientCore::observerOf(const HttpRequest &request) const
{
    return m_config.onWrite && isWrite(m_config, request) ? m_config.onWrite : WriteObserver();
}

AuthProvider *ClientCore::auth() const
{
    return m_config.host.scheme() == QLatin1String("https") ? m_config.auth.get() : nullptr;
}

Error ClientCore::explained(Error error, const QUrl &url) const
{
    error.place = url.path();
    const auto expires = m_parts.transport->certificateExpires();
    if (error.is(ErrorKind::Unauthorized) && expires && *expires <= m_parts.scheduler->wallNow())
        error.message = QStringLiteral("the client certificate expired on %1: %2").arg(dayOf(*expires), error.message);
    return error;
}

void ClientCore::renew()
{
    if (auto *provider = auth(); provider && m_lastCredential)
        provider->renew(*m_lastCredential);
    m_lastCredential.reset();
    m_parts.transport->renew();
}

QString placeOf(const Error &error, const QUrl &url)
{
    const bool hasNoAnswer = error.is(ErrorKind::Transport) || error.is(ErrorKind::Tls);
    return hasNoAnswer ? url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment) : url.path();
}

AuthorizedExchange::AuthorizedExchange(std::shared_ptr<ClientCore> core, HttpRequest request, TrackedRequest &tracked, TransportSink &sink)
    : m_core(std::move(core)), m_request(std::move(request)), m_tracked(tracked), m_sink(sink), m_owner(m_core->executor())
{
}

AuthorizedExchange::~AuthorizedExchange() = default;

void AuthorizedExchange::start()
{
    AuthProvider *provider = m_core->auth();
    if (!provider) {
        open({});
        return;
    }
    m_tracked.phase(RestPhase::Credential);
    then(provider->credential(), m_owner, [this](Result<Credential> credential) {
        if (!credential) {
            m_sink.end(std::move(credential.error()));
            return;
        }
        m_credential = *credential;
        m_core->remember(*credential);
        open(std::move(*credential));
    });
}

void AuthorizedExchange::open(Credential credential)
{
    if (!credential.certData.isEmpty()) {
        if (auto error = m_core->transport().useClientCertificate(credential.certData, credential.keyData)) {
            endLater(std::move(*error));
            return;
        }
    }
    if (auto error = headerError(credential.headers)) {
        endLater(std::move(*error));
        return;
    }
    HttpRequest request = m_request;
    request.headers.append(credential.headers);
    if (logRest().isDebugEnabled()) {
        QByteArray shown;
        for (const auto &[name, value] : request.headers)
            shown += ' ' + name + '=' + redactedHeader(name, value);
        qCDebug(logRest).noquote() << request.method << request.url.toString(QUrl::RemoveUserInfo) << shown.constData();
    }
    m_tracked.sent(request.body.size());
    m_stream = m_core->transport().open(std::move(request), *this);
    m_core->stage()->certificateExpires(m_core->transport().certificateExpires()); // opening may have read another
    if (m_paused)
        m_stream->pause();
}

void AuthorizedExchange::endLater(Error error)
{
    m_owner.bind([this](const Error &what) { m_sink.end(what); })(std::move(error));
}

void AuthorizedExchange::pause()
{
    m_paused = true;
    if (m_stream)
        m_stream->pause();
}

void AuthorizedExchange::resume()
{
    m_paused = false;
    if (m_stream)
        m_stream->resume();
}

void AuthorizedExchange::head(const HttpHead &head)
{
    qCDebug(logRest) << "answer" << head.status << m_request.method << m_request.url.path();
    m_answered = true;
    m_tracked.answered(head);
    AuthProvider *provider = m_core->auth();
    if (head.status == 401 && provider && m_credential && !m_replayed && provider->rejected(*m_credential)) {
        m_replayed = true;
        m_answered = false;
        m_tracked.replays();
        m_stream.reset();
        start();
        return;
    }
    if (const auto core = m_core; const auto &tell = core->config().onWarnings) {
        const auto alive = m_owner.guard(); // who is told may end all this
        if (const QStringList texts = warningsOf(head.headers); !texts.isEmpty())
            tell(texts);
        if (alive.expired())
            return;
    }
    m_sink.head(head);
}

void AuthorizedExchange::data(QByteArray bytes)
{
    m_tracked.received(bytes.size());
    m_sink.data(std::move(bytes));
}

void AuthorizedExchange::end(std::optional<Error> error)
{
    if (error) {
        qCDebug(logRest) << "failed" << m_request.method << m_request.url.path() << error->message;
        if (error->place.isEmpty())
            error->place = placeOf(*error, m_request.url);
        if (!m_answered)
            m_tracked.answered({});
    }
    m_sink.end(std::move(error));
}

} // namespace kube
