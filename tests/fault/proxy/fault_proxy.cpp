// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/proxy/fault_proxy.h"

#include "tests/fault/proxy/fault_pipe.h"

#include <sys/socket.h>

namespace kube::test {

namespace {

/// Closes it with RST in place of FIN.
void resetSocket(QTcpSocket &socket)
{
    const linger none{1, 0};
    if (socket.socketDescriptor() != -1)
        setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    socket.abort();
}

} // namespace

class FaultProxy::Connection
{
public:
    Connection(std::unique_ptr<QTcpSocket> client, quint16 target, const Fault &fault)
        : m_client(std::move(client)), m_up(*m_client, m_server, [this] { reset(); }), m_down(m_server, *m_client, [this] { reset(); })
    {
        m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QObject::connect(m_client.get(), &QTcpSocket::disconnected, &m_server, [this] {
            if (m_swallowing)
                m_server.abort();
            else
                m_up.end();
        });
        QObject::connect(&m_server, &QTcpSocket::connected, &m_server, [this] {
            m_server.setSocketOption(QAbstractSocket::LowDelayOption, 1);
            m_met = true;
        });
        QObject::connect(&m_server, &QTcpSocket::disconnected, m_client.get(), [this] {
            if (!m_swallowing)
                m_down.end();
        });
        QObject::connect(&m_server, &QTcpSocket::errorOccurred, m_client.get(), [this] {
            if (!m_met && !m_swallowing)
                resetSocket(*m_client);
        });
        if (!fault.swallow)
            m_server.connectToHost(QHostAddress::LocalHost, target);
        set(fault);
    }
    ~Connection()
    {
        // They end by being destroyed, after the pipes, and would say so.
        m_client->disconnect();
        m_server.disconnect();
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    void set(const Fault &fault)
    {
        if (m_swallowing)
            return;
        m_swallowing = fault.swallow;
        Fault up = fault;
        up.cutAfter.reset();
        m_up.set(up);
        m_down.set(fault);
    }
    void reset()
    {
        m_swallowing = true;
        resetSocket(*m_client);
        m_server.abort();
    }
    void close()
    {
        m_client->disconnectFromHost();
        m_server.disconnectFromHost();
    }
    [[nodiscard]] bool isOver() const
    {
        return m_client->state() == QAbstractSocket::UnconnectedState && m_server.state() == QAbstractSocket::UnconnectedState;
    }

private:
    std::unique_ptr<QTcpSocket> m_client;
    QTcpSocket m_server;
    FaultPipe m_up;
    FaultPipe m_down;
    bool m_met = false;        ///< the server
    bool m_swallowing = false;
};

FaultProxy::FaultProxy(quint16 target) : m_target(target)
{
    listen();
}

FaultProxy::~FaultProxy() = default;

void FaultProxy::listen()
{
    m_server = std::make_unique<QTcpServer>();
    QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
        while (QTcpSocket *client = m_server->nextPendingConnection())
            take(client);
    });
    if (!m_server->listen(QHostAddress::LocalHost, m_port))
        qFatal("the fault proxy cannot listen: %s", qPrintable(m_server->errorString()));
    m_port = m_server->serverPort();
}

void FaultProxy::take(QTcpSocket *client)
{
    client->setParent(nullptr);
    std::erase_if(m_connections, [](const auto &connection) { return connection->isOver(); });
    m_connections.push_back(std::make_unique<Connection>(std::unique_ptr<QTcpSocket>(client), m_target, m_fault));
    ++m_accepted;
}

void FaultProxy::set(const Fault &fault)
{
    m_fault = fault;
    for (const auto &connection : m_connections)
        connection->set(fault);
}

void FaultProxy::heal()
{
    set({});
}

void FaultProxy::swallowNewest()
{
    Fault swallow;
    swallow.swallow = true;
    if (!m_connections.empty())
        m_connections.back()->set(swallow);
}

void FaultProxy::reset()
{
    for (const auto &connection : m_connections)
        connection->reset();
}

void FaultProxy::close()
{
    for (const auto &connection : m_connections)
        connection->close();
}

void FaultProxy::refuse()
{
    m_server.reset();
    m_reserved = std::make_unique<QTcpSocket>();
    if (!m_reserved->bind(QHostAddress::LocalHost, m_port, QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint))
        qFatal("the fault proxy cannot keep its port: %s", qPrintable(m_reserved->errorString()));
}

void FaultProxy::accept()
{
    if (m_server)
        return;
    m_reserved.reset();
    listen();
}

void FaultProxy::shut()
{
    refuse();
    reset();
}

std::size_t FaultProxy::connections() const
{
    return static_cast<std::size_t>(std::count_if(m_connections.begin(), m_connections.end(), [](const auto &connection) { return !connection->isOver(); }));
}

} // namespace kube::test
