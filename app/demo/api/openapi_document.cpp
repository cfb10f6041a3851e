// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/openapi_document.h"
#include "app/demo/api/text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QString documentName(const kube::GroupVersion &gv)
{
    return (gv.group.empty() ? u"core"_s : text(gv.group)) + u'-' + text(gv.version);
}

QJsonObject recorded(const kube::GroupVersion &gv)
{
    QFile file(u":/demo/openapi/%1.json"_s.arg(documentName(gv)));
    if (file.open(QIODevice::ReadOnly))
        return QJsonDocument::fromJson(file.readAll()).object();
    return {{"openapi"_L1, "3.0.0"_L1},
            {"info"_L1, QJsonObject{{"title"_L1, "Kubernetes"_L1}, {"version"_L1, "demo"_L1}}},
            {"paths"_L1, QJsonObject()},
            {"components"_L1, QJsonObject{{"schemas"_L1, QJsonObject()}}}};
}

QJsonObject groupVersionKind(const ResourceType &type)
{
    return {{"group"_L1, text(type.group)}, {"version"_L1, text(type.version)}, {"kind"_L1, text(type.kind)}};
}

QJsonObject parameter(const char *name, const char *in, const char *type)
{
    QJsonObject result{{"name"_L1, QLatin1String(name)}, {"in"_L1, QLatin1String(in)}, {"schema"_L1, QJsonObject{{"type"_L1, QLatin1String(type)}, {"uniqueItems"_L1, true}}}};
    if (QLatin1String(in) == "path"_L1)
        result["required"_L1] = true;
    return result;
}

QJsonObject contentOf(std::initializer_list<const char *> mediaTypes, const QString &schema)
{
    QJsonObject content;
    for (const char *mediaType : mediaTypes)
        content[QLatin1String(mediaType)] = QJsonObject{{"schema"_L1, QJsonObject{{"$ref"_L1, QString(u"#/components/schemas/"_s + schema)}}}};
    return {{"content"_L1, content}};
}

/// As of a kind with this verb: "post" of "create" …
QJsonObject operation(const ResourceType &type, const QString &schema, const QString &method)
{
    QJsonObject result{{"x-kubernetes-action"_L1, method}, {"x-kubernetes-group-version-kind"_L1, groupVersionKind(type)},
                       {"responses"_L1, QJsonObject{{"200"_L1, contentOf({"application/json"}, schema)}}}};
    if (method == "get"_L1)
        return result;
    QJsonArray parameters{parameter("dryRun", "query", "string")};
    if (method == "delete"_L1) {
        parameters.append(parameter("gracePeriodSeconds", "query", "integer"));
        parameters.append(parameter("propagationPolicy", "query", "string"));
    } else {
        parameters.append(parameter("fieldManager", "query", "string"));
        QJsonObject body = contentOf({"application/json", "application/yaml"}, schema);
        if (method == "patch"_L1) {
            parameters.append(parameter("force", "query", "boolean"));
            body = contentOf({"application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json"}, schema);
        }
        body["required"_L1] = true;
        result["requestBody"_L1] = body;
    }
    result["parameters"_L1] = parameters;
    return result;
}

void addPaths(QJsonObject &paths, const ResourceType &type, const QString &schema)
{
    const QString root = u'/' + openApiPath(type.groupVersion()) + (type.namespaced ? u"/namespaces/{namespace}/"_s : u"/"_s) + text(type.plural);
    const std::vector<std::string> verbs = type.verbs();
    const auto itemOf = [&](std::initializer_list<std::pair<const char *, const char *>> methods, QJsonArray parameters) {
        QJsonObject item;
        for (const auto &[verb, method] : methods) {
            if (std::find(verbs.begin(), verbs.end(), verb) != verbs.end())
                item[QLatin1String(method)] = operation(type, schema, QString::fromLatin1(method));
        }
        if (type.namespaced)
            parameters.append(parameter("namespace", "path", "string"));
        if (!item.isEmpty() && !parameters.isEmpty())
            item["parameters"_L1] = parameters;
        return item;
    };
    const std::pair<QString, QJsonObject> items[] = {
        {root, itemOf({{"list", "get"}, {"create", "post"}, {"deletecollection", "delete"}}, {})},
        {root + u"/{name}"_s, itemOf({{"get", "get"}, {"update", "put"}, {"patch", "patch"}, {"delete", "delete"}}, {parameter("name", "path", "string")})}};
    for (const auto &[path, item] : items) {
        if (!item.isEmpty())
            paths[path] = item;
    }
}

bool describes(const QJsonObject &schemas, const QJsonObject &kind)
{
    return std::any_of(schemas.begin(), schemas.end(), [&](const QJsonValue &schema) {
        return schema.toObject().value("x-kubernetes-group-version-kind"_L1).toArray().contains(kind);
    });
}

} // namespace

QString openApiPath(const kube::GroupVersion &gv)
{
    return gv.group.empty() ? u"api/"_s + text(gv.version) : u"apis/%1/%2"_s.arg(text(gv.group), text(gv.version));
}

QJsonObject recordedSchemas(const kube::GroupVersion &gv)
{
    return recorded(gv).value("components"_L1).toObject().value("schemas"_L1).toObject();
}

QJsonObject openApiDocument(const ResourceTypes &types, const kube::GroupVersion &gv)
{
    QJsonObject document = recorded(gv);
    QJsonObject components = document.value("components"_L1).toObject();
    QJsonObject schemas = components.value("schemas"_L1).toObject();
    QJsonObject paths = document.value("paths"_L1).toObject();
    for (const ResourceTypePtr &type : types.of(gv)) {
        if (describes(schemas, groupVersionKind(*type)))
            continue;
        const QString name = documentName(gv) + u'.' + text(type->kind);
        schemas[name] = QJsonObject{{"type"_L1, "object"_L1}, {"x-kubernetes-preserve-unknown-fields"_L1, true}, {"x-kubernetes-group-version-kind"_L1, QJsonArray{groupVersionKind(*type)}}};
        addPaths(paths, *type, name);
    }
    components["schemas"_L1] = schemas;
    document["components"_L1] = components;
    document["paths"_L1] = paths;
    return document;
}

} // namespace orrery::demo
