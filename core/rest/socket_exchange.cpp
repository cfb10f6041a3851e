// SPDX-License-Identifier: Apache-2.0
#include "core/rest/socket_exchange.h"

#include <QScopedValueRollback>

namespace kube {

namespace {

QByteArray hostHeaderOf(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

QByteArray targetOf(const QUrl &url, bool whole)
{
    QUrl::FormattingOptions parts = QUrl::RemoveUserInfo | QUrl::RemoveFragment;
    if (!whole)
        parts |= QUrl::RemoveScheme | QUrl::RemoveAuthority;
    const QByteArray target = url.toEncoded(parts);
    return whole || target.startsWith('/') ? target : '/' + target;
}

} // namespace

SocketExchange::SocketExchange(HttpRequest request, Setup setup, TransportSink &sink)
    : TransportExchange(std::move(request), std::move(setup), sink), m_reader(this->request().method)
{
}

SocketExchange::~SocketExchange()
{
    SocketExchange::drop();
}

void SocketExchange::begin()
{
    const QScopedValueRollback beginning(m_beginning, true);
    StreamConnection::Listener &listener = *this;
    m_connection = std::make_unique<StreamConnection>(request().url, setup(), listener);
    m_connection->open();
    if (m_connection->end())
        deliverLater();
}

void SocketExchange::changed()
{
    if (!m_beginning)
        deliver();
}

void SocketExchange::opened()
{
    const bool forwarded = m_connection->isForwarded();
    QByteArray text = request().method + ' ' + targetOf(request().url, forwarded) + " HTTP/1.1\r\n";
    const auto add = [&text](const QByteArray &name, const QByteArray &value) { text += name + ": " + value + "\r\n"; };
    add("Host", hostHeaderOf(request().url));
    add("Connection", "close");
    if (const QByteArray credential = setup().proxy.rawHeader("Proxy-Authorization"); forwarded && !credential.isEmpty())
        add("Proxy-Authorization", credential);
    bool saysEncoding = false;
    for (const auto &[name, value] : request().headers) {
        add(name, value);
        saysEncoding = saysEncoding || name.compare("Accept-Encoding", Qt::CaseInsensitive) == 0;
    }
    if (!saysEncoding)
        add("Accept-Encoding", "identity");
    if (!request().body.isEmpty())
        add("Content-Length", QByteArray::number(request().body.size()));
    m_connection->write(text + "\r\n" + request().body);
}

void SocketExchange::read(qint64 most)
{
    m_body = m_reader.feed(m_connection->read(most));
    if (!isHeadGiven() && m_reader.head())
        giveHead(*m_reader.head());
}

void SocketExchange::give()
{
    qint64 given = 0;
    while (m_connection && isDelivering() && given < bytesPerTurn) {
        if (!m_body.isEmpty()) {
            given += m_body.size();
            giveData(std::exchange(m_body, {}));
        } else if (!isOver() && m_connection->hasUnread()) {
            read(bytesPerTurn - given);
        } else {
            break;
        }
    }
    if (!m_connection || !isDelivering())
        return;
    if (!m_body.isEmpty() || (!isOver() && m_connection->hasUnread()))
        deliverLater();
    else
        giveEnd();
}

void SocketExchange::giveEnd()
{
    if (isOver()) {
        finish(m_reader.error());
        return;
    }
    if (!m_connection->end())
        return;
    const StreamConnection::End end = *m_connection->end();
    if (end.lost && m_reader.close()) {
        finish(std::nullopt);
        return;
    }
    if (end.identityFailed)
        setup().identityFailed();
    if (end.lost)
        loseConnection();
    finish(end.error);
}

void SocketExchange::drop()
{
    m_connection.reset();
}

} // namespace kube
