// SPDX-License-Identifier: Apache-2.0
#include "core/rest/proxy_settings.h"

#include <QHostAddress>

namespace kube {

namespace {

int portOf(const QUrl &server)
{
    return server.port(server.scheme() == QLatin1String("https") ? 443 : 80);
}

bool isLoopback(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

/// Splits "name:port" and "[::1]:port"; port 0 when there is none.
std::pair<QString, int> splitPort(const QString &entry)
{
    if (entry.startsWith(QLatin1Char('['))) {
        const qsizetype close = entry.indexOf(QLatin1Char(']'));
        return {entry.mid(1, close - 1), entry.mid(close + 1).startsWith(QLatin1Char(':')) ? entry.mid(close + 2).toInt() : 0};
    }
    if (entry.count(QLatin1Char(':')) == 1)
        return {entry.section(QLatin1Char(':'), 0, 0), entry.section(QLatin1Char(':'), 1).toInt()};
    return {entry, 0};
}

bool entryHolds(const QString &entry, const QString &host, int port)
{
    const QHostAddress address(host);
    if (entry.contains(QLatin1Char('/'))) {
        const auto subnet = QHostAddress::parseSubnet(entry);
        return !subnet.first.isNull() && !address.isNull() && address.isInSubnet(subnet);
    }
    auto [name, onlyPort] = splitPort(entry);
    if (onlyPort != 0 && onlyPort != port)
        return false;
    if (const QHostAddress exact(name); !exact.isNull())
        return exact == address;
    if (name.startsWith(QLatin1String("*.")))
        name.remove(0, 1);
    if (name.startsWith(QLatin1Char('.')))
        return host.endsWith(name);
    return host == name || host.endsWith(QLatin1Char('.') + name);
}

} // namespace

Environment systemEnvironment()
{
    return [](const char *name) { return qEnvironmentVariable(name); };
}

bool isExemptFromProxy(const QUrl &server, const QString &noProxy)
{
    const QString host = server.host().toLower();
    if (isLoopback(host))
        return true;
    for (const QString &part : noProxy.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString entry = part.trimmed().toLower();
        if (entry == QLatin1String("*") || (!entry.isEmpty() && entryHolds(entry, host, portOf(server))))
            return true;
    }
    return false;
}

Result<QUrl> proxyFromEnvironment(const QUrl &server, const Environment &environment)
{
    const auto either = [&environment](const char *upper, const char *lower) {
        const QString value = environment(upper);
        return value.isEmpty() ? environment(lower) : value;
    };
    const bool tls = server.scheme() == QLatin1String("https");
    QString value = tls ? either("HTTPS_PROXY", "https_proxy") : either("HTTP_PROXY", "http_proxy");
    if (value.isEmpty() || isExemptFromProxy(server, either("NO_PROXY", "no_proxy")))
        return QUrl();
    if (!value.contains(QLatin1String("://")))
        value.prepend(QLatin1String("http://"));
    QUrl proxy(value);
    if (!proxy.isValid() || proxy.host().isEmpty())
        return fail(Error::badInput(QStringLiteral("not a proxy's URL"), tls ? QStringLiteral("HTTPS_PROXY") : QStringLiteral("HTTP_PROXY")));
    return proxy;
}

Result<QNetworkProxy> qtProxy(const QUrl &proxy, const QByteArray &userAgent)
{
    if (proxy.isEmpty())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QString scheme = proxy.scheme();
    const bool socks = scheme == QLatin1String("socks5") || scheme == QLatin1String("socks5h");
    if (proxy.host().isEmpty() || (!socks && scheme != QLatin1String("http"))) {
        return fail(Error::badInput(scheme == QLatin1String("https")
                                        ? QStringLiteral("a proxy that is itself reached over TLS cannot be used: use http:// or socks5://")
                                        : QStringLiteral("a proxy's URL begins with http:// or socks5://"),
                                    proxy.toDisplayString()));
    }
    QNetworkProxy result(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, proxy.host(),
                         static_cast<quint16>(proxy.port(socks ? 1080 : 80)));
    if (socks) {
        result.setUser(proxy.userName(QUrl::FullyDecoded));
        result.setPassword(proxy.password(QUrl::FullyDecoded));
        return result;
    }
    result.setRawHeader("User-Agent", userAgent);
    // Sent at once: Qt 6.4 waits for ever on a proxy that closes the connection after its 407.
    if (!proxy.userName().isEmpty()) {
        const QString pair = proxy.userName(QUrl::FullyDecoded) + QLatin1Char(':') + proxy.password(QUrl::FullyDecoded);
        result.setRawHeader("Proxy-Authorization", "Basic " + pair.toUtf8().toBase64());
    }
    return result;
}

} // namespace kube
