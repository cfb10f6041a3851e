// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

namespace kube::test {

/// A webhook that hears whoever calls and says nothing, until it lets go: from then on it hangs up at once. What the API
/// server asks it about takes as long, and fails then.
class HeldCalls
{
public:
    HeldCalls()
    {
        m_server.setProxy(QNetworkProxy::NoProxy);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                if (m_lets)
                    socket->abort();
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        m_server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    }

    [[nodiscard]] QByteArray url() const { return "https://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + "/"; }
    /// Calls that wait for an answer now.
    [[nodiscard]] qsizetype count() const { return sockets().size(); }
    /// Hangs up on those that wait; on those to come too, if they are to.
    void hangUp()
    {
        for (QTcpSocket *socket : sockets())
            socket->abort();
    }
    void letGo()
    {
        m_lets = true;
        hangUp();
    }

private:
    [[nodiscard]] QList<QTcpSocket *> sockets() const
    {
        QList<QTcpSocket *> open;
        for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>()) {
            if (socket->state() == QAbstractSocket::ConnectedState)
                open.append(socket);
        }
        return open;
    }

    QTcpServer m_server;
    bool m_lets = false;
};

} // namespace kube::test
