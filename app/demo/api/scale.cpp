// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/scale.h"

#include "app/demo/api/object_json.h"

#include <QStringList>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QString selectorOf(const ResourceType &type, const QJsonObject &object)
{
    if (type.custom)
        return type.labelSelectorPath.empty() ? QString() : valueAt(object, type.labelSelectorPath).toString();
    QStringList terms;
    const QJsonObject labels = object.value("spec"_L1).toObject().value("selector"_L1).toObject().value("matchLabels"_L1).toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        terms.append(it.key() + u'=' + it.value().toString());
    return terms.join(u',');
}

} // namespace

QJsonObject scaleOf(const ResourceType &type, const QJsonObject &object)
{
    const QJsonObject metadata = object.value("metadata"_L1).toObject();
    QJsonObject scaleMetadata;
    for (const QLatin1String member : {"name"_L1, "namespace"_L1, "uid"_L1, "resourceVersion"_L1, "creationTimestamp"_L1}) {
        if (metadata.contains(member))
            scaleMetadata[member] = metadata.value(member);
    }
    QJsonObject status{{"replicas"_L1, valueAt(object, type.statusReplicasPath).toInteger()}};
    const QString selector = selectorOf(type, object);
    if (!selector.isEmpty())
        status["selector"_L1] = selector;
    // Zero is omitted, as the API's types have it.
    QJsonObject spec;
    if (const qint64 replicas = valueAt(object, type.specReplicasPath).toInteger(type.custom ? 0 : 1))
        spec["replicas"_L1] = replicas;
    return {{"kind"_L1, "Scale"_L1}, {"apiVersion"_L1, "autoscaling/v1"_L1}, {"metadata"_L1, scaleMetadata}, {"spec"_L1, spec}, {"status"_L1, status}};
}

tl::expected<QJsonObject, StatusReply> withScale(const ResourceType &type, const QJsonObject &object, const QJsonObject &scale)
{
    const qint64 replicas = scale.value("spec"_L1).toObject().value("replicas"_L1).toInteger();
    if (replicas < 0) {
        return refuse(invalid(u"autoscaling"_s, u"Scale"_s, object.value("metadata"_L1).toObject().value("name"_L1).toString(),
                              {{u"FieldValueInvalid"_s, u"Invalid value: %1: must be greater than or equal to 0"_s.arg(replicas), u"spec.replicas"_s}}));
    }
    return withValueAt(object, type.specReplicasPath, replicas);
}

} // namespace orrery::demo
