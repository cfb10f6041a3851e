// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

class QTcpSocket;

namespace orrery::test {

/// A TCP relay on loopback that can be shut: what passes is cut off, and who comes is turned away.
class TcpGate final : public QTcpServer
{
    Q_OBJECT
public:
    explicit TcpGate(quint16 target, QObject *parent = nullptr);
    void shut();
    void open() { m_open = true; }

private:
    void relay(QTcpSocket *client);
    quint16 m_target;
    bool m_open = true;
};

} // namespace orrery::test
