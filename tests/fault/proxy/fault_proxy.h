// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fault/proxy/fault.h"

#include <QTcpServer>

#include <memory>
#include <vector>

namespace kube::test {

/// A TCP relay on loopback between a client and the server of another port of it, which does to the bytes what paths do.
/// TLS goes through untouched; a certificate for 127.0.0.1 is good for this port too. Thread: one with an event loop.
class FaultProxy
{
public:
    explicit FaultProxy(quint16 target);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

    /// From now on, for the connections there are and those to come.
    void set(const Fault &fault);
    /// Nothing more is done. What was swallowed is lost: those connections are dead, and nobody says so.
    void heal();
    /// The youngest connection swallows from now on; the others go on.
    void swallowNewest();
    /// Ends every connection with a reset.
    void reset();
    /// Ends every connection as a server does that goes properly.
    void close();
    /// Nobody listens any more: who comes is refused. Open connections stay.
    void refuse();
    void accept();
    /// As a server that is not there: reset() and refuse().
    void shut();
    void open() { accept(); }

    [[nodiscard]] std::size_t accepted() const { return m_accepted; } ///< connections, ever
    [[nodiscard]] std::size_t connections() const;                    ///< that are open now, the swallowed ones included

private:
    class Connection;
    void listen();
    void take(QTcpSocket *client);

    quint16 m_target;
    quint16 m_port = 0;
    Fault m_fault;
    std::size_t m_accepted = 0;
    std::vector<std::unique_ptr<Connection>> m_connections; ///< oldest first
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_reserved; ///< keeps the port while nobody listens
};

} // namespace kube::test
