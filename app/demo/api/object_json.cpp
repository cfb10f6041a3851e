// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/object_json.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList stepsOf(const std::string &path)
{
    return QString::fromStdString(path).split(u'.', Qt::SkipEmptyParts);
}

QJsonObject set(QJsonObject object, QStringList steps, const QJsonValue &value)
{
    const QString step = steps.takeFirst();
    object[step] = steps.isEmpty() ? value : QJsonValue(set(object.value(step).toObject(), steps, value));
    return object;
}

/// Where the string that begins at position ends: behind its closing quote.
std::optional<std::size_t> endOfString(const std::string &json, std::size_t position)
{
    for (std::size_t i = position + 1; i < json.size(); ++i) {
        if (json[i] == '\\')
            ++i;
        else if (json[i] == '"')
            return i + 1;
    }
    return std::nullopt;
}

} // namespace

QJsonObject parseObject(const std::string &json)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
}

std::string toJson(const QJsonObject &object)
{
    QJsonObject rest = object;
    QByteArray json = "{";
    for (const QLatin1String member : {"kind"_L1, "apiVersion"_L1, "metadata"_L1}) {
        const QJsonValue value = rest.take(member);
        if (value.isUndefined())
            continue;
        const QByteArray one = QJsonDocument(QJsonObject{{member, value}}).toJson(QJsonDocument::Compact);
        json += (json.size() > 1 ? "," : "") + one.mid(1, one.size() - 2);
    }
    const QByteArray tail = QJsonDocument(rest).toJson(QJsonDocument::Compact);
    if (!rest.isEmpty() && json.size() > 1)
        json += ',';
    return (json + tail.mid(1)).toStdString();
}

std::string withoutKind(const std::string &json)
{
    std::size_t position = 1;
    for (const std::string_view member : {std::string_view("\"kind\":"), std::string_view("\"apiVersion\":")}) {
        if (json.compare(position, member.size(), member) != 0)
            continue;
        const auto end = endOfString(json, position + member.size());
        if (!end)
            return json;
        position = json[*end] == ',' ? *end + 1 : *end;
    }
    return '{' + json.substr(position);
}

QString newUid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString nowText()
{
    return QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

QJsonValue valueAt(const QJsonObject &object, const std::string &path)
{
    QJsonValue value = object;
    for (const QString &step : stepsOf(path))
        value = value.toObject().value(step);
    return value;
}

QJsonObject withValueAt(const QJsonObject &object, const std::string &path, const QJsonValue &value)
{
    const QStringList steps = stepsOf(path);
    return steps.isEmpty() ? object : set(object, steps, value);
}

} // namespace orrery::demo
