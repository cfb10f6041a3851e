// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/field_validation.h"

#include "app/demo/api/openapi_document.h"
#include "app/demo/api/request_body.h"

#include <QJsonArray>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Walks a document beside its schema.
class FieldWalk
{
public:
    explicit FieldWalk(QJsonObject schemas) : m_schemas(std::move(schemas)) {}

    void visit(const QJsonObject &given, const QJsonValue &value, const QString &path)
    {
        const QJsonObject schema = resolved(given);
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            visit(schema.value("items"_L1).toObject(), items.at(i), u"%1[%2]"_s.arg(path).arg(i));
        const QJsonObject object = value.toObject();
        const QJsonObject properties = schema.value("properties"_L1).toObject();
        const QJsonObject others = schema.value("additionalProperties"_L1).toObject();
        const bool isOpen = properties.isEmpty() || schema.value("x-kubernetes-preserve-unknown-fields"_L1).toBool();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString inner = path.isEmpty() ? it.key() : path + u'.' + it.key();
            if (properties.contains(it.key()))
                visit(properties.value(it.key()).toObject(), it.value(), inner);
            else if (!others.isEmpty())
                visit(others, it.value(), inner);
            else if (!isOpen && !it.key().startsWith(u'$')) // $patch and its like are the patch's
                m_unknown.append(inner);
        }
    }
    [[nodiscard]] const QStringList &unknown() const { return m_unknown; }

private:
    [[nodiscard]] QJsonObject resolved(QJsonObject schema) const
    {
        if (const QJsonArray all = schema.value("allOf"_L1).toArray(); all.size() == 1)
            schema = all.at(0).toObject();
        const QString reference = schema.value("$ref"_L1).toString();
        return reference.isEmpty() ? schema : m_schemas.value(reference.section(u'/', -1)).toObject();
    }

    QJsonObject m_schemas;
    QStringList m_unknown;
};

QJsonObject schemaOfKind(const QJsonObject &schemas, const ResourceType &type)
{
    const QJsonObject kind{{"group"_L1, QString::fromStdString(type.group)}, {"version"_L1, QString::fromStdString(type.version)}, {"kind"_L1, QString::fromStdString(type.kind)}};
    for (const QJsonValue &schema : schemas) {
        if (schema.toObject().value("x-kubernetes-group-version-kind"_L1).toArray().contains(kind))
            return schema.toObject();
    }
    return {};
}

StatusReply refusalOf(const ResourceType &type, const Call &call, const QStringList &unknown)
{
    QStringList words;
    for (const QString &field : unknown)
        words.append(u"unknown field \"%1\""_s.arg(field));
    const QString strict = u"strict decoding error: "_s + words.join(u", "_s);
    if (call.method == "PATCH")
        return invalid({}, {}, {}, {{u"FieldValueInvalid"_s, u"Invalid value: \"%1\": %2"_s.arg(QString::fromUtf8(call.body), strict), u"patch"_s}});
    const QString kind = QString::fromStdString(type.kind);
    return badRequest(u"%1 in version \"%2\" cannot be handled as a %1: %3"_s.arg(kind, QString::fromStdString(type.version), strict));
}

} // namespace

QList<std::pair<QByteArray, QByteArray>> FieldCheck::warnings() const
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (QString field : unknown) {
        // It stands within quotes, and on one line.
        field.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
        field.replace("\\"_L1, "\\\\"_L1).replace("\""_L1, "\\\""_L1);
        headers.append({"Warning", R"(299 - "unknown field \")" + field.toUtf8() + R"(\"")"});
    }
    return headers;
}

FieldCheck checkFields(const ResourceType &type, const Call &call)
{
    const QString asked = call.parameter(u"fieldValidation"_s);
    const QByteArray contentType = call.header("content-type");
    if ((asked != "Strict"_L1 && asked != "Warn"_L1) || contentType.contains("json-patch+json"))
        return {};
    const auto body = bodyOf(call);
    if (!body)
        return {}; // whoever writes it says what is wrong
    const QJsonObject schemas = recordedSchemas(type.groupVersion());
    FieldWalk walk(schemas);
    walk.visit(schemaOfKind(schemas, type), *body, {});
    FieldCheck check{walk.unknown(), std::nullopt};
    if (asked == "Strict"_L1 && !check.unknown.isEmpty())
        check.refusal = refusalOf(type, call, check.unknown);
    return check;
}

} // namespace orrery::demo
