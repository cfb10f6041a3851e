// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QSslSocket>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace kube::test {

/// A real HTTP/1.1 server on a loopback port of its own, plain or TLS, whose answers a test scripts. It lives on the
/// thread that made it and needs its event loop.
class HttpServer
{
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    struct Tls {
        QString certificate = QStringLiteral("server"); ///< tests/fixtures/tls-server/NAME.pem and .key
        bool asksForClientCertificate = false;          ///< and refuses those without one, or of another authority
    };
    struct Request {
        QByteArray method;
        QByteArray target;
        Headers headers;
        QByteArray body;
        QString clientName; ///< common name of the client's certificate
        int connection = 0; ///< which one of the server, from 1
        [[nodiscard]] QList<QByteArray> values(const QByteArray &name) const;
        [[nodiscard]] QByteArray value(const QByteArray &name) const { return values(name).value(0); }
    };
    /// One request's answer; a copy may be kept and written to later. Calls after the connection has gone do nothing.
    class Reply
    {
    public:
        void answer(int status, const QByteArray &body, Headers headers = {});
        /// Begins a chunked answer.
        void head(int status, Headers headers = {});
        void chunk(const QByteArray &bytes);
        void endChunks();
        void raw(const QByteArray &bytes);
        /// Sends what is written, then closes.
        void close();
        /// Closes at once, unsent bytes and all.
        void abort();
        [[nodiscard]] bool isConnected() const;
        [[nodiscard]] qint64 unsentBytes() const;
        [[nodiscard]] QSslSocket *socket() const { return m_socket ? m_socket->get() : nullptr; }

    private:
        friend class HttpServer;
        std::shared_ptr<std::unique_ptr<QSslSocket>> m_socket;
    };
    using Handler = std::function<void(const Request &, Reply)>;

    explicit HttpServer(Handler handler, std::optional<Tls> tls = std::nullopt);
    ~HttpServer();

    [[nodiscard]] quint16 port() const;
    /// https://127.0.0.1:PORT or http://…
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const std::vector<Request> &requests() const { return m_requests; }
    void forgetRequests() { m_requests.clear(); }
    [[nodiscard]] int connections() const { return m_lastConnection; }
    [[nodiscard]] int openConnections() const { return static_cast<int>(m_peers.size()); }
    /// Resets every connection.
    void abortAll();
    /// Takes no further connection.
    void stopListening();

private:
    class Listener;
    struct Peer;
    void accept(qintptr descriptor);
    void read(const std::shared_ptr<Peer> &peer);
    [[nodiscard]] bool readOne(const std::shared_ptr<Peer> &peer);

    Handler m_handler;
    std::optional<Tls> m_tls;
    std::unique_ptr<Listener> m_listener;
    std::vector<std::shared_ptr<Peer>> m_peers;
    std::vector<Request> m_requests;
    int m_lastConnection = 0;
};

/// A proxy that understands CONNECT alone, on loopback.
class ConnectProxy
{
public:
    /// credentials: "user:password" it insists on; empty: none.
    explicit ConnectProxy(QByteArray credentials = {});
    ~ConnectProxy();
    [[nodiscard]] quint16 port() const;
    /// The heads of the requests it got.
    [[nodiscard]] const QList<QByteArray> &heads() const { return m_heads; }

private:
    void accept(QTcpSocket *client);

    QByteArray m_credentials;
    QTcpServer m_server;
    QList<QByteArray> m_heads;
};

/// The bytes of tests/fixtures/tls-server/NAME.
[[nodiscard]] QByteArray tlsFixture(const QString &name);

} // namespace kube::test
