// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/openapi_two.h"

#include "app/demo/api/openapi_document.h"

#include <QJsonArray>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject schemaOf(const QJsonObject &three);

QJsonObject schemasOf(const QJsonObject &three)
{
    QJsonObject two;
    for (auto it = three.begin(); it != three.end(); ++it)
        two[it.key()] = schemaOf(it.value().toObject());
    return two;
}

/// An integer or a string, a quantity: v2 has no oneOf and calls either a string.
void narrow(QJsonObject &schema)
{
    if (!schema.contains("oneOf"_L1))
        return;
    schema.remove("oneOf"_L1);
    schema["type"_L1] = "string"_L1;
}

QJsonObject schemaOf(const QJsonObject &three)
{
    QJsonObject two = three;
    two.remove("default"_L1);
    narrow(two);
    // v3 wraps a reference to give it neighbours; v2 does not mind them.
    const QJsonArray all = two.value("allOf"_L1).toArray();
    if (all.size() == 1) {
        two.remove("allOf"_L1);
        const QJsonObject only = all.at(0).toObject();
        for (auto it = only.begin(); it != only.end(); ++it)
            two[it.key()] = it.value();
    }
    if (two.contains("$ref"_L1))
        two["$ref"_L1] = two.value("$ref"_L1).toString().replace("#/components/schemas/"_L1, "#/definitions/"_L1);
    if (two.contains("properties"_L1))
        two["properties"_L1] = schemasOf(two.value("properties"_L1).toObject());
    for (const QLatin1String member : {"items"_L1, "additionalProperties"_L1}) {
        if (two.value(member).isObject())
            two[member] = schemaOf(two.value(member).toObject());
    }
    return two;
}

QJsonArray parametersOf(const QJsonArray &three, FieldValidation validation)
{
    QJsonArray two;
    for (const QJsonValue &value : three) {
        QJsonObject parameter = value.toObject();
        if (validation == FieldValidation::ByClient && parameter.value("name"_L1).toString() == "fieldValidation"_L1)
            continue;
        const QJsonObject schema = parameter.take("schema"_L1).toObject();
        for (auto it = schema.begin(); it != schema.end(); ++it)
            parameter[it.key()] = it.value();
        two.append(parameter);
    }
    return two;
}

QJsonArray namesOf(const QJsonObject &object)
{
    return QJsonArray::fromStringList(object.keys());
}

QJsonObject schemaOfContent(const QJsonObject &content)
{
    return content.isEmpty() ? QJsonObject() : schemaOf(content.begin().value().toObject().value("schema"_L1).toObject());
}

QJsonObject operationOf(const QJsonObject &three, FieldValidation validation)
{
    QJsonObject two = three;
    QJsonArray parameters = parametersOf(two.value("parameters"_L1).toArray(), validation);
    const QJsonObject body = two.take("requestBody"_L1).toObject();
    const QJsonObject taken = body.value("content"_L1).toObject();
    if (!taken.isEmpty()) {
        parameters.prepend(QJsonObject{{"name"_L1, "body"_L1}, {"in"_L1, "body"_L1}, {"required"_L1, body.value("required"_L1).toBool()}, {"schema"_L1, schemaOfContent(taken)}});
        two["consumes"_L1] = namesOf(taken);
    }
    if (!parameters.isEmpty())
        two["parameters"_L1] = parameters;
    QJsonObject responses = two.value("responses"_L1).toObject();
    for (auto it = responses.begin(); it != responses.end(); ++it) {
        const QJsonObject given = it.value().toObject().value("content"_L1).toObject();
        QJsonObject response{{"description"_L1, QString()}};
        if (!given.isEmpty()) {
            response["schema"_L1] = schemaOfContent(given);
            two["produces"_L1] = namesOf(given);
        }
        it.value() = response;
    }
    two["responses"_L1] = responses;
    return two;
}

QJsonObject pathOf(const QJsonObject &three, FieldValidation validation)
{
    QJsonObject two;
    for (auto it = three.begin(); it != three.end(); ++it)
        two[it.key()] = it.key() == "parameters"_L1 ? QJsonValue(parametersOf(it.value().toArray(), validation)) : QJsonValue(operationOf(it.value().toObject(), validation));
    return two;
}

} // namespace

QJsonObject openApiTwo(const ResourceTypes &types, FieldValidation validation)
{
    QJsonObject paths;
    QJsonObject definitions;
    for (const kube::GroupVersion &gv : types.groupVersions()) {
        const QJsonObject three = openApiDocument(types, gv);
        const QJsonObject served = three.value("paths"_L1).toObject();
        for (auto it = served.begin(); it != served.end(); ++it)
            paths[it.key()] = pathOf(it.value().toObject(), validation);
        const QJsonObject schemas = schemasOf(three.value("components"_L1).toObject().value("schemas"_L1).toObject());
        for (auto it = schemas.begin(); it != schemas.end(); ++it)
            definitions[it.key()] = it.value();
    }
    return {{"swagger"_L1, "2.0"_L1},
            {"info"_L1, QJsonObject{{"title"_L1, "Kubernetes"_L1}, {"version"_L1, "demo"_L1}}},
            {"paths"_L1, paths},
            {"definitions"_L1, definitions}};
}

} // namespace orrery::demo
