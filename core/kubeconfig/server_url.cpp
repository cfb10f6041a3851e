// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/server_url.h"

namespace kube::kubeconfig {

namespace {

/// User information must not be read as a scheme or shown: see withoutPassword().
QString shown(const QString &url)
{
    return withoutPassword(url).left(200);
}

} // namespace

Result<QUrl> serverUrl(const Cluster &cluster)
{
    const auto refused = [&](const QString &why) {
        return fail(Error::badInput(QStringLiteral("server \"%1\" %2").arg(shown(cluster.server), why)));
    };
    QString text = cluster.server;
    if (!text.contains(QLatin1String("://"))) {
        const bool tls = cluster.insecureSkipTlsVerify || !cluster.certificateAuthority.isEmpty()
            || !cluster.certificateAuthorityData.isEmpty();
        text.prepend(tls ? QStringLiteral("https://") : QStringLiteral("http://"));
        const QUrl bare(text, QUrl::StrictMode);
        if (bare.isValid() && !bare.path().isEmpty() && bare.path() != QLatin1String("/"))
            return refused(QStringLiteral("is no URL; write https:// before it"));
    }
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return refused(QStringLiteral("is no URL; write it as https://HOST:PORT"));
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return refused(QStringLiteral("is neither https nor http; write it as https://HOST:PORT"));
    if (!url.userInfo().isEmpty())
        return refused(QStringLiteral("holds a user name or password; put them into username and password of the user"));
    url.setQuery(QString());
    url.setFragment(QString());
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

Result<QUrl> proxyUrl(const Cluster &cluster)
{
    if (cluster.proxyUrl.isEmpty())
        return QUrl();
    const QUrl url(cluster.proxyUrl, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool known = scheme == QLatin1String("http") || scheme == QLatin1String("https") || scheme == QLatin1String("socks5");
    if (!url.isValid() || !known || url.host().isEmpty()) {
        return fail(Error::badInput(QStringLiteral("proxy-url \"%1\" is no proxy; write it as http://HOST:PORT, https://HOST:PORT "
                                                   "or socks5://HOST:PORT")
                                        .arg(shown(cluster.proxyUrl))));
    }
    return url;
}

} // namespace kube::kubeconfig
