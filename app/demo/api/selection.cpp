// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/selection.h"

#include "app/demo/api/alias.h"
#include "core/object/json.h"

#include <QHash>
#include <QStringList>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Source: kubernetes pkg/apis/*/v1/conversion.go, AddFieldLabelConversionFunc.
bool isSelectable(const ResourceType &type, const QString &path)
{
    static const QHash<QString, QStringList> more{
        {u"pods"_s, {u"spec.nodeName"_s, u"spec.restartPolicy"_s, u"spec.schedulerName"_s, u"spec.serviceAccountName"_s, u"spec.hostNetwork"_s, u"status.phase"_s, u"status.podIP"_s, u"status.nominatedNodeName"_s}},
        {u"events"_s, {u"involvedObject.kind"_s, u"involvedObject.namespace"_s, u"involvedObject.name"_s, u"involvedObject.uid"_s, u"involvedObject.apiVersion"_s,
                       u"involvedObject.resourceVersion"_s, u"involvedObject.fieldPath"_s, u"reason"_s, u"reportingComponent"_s, u"source"_s, u"type"_s}},
        {u"nodes"_s, {u"spec.unschedulable"_s}},
        {u"namespaces"_s, {u"status.phase"_s}},
        {u"secrets"_s, {u"type"_s}},
        {u"services"_s, {u"spec.clusterIP"_s, u"spec.type"_s}},
        {u"replicationcontrollers"_s, {u"status.replicas"_s}},
        {u"jobs"_s, {u"status.successful"_s}},
        {u"replicasets"_s, {u"status.replicas"_s}},
    };
    static const QStringList eventFields{u"regarding.kind"_s, u"regarding.namespace"_s, u"regarding.name"_s, u"regarding.uid"_s, u"regarding.apiVersion"_s,
                                         u"regarding.resourceVersion"_s, u"regarding.fieldPath"_s, u"reason"_s, u"reportingController"_s, u"type"_s};
    if (type.group == "events.k8s.io" && path.section(u'.', 0, 0) != "metadata"_L1)
        return eventFields.contains(path);
    return path == "metadata.name"_L1 || (type.namespaced && path == "metadata.namespace"_L1) || more.value(QString::fromStdString(type.plural)).contains(path);
}

} // namespace

kube::Result<Selection> Selection::of(const Call &call, const ResourceType &type, const std::string &namespaceName)
{
    Selection selection;
    selection.m_namespace = namespaceName;
    auto labels = kube::LabelSelector::parse(call.parameter(u"labelSelector"_s).toStdString());
    if (!labels)
        return kube::fail(kube::Error::badInput(u"unable to parse requirement: "_s + labels.error().message));
    selection.m_labels = std::move(*labels);
    const QStringList terms = call.parameter(u"fieldSelector"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &term : terms) {
        FieldTerm field;
        qsizetype at = term.indexOf("!="_L1);
        qsizetype length = 2;
        if (at >= 0) {
            field.equal = false;
        } else {
            at = term.indexOf("=="_L1);
            if (at < 0) {
                at = term.indexOf(u'=');
                length = 1;
            }
        }
        if (at <= 0)
            return kube::fail(kube::Error::badInput(u"invalid selector: '%1'; can't understand '%1'"_s.arg(term)));
        for (const QString &step : term.left(at).split(u'.'))
            field.path.push_back(step.toStdString());
        field.path.front() = storedMember(type, field.path.front());
        if (!isSelectable(type, term.left(at))) {
            const QString group = QString::fromStdString(type.group);
            return kube::fail(kube::Error::badInput(u"Unable to find \"%1/%2, Resource=%3\" that match label selector \"%4\", field selector \"%5\": field label not supported: %6"_s.arg(
                group, QString::fromStdString(type.version), QString::fromStdString(type.plural), call.parameter(u"labelSelector"_s), call.parameter(u"fieldSelector"_s), term.left(at))));
        }
        field.value = term.mid(at + length).toStdString();
        selection.m_fields.push_back(std::move(field));
    }
    return selection;
}

bool Selection::matches(const StoredObject &object) const
{
    if (!m_namespace.empty() && object.key.namespaceName != m_namespace)
        return false;
    if (!m_labels.isEmpty() && !m_labels.matches(object.labels))
        return false;
    if (m_fields.empty())
        return true;
    // The one that every client asks for needs no parse.
    if (m_fields.size() == 1 && m_fields[0].path == std::vector<std::string>{"metadata", "name"})
        return (object.key.name == m_fields[0].value) == m_fields[0].equal;
    const auto document = kube::JsonDocument::parse(object.json);
    if (!document)
        return false;
    for (const FieldTerm &field : m_fields) {
        kube::JsonValue value = document->root();
        for (const std::string &step : field.path)
            value = value[step];
        if ((value.toText() == field.value) != field.equal)
            return false;
    }
    return true;
}

} // namespace orrery::demo
