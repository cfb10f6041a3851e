// SPDX-License-Identifier: Apache-2.0
#include "core/requests/request_target.h"

#include "core/audit/audit_entry.h"

#include <QUrlQuery>

namespace kube {

namespace {

bool asksForChanges(const QUrl &url)
{
    const QString watch = QUrlQuery(url).queryItemValue(QStringLiteral("watch"));
    return watch == QLatin1String("true") || watch == QLatin1String("1");
}

} // namespace

RequestTarget RequestTarget::of(const QByteArray &method, const QUrl &url, const QString &prefix)
{
    AuditEntry entry = AuditEntry::ofRequest(method, url, prefix, {}, {});
    RequestTarget target{std::move(entry.verb), std::move(entry.resource), std::move(entry.object), std::move(entry.subresource), std::move(entry.path)};
    if (target.resource.resource.empty()) {
        target.verb = method.toLower().toStdString();
        target.resource = {};
        if (url.hasQuery())
            target.path += '?' + url.query(QUrl::FullyDecoded).toStdString();
    } else if (method == "GET") {
        target.verb = asksForChanges(url) ? "watch" : target.object.name.empty() ? "list" : "get";
    } else if (target.verb == method.toStdString()) {
        target.verb = method.toLower().toStdString();
    }
    return target;
}

std::string RequestTarget::toText() const
{
    if (resource.resource.empty())
        return path;
    std::string text = resource.toString();
    if (!object.name.empty())
        text += ' ' + (object.namespaceName.empty() ? object.name : object.namespaceName + '/' + object.name);
    else if (!object.namespaceName.empty())
        text += " in " + object.namespaceName;
    if (!subresource.empty())
        text += ' ' + subresource;
    return text;
}

} // namespace kube
