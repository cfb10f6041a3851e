// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/status.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject detailsOf(const QString &group, const QString &resource, const QString &name)
{
    QJsonObject details;
    if (!name.isEmpty())
        details["name"_L1] = name;
    if (!group.isEmpty())
        details["group"_L1] = group;
    if (!resource.isEmpty())
        details["kind"_L1] = resource;
    return details;
}

QString qualified(const QString &group, const QString &resource)
{
    return group.isEmpty() ? resource : resource + u'.' + group;
}

} // namespace

QJsonObject StatusReply::toJson() const
{
    QJsonObject status{{"kind"_L1, "Status"_L1}, {"apiVersion"_L1, "v1"_L1},   {"metadata"_L1, metadata},
                       {"status"_L1, code < 300 ? "Success"_L1 : "Failure"_L1}, {"message"_L1, message},
                       {"reason"_L1, reason},    {"code"_L1, code}};
    if (!details.isEmpty())
        status["details"_L1] = details;
    return status;
}

void StatusReply::sendTo(const ReplyPtr &reply, int retryAfterSeconds) const
{
    QList<std::pair<QByteArray, QByteArray>> more;
    if (retryAfterSeconds > 0)
        more.append({"Retry-After", QByteArray::number(retryAfterSeconds)});
    reply->begin(code, "application/json", more);
    reply->write(QJsonDocument(toJson()).toJson(QJsonDocument::Compact) + '\n');
    reply->finish();
}

StatusReply notFound(const QString &group, const QString &resource, const QString &name)
{
    return {404, u"NotFound"_s, u"%1 \"%2\" not found"_s.arg(qualified(group, resource), name), detailsOf(group, resource, name)};
}

StatusReply alreadyExists(const QString &group, const QString &resource, const QString &name)
{
    return {409, u"AlreadyExists"_s, u"%1 \"%2\" already exists"_s.arg(qualified(group, resource), name), detailsOf(group, resource, name)};
}

StatusReply conflict(const QString &group, const QString &resource, const QString &name, const QString &why)
{
    return {409, u"Conflict"_s,
            u"Operation cannot be fulfilled on %1 \"%2\": %3"_s.arg(qualified(group, resource), name, why),
            detailsOf(group, resource, name)};
}

StatusReply badRequest(const QString &message)
{
    return {400, u"BadRequest"_s, message, {}};
}

StatusReply unknownPath()
{
    return {404, u"NotFound"_s, u"the server could not find the requested resource"_s, {}};
}

StatusReply methodNotAllowed()
{
    return {405, u"MethodNotAllowed"_s, u"the server does not allow this method on the requested resource"_s, {}};
}

StatusReply unsupportedMediaType(const QString &message)
{
    return {415, u"UnsupportedMediaType"_s, message, {}};
}

StatusReply tooLarge(quint64 asked, quint64 current)
{
    return {504, u"Timeout"_s, u"Timeout: Too large resource version: %1, current: %2"_s.arg(asked).arg(current),
            {{"retryAfterSeconds"_L1, 1},
             {"causes"_L1, QJsonArray{QJsonObject{{"reason"_L1, "ResourceVersionTooLarge"_L1}, {"message"_L1, "Too large resource version"_L1}}}}}};
}

StatusReply expired(const QString &message)
{
    return {410, u"Expired"_s, message, {}};
}

StatusReply invalid(const QString &group, const QString &kind, const QString &name, const QList<std::array<QString, 3>> &causes)
{
    QJsonObject details = detailsOf(group, kind, name);
    QJsonArray list;
    QStringList words;
    for (const auto &[reason, message, field] : causes) {
        list.append(QJsonObject{{"reason"_L1, reason}, {"message"_L1, message}, {"field"_L1, field}});
        words.append(field + u": "_s + message);
    }
    details["causes"_L1] = list;
    const QString text = words.size() == 1 ? words.first() : u'[' + words.join(u", "_s) + u']';
    return {422, u"Invalid"_s, u"%1 \"%2\" is invalid: %3"_s.arg(group.isEmpty() ? kind : kind + u'.' + group, name, text), details};
}

void sendJson(const ReplyPtr &reply, int code, const QJsonObject &object, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    reply->begin(code, "application/json", headers);
    reply->write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    reply->finish();
}

} // namespace orrery::demo
