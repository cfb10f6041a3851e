// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace kube::test {

/// A SOCKS5 proxy that understands CONNECT alone and insists on a user and a password, on loopback (RFC 1928, 1929).
class SocksProxy
{
public:
    SocksProxy(QByteArray user, QByteArray password);
    ~SocksProxy();
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// How many it has opened for its clients.
    [[nodiscard]] int connections() const { return m_connections; }

private:
    struct Client;
    void accept(QTcpSocket *socket);
    void read(Client &client);

    QByteArray m_user;
    QByteArray m_password;
    QTcpServer m_server;
    int m_connections = 0;
};

} // namespace kube::test
