// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/server/certificate.h"
#include "app/demo/server/exchange.h"

#include <QSslServer>

namespace orrery::demo {

/// HTTP/1.1 over TLS on loopback: keep-alive, chunked answers, bodies up to 16 MiB. Enough for an API server's
/// clients, no more. Thread: its own.
class HttpServer : public QSslServer
{
    Q_OBJECT

public:
    HttpServer(const Certificate &certificate, Handler handler, QObject *parent = nullptr);
    /// Listens on 127.0.0.1, a free port when port is 0. False: errorString() says why.
    [[nodiscard]] bool start(quint16 port = 0);
    [[nodiscard]] QUrl url() const;

private:
    void accept();
    Handler m_handler;
};

} // namespace orrery::demo
