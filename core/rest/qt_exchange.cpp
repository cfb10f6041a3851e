// SPDX-License-Identifier: Apache-2.0
#include "core/rest/qt_exchange.h"

#include "core/rest/certificates.h"

#include <QNetworkProxy>
#include <QScopedValueRollback>

namespace kube {

namespace {

/// What Qt may hold for us of one answer: with it a sink that does not take makes the server wait.
constexpr qint64 readBufferBytes = 256 * 1024;
/// Given in one turn of the event loop, so that others have theirs.
constexpr qint64 bytesPerTurn = 64 * 1024;
/// Given, yet left lying with Qt: each time that its buffer is emptied it tells its network thread, which costs more than
/// reading one event of a watch does. A small part of readBufferBytes, so that the server is never made to wait.
constexpr qint64 bytesLeft = 16 * 1024;

/// Errors of Qt's that only repeat an HTTP status; 400 is ProtocolInvalidOperationError.
bool isHttpStatusError(QNetworkReply::NetworkError error)
{
    return (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || error == QNetworkReply::ProtocolInvalidOperationError
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

bool isProxyError(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
}

/// TLS 1.3 lets a server refuse our certificate only after the handshake: the alert then comes as a failed read.
bool isTlsAlert(const QString &words)
{
    return words.contains(QLatin1String("alert")) || words.contains(QLatin1String("SSL"))
        || words.contains(QLatin1String("certificate"));
}

void setHeaders(QNetworkRequest &request, const QList<Header> &headers)
{
    QHash<QByteArray, QByteArray> byName;
    for (const auto &[name, value] : headers) {
        QByteArray &all = byName[name.toLower()];
        // Qt before 6.8 keeps one value a name and writes it as it is, while an API server does not take the groups of
        // Impersonate-Group from one line: so the value carries the next line. (RestClient lets no line break in.)
        all = all.isNull() ? value : all + "\r\n" + name + ": " + value;
        request.setRawHeader(name, all);
    }
}

} // namespace

QtConnectionSlot::QtConnectionSlot(const QNetworkProxy &proxy, std::shared_ptr<QtDispatch> dispatch)
    : m_dispatch(std::move(dispatch)), m_manager(std::make_unique<QNetworkAccessManager>())
{
    m_manager->setProxy(proxy);
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QtConnectionSlot::~QtConnectionSlot()
{
    if (m_dispatch->depth > 0)
        m_manager.release()->deleteLater();
}

QtExchange::QtExchange(HttpRequest request, Setup setup, TransportSink &sink)
    : m_request(std::move(request)), m_setup(std::move(setup)), m_sink(&sink), m_context(std::make_unique<QObject>())
{
    m_setup.slot->take();
}

QtExchange::~QtExchange()
{
    dropReply();
    m_setup.slot->giveBack();
}

QNetworkRequest QtExchange::qtRequest() const
{
    QNetworkRequest request(m_request.url);
    request.setSslConfiguration(m_setup.ssl);
    if (!m_setup.serverName.isEmpty())
        request.setPeerVerifyName(m_setup.serverName);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Left to itself Qt would ask for compression and inflate, all at once and one member only.
    request.setRawHeader("Accept-Encoding", "identity");
    setHeaders(request, m_request.headers);
    return request;
}

void QtExchange::start()
{
    QNetworkAccessManager &manager = m_setup.slot->manager();
    const QNetworkRequest request = qtRequest();
    if (m_request.method == "GET" && m_request.body.isEmpty())
        m_reply = manager.get(request);
    else if (m_request.method == "HEAD")
        m_reply = manager.head(request);
    else if (m_request.body.isEmpty())
        m_reply = manager.sendCustomRequest(request, m_request.method);
    else
        m_reply = manager.sendCustomRequest(request, m_request.method, m_request.body);
    m_reply->setReadBufferSize(readBufferBytes);
    QObject::connect(m_reply, &QNetworkReply::sslErrors, m_context.get(),
                     [this](const QList<QSslError> &errors) { onSslErrors(errors); });
    QObject::connect(m_reply, &QNetworkReply::metaDataChanged, m_context.get(), [this] { deliver(); });
    QObject::connect(m_reply, &QNetworkReply::readyRead, m_context.get(), [this] { deliver(); });
    QObject::connect(m_reply, &QNetworkReply::finished, m_context.get(), [this] {
        m_replyFinished = true;
        deliver();
    });
    m_lastByte = m_setup.scheduler->now();
    watchIdleness();
}

void QtExchange::onSslErrors(const QList<QSslError> &errors)
{
    const QString expected = m_setup.serverName.isEmpty() ? m_request.url.host() : m_setup.serverName;
    m_tlsError = tlsError(errors, m_reply->sslConfiguration().peerCertificateChain(), expected);
}

void QtExchange::deliverLater()
{
    if (std::exchange(m_deliveryQueued, true))
        return;
    m_delivery = m_setup.scheduler->after(Duration::zero(), [this] {
        m_deliveryQueued = false;
        deliver();
    });
}

void QtExchange::giveHead()
{
    if (m_headGiven)
        return;
    const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid())
        return;
    m_headGiven = true;
    HttpHead head;
    head.status = status.toInt();
    // An expired client certificate is refused so: its files may hold the next one.
    if (head.status == 401)
        m_setup.identityFailed();
    head.headers = m_reply->rawHeaderPairs();
    m_sink->head(head);
}

qint64 QtExchange::unread() const
{
    return m_reply->bytesAvailable() - m_left;
}

QByteArray QtExchange::take(qint64 most)
{
    const qint64 end = m_left + std::min(unread(), most);
    m_emptying = m_emptying || end >= bytesLeft;
    QByteArray bytes = m_emptying ? m_reply->read(end) : m_reply->peek(end);
    const qint64 before = std::exchange(m_left, m_emptying ? 0 : bytes.size());
    m_emptying = m_emptying && m_reply->bytesAvailable() > 0;
    return bytes.remove(0, before);
}

void QtExchange::deliver()
{
    if (!m_sink || !m_reply || m_paused || m_deliveryQueued)
        return;
    // The sink may drop the stream, the transport, everything: this exchange goes last but for the count, which
    // tells it that a signal of the reply is still being handled.
    const auto dispatch = m_setup.dispatch;
    const QScopedValueRollback running(dispatch->depth, dispatch->depth + 1);
    const auto keep = shared_from_this();
    m_lastByte = m_setup.scheduler->now();
    giveHead();
    qint64 given = 0;
    while (m_sink && m_reply && !m_paused && m_headGiven && given < bytesPerTurn && unread() > 0) {
        QByteArray bytes = take(bytesPerTurn - given);
        if (bytes.isEmpty())
            break;
        given += bytes.size();
        m_sink->data(std::move(bytes));
    }
    if (!m_sink || !m_reply || m_paused)
        return;
    if (m_headGiven && unread() > 0)
        deliverLater();
    else if (m_replyFinished)
        finish(errorOfReply());
}

std::optional<Error> QtExchange::errorOfReply()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    if (m_headGiven && (error == QNetworkReply::NoError || isHttpStatusError(error)))
        return std::nullopt;
    const QString words = m_reply->errorString();
    if (m_tlsError || error == QNetworkReply::SslHandshakeFailedError) {
        m_setup.identityFailed();
        return m_tlsError ? *m_tlsError : Error{ErrorKind::Tls, words, {}, std::nullopt};
    }
    if (m_request.url.scheme() == QLatin1String("https") && !isProxyError(error) && isTlsAlert(words)) {
        m_setup.identityFailed();
        return Error{ErrorKind::Tls, words, {}, std::nullopt};
    }
    m_connectionLost = error == QNetworkReply::RemoteHostClosedError;
    if (error == QNetworkReply::NoError)
        return Error::transport(QStringLiteral("the connection ended without an answer"));
    return Error::transport(words);
}

void QtExchange::finish(std::optional<Error> error)
{
    m_idleTimer.reset();
    TransportSink *sink = std::exchange(m_sink, nullptr);
    dropReply();
    if (sink)
        sink->end(std::move(error));
}

void QtExchange::dropReply()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    QObject::disconnect(reply, nullptr, m_context.get(), nullptr);
    if (m_setup.dispatch->depth > 0) {
        // Its end aborts it. abort() here, within one of its signals, would be one error, and that of a refusal, which Qt
        // has queued by now, a second one: Qt warns of that.
        reply->deleteLater();
        return;
    }
    if (!m_replyFinished)
        reply->abort();
    delete reply;
}

void QtExchange::abandon()
{
    m_sink = nullptr;
    m_idleTimer.reset();
    dropReply();
}

void QtExchange::pause()
{
    m_paused = true;
}

void QtExchange::resume()
{
    if (!std::exchange(m_paused, false))
        return;
    m_lastByte = m_setup.scheduler->now();
    deliverLater();
}

void QtExchange::failLater(Error error, bool connectionLost)
{
    if (!m_sink)
        return;
    dropReply();
    m_idleTimer.reset();
    m_failure = m_setup.scheduler->after(Duration::zero(), [this, error = std::move(error), connectionLost] {
        const auto keep = shared_from_this();
        m_connectionLost = connectionLost;
        finish(error);
    });
}

void QtExchange::watchIdleness()
{
    if (m_request.idleTimeout <= Duration::zero())
        return;
    const Duration silence = m_setup.scheduler->now() - m_lastByte;
    m_idleTimer = m_setup.scheduler->after(m_request.idleTimeout - silence, [this] { onIdleTimer(); });
}

void QtExchange::onIdleTimer()
{
    // Silence of our own making is not the server's.
    if (m_paused)
        m_lastByte = m_setup.scheduler->now();
    if (m_setup.scheduler->now() - m_lastByte < m_request.idleTimeout) {
        watchIdleness();
        return;
    }
    const auto keep = shared_from_this();
    const auto seconds = std::chrono::duration<double>(m_request.idleTimeout).count();
    finish(Error::transport(QStringLiteral("not a byte came for %1 s").arg(seconds)));
}

} // namespace kube
