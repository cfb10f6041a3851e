// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/representation.h"

#include "app/demo/api/object_json.h"
#include "app/demo/api/table_text.h"
#include "app/demo/api/text.h"
#include "core/object/json.h"

#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <map>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Column {
    const char *name;
    const char *type = "string";
    const char *format = "";
    int priority = 0;
};

struct Kind {
    std::vector<Column> columns;
    std::function<QJsonArray(kube::JsonValue root)> cells;
};

const Column nameColumn{"Name", "string", "name"};
const Column ageColumn{"Age"};

qint64 number(kube::JsonValue value, std::int64_t otherwise = 0)
{
    return value.integer(otherwise);
}

QString nameOf(kube::JsonValue root)
{
    return text(root["metadata"]["name"].string());
}

QString ageOf(kube::JsonValue root)
{
    return ageText(root["metadata"]["creationTimestamp"].string());
}

QJsonArray podCells(kube::JsonValue root)
{
    const kube::JsonValue status = root["status"];
    qint64 ready = 0;
    qint64 restarts = 0;
    status["containerStatuses"].forEachItem([&](kube::JsonValue container) {
        ready += container["ready"].boolean() ? 1 : 0;
        restarts += number(container["restartCount"]);
    });
    return {nameOf(root), QString(u"%1/%2"_s.arg(ready).arg(root["spec"]["containers"].size())), podReason(root), QString::number(restarts), ageOf(root),
            orNone(status["podIP"]), orNone(root["spec"]["nodeName"]), orNone(status["nominatedNodeName"]), none()};
}

QJsonArray nodeCells(kube::JsonValue root)
{
    const kube::JsonValue info = root["status"]["nodeInfo"];
    const auto known = [](kube::JsonValue value) { return value.string().empty() ? u"<unknown>"_s : text(value.string()); };
    return {nameOf(root), nodeStatus(root), nodeRoles(root), ageOf(root), text(info["kubeletVersion"].string()), nodeAddress(root, "InternalIP"),
            nodeAddress(root, "ExternalIP"), known(info["osImage"]), known(info["kernelVersion"]), known(info["containerRuntimeVersion"])};
}

QJsonArray serviceCells(kube::JsonValue root)
{
    const kube::JsonValue spec = root["spec"];
    QStringList ports;
    spec["ports"].forEachItem([&](kube::JsonValue port) {
        const QString nodePort = number(port["nodePort"]) > 0 ? u":%1"_s.arg(number(port["nodePort"])) : QString();
        ports.append(u"%1%2/%3"_s.arg(number(port["port"])).arg(nodePort, text(port["protocol"].string("TCP"))));
    });
    return {nameOf(root), text(spec["type"].string("ClusterIP")), orNone(spec["clusterIP"]), orNone(root["status"]["loadBalancer"]["ingress"].at(0)["ip"]),
            ports.isEmpty() ? none() : ports.join(u','), ageOf(root), pairs(spec["selector"])};
}

QJsonArray eventCells(kube::JsonValue root)
{
    const kube::JsonValue about = root["involvedObject"];
    const kube::JsonValue first = root["firstTimestamp"];
    const kube::JsonValue last = root["lastTimestamp"];
    return {ageText(last.string(root["eventTime"].string())), text(root["type"].string()), text(root["reason"].string()),
            QString(text(about["kind"].string()).toLower() + u'/' + text(about["name"].string())), text(about["fieldPath"].string()),
            text(root["source"]["component"].string(root["reportingComponent"].string())), text(root["message"].string()).trimmed(),
            ageText(first.string(root["eventTime"].string())), number(root["count"], 1), nameOf(root)};
}

QJsonArray templated(kube::JsonValue root, QJsonArray cells)
{
    const kube::JsonValue containers = root["spec"]["template"]["spec"]["containers"];
    cells.append(ageOf(root));
    cells.append(joined(containers, "name"));
    cells.append(joined(containers, "image"));
    cells.append(pairs(root["spec"]["selector"]["matchLabels"]));
    return cells;
}

/// Source: kubernetes pkg/printers/internalversion; the columns of 1.20 that 1.36 still has.
const std::map<kube::GroupResource, Kind> &kinds()
{
    static const std::vector<Column> wideTemplate{ageColumn, {"Containers", "string", "", 1}, {"Images", "string", "", 1}, {"Selector", "string", "", 1}};
    const auto with = [](std::vector<Column> columns, const std::vector<Column> &more) {
        columns.insert(columns.begin(), nameColumn);
        columns.insert(columns.end(), more.begin(), more.end());
        return columns;
    };
    static const std::map<kube::GroupResource, Kind> known{
        {{"", "pods"}, {with({{"Ready"}, {"Status"}, {"Restarts"}, ageColumn}, {{"IP", "string", "", 1}, {"Node", "string", "", 1}, {"Nominated Node", "string", "", 1}, {"Readiness Gates", "string", "", 1}}), podCells}},
        {{"", "nodes"}, {with({{"Status"}, {"Roles"}, ageColumn, {"Version"}}, {{"Internal-IP", "string", "", 1}, {"External-IP", "string", "", 1}, {"OS-Image", "string", "", 1}, {"Kernel-Version", "string", "", 1}, {"Container-Runtime", "string", "", 1}}), nodeCells}},
        {{"", "namespaces"}, {with({{"Status"}, ageColumn}, {}), [](kube::JsonValue root) { return QJsonArray{nameOf(root), text(root["status"]["phase"].string()), ageOf(root)}; }}},
        {{"", "configmaps"}, {with({{"Data"}, ageColumn}, {}), [](kube::JsonValue root) { return QJsonArray{nameOf(root), qint64(root["data"].size() + root["binaryData"].size()), ageOf(root)}; }}},
        {{"", "secrets"}, {with({{"Type"}, {"Data"}, ageColumn}, {}), [](kube::JsonValue root) { return QJsonArray{nameOf(root), text(root["type"].string()), qint64(root["data"].size()), ageOf(root)}; }}},
        {{"", "services"}, {with({{"Type"}, {"Cluster-IP"}, {"External-IP"}, {"Port(s)"}, ageColumn}, {{"Selector", "string", "", 1}}), serviceCells}},
        {{"", "events"}, {{{"Last Seen"}, {"Type"}, {"Reason"}, {"Object"}, {"Subobject", "string", "", 1}, {"Source", "string", "", 1}, {"Message"}, {"First Seen", "string", "", 1}, {"Count", "string", "", 1}, {"Name", "string", "name", 1}}, eventCells}},
        {{"apps", "deployments"}, {with({{"Ready"}, {"Up-to-date"}, {"Available"}}, wideTemplate), [](kube::JsonValue root) {
             const kube::JsonValue status = root["status"];
             return templated(root, {nameOf(root), QString(u"%1/%2"_s.arg(number(status["readyReplicas"])).arg(number(root["spec"]["replicas"], 1))), number(status["updatedReplicas"]), number(status["availableReplicas"])});
         }}},
        {{"apps", "replicasets"}, {with({{"Desired", "integer"}, {"Current", "integer"}, {"Ready", "integer"}}, wideTemplate), [](kube::JsonValue root) {
             const kube::JsonValue status = root["status"];
             return templated(root, {nameOf(root), number(root["spec"]["replicas"], 1), number(status["replicas"]), number(status["readyReplicas"])});
         }}},
        {{"coordination.k8s.io", "leases"}, {with({{"Holder"}, ageColumn}, {}), [](kube::JsonValue root) { return QJsonArray{nameOf(root), text(root["spec"]["holderIdentity"].string()), ageOf(root)}; }}},
    };
    return known;
}

QJsonObject definition(const QString &name, const QString &type, const QString &format, int priority)
{
    return {{"name"_L1, name}, {"type"_L1, type}, {"format"_L1, format}, {"description"_L1, QString()}, {"priority"_L1, priority}};
}

QJsonArray customCells(const ResourceType &type, const StoredObject &stored)
{
    const QJsonObject object = parseObject(stored.json);
    QJsonArray cells{QString::fromStdString(stored.key.name)};
    for (const ResourceType::Column &column : type.columns) {
        const QJsonValue value = valueAt(object, column.path);
        if (column.type == "date")
            cells.append(ageText(value.toString().toStdString()));
        else
            cells.append(value.isUndefined() ? QJsonValue() : value);
    }
    return cells;
}

} // namespace

QJsonArray tableColumns(const ResourceType &type)
{
    QJsonArray result;
    if (type.custom) {
        result.append(definition(u"Name"_s, u"string"_s, u"name"_s, 0));
        for (const ResourceType::Column &column : type.columns)
            result.append(definition(QString::fromStdString(column.name), QString::fromStdString(column.type), QString::fromStdString(column.format), column.priority));
        return result;
    }
    const auto known = kinds().find(type.storedResource());
    const std::vector<Column> plain{nameColumn, {"Created At", "date"}};
    for (const Column &column : known == kinds().end() ? plain : known->second.columns)
        result.append(definition(QLatin1String(column.name), QLatin1String(column.type), QLatin1String(column.format), column.priority));
    return result;
}

QJsonArray tableCells(const ResourceType &type, const StoredObject &object)
{
    if (type.custom)
        return customCells(type, object);
    const auto document = kube::JsonDocument::parse(object.json);
    if (!document)
        return {};
    const auto known = kinds().find(type.storedResource());
    if (known != kinds().end())
        return known->second.cells(document->root());
    return {nameOf(document->root()), text(document->root()["metadata"]["creationTimestamp"].string())};
}

} // namespace orrery::demo
