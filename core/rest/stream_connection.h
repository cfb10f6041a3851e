// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport_exchange.h"

#include <QTcpSocket>

namespace kube {

/// One connection for one exchange, on the thread's own event loop: TCP, straight or by a proxy, and TLS when the URL says
/// https. A name with addresses of both kinds is tried by the second kind too when the first has not answered in 250 ms
/// (RFC 8305). Thread: one. Lifetime: may go within the calls of its listener.
class StreamConnection
{
public:
    class Listener
    {
    public:
        virtual void opened() = 0;  ///< may be written to
        virtual void changed() = 0; ///< there is something to read, or it has ended

    protected:
        ~Listener() = default;
    };
    /// Why it ended: as QNetworkAccessManager says it.
    struct End {
        Error error;
        bool lost = false;           ///< by the other side, rather than refused or timed out
        bool identityFailed = false; ///< in TLS
    };
    StreamConnection(const QUrl &url, TransportExchange::Setup setup, Listener &listener);
    ~StreamConnection();
    StreamConnection(const StreamConnection &) = delete;
    StreamConnection &operator=(const StreamConnection &) = delete;

    /// May tell of an end at once.
    void open();
    void write(const QByteArray &bytes);
    [[nodiscard]] QByteArray read(qint64 most);
    [[nodiscard]] bool hasUnread() const { return m_socket && m_socket->bytesAvailable() > 0; }
    /// Set when it has ended; what came before may still be unread.
    [[nodiscard]] const std::optional<End> &end() const { return m_end; }
    /// Requests go to a proxy that asks the server itself, as a proxy for plain HTTP does: they name the whole URL.
    [[nodiscard]] bool isForwarded() const { return m_forwarded; }

private:
    using Protocol = QAbstractSocket::NetworkLayerProtocol;
    void found(const QList<QHostAddress> &addresses);
    void attempt(Protocol protocol);
    void tryOther();
    void onConnected(QTcpSocket *socket);
    void onSslErrors(QTcpSocket *socket, const QList<QSslError> &errors);
    void onError(QTcpSocket *socket, QAbstractSocket::SocketError error);
    void finish(End end);
    [[nodiscard]] End endOf(const QTcpSocket &socket, QAbstractSocket::SocketError error) const;
    void dispose(std::unique_ptr<QTcpSocket> socket) const;

    QUrl m_url;
    TransportExchange::Setup m_setup;
    Listener &m_listener;
    bool m_secure;
    bool m_forwarded;
    QString m_host; ///< whom to connect to: the server, or the proxy that it is asked of
    quint16 m_port = 0;
    std::shared_ptr<QObject> m_context; ///< of every slot
    std::vector<std::unique_ptr<QTcpSocket>> m_attempts;
    std::unique_ptr<QTcpSocket> m_socket; ///< the attempt that was first
    std::optional<Protocol> m_other; ///< to be tried yet
    Timer m_otherTimer;
    std::optional<Error> m_tlsError;
    std::optional<End> m_end;
};

} // namespace kube
