// SPDX-License-Identifier: Apache-2.0
#include "tests/support/http_server.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <algorithm>

namespace kube::test {

QByteArray tlsFixture(const QString &name)
{
    QFile file(QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/tls-server/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(file.fileName()));
    return file.readAll();
}

QList<QByteArray> HttpServer::Request::values(const QByteArray &name) const
{
    QList<QByteArray> found;
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            found.append(value);
    }
    return found;
}

void HttpServer::Reply::raw(const QByteArray &bytes)
{
    if (isConnected())
        socket()->write(bytes);
}

void HttpServer::Reply::answer(int status, const QByteArray &body, Headers headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    raw(text + "\r\n" + body);
}

void HttpServer::Reply::head(int status, Headers headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\nTransfer-Encoding: chunked\r\n";
    for (const auto &[name, value] : headers)
        text += name + ": " + value + "\r\n";
    raw(text + "\r\n");
}

void HttpServer::Reply::chunk(const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        raw(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void HttpServer::Reply::endChunks()
{
    raw("0\r\n\r\n");
}

void HttpServer::Reply::close()
{
    if (isConnected())
        socket()->disconnectFromHost();
}

void HttpServer::Reply::abort()
{
    if (isConnected())
        socket()->abort();
}

bool HttpServer::Reply::isConnected() const
{
    return socket() && socket()->state() == QAbstractSocket::ConnectedState;
}

qint64 HttpServer::Reply::unsentBytes() const
{
    return socket() ? socket()->bytesToWrite() + socket()->encryptedBytesToWrite() : 0;
}

class HttpServer::Listener final : public QTcpServer
{
public:
    explicit Listener(HttpServer &server) : m_server(server) {}
    void incomingConnection(qintptr descriptor) override { m_server.accept(descriptor); }

private:
    HttpServer &m_server;
};

struct HttpServer::Peer {
    std::shared_ptr<std::unique_ptr<QSslSocket>> socket = std::make_shared<std::unique_ptr<QSslSocket>>(std::make_unique<QSslSocket>());
    QByteArray buffer;
    int number = 0;
};

HttpServer::HttpServer(Handler handler, std::optional<Tls> tls)
    : m_handler(std::move(handler)), m_tls(std::move(tls)), m_listener(std::make_unique<Listener>(*this))
{
    if (!m_listener->listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback: %s", qPrintable(m_listener->errorString()));
}

HttpServer::~HttpServer()
{
    m_listener.reset();
    for (const auto &peer : m_peers) {
        QObject::disconnect(peer->socket->get(), nullptr, nullptr, nullptr);
        peer->socket->reset(); // replies kept by the test see that it is gone
    }
}

quint16 HttpServer::port() const
{
    return m_listener->serverPort();
}

QUrl HttpServer::url() const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(m_tls ? QStringLiteral("https") : QStringLiteral("http")).arg(port()));
}

void HttpServer::abortAll()
{
    for (const auto &peer : std::vector(m_peers))
        (*peer->socket)->abort();
}

void HttpServer::stopListening()
{
    m_listener->close();
}

void HttpServer::accept(qintptr descriptor)
{
    auto peer = std::make_shared<Peer>();
    QSslSocket *socket = peer->socket->get();
    peer->number = ++m_lastConnection;
    m_peers.push_back(peer);
    socket->setSocketDescriptor(descriptor);
    QObject::connect(socket, &QAbstractSocket::readyRead, socket, [this, weak = std::weak_ptr(peer)] {
        if (const auto alive = weak.lock())
            read(alive);
    });
    QObject::connect(socket, &QAbstractSocket::disconnected, socket, [this, socket] {
        std::erase_if(m_peers, [socket](const std::shared_ptr<Peer> &other) {
            if (other->socket->get() != socket)
                return false;
            other->socket->release()->deleteLater(); // its own signal is being handled
            return true;
        });
    });
    if (!m_tls)
        return;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain({QSslCertificate(tlsFixture(m_tls->certificate + QStringLiteral(".pem")))});
    configuration.setPrivateKey(QSslKey(tlsFixture(m_tls->certificate + QStringLiteral(".key")), QSsl::Rsa));
    configuration.setCaCertificates({QSslCertificate(tlsFixture(QStringLiteral("ca.pem")))});
    configuration.setPeerVerifyMode(m_tls->asksForClientCertificate ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    socket->setSslConfiguration(configuration);
    socket->startServerEncryption();
}

void HttpServer::read(const std::shared_ptr<Peer> &peer)
{
    peer->buffer += (*peer->socket)->readAll();
    while (*peer->socket && readOne(peer)) {
    }
}

bool HttpServer::readOne(const std::shared_ptr<Peer> &peer)
{
    const qsizetype headEnd = peer->buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QList<QByteArray> lines = peer->buffer.left(headEnd).split('\n');
    Request request;
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = request.value("Content-Length").toLongLong();
    if (peer->buffer.size() < headEnd + 4 + length)
        return false;
    request.body = peer->buffer.mid(headEnd + 4, length);
    peer->buffer.remove(0, headEnd + 4 + length);
    request.clientName = (*peer->socket)->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    request.connection = peer->number;
    m_requests.push_back(request);
    Reply reply;
    reply.m_socket = peer->socket;
    m_handler(request, reply);
    return true;
}

ConnectProxy::ConnectProxy(QByteArray credentials) : m_credentials(std::move(credentials))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            accept(client);
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback: %s", qPrintable(m_server.errorString()));
}

ConnectProxy::~ConnectProxy()
{
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        QObject::disconnect(socket, nullptr, nullptr, nullptr);
}

quint16 ConnectProxy::port() const
{
    return m_server.serverPort();
}

void ConnectProxy::accept(QTcpSocket *client)
{
    auto *target = new QTcpSocket(client);
    auto head = std::make_shared<QByteArray>();
    QObject::connect(client, &QTcpSocket::readyRead, client, [this, client, target, head] {
        if (target->state() != QAbstractSocket::UnconnectedState) {
            target->write(client->readAll());
            return;
        }
        *head += client->readAll();
        if (!head->endsWith("\r\n\r\n"))
            return;
        m_heads.append(*head);
        if (!m_credentials.isEmpty() && !head->contains("Proxy-Authorization: Basic " + m_credentials.toBase64())) {
            client->write("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
            client->disconnectFromHost();
            return;
        }
        const QByteArray address = head->split(' ').value(1);
        target->connectToHost(QString::fromLatin1(address.left(address.lastIndexOf(':'))),
                              address.mid(address.lastIndexOf(':') + 1).toUShort());
    });
    QObject::connect(target, &QTcpSocket::connected, client, [client] { client->write("HTTP/1.1 200 Connected\r\n\r\n"); });
    QObject::connect(target, &QTcpSocket::readyRead, client, [client, target] { client->write(target->readAll()); });
    QObject::connect(target, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

} // namespace kube::test
