// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/validation.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

using Causes = QList<std::array<QString, 3>>;

bool isWorkload(const ResourceType &type)
{
    return type.group == "apps" && (type.plural == "deployments" || type.plural == "replicasets" || type.plural == "statefulsets");
}

/// Of either group: both are stored in one form.
bool isEvent(const ResourceType &type)
{
    return type.storedResource() == kube::GroupResource{"", "events"};
}

void setDefault(QJsonObject &object, QLatin1String member, const QJsonValue &value)
{
    if (!object.contains(member))
        object[member] = value;
}

void defaultPodSpec(QJsonObject &spec)
{
    setDefault(spec, "restartPolicy"_L1, "Always"_L1);
    setDefault(spec, "terminationGracePeriodSeconds"_L1, 30);
    setDefault(spec, "dnsPolicy"_L1, "ClusterFirst"_L1);
    setDefault(spec, "schedulerName"_L1, "default-scheduler"_L1);
    QJsonArray containers = spec.value("containers"_L1).toArray();
    for (qsizetype i = 0; i < containers.size(); ++i) {
        QJsonObject container = containers.at(i).toObject();
        setDefault(container, "imagePullPolicy"_L1, "IfNotPresent"_L1);
        setDefault(container, "resources"_L1, QJsonObject());
        setDefault(container, "terminationMessagePath"_L1, "/dev/termination-log"_L1);
        setDefault(container, "terminationMessagePolicy"_L1, "File"_L1);
        containers[i] = container;
    }
    spec["containers"_L1] = containers;
}

void defaultStrategy(QJsonObject &spec)
{
    QJsonObject strategy = spec.value("strategy"_L1).toObject();
    setDefault(strategy, "type"_L1, "RollingUpdate"_L1);
    if (strategy.value("type"_L1).toString() == "RollingUpdate"_L1) {
        QJsonObject rolling = strategy.value("rollingUpdate"_L1).toObject();
        setDefault(rolling, "maxSurge"_L1, "25%"_L1);
        setDefault(rolling, "maxUnavailable"_L1, "25%"_L1);
        strategy["rollingUpdate"_L1] = rolling;
    }
    spec["strategy"_L1] = strategy;
}

void checkName(const QString &name, Causes &causes)
{
    static const QRegularExpression subdomain(u"^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.:][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"_s);
    if (name.isEmpty()) {
        causes.append({u"FieldValueRequired"_s, u"Required value: name or generateName is required"_s, u"metadata.name"_s});
    } else if (name.size() > 253 || !subdomain.match(name).hasMatch()) {
        causes.append({u"FieldValueInvalid"_s,
                       u"Invalid value: \"%1\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"_s.arg(name),
                       u"metadata.name"_s});
    }
}

void checkContainers(const QJsonObject &podSpec, const QString &path, Causes &causes)
{
    const QJsonArray containers = podSpec.value("containers"_L1).toArray();
    if (containers.isEmpty())
        causes.append({u"FieldValueRequired"_s, u"Required value"_s, path + u".containers"_s});
    for (qsizetype i = 0; i < containers.size(); ++i) {
        const QJsonObject container = containers.at(i).toObject();
        for (const QLatin1String member : {"name"_L1, "image"_L1}) {
            if (container.value(member).toString().isEmpty())
                causes.append({u"FieldValueRequired"_s, u"Required value"_s, u"%1.containers[%2].%3"_s.arg(path).arg(i).arg(member)});
        }
    }
}

void checkWorkload(const QJsonObject &spec, Causes &causes)
{
    const qint64 replicas = spec.value("replicas"_L1).toInteger();
    if (replicas < 0) {
        causes.append({u"FieldValueInvalid"_s, u"Invalid value: %1: must be greater than or equal to 0"_s.arg(replicas), u"spec.replicas"_s});
    }
    const QJsonObject selector = spec.value("selector"_L1).toObject();
    const QJsonObject wanted = selector.value("matchLabels"_L1).toObject();
    const QJsonObject podTemplate = spec.value("template"_L1).toObject();
    const QJsonObject labels = podTemplate.value("metadata"_L1).toObject().value("labels"_L1).toObject();
    if (selector.isEmpty())
        causes.append({u"FieldValueRequired"_s, u"Required value"_s, u"spec.selector"_s});
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (labels.value(it.key()) != it.value()) {
            causes.append({u"FieldValueInvalid"_s, u"Invalid value: `selector` does not match template `labels`"_s, u"spec.template.metadata.labels"_s});
            break;
        }
    }
    checkContainers(podTemplate.value("spec"_L1).toObject(), u"spec.template.spec"_s, causes);
}

/// The newer group insists on what the older one leaves open.
void checkEvent(const ResourceType &type, const QJsonObject &event, Causes &causes)
{
    const QString kind = event.value("type"_L1).toString();
    if (type.alias && event.value("eventTime"_L1).toString().isEmpty())
        causes.append({u"FieldValueRequired"_s, u"Required value"_s, u"eventTime"_s});
    if (type.alias && kind != "Normal"_L1 && kind != "Warning"_L1)
        causes.append({u"FieldValueInvalid"_s, u"Invalid value: \"%1\": has invalid value: %1"_s.arg(kind), u"type"_s});
    const QString about = event.value("involvedObject"_L1).toObject().value("namespace"_L1).toString();
    const QString space = event.value("metadata"_L1).toObject().value("namespace"_L1).toString();
    if (!about.isEmpty() && about != space)
        causes.append({u"FieldValueInvalid"_s, u"Invalid value: \"%1\": does not match event.namespace"_s.arg(about), u"involvedObject.namespace"_s});
}

} // namespace

void setDefaults(const ResourceType &type, QJsonObject &object)
{
    QJsonObject spec = object.value("spec"_L1).toObject();
    if (isWorkload(type)) {
        setDefault(spec, "replicas"_L1, 1);
        if (type.plural == "deployments") {
            setDefault(spec, "revisionHistoryLimit"_L1, 10);
            setDefault(spec, "progressDeadlineSeconds"_L1, 600);
            defaultStrategy(spec);
        }
        QJsonObject podTemplate = spec.value("template"_L1).toObject();
        QJsonObject podSpec = podTemplate.value("spec"_L1).toObject();
        defaultPodSpec(podSpec);
        podTemplate["spec"_L1] = podSpec;
        spec["template"_L1] = podTemplate;
        object["spec"_L1] = spec;
    } else if (type.group.empty() && type.plural == "pods") {
        defaultPodSpec(spec);
        object["spec"_L1] = spec;
        QJsonObject status = object.value("status"_L1).toObject();
        setDefault(status, "phase"_L1, "Pending"_L1);
        setDefault(status, "qosClass"_L1, "BestEffort"_L1);
        object["status"_L1] = status;
    } else if (type.group.empty() && type.plural == "namespaces") {
        QJsonObject status = object.value("status"_L1).toObject();
        setDefault(status, "phase"_L1, "Active"_L1);
        object["status"_L1] = status;
    } else if (type.group.empty() && type.plural == "secrets") {
        setDefault(object, "type"_L1, "Opaque"_L1);
    } else if (isEvent(type)) {
        for (const QLatin1String member : {"eventTime"_L1, "firstTimestamp"_L1, "lastTimestamp"_L1})
            setDefault(object, member, QJsonValue::Null);
        for (const QLatin1String member : {"reportingComponent"_L1, "reportingInstance"_L1})
            setDefault(object, member, QString());
        setDefault(object, "source"_L1, QJsonObject());
    }
}

std::optional<StatusReply> validate(const ResourceType &type, const QJsonObject &object)
{
    Causes causes;
    const QString name = object.value("metadata"_L1).toObject().value("name"_L1).toString();
    checkName(name, causes);
    const QJsonObject spec = object.value("spec"_L1).toObject();
    if (isWorkload(type))
        checkWorkload(spec, causes);
    else if (type.group.empty() && type.plural == "pods")
        checkContainers(spec, u"spec"_s, causes);
    else if (isEvent(type))
        checkEvent(type, object, causes);
    if (causes.isEmpty())
        return std::nullopt;
    return invalid(QString::fromStdString(type.storedResource().group), QString::fromStdString(type.kind), name, causes);
}

} // namespace orrery::demo
