// SPDX-License-Identifier: Apache-2.0
#include "app/demo/server/http_connection.h"

#include <QPointer>
#include <QSslSocket>

namespace orrery::demo {

namespace {

constexpr qint64 maxHead = 64 * 1024;
constexpr qint64 maxBody = 16 * 1024 * 1024;

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Request Entity Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Entity";
    case 429: return "Too Many Requests";
    case 500: return "Internal Server Error";
    default: return "Status";
    }
}

} // namespace

class HttpConnection::SocketReply : public Reply
{
public:
    SocketReply(HttpConnection *connection, QSslSocket *socket, bool keepAlive)
        : m_connection(connection), m_socket(socket), m_keepAlive(keepAlive)
    {
    }

    void begin(int status, const QByteArray &contentType, const QList<std::pair<QByteArray, QByteArray>> &more) override
    {
        if (!isOpen())
            return;
        QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
        if (!contentType.isEmpty())
            head += "Content-Type: " + contentType + "\r\n";
        for (const auto &[name, value] : headers + more)
            head += name + ": " + value + "\r\n";
        m_hasBody = status != 304 && status != 204;
        if (m_hasBody)
            head += "Transfer-Encoding: chunked\r\n";
        if (!m_keepAlive)
            head += "Connection: close\r\n";
        m_socket->write(head + "\r\n");
    }
    void write(const QByteArray &bytes) override
    {
        if (isOpen() && m_hasBody && !bytes.isEmpty())
            m_socket->write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
    }
    void finish() override
    {
        if (!isOpen() || std::exchange(m_finished, true))
            return;
        if (m_hasBody)
            m_socket->write("0\r\n\r\n");
        m_connection->replyFinished(m_keepAlive);
    }
    [[nodiscard]] bool isOpen() const override { return !m_connection.isNull(); }
    [[nodiscard]] qint64 backlog() const override
    {
        return isOpen() ? m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() : 0;
    }
    void disconnectPeer() { m_connection = nullptr; }

private:
    QPointer<HttpConnection> m_connection;
    QSslSocket *m_socket;
    bool m_keepAlive;
    bool m_hasBody = true;
    bool m_finished = false;
};

HttpConnection::HttpConnection(QSslSocket *socket, Handler handler, QObject *parent)
    : QObject(parent), m_socket(socket), m_handler(std::move(handler))
{
    socket->setParent(this);
    connect(socket, &QSslSocket::readyRead, this, &HttpConnection::onReadyRead);
    connect(socket, &QSslSocket::disconnected, this, &HttpConnection::onGone);
    connect(socket, &QSslSocket::encryptedBytesWritten, this, [this] {
        const auto reply = m_reply.lock();
        if (reply && reply->onDrained)
            reply->onDrained();
    });
    if (socket->bytesAvailable() > 0)
        onReadyRead();
}

HttpConnection::~HttpConnection()
{
    if (const auto reply = m_reply.lock())
        reply->disconnectPeer();
}

void HttpConnection::onGone()
{
    if (const auto reply = m_reply.lock()) {
        reply->disconnectPeer();
        if (reply->onClosed)
            reply->onClosed();
    }
    deleteLater();
}

void HttpConnection::onReadyRead()
{
    m_input += m_socket->readAll();
    while (!m_busy) {
        if (m_bodyLength < 0 && !takeHead())
            return;
        if (m_input.size() < m_bodyLength)
            return;
        m_call.body = m_input.left(m_bodyLength);
        m_input.remove(0, m_bodyLength);
        m_bodyLength = -1;
        dispatch();
    }
}

bool HttpConnection::takeHead()
{
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_input.size() > maxHead)
            refuse(413, "request head too large");
        return false;
    }
    const QList<QByteArray> lines = m_input.left(end).split('\n');
    m_input.remove(0, end + 4);
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    if (first.size() != 3) {
        refuse(400, "malformed request line");
        return false;
    }
    m_call = Call{};
    m_call.method = first.at(0);
    const QUrl target(QString::fromUtf8(first.at(1)), QUrl::StrictMode);
    m_call.path = target.path(QUrl::FullyDecoded);
    m_call.query = QUrlQuery(target.query(QUrl::FullyEncoded).replace(QLatin1Char('+'), QLatin1String("%20")));
    m_bodyLength = 0;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        if (colon <= 0)
            continue;
        const QByteArray name = lines.at(i).left(colon).trimmed().toLower();
        const QByteArray value = lines.at(i).mid(colon + 1).trimmed();
        if (name == "content-length")
            m_bodyLength = value.toLongLong();
        m_call.headers.append({name, value});
    }
    if (m_bodyLength < 0 || m_bodyLength > maxBody || !m_call.header("transfer-encoding").isEmpty()) {
        refuse(413, "request body too large or without a length");
        return false;
    }
    m_keepAlive = first.at(2) == "HTTP/1.1" && m_call.header("connection").toLower() != "close";
    return true;
}

void HttpConnection::dispatch()
{
    m_busy = true;
    const auto reply = std::make_shared<SocketReply>(this, m_socket, m_keepAlive);
    m_reply = reply;
    m_handler(m_call, reply);
}

void HttpConnection::replyFinished(bool keepAlive)
{
    m_busy = false;
    m_reply.reset();
    if (!keepAlive) {
        m_socket->disconnectFromHost();
        return;
    }
    // The next request may wait in the buffer; not from within the handler of this one.
    QMetaObject::invokeMethod(this, [this] { onReadyRead(); }, Qt::QueuedConnection);
}

void HttpConnection::refuse(int status, const char *words)
{
    m_busy = true;
    m_socket->write("HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status)
                    + "\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: "
                    + QByteArray::number(qstrlen(words)) + "\r\n\r\n" + words);
    m_socket->disconnectFromHost();
}

} // namespace orrery::demo
