// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/ownership.h"

#include <QJsonArray>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Source: apimachinery metav1.FinalizerDeleteDependents.
const QJsonValue foreground("foregroundDeletion"_L1);

QJsonObject metadataIn(const QJsonObject &object)
{
    return object.value("metadata"_L1).toObject();
}

/// The list of metadata without what drop holds for; no member where nothing is left.
template <typename Drop>
QJsonObject filtered(QJsonObject object, QLatin1String member, Drop drop)
{
    QJsonObject metadata = metadataIn(object);
    QJsonArray left;
    for (const QJsonValue &value : metadata.value(member).toArray()) {
        if (!drop(value))
            left.append(value);
    }
    if (left.isEmpty())
        metadata.remove(member);
    else
        metadata[member] = left;
    object["metadata"_L1] = metadata;
    return object;
}

} // namespace

QList<OwnerRef> ownersOf(const QJsonObject &object)
{
    QList<OwnerRef> owners;
    for (const QJsonValue &value : metadataIn(object).value("ownerReferences"_L1).toArray()) {
        const QJsonObject owner = value.toObject();
        owners.append({owner.value("apiVersion"_L1).toString(), owner.value("kind"_L1).toString(), owner.value("name"_L1).toString(),
                       owner.value("uid"_L1).toString(), owner.value("blockOwnerDeletion"_L1).toBool()});
    }
    return owners;
}

QJsonObject withoutOwner(QJsonObject object, const QString &uid)
{
    return filtered(std::move(object), "ownerReferences"_L1, [&](const QJsonValue &owner) { return owner.toObject().value("uid"_L1).toString() == uid; });
}

bool isLeaving(const QJsonObject &object)
{
    return metadataIn(object).contains("deletionTimestamp"_L1);
}

bool waitsForDependents(const QJsonObject &object)
{
    return isLeaving(object) && metadataIn(object).value("finalizers"_L1).toArray().contains(foreground);
}

QJsonObject waiting(QJsonObject object)
{
    QJsonObject metadata = metadataIn(object);
    QJsonArray finalizers = metadata.value("finalizers"_L1).toArray();
    if (!finalizers.contains(foreground))
        finalizers.append(foreground);
    metadata["finalizers"_L1] = finalizers;
    object["metadata"_L1] = metadata;
    return object;
}

QJsonObject noLongerWaiting(QJsonObject object)
{
    return filtered(std::move(object), "finalizers"_L1, [](const QJsonValue &finalizer) { return finalizer == foreground; });
}

bool hasFinalizers(const QJsonObject &object)
{
    return !metadataIn(object).value("finalizers"_L1).toArray().isEmpty();
}

} // namespace orrery::demo
