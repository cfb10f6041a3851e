// SPDX-License-Identifier: Apache-2.0
#include "core/rest/qt_exchange.h"

#include "core/base/ending_threads.h"
#include "core/rest/certificates.h"

namespace kube {

namespace {

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
    endAfterNetworkThreads();
    m_manager->setProxy(proxy);
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QtConnectionSlot::~QtConnectionSlot()
{
    if (m_dispatch->depth > 0)
        m_manager.release()->deleteLater();
}

QtExchange::QtExchange(HttpRequest request, Setup setup, std::shared_ptr<QtConnectionSlot> slot, TransportSink &sink)
    : TransportExchange(std::move(request), std::move(setup), sink), m_slot(std::move(slot)), m_context(std::make_unique<QObject>())
{
    m_slot->take();
}

QtExchange::~QtExchange()
{
    QtExchange::drop();
    m_slot->giveBack();
}

QNetworkRequest QtExchange::qtRequest() const
{
    QNetworkRequest result(request().url);
    result.setSslConfiguration(setup().ssl);
    if (!setup().serverName.isEmpty())
        result.setPeerVerifyName(setup().serverName);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Left to itself Qt would ask for compression and inflate, all at once and one member only.
    result.setRawHeader("Accept-Encoding", "identity");
    setHeaders(result, request().headers);
    return result;
}

void QtExchange::begin()
{
    QNetworkAccessManager &manager = m_slot->manager();
    const QNetworkRequest asked = qtRequest();
    const QByteArray &method = request().method;
    const QByteArray &body = request().body;
    if (method == "GET" && body.isEmpty())
        m_reply = manager.get(asked);
    else if (method == "HEAD")
        m_reply = manager.head(asked);
    else if (body.isEmpty())
        m_reply = manager.sendCustomRequest(asked, method);
    else
        m_reply = manager.sendCustomRequest(asked, method, body);
    m_reply->setReadBufferSize(readBufferBytes);
    QObject::connect(m_reply, &QNetworkReply::sslErrors, m_context.get(),
                     [this](const QList<QSslError> &errors) { onSslErrors(errors); });
    QObject::connect(m_reply, &QNetworkReply::metaDataChanged, m_context.get(), [this] { deliver(); });
    QObject::connect(m_reply, &QNetworkReply::readyRead, m_context.get(), [this] { deliver(); });
    QObject::connect(m_reply, &QNetworkReply::finished, m_context.get(), [this] {
        m_replyFinished = true;
        deliver();
    });
}

void QtExchange::onSslErrors(const QList<QSslError> &errors)
{
    m_tlsError = tlsError(errors, m_reply->sslConfiguration().peerCertificateChain(), expectedName());
}

void QtExchange::takeHead()
{
    if (isHeadGiven())
        return;
    const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (status.isValid())
        giveHead({status.toInt(), m_reply->rawHeaderPairs()});
}

void QtExchange::give()
{
    if (!m_reply)
        return;
    takeHead();
    qint64 given = 0;
    while (m_reply && isDelivering() && isHeadGiven() && given < bytesPerTurn) {
        QByteArray bytes = m_reply->read(bytesPerTurn - given);
        if (bytes.isEmpty())
            break;
        given += bytes.size();
        giveData(std::move(bytes));
    }
    if (!m_reply || !isDelivering())
        return;
    if (isHeadGiven() && m_reply->bytesAvailable() > 0)
        deliverLater();
    else if (m_replyFinished)
        finish(errorOfReply());
}

std::optional<Error> QtExchange::errorOfReply()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    if (isHeadGiven() && (error == QNetworkReply::NoError || isHttpStatusError(error)))
        return std::nullopt;
    const QString words = m_reply->errorString();
    if (m_tlsError || error == QNetworkReply::SslHandshakeFailedError) {
        setup().identityFailed();
        return m_tlsError ? *m_tlsError : Error{ErrorKind::Tls, words, {}, std::nullopt};
    }
    if (request().url.scheme() == QLatin1String("https") && !isProxyError(error) && isTlsAlert(words)) {
        setup().identityFailed();
        return Error{ErrorKind::Tls, words, {}, std::nullopt};
    }
    if (error == QNetworkReply::RemoteHostClosedError)
        loseConnection();
    if (error == QNetworkReply::NoError)
        return Error::transport(QStringLiteral("the connection ended without an answer"));
    return Error::transport(words);
}

void QtExchange::drop()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    QObject::disconnect(reply, nullptr, m_context.get(), nullptr);
    if (setup().dispatch->depth > 0) {
        // Its end aborts it. abort() here, within one of its signals, would be one error, and that of a refusal, which Qt
        // has queued by now, a second one: Qt warns of that.
        reply->deleteLater();
        return;
    }
    if (!m_replyFinished)
        reply->abort();
    delete reply;
}

} // namespace kube
