// SPDX-License-Identifier: Apache-2.0
#include "core/examples/support/metrics_server.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUrl>

namespace kube::examples {

namespace {

constexpr qsizetype longestRequest = 16 * 1024;

QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &type = "text/plain; charset=utf-8")
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

MetricsServer::MetricsServer(const MetricsRegistry &registry, std::function<void()> refresh) : m_registry(registry), m_refresh(std::move(refresh))
{
    m_server.setProxy(QNetworkProxy::NoProxy); // the environment's is for going out
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            serve(socket);
    });
}

Result<std::string> MetricsServer::listen(const std::string &address)
{
    const QUrl url(QStringLiteral("http://") + QString::fromStdString(address.starts_with(':') ? "0.0.0.0" + address : address), QUrl::StrictMode);
    QHostAddress host;
    const bool isAddress = url.host() == QLatin1String("localhost") ? host.setAddress(QStringLiteral("127.0.0.1")) : host.setAddress(url.host());
    if (!url.isValid() || url.port() < 0 || !isAddress)
        return fail(Error::badInput(QStringLiteral("\"%1\" is no address to listen on; write HOST:PORT or :PORT").arg(QString::fromStdString(address))));
    if (address.starts_with(':'))
        host = QHostAddress(QHostAddress::Any);
    if (!m_server.listen(host, static_cast<quint16>(url.port())))
        return fail(Error::transport(m_server.errorString(), QString::fromStdString(address)));
    QUrl served = url;
    served.setPort(m_server.serverPort());
    served.setPath(QStringLiteral("/metrics"));
    return served.toString().toStdString();
}

void MetricsServer::serve(QTcpSocket *socket)
{
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
        const QByteArray request = socket->peek(longestRequest);
        if (!request.contains("\r\n\r\n") && request.size() < longestRequest)
            return;
        socket->readAll();
        socket->write(answerTo(request));
        socket->disconnectFromHost();
    });
}

QByteArray MetricsServer::answerTo(const QByteArray &request) const
{
    const QList<QByteArray> line = request.left(request.indexOf("\r\n")).split(' ');
    if (line.size() != 3 || !line[2].startsWith("HTTP/1."))
        return answer("400 Bad Request", "this is no HTTP request\n");
    if (line[0] != "GET")
        return answer("405 Method Not Allowed", "GET alone\n");
    const QByteArray path = line[1].split('?').constFirst();
    if (path == "/metrics") {
        if (m_refresh)
            m_refresh();
        return answer("200 OK", QByteArray::fromStdString(m_registry.text()), "text/plain; version=0.0.4; charset=utf-8");
    }
    if (path == "/healthz")
        return answer("200 OK", "ok");
    return answer("404 Not Found", "there are /metrics and /healthz\n");
}

} // namespace kube::examples
