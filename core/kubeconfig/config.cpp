// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/config.h"

#include <QUrl>

namespace kube {

namespace {

template <typename Entry>
const Entry *find(const QList<Entry> &entries, const QString &name)
{
    for (const Entry &entry : entries) {
        if (entry.name == name)
            return &entry;
    }
    return nullptr;
}

} // namespace

QString Origin::toString() const
{
    if (line <= 0)
        return file;
    if (column <= 0)
        return QStringLiteral("%1:%2").arg(file).arg(line);
    return QStringLiteral("%1:%2:%3").arg(file).arg(line).arg(column);
}

QString KubeconfigEntry::where(const QString &field) const
{
    return fields.value(field, origin).toString();
}

const Cluster *Config::cluster(const QString &name) const
{
    return find(clusters, name);
}

const User *Config::user(const QString &name) const
{
    return find(users, name);
}

const Context *Config::context(const QString &name) const
{
    return find(contexts, name);
}

QString withoutPassword(const QString &url)
{
    QUrl parsed(url, QUrl::StrictMode);
    if (parsed.isValid() && !parsed.host().isEmpty()) {
        if (parsed.userInfo().isEmpty())
            return url;
        parsed.setUserInfo({});
        return parsed.toString();
    }
    // What QUrl refuses may hold a password all the same.
    const auto at = url.lastIndexOf(QLatin1Char('@'));
    if (at < 0)
        return url;
    const auto scheme = url.indexOf(QLatin1String("://"));
    return (scheme < 0 || scheme > at ? QString() : url.left(scheme + 3)) + url.mid(at + 1);
}

} // namespace kube
