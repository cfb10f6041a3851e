// SPDX-License-Identifier: Apache-2.0
// Each fault does what it says, between a client and a server that echoes.
#include "tests/fault/proxy/fault_proxy.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QTcpSocket>

namespace fault_proxy_test {

using namespace kube::test;
using namespace std::chrono_literals;

namespace {

/// Says everything again, and counts who is there.
struct EchoServer {
    QTcpServer server;
    int connections = 0;

    EchoServer()
    {
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            while (QTcpSocket *client = server.nextPendingConnection()) {
                ++connections;
                QObject::connect(client, &QTcpSocket::readyRead, client, [client] { client->write(client->readAll()); });
                QObject::connect(client, &QTcpSocket::disconnected, client, [this] { --connections; });
            }
        });
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }
};

struct Client {
    QTcpSocket socket;
    QByteArray heard;
    int pieces = 0;

    explicit Client(const FaultProxy &proxy)
    {
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] {
            heard += socket.readAll();
            ++pieces;
        });
        socket.connectToHost(QHostAddress::LocalHost, proxy.port());
    }
    [[nodiscard]] bool isConnected() const { return socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isOver() const { return socket.state() == QAbstractSocket::UnconnectedState; }
};

struct Path {
    EchoServer echo;
    FaultProxy proxy{echo.server.serverPort()};
};

} // namespace

class FaultProxyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void withoutAFaultEveryByteComesThroughBothWays()
    {
        Path path;
        Client client(path.proxy);
        const QByteArray much(3'000'000, 'x');
        client.socket.write(much);
        QTRY_COMPARE(client.heard.size(), much.size());
        QCOMPARE(path.proxy.connections(), std::size_t(1));
        client.socket.disconnectFromHost();
        QTRY_COMPARE(path.echo.connections, 0);
        QTRY_COMPARE(path.proxy.connections(), std::size_t(0));
        QCOMPARE(path.proxy.accepted(), std::size_t(1));
    }

    void slicesAndASlowPathLoseNothing_data()
    {
        QTest::addColumn<int>("slice");
        QTest::addColumn<int>("bytesPerSecond");
        QTest::addColumn<int>("latency");
        QTest::newRow("single bytes") << 1 << 0 << 0;
        QTest::newRow("a slow line") << 0 << 20'000 << 0;
        QTest::newRow("a long line") << 0 << 0 << 50;
        QTest::newRow("all of it") << 7 << 20'000 << 20;
    }
    void slicesAndASlowPathLoseNothing()
    {
        QFETCH(int, slice);
        QFETCH(int, bytesPerSecond);
        QFETCH(int, latency);
        Path path;
        Fault fault;
        fault.slice = slice;
        fault.bytesPerSecond = bytesPerSecond;
        fault.latency = std::chrono::milliseconds(latency);
        path.proxy.set(fault);
        Client client(path.proxy);
        QByteArray text;
        for (int n = 0; n < 300; ++n)
            text += QByteArray::number(n) + ' ';
        client.socket.write(text);
        QTRY_COMPARE(client.heard, text);
        if (slice == 1)
            QVERIFY(client.pieces > 100);
    }

    void aCutComesAfterSoManyBytesOfTheServer()
    {
        Path path;
        Fault fault;
        fault.cutAfter = 5;
        path.proxy.set(fault);
        Client client(path.proxy);
        client.socket.write("0123456789");
        QTRY_VERIFY(client.isOver() && client.socket.error() == QAbstractSocket::RemoteHostClosedError);
        QVERIFY(QByteArray("01234").startsWith(client.heard)); // a reset may overtake what was said
        QTRY_COMPARE(path.echo.connections, 0);
    }

    void aResetEndsWhatIsOpenAndLetsInWhoComes()
    {
        Path path;
        Client first(path.proxy);
        first.socket.write("a");
        QTRY_COMPARE(first.heard, QByteArray("a"));
        path.proxy.reset();
        QTRY_VERIFY(first.isOver());
        QTRY_COMPARE(path.echo.connections, 0);
        Client second(path.proxy);
        second.socket.write("b");
        QTRY_COMPARE(second.heard, QByteArray("b"));
    }

    void whoIsRefusedGetsInLaterOnTheSamePort()
    {
        Path path;
        const quint16 port = path.proxy.port();
        Client open(path.proxy);
        QTRY_VERIFY(open.isConnected());
        path.proxy.refuse();
        Client refused(path.proxy);
        QTRY_COMPARE(refused.socket.error(), QAbstractSocket::ConnectionRefusedError);
        open.socket.write("still here");
        QTRY_COMPARE(open.heard, QByteArray("still here"));
        path.proxy.shut();
        QTRY_VERIFY(open.isOver());
        path.proxy.open();
        QCOMPARE(path.proxy.port(), port);
        Client later(path.proxy);
        later.socket.write("a");
        QTRY_COMPARE(later.heard, QByteArray("a"));
    }

    void whatIsSwallowedStaysOpenAndDeadAfterTheFault()
    {
        Path path;
        Client before(path.proxy);
        before.socket.write("a");
        QTRY_COMPARE(before.heard, QByteArray("a"));
        Fault swallow;
        swallow.swallow = true;
        path.proxy.set(swallow);
        Client meanwhile(path.proxy);
        QTRY_VERIFY(meanwhile.isConnected());
        before.socket.write("b");
        meanwhile.socket.write("b");
        path.proxy.heal();
        Client after(path.proxy);
        after.socket.write("c");
        QTRY_COMPARE(after.heard, QByteArray("c"));
        QVERIFY(before.isConnected() && meanwhile.isConnected());
        QCOMPARE(before.heard, QByteArray("a"));
        QCOMPARE(meanwhile.heard, QByteArray());
        before.socket.abort();
        meanwhile.socket.abort();
        QTRY_COMPARE(path.echo.connections, 1);
    }

    void theYoungestConnectionAloneIsSwallowed()
    {
        Path path;
        Client old(path.proxy);
        QTRY_COMPARE(path.echo.connections, 1);
        Client young(path.proxy);
        QTRY_COMPARE(path.echo.connections, 2);
        path.proxy.swallowNewest();
        young.socket.write("a");
        old.socket.write("b");
        QTRY_COMPARE(old.heard, QByteArray("b"));
        QCOMPARE(young.heard, QByteArray());
    }

    void anEndIsToldWithEverythingThatWasSaidBefore()
    {
        Path path;
        Fault fault;
        fault.slowClose = 30ms;
        fault.latency = 30ms;
        path.proxy.set(fault);
        Client client(path.proxy);
        client.socket.write("last words");
        QTRY_COMPARE(client.heard, QByteArray("last words"));
        for (QTcpSocket *socket : path.echo.server.findChildren<QTcpSocket *>())
            socket->disconnectFromHost();
        QTRY_VERIFY(client.isOver());
        QTRY_COMPARE(path.proxy.connections(), std::size_t(0));
    }
};

ORRERY_GUILESS_TEST(FaultProxyTest)
} // namespace fault_proxy_test
#include "fault_proxy_test.moc"
