// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"

#include <QJsonObject>

namespace orrery::demo {

/// Between the form in which an object is stored and that in which a resource serves it: the same for all but those
/// that are another name of what is stored elsewhere (events.k8s.io's Events), and the apiVersion of custom resources.
[[nodiscard]] QJsonObject asServed(const ResourceType &type, QJsonObject stored);
[[nodiscard]] QJsonObject asStored(const ResourceType &type, QJsonObject served);
/// What a top-level member of the served form is called where it is stored.
[[nodiscard]] std::string storedMember(const ResourceType &type, const std::string &served);

} // namespace orrery::demo
