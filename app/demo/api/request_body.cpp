// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/request_body.h"

#include "core/object/yaml.h"

#include <QJsonDocument>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

tl::unexpected<StatusReply> refuse(StatusReply status)
{
    return tl::unexpected<StatusReply>(std::move(status));
}

StatusReply missing(const ResourceType &type, const std::string &name)
{
    return notFound(QString::fromStdString(type.group), QString::fromStdString(type.plural), QString::fromStdString(name));
}

StatusReply modified(const ResourceType &type, const std::string &name)
{
    return conflict(QString::fromStdString(type.group), QString::fromStdString(type.plural), QString::fromStdString(name),
                    u"the object has been modified; please apply your changes to the latest version and try again"_s);
}

std::optional<StatusReply> unreadable(const Call &call)
{
    const QByteArray type = call.header("content-type").split(';').constFirst().trimmed().toLower();
    if (call.body.isEmpty() || type.isEmpty() || type == "application/json" || type == "application/yaml")
        return std::nullopt;
    return unsupportedMediaType(u"the body of the request was in an unknown format - accepted media types include: application/json, application/yaml"_s);
}

tl::expected<QJsonObject, StatusReply> bodyOf(const Call &call)
{
    QByteArray json = call.body;
    const QByteArray contentType = call.header("content-type");
    if (contentType.contains("yaml")) {
        const auto converted = kube::yamlToJson(std::string_view(call.body.constData(), static_cast<std::size_t>(call.body.size())));
        if (!converted)
            return refuse(badRequest(u"error decoding YAML: "_s + converted.error().toString()));
        json = QByteArray::fromStdString(*converted);
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return refuse(badRequest(u"the object provided is unrecognized: "_s + error.errorString()));
    return document.object();
}

bool isDryRun(const Call &call)
{
    return call.parameter(u"dryRun"_s) == "All"_L1;
}

QString managerOf(const Call &call)
{
    const QString manager = call.parameter(u"fieldManager"_s);
    return manager.isEmpty() ? QString::fromUtf8(call.header("user-agent")).section(u'/', 0, 0) : manager;
}

} // namespace orrery::demo
