// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/server/exchange.h"

#include <QObject>

class QSslSocket;

namespace orrery::demo {

/// One client's connection; owns its socket and deletes itself when the peer goes.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    HttpConnection(QSslSocket *socket, Handler handler, QObject *parent);
    ~HttpConnection() override;

private:
    class SocketReply;
    void onReadyRead();
    void onGone();
    bool takeHead();
    void dispatch();
    void replyFinished(bool keepAlive);
    void refuse(int status, const char *words);

    QSslSocket *m_socket;
    Handler m_handler;
    QByteArray m_input;
    Call m_call;
    qint64 m_bodyLength = -1;           ///< -1: the head has not been read
    bool m_keepAlive = true;
    std::weak_ptr<SocketReply> m_reply; ///< the answer under way, if any: requests are answered one by one
    bool m_busy = false;
};

} // namespace orrery::demo
