// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/representation.h"

#include "app/demo/api/alias.h"
#include "app/demo/api/object_json.h"
#include "core/object/json.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray compact(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QByteArray member(std::string_view json, std::string_view name)
{
    const auto document = kube::JsonDocument::parse(json);
    return document ? QByteArray::fromStdString(document->root()[name].toJson()) : QByteArray("{}");
}

QByteArray bytes(const std::string &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

std::string served(const ResourceType &type, const StoredObject &object)
{
    const auto hasVersion = [&] { return object.json.find("\"apiVersion\":\"" + type.groupVersion().apiVersion() + '"') < object.json.find("\"metadata\":"); };
    const bool isAsStored = !type.alias && (!type.custom || hasVersion());
    return isAsStored ? object.json : toJson(asServed(type, parseObject(object.json)));
}

} // namespace

Representation Representation::of(const Call &call, ResourceTypePtr type)
{
    Representation result;
    result.m_type = std::move(type);
    const QByteArray accept = call.header("accept");
    if (accept.contains("as=Table"))
        result.m_form = Form::Table;
    else if (accept.contains("as=PartialObjectMetadata"))
        result.m_form = Form::PartialMetadata;
    const QString include = call.parameter(u"includeObject"_s);
    result.m_include = include == "None"_L1 ? IncludeObject::None
        : include == "Object"_L1            ? IncludeObject::Object
                                            : IncludeObject::Metadata;
    return result;
}

QByteArray Representation::listHead(std::uint64_t revision, const QByteArray &continueToken, qint64 remaining) const
{
    QByteArray head;
    switch (m_form) {
    case Form::Object:
        head = "{\"kind\":\"" + bytes(m_type->kind) + "List\",\"apiVersion\":\"" + bytes(m_type->groupVersion().apiVersion()) + '"';
        break;
    case Form::PartialMetadata:
        head = "{\"kind\":\"PartialObjectMetadataList\",\"apiVersion\":\"meta.k8s.io/v1\"";
        break;
    case Form::Table:
        head = "{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\"";
        break;
    }
    head += ",\"metadata\":{\"resourceVersion\":\"" + QByteArray::number(static_cast<quint64>(revision)) + '"';
    if (!continueToken.isEmpty())
        head += ",\"continue\":\"" + continueToken + '"';
    if (remaining > 0)
        head += ",\"remainingItemCount\":" + QByteArray::number(remaining);
    head += '}';
    if (m_form == Form::Table)
        return head + ",\"columnDefinitions\":" + compact(tableColumns(*m_type)) + ",\"rows\":[";
    return head + ",\"items\":[";
}

QByteArray Representation::partial(const StoredObject &object) const
{
    return "{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":" + member(object.json, "metadata") + '}';
}

QByteArray Representation::row(const StoredObject &object) const
{
    QByteArray result = "{\"cells\":" + compact(tableCells(*m_type, object));
    if (m_include == IncludeObject::Object)
        result += ",\"object\":" + bytes(served(*m_type, object));
    else if (m_include == IncludeObject::Metadata)
        result += ",\"object\":" + partial(object);
    else
        result += ",\"object\":null";
    return result + '}';
}

QByteArray Representation::item(const StoredObject &object) const
{
    switch (m_form) {
    case Form::Object: return bytes(m_type->custom ? served(*m_type, object) : withoutKind(served(*m_type, object)));
    case Form::PartialMetadata: return partial(object);
    case Form::Table: return row(object);
    }
    return {};
}

QByteArray Representation::eventObject(const StoredObject &object, bool first) const
{
    if (m_form == Form::Object)
        return bytes(served(*m_type, object));
    if (m_form == Form::PartialMetadata)
        return partial(object);
    return "{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"resourceVersion\":\""
        + QByteArray::number(static_cast<quint64>(object.revision)) + "\"},\"columnDefinitions\":"
        + (first ? compact(tableColumns(*m_type)) : QByteArray("null")) + ",\"rows\":[" + row(object) + "]}";
}

QByteArray Representation::bookmark(std::uint64_t revision, bool initialEventsEnd, bool first) const
{
    const QByteArray metadata = "{\"resourceVersion\":\"" + QByteArray::number(static_cast<quint64>(revision)) + '"'
        + (initialEventsEnd ? ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}" : "") + '}';
    const QByteArray object = m_form == Form::Object
        ? "{\"kind\":\"" + bytes(m_type->kind) + "\",\"apiVersion\":\"" + bytes(m_type->groupVersion().apiVersion()) + "\",\"metadata\":" + metadata + '}'
        : "{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":" + metadata + '}';
    if (m_form != Form::Table)
        return object;
    QJsonArray zeros;
    for (qsizetype i = 0; i < tableColumns(*m_type).size(); ++i)
        zeros.append(QString());
    return "{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"resourceVersion\":\""
        + QByteArray::number(static_cast<quint64>(revision)) + "\"},\"columnDefinitions\":"
        + (first ? compact(tableColumns(*m_type)) : QByteArray("null")) + ",\"rows\":[{\"cells\":" + compact(zeros)
        + ",\"object\":" + object + "}]}";
}

} // namespace orrery::demo
