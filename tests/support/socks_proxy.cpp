// SPDX-License-Identifier: Apache-2.0
#include "tests/support/socks_proxy.h"

#include <QHostAddress>

namespace kube::test {

/// Its steps: which ways to say who one is, who, and where to; then bytes alone.
struct SocksProxy::Client {
    enum class Step { Methods, Credential, Address, Opening, Relaying };
    QTcpSocket *socket;
    QTcpSocket *target;
    Step step = Step::Methods;
};

SocksProxy::SocksProxy(QByteArray user, QByteArray password) : m_user(std::move(user)), m_password(std::move(password))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            accept(socket);
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback: %s", qPrintable(m_server.errorString()));
}

SocksProxy::~SocksProxy()
{
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
        QObject::disconnect(socket, nullptr, nullptr, nullptr);
}

void SocksProxy::accept(QTcpSocket *socket)
{
    const auto client = std::make_shared<Client>(Client{socket, new QTcpSocket(socket)});
    QTcpSocket *target = client->target;
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, client] { read(*client); });
    QObject::connect(target, &QTcpSocket::connected, socket, [this, client] {
        ++m_connections;
        client->step = Client::Step::Relaying;
        client->socket->write(QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10));
        read(*client);
    });
    QObject::connect(target, &QTcpSocket::readyRead, socket, [socket, target] { socket->write(target->readAll()); });
    QObject::connect(target, &QTcpSocket::disconnected, socket, [socket] { socket->disconnectFromHost(); });
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

/// Each message of a client's handshake comes in one piece: it waits for the answer to the one before.
void SocksProxy::read(Client &client)
{
    const QByteArray bytes = client.step == Client::Step::Opening ? QByteArray() : client.socket->readAll();
    switch (client.step) {
    case Client::Step::Methods:
        client.step = Client::Step::Credential;
        client.socket->write(QByteArray("\x05\x02", 2));
        break;
    case Client::Step::Credential: {
        const QByteArray right = '\x01' + QByteArray(1, static_cast<char>(m_user.size())) + m_user + static_cast<char>(m_password.size()) + m_password;
        client.step = Client::Step::Address;
        client.socket->write(bytes == right ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
        if (bytes != right)
            client.socket->disconnectFromHost();
        break;
    }
    case Client::Step::Address: { // of IPv4, which is what its tests name
        const auto byte = [&bytes](qsizetype at) { return static_cast<quint8>(bytes.at(at)); };
        if (bytes.size() != 10 || byte(3) != 1)
            qFatal("not the address of an IPv4 host: %s", bytes.toHex().constData());
        client.step = Client::Step::Opening;
        client.target->connectToHost(QHostAddress(static_cast<quint32>(byte(4) << 24 | byte(5) << 16 | byte(6) << 8 | byte(7))),
                                     static_cast<quint16>(byte(8) << 8 | byte(9)));
        break;
    }
    case Client::Step::Opening:
        break;
    case Client::Step::Relaying:
        client.target->write(bytes);
        break;
    }
}

} // namespace kube::test
