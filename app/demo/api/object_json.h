// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

#include <string>

namespace orrery::demo {

[[nodiscard]] QJsonObject parseObject(const std::string &json);
/// Minified; kind, apiVersion and metadata come first, as the API server writes built-in kinds.
[[nodiscard]] std::string toJson(const QJsonObject &object);
/// A document written by toJson without its kind and apiVersion: items of lists of built-in kinds do not say them.
[[nodiscard]] std::string withoutKind(const std::string &json);
[[nodiscard]] QString newUid();
[[nodiscard]] QString nowText();
/// A value by a CustomResourceDefinition's simple path: .spec.replicas. Undefined when there is none.
[[nodiscard]] QJsonValue valueAt(const QJsonObject &object, const std::string &path);
[[nodiscard]] QJsonObject withValueAt(const QJsonObject &object, const std::string &path, const QJsonValue &value);

} // namespace orrery::demo
