// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>

namespace orrery::demo {

/// What the garbage collector reads in an object and writes into it.
struct OwnerRef {
    QString apiVersion;
    QString kind;
    QString name;
    QString uid;
    bool blocks = false; ///< blockOwnerDeletion: the owner waits for this object, when it waits at all

    [[nodiscard]] bool operator==(const OwnerRef &) const = default;
};

[[nodiscard]] QList<OwnerRef> ownersOf(const QJsonObject &object);
[[nodiscard]] QJsonObject withoutOwner(QJsonObject object, const QString &uid);

[[nodiscard]] bool isLeaving(const QJsonObject &object);
/// Being deleted in the foreground: it goes once nothing that blocks it is left.
[[nodiscard]] bool waitsForDependents(const QJsonObject &object);
/// With the finalizer of foreground deletion, or without.
[[nodiscard]] QJsonObject waiting(QJsonObject object);
[[nodiscard]] QJsonObject noLongerWaiting(QJsonObject object);
[[nodiscard]] bool hasFinalizers(const QJsonObject &object);

} // namespace orrery::demo
