// SPDX-License-Identifier: Apache-2.0
#include "core/audit/audit_entry.h"

#include "core/object/json.h"
#include "core/object/object_meta.h"

#include <QUrlQuery>

namespace kube {

namespace {

constexpr std::size_t mostBodyBytes = 256 * 1024;

std::string verbOf(const QByteArray &method, const AuditEntry &entry)
{
    if (method == "POST")
        return "create";
    if (method == "PUT")
        return "update";
    if (method == "PATCH")
        return "patch";
    if (method == "DELETE")
        return entry.object.name.empty() ? "deletecollection" : "delete";
    return method.toStdString();
}

/// /api/v1[/namespaces/N]/RESOURCE[/NAME[/SUBRESOURCE…]], or /apis/G/V/… likewise.
void readPath(const QStringList &segments, AuditEntry &entry)
{
    const auto at = [&segments](qsizetype index) { return segments.value(index).toStdString(); };
    qsizetype next = 0;
    if (segments.size() > 2 && segments[0] == QLatin1String("api")) {
        entry.resource.version = at(1);
        next = 2;
    } else if (segments.size() > 3 && segments[0] == QLatin1String("apis")) {
        entry.resource.group = at(1);
        entry.resource.version = at(2);
        next = 3;
    } else {
        return;
    }
    // /namespaces/N alone, and its finalize and status, are of the namespace itself.
    const bool isWithin = segments.size() > next + 2 && segments[next] == QLatin1String("namespaces")
        && !(segments.size() == next + 3 && (segments[next + 2] == QLatin1String("finalize") || segments[next + 2] == QLatin1String("status")));
    if (isWithin) {
        entry.object.namespaceName = at(next + 1);
        next += 2;
    }
    entry.resource.resource = at(next);
    entry.object.name = at(next + 1);
    entry.subresource = segments.mid(next + 2).join(QLatin1Char('/')).toStdString();
}

} // namespace

AuditEntry AuditEntry::ofRequest(const QByteArray &method, const QUrl &url, const QString &prefix, const QByteArray &contentType, const QByteArray &body)
{
    AuditEntry entry;
    QString path = url.path(QUrl::FullyDecoded);
    if (!prefix.isEmpty() && path.startsWith(prefix))
        path.remove(0, prefix.size());
    readPath(path.split(QLatin1Char('/'), Qt::SkipEmptyParts), entry);
    if (entry.resource.resource.empty())
        entry.path = path.toStdString();
    entry.verb = verbOf(method, entry);
    const QUrlQuery query(url);
    entry.isDryRun = query.queryItemValue(QStringLiteral("dryRun")) == QLatin1String("All");
    entry.fieldManager = query.queryItemValue(QStringLiteral("fieldManager"), QUrl::FullyDecoded).toStdString();
    entry.contentType = contentType.toStdString();
    entry.body = body.toStdString();
    return entry;
}

bool AuditEntry::isOfSecrets() const
{
    return resource.group.empty() && resource.resource == "secrets";
}

QByteArray AuditEntry::toLine() const
{
    std::string line = "{";
    const auto add = [&line](std::string_view name, std::string_view value) {
        if (value.empty())
            return;
        if (line.size() > 1)
            line += ',';
        appendJsonString(line, name);
        line += ':';
        appendJsonString(line, value);
    };
    add("time", formatTime(time));
    add("context", source.context);
    add("server", source.server);
    add("user", source.user);
    add("verb", verb);
    add("group", resource.group);
    add("version", resource.version);
    add("resource", resource.resource);
    add("namespace", object.namespaceName);
    add("name", object.name);
    add("subresource", subresource);
    add("path", path);
    add("fieldManager", fieldManager);
    if (isDryRun)
        line += ",\"dryRun\":true";
    add("contentType", contentType);
    const std::string safe = body.size() > mostBodyBytes ? std::string() : redactedBody(body, isOfSecrets());
    // A body that is JSON stands there as such, so that the log can be searched by its fields.
    if (body.size() > mostBodyBytes)
        add("body", std::to_string(body.size()).append(" bytes"));
    else if (!safe.empty() && JsonDocument::parse(safe))
        line += ",\"body\":" + safe;
    else
        add("body", safe);
    line += ",\"status\":" + std::to_string(status);
    add("result", error ? errorKindName(error->kind) : "Done");
    // The server's words may quote what it was sent.
    if (error && !isOfSecrets())
        add("message", error->message.toStdString());
    if (error && error->status)
        add("reason", error->status->reason.toStdString());
    line += "}\n";
    // Written as one line whatever the body's spelling: a line feed between tokens would end it.
    std::replace(line.begin(), line.end() - 1, '\n', ' ');
    return QByteArray::fromStdString(line);
}

} // namespace kube
