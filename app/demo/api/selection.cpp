// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/selection.h"

#include "core/object/json.h"

#include <QStringList>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

kube::Result<Selection> Selection::of(const Call &call, const std::string &namespaceName)
{
    Selection selection;
    selection.m_namespace = namespaceName;
    auto labels = kube::LabelSelector::parse(call.parameter(u"labelSelector"_s).toStdString());
    if (!labels)
        return kube::fail(labels.error());
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
