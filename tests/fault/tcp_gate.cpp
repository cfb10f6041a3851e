// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/tcp_gate.h"

#include <QTcpSocket>

namespace orrery::test {

TcpGate::TcpGate(quint16 target, QObject *parent) : QTcpServer(parent), m_target(target)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection()) {
            if (m_open)
                relay(client);
            else
                client->abort();
        }
    });
}

void TcpGate::relay(QTcpSocket *client)
{
    auto *server = new QTcpSocket(client);
    server->connectToHost(QHostAddress::LocalHost, m_target);
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

void TcpGate::shut()
{
    m_open = false;
    for (QTcpSocket *client : findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
        client->abort();
}

} // namespace orrery::test
