// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/representation.h"

#include "core/object/json.h"
#include "core/object/object_meta.h"

#include <QJsonObject>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Column {
    QString name;
    QString type;
    QString format;
    int priority = 0;
};

QString age(const kube::ObjectMeta &meta)
{
    if (!meta.creationTimestamp)
        return u"<unknown>"_s;
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now() - *meta.creationTimestamp).count();
    if (seconds < 120)
        return u"%1s"_s.arg(std::max<qint64>(seconds, 0));
    if (seconds < 3 * 3600)
        return u"%1m"_s.arg(seconds / 60);
    if (seconds < 48 * 3600)
        return u"%1h"_s.arg(seconds / 3600);
    return u"%1d"_s.arg(seconds / 86400);
}

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

bool isCore(const ResourceType &type, const char *plural)
{
    return type.group.empty() && type.plural == plural;
}

std::vector<Column> middleColumns(const ResourceType &type)
{
    if (isCore(type, "pods"))
        return {{u"Ready"_s, u"string"_s}, {u"Status"_s, u"string"_s}, {u"Restarts"_s, u"string"_s}};
    if (type.group == "apps" && type.plural == "deployments")
        return {{u"Ready"_s, u"string"_s}, {u"Up-to-date"_s, u"string"_s}, {u"Available"_s, u"string"_s}};
    if (type.group == "apps" && type.plural == "replicasets")
        return {{u"Desired"_s, u"integer"_s}, {u"Current"_s, u"integer"_s}, {u"Ready"_s, u"integer"_s}};
    if (isCore(type, "nodes") || isCore(type, "namespaces"))
        return {{u"Status"_s, u"string"_s}};
    if (isCore(type, "configmaps"))
        return {{u"Data"_s, u"string"_s}};
    if (isCore(type, "secrets"))
        return {{u"Type"_s, u"string"_s}, {u"Data"_s, u"string"_s}};
    return {};
}

QJsonArray middleCells(const ResourceType &type, kube::JsonValue root)
{
    const kube::JsonValue spec = root["spec"];
    const kube::JsonValue status = root["status"];
    if (isCore(type, "pods")) {
        std::int64_t ready = 0;
        std::int64_t restarts = 0;
        QString reason = text(status["reason"].string(status["phase"].string("Unknown")));
        status["containerStatuses"].forEachItem([&](kube::JsonValue container) {
            ready += container["ready"].boolean() ? 1 : 0;
            restarts += container["restartCount"].integer(0);
            const auto waiting = container["state"]["waiting"]["reason"].string();
            const auto terminated = container["state"]["terminated"]["reason"].string();
            if (!waiting.empty() || !terminated.empty())
                reason = text(waiting.empty() ? terminated : waiting);
        });
        if (root["metadata"]["deletionTimestamp"].exists())
            reason = u"Terminating"_s;
        return {QString(u"%1/%2"_s.arg(ready).arg(spec["containers"].size())), reason, QString::number(restarts)};
    }
    if (type.group == "apps" && type.plural == "deployments") {
        return {QString(u"%1/%2"_s.arg(status["readyReplicas"].integer(0)).arg(spec["replicas"].integer(1))),
                qint64(status["updatedReplicas"].integer(0)), qint64(status["availableReplicas"].integer(0))};
    }
    if (type.group == "apps" && type.plural == "replicasets")
        return {qint64(spec["replicas"].integer(1)), qint64(status["replicas"].integer(0)), qint64(status["readyReplicas"].integer(0))};
    if (isCore(type, "namespaces"))
        return {text(status["phase"].string())};
    if (isCore(type, "nodes")) {
        QString word = u"Unknown"_s;
        status["conditions"].forEachItem([&](kube::JsonValue condition) {
            if (condition["type"].string() == "Ready")
                word = condition["status"].string() == "True" ? u"Ready"_s : u"NotReady"_s;
        });
        if (spec["unschedulable"].boolean())
            word += u",SchedulingDisabled"_s;
        return {word};
    }
    if (isCore(type, "configmaps"))
        return {qint64(root["data"].size() + root["binaryData"].size())};
    if (isCore(type, "secrets"))
        return {text(root["type"].string()), qint64(root["data"].size())};
    return {};
}

} // namespace

QJsonArray tableColumns(const ResourceType &type)
{
    std::vector<Column> columns{{u"Name"_s, u"string"_s, u"name"_s}};
    for (Column &column : middleColumns(type))
        columns.push_back(std::move(column));
    columns.push_back({u"Age"_s, u"string"_s});
    QJsonArray result;
    for (const Column &column : columns) {
        result.append(QJsonObject{{"name"_L1, column.name}, {"type"_L1, column.type}, {"format"_L1, column.format},
                                  {"description"_L1, QString()}, {"priority"_L1, column.priority}});
    }
    return result;
}

QJsonArray tableCells(const ResourceType &type, const StoredObject &object)
{
    const auto document = kube::JsonDocument::parse(object.json);
    if (!document)
        return {};
    const kube::ObjectMeta meta = kube::ObjectMeta::of(document->root());
    QJsonArray cells{QString::fromStdString(meta.name)};
    const QJsonArray middle = middleCells(type, document->root());
    for (const QJsonValue &cell : middle)
        cells.append(cell);
    cells.append(age(meta));
    return cells;
}

} // namespace orrery::demo
