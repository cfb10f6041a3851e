// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace orrery::demo {

/// FieldsV1 trees (structured-merge-diff): "f:name" for members, "k:{…}" for items of keyed lists, {} for a leaf.

/// Every leaf of the value; metadata's own identity fields are left out. path begins empty.
[[nodiscard]] QJsonObject fieldsOf(const QJsonValue &value, const QString &listName = {});
[[nodiscard]] QJsonObject fieldUnion(QJsonObject left, const QJsonObject &right);
/// Leaves of left that are not in right.
[[nodiscard]] QJsonObject fieldDifference(const QJsonObject &left, const QJsonObject &right);
[[nodiscard]] QJsonObject fieldIntersection(const QJsonObject &left, const QJsonObject &right);
/// Leaves whose values differ between the two documents, or that only one has.
[[nodiscard]] QJsonObject changedFields(const QJsonValue &before, const QJsonValue &after, const QString &listName = {});
/// Each leaf as the server names it: .spec.template.spec.containers[name="app"].image
[[nodiscard]] QStringList fieldPaths(const QJsonObject &fields);
/// The document without those leaves; keyed items that only consist of their key go too.
[[nodiscard]] QJsonValue withoutFields(const QJsonValue &value, const QJsonObject &fields);

/// The member that tells items of a list of that name apart; empty: the list is one atom.
[[nodiscard]] QString listKey(const QString &listName);

} // namespace orrery::demo
