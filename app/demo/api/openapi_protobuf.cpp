// SPDX-License-Identifier: Apache-2.0
// The numbers are those of the fields in gnostic's openapiv2/OpenAPIv2.proto.
#include "app/demo/api/openapi_two.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One protobuf message, written field by field.
class Message
{
public:
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    void bytes(int field, const QByteArray &value)
    {
        number(static_cast<quint64>(field) << 3 | 2);
        number(static_cast<quint64>(value.size()));
        m_bytes += value;
    }
    void message(int field, const Message &value) { bytes(field, value.m_bytes); }
    void text(int field, const QJsonValue &value)
    {
        if (value.isString())
            bytes(field, value.toString().toUtf8());
    }
    void texts(int field, const QJsonValue &values)
    {
        for (const QJsonValue &value : values.toArray())
            text(field, value);
    }
    void flag(int field, const QJsonValue &value)
    {
        if (!value.toBool())
            return;
        number(static_cast<quint64>(field) << 3);
        number(1);
    }
    void real(int field, const QJsonValue &value)
    {
        if (!value.isDouble())
            return;
        number(static_cast<quint64>(field) << 3 | 1);
        const double exact = value.toDouble();
        quint64 bits = 0;
        memcpy(&bits, &exact, sizeof bits);
        for (int shift = 0; shift < 64; shift += 8)
            m_bytes += static_cast<char>(bits >> shift & 0xff);
    }

private:
    void number(quint64 value)
    {
        for (; value > 0x7f; value >>= 7)
            m_bytes += static_cast<char>((value & 0x7f) | 0x80);
        m_bytes += static_cast<char>(value);
    }
    QByteArray m_bytes;
};

Message within(int field, const Message &inner)
{
    Message outer;
    outer.message(field, inner);
    return outer;
}

Message named(const QString &name, const Message &value)
{
    Message result;
    result.text(1, name);
    result.message(2, value);
    return result;
}

/// gnostic's Any: YAML, which JSON is.
Message anyOf(const QJsonValue &value)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    Message result;
    result.bytes(2, inArray.mid(1, inArray.size() - 2));
    return result;
}

void extensions(Message &message, int field, const QJsonObject &object)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().startsWith("x-"_L1))
            message.message(field, named(it.key(), anyOf(it.value())));
    }
}

Message schemaMessage(const QJsonObject &schema);

Message schemasMessage(const QJsonObject &schemas)
{
    Message result;
    for (auto it = schemas.begin(); it != schemas.end(); ++it)
        result.message(1, named(it.key(), schemaMessage(it.value().toObject())));
    return result;
}

Message schemaMessage(const QJsonObject &schema)
{
    Message result;
    result.text(1, schema.value("$ref"_L1));
    result.text(2, schema.value("format"_L1));
    result.text(4, schema.value("description"_L1));
    result.real(7, schema.value("maximum"_L1));
    result.real(9, schema.value("minimum"_L1));
    result.texts(19, schema.value("required"_L1));
    for (const QJsonValue &value : schema.value("enum"_L1).toArray())
        result.message(20, anyOf(value));
    const QJsonValue additional = schema.value("additionalProperties"_L1);
    if (additional.isObject())
        result.message(21, within(1, schemaMessage(additional.toObject())));
    if (schema.contains("type"_L1)) {
        Message type;
        type.text(1, schema.value("type"_L1));
        result.message(22, type);
    }
    if (schema.contains("items"_L1))
        result.message(23, within(1, schemaMessage(schema.value("items"_L1).toObject())));
    if (schema.contains("properties"_L1))
        result.message(25, schemasMessage(schema.value("properties"_L1).toObject()));
    extensions(result, 31, schema);
    return result;
}

Message parameterMessage(const QJsonObject &parameter)
{
    enum Place { Body = 1, NotBody = 2, Query = 3, Path = 4 };
    const QString in = parameter.value("in"_L1).toString();
    Message result;
    if (in == "body"_L1) {
        result.text(2, parameter.value("name"_L1));
        result.text(3, in);
        result.flag(4, parameter.value("required"_L1));
        result.message(5, schemaMessage(parameter.value("schema"_L1).toObject()));
        return within(1, within(Body, result));
    }
    const bool isQuery = in == "query"_L1;
    result.flag(1, parameter.value("required"_L1));
    result.text(2, in);
    result.text(4, parameter.value("name"_L1));
    result.text(isQuery ? 6 : 5, parameter.value("type"_L1));
    result.flag(isQuery ? 20 : 19, parameter.value("uniqueItems"_L1));
    return within(1, within(NotBody, within(isQuery ? Query : Path, result)));
}

Message operationMessage(const QJsonObject &operation)
{
    Message result;
    result.texts(1, operation.value("tags"_L1));
    result.text(5, operation.value("operationId"_L1));
    result.texts(6, operation.value("produces"_L1));
    result.texts(7, operation.value("consumes"_L1));
    for (const QJsonValue &parameter : operation.value("parameters"_L1).toArray())
        result.message(8, parameterMessage(parameter.toObject()));
    Message responses;
    const QJsonObject codes = operation.value("responses"_L1).toObject();
    for (auto it = codes.begin(); it != codes.end(); ++it) {
        const QJsonObject of = it.value().toObject();
        Message response;
        response.text(1, of.value("description"_L1));
        if (of.contains("schema"_L1))
            response.message(2, within(1, schemaMessage(of.value("schema"_L1).toObject())));
        responses.message(1, named(it.key(), within(1, response)));
    }
    result.message(9, responses);
    extensions(result, 13, operation);
    return result;
}

Message pathMessage(const QJsonObject &item)
{
    static constexpr std::pair<const char *, int> methods[] = {{"get", 2}, {"put", 3}, {"post", 4}, {"delete", 5}, {"patch", 8}};
    Message result;
    for (const auto &[method, field] : methods) {
        if (item.contains(QLatin1String(method)))
            result.message(field, operationMessage(item.value(QLatin1String(method)).toObject()));
    }
    for (const QJsonValue &parameter : item.value("parameters"_L1).toArray())
        result.message(9, parameterMessage(parameter.toObject()));
    return result;
}

} // namespace

QByteArray openApiTwoProtobuf(const QJsonObject &document)
{
    const QJsonObject about = document.value("info"_L1).toObject();
    Message info;
    info.text(1, about.value("title"_L1));
    info.text(2, about.value("version"_L1));
    Message paths;
    const QJsonObject items = document.value("paths"_L1).toObject();
    for (auto it = items.begin(); it != items.end(); ++it)
        paths.message(2, named(it.key(), pathMessage(it.value().toObject())));
    Message result;
    result.text(1, document.value("swagger"_L1));
    result.message(2, info);
    result.message(8, paths);
    result.message(9, schemasMessage(document.value("definitions"_L1).toObject()));
    return result.bytes();
}

} // namespace orrery::demo
