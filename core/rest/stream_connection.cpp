// SPDX-License-Identifier: Apache-2.0
#include "core/rest/stream_connection.h"

#include "core/rest/certificates.h"

#include <QHostInfo>
#include <QScopedValueRollback>
#include <QSslSocket>

namespace kube {

namespace {

/// RFC 8305 has it so.
constexpr Duration otherAddressAfter = std::chrono::milliseconds(250);

} // namespace

StreamConnection::StreamConnection(const QUrl &url, TransportExchange::Setup setup, Listener &listener)
    : m_url(url), m_setup(std::move(setup)), m_listener(listener), m_secure(url.scheme() == QLatin1String("https")),
      m_forwarded(!m_secure && m_setup.proxy.type() == QNetworkProxy::HttpProxy),
      m_host(m_forwarded ? m_setup.proxy.hostName() : url.host()),
      m_port(m_forwarded ? m_setup.proxy.port() : static_cast<quint16>(url.port(m_secure ? 443 : 80))), m_context(std::make_shared<QObject>())
{
    if (m_forwarded)
        m_setup.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
}

StreamConnection::~StreamConnection()
{
    for (auto &socket : m_attempts)
        dispose(std::move(socket));
    dispose(std::move(m_socket));
}

void StreamConnection::open()
{
    if (m_setup.proxy.type() != QNetworkProxy::NoProxy || !QHostAddress(m_host).isNull()) {
        attempt(QAbstractSocket::AnyIPProtocol);
        return;
    }
    // Its context lives until the answer is there: where it has gone before, Qt 6.4 does not free what it was to call.
    const auto context = std::make_shared<QObject>();
    QHostInfo::lookupHost(m_host, context.get(), [this, context, alive = std::weak_ptr<QObject>(m_context)](const QHostInfo &info) {
        if (!alive.expired())
            found(info.addresses());
    });
}

void StreamConnection::found(const QList<QHostAddress> &addresses)
{
    if (addresses.isEmpty()) {
        finish({Error::transport(QStringLiteral("Host %1 not found").arg(m_host))});
        return;
    }
    const Protocol first = addresses.first().protocol();
    const auto other = std::find_if(addresses.begin(), addresses.end(), [first](const QHostAddress &each) { return each.protocol() != first; });
    if (other != addresses.end()) {
        m_other = other->protocol();
        m_otherTimer = m_setup.scheduler->after(otherAddressAfter, [this] { tryOther(); });
    }
    attempt(first);
}

void StreamConnection::tryOther()
{
    m_otherTimer.reset();
    if (const auto protocol = std::exchange(m_other, std::nullopt))
        attempt(*protocol);
}

void StreamConnection::attempt(Protocol protocol)
{
    auto *secured = m_secure ? new QSslSocket : nullptr;
    m_attempts.emplace_back(secured ? secured : new QTcpSocket);
    QTcpSocket *socket = m_attempts.back().get();
    socket->setProxy(m_setup.proxy);
    socket->setReadBufferSize(TransportExchange::readBufferBytes);
    QObject::connect(socket, &QAbstractSocket::connected, m_context.get(), [this, socket] { onConnected(socket); });
    QObject::connect(socket, &QAbstractSocket::errorOccurred, m_context.get(),
                     [this, socket](QAbstractSocket::SocketError error) { onError(socket, error); });
    QObject::connect(socket, &QAbstractSocket::readyRead, m_context.get(), [this] { m_listener.changed(); });
    if (!secured) {
        socket->connectToHost(m_host, m_port, QIODevice::ReadWrite, protocol);
        return;
    }
    secured->setSslConfiguration(m_setup.ssl);
    QObject::connect(secured, &QSslSocket::sslErrors, m_context.get(),
                     [this, socket](const QList<QSslError> &errors) { onSslErrors(socket, errors); });
    QObject::connect(secured, &QSslSocket::encrypted, m_context.get(), [this] { m_listener.opened(); });
    const QString name = m_setup.serverName.isEmpty() ? m_url.host() : m_setup.serverName;
    secured->connectToHostEncrypted(m_host, m_port, name, QIODevice::ReadWrite, protocol);
}

void StreamConnection::onConnected(QTcpSocket *socket)
{
    const auto dispatch = m_setup.dispatch;
    const QScopedValueRollback running(dispatch->depth, dispatch->depth + 1);
    m_otherTimer.reset();
    m_other.reset();
    for (auto &each : std::exchange(m_attempts, {})) {
        if (each.get() == socket)
            m_socket = std::move(each);
        else
            dispose(std::move(each));
    }
    socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    if (!m_secure)
        m_listener.opened();
}

void StreamConnection::onSslErrors(QTcpSocket *socket, const QList<QSslError> &errors)
{
    const QString expected = m_setup.serverName.isEmpty() ? m_url.host() : m_setup.serverName;
    m_tlsError = tlsError(errors, static_cast<QSslSocket *>(socket)->peerCertificateChain(), expected);
}

void StreamConnection::onError(QTcpSocket *socket, QAbstractSocket::SocketError error)
{
    const auto dispatch = m_setup.dispatch;
    const QScopedValueRollback running(dispatch->depth, dispatch->depth + 1);
    if (socket == m_socket.get()) {
        finish(endOf(*socket, error));
        return;
    }
    const auto failed = std::find_if(m_attempts.begin(), m_attempts.end(), [socket](const auto &each) { return each.get() == socket; });
    if (failed == m_attempts.end())
        return;
    End end = endOf(*socket, error);
    dispose(std::move(*failed));
    m_attempts.erase(failed);
    tryOther();
    if (m_attempts.empty())
        finish(std::move(end));
}

/// The first reason is the reason: TLS tells of an end before TCP does.
void StreamConnection::finish(End end)
{
    if (m_end)
        return;
    m_end = std::move(end);
    m_listener.changed();
}

StreamConnection::End StreamConnection::endOf(const QTcpSocket &socket, QAbstractSocket::SocketError error) const
{
    if (m_tlsError)
        return {*m_tlsError, false, true};
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return {Error::transport(QStringLiteral("Host %1 not found").arg(m_host))};
    case QAbstractSocket::ConnectionRefusedError:
        return {Error::transport(QStringLiteral("Connection refused"))};
    case QAbstractSocket::RemoteHostClosedError:
        return {Error::transport(QStringLiteral("Connection closed")), true};
    case QAbstractSocket::SocketTimeoutError:
        return {Error::transport(QStringLiteral("Socket operation timed out"))};
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return {Error::transport(QStringLiteral("Proxy requires authentication"))};
    case QAbstractSocket::SslHandshakeFailedError:
        return {Error{ErrorKind::Tls, QStringLiteral("SSL handshake failed: ") + socket.errorString(), {}, std::nullopt}, false, true};
    default:
        break;
    }
    if (m_secure && isTlsAlert(socket.errorString()))
        return {Error{ErrorKind::Tls, socket.errorString(), {}, std::nullopt}, false, true};
    return {Error::transport(socket.errorString())};
}

void StreamConnection::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

QByteArray StreamConnection::read(qint64 most)
{
    if (!hasUnread())
        return {};
    // QIODevice::read(most) would take as much memory as it might read, and the sink keeps what it is given for a while.
    QByteArray bytes(static_cast<qsizetype>(std::min(most, m_socket->bytesAvailable())), Qt::Uninitialized);
    bytes.truncate(static_cast<qsizetype>(std::max<qint64>(m_socket->read(bytes.data(), bytes.size()), 0)));
    return bytes;
}

void StreamConnection::dispose(std::unique_ptr<QTcpSocket> socket) const
{
    if (!socket)
        return;
    QObject::disconnect(socket.get(), nullptr, m_context.get(), nullptr);
    if (m_setup.dispatch->depth == 0)
        return;
    socket.release()->deleteLater();
}

} // namespace kube
