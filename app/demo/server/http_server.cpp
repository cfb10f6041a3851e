// SPDX-License-Identifier: Apache-2.0
#include "app/demo/server/http_server.h"

#include "app/demo/server/http_connection.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace orrery::demo {

HttpServer::HttpServer(const Certificate &certificate, Handler handler, QObject *parent)
    : QSslServer(parent), m_handler(std::move(handler))
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(certificate.certPem, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(certificate.keyPem, QSsl::Ec, QSsl::Pem));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    setSslConfiguration(configuration);
    setMaxPendingConnections(1000);
    connect(this, &QTcpServer::pendingConnectionAvailable, this, &HttpServer::accept);
}

bool HttpServer::start(quint16 port)
{
    return listen(QHostAddress::LocalHost, port);
}

QUrl HttpServer::url() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(serverPort()));
}

void HttpServer::accept()
{
    while (auto *socket = qobject_cast<QSslSocket *>(nextPendingConnection()))
        new HttpConnection(socket, m_handler, this);
}

} // namespace orrery::demo
