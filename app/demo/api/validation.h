// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/api/status.h"

#include <optional>

namespace orrery::demo {

/// What the API server's defaulting would fill in, for the kinds the demo runs.
void setDefaults(const ResourceType &type, QJsonObject &object);
/// Nothing when the object is acceptable; else 422 with a cause a field.
[[nodiscard]] std::optional<StatusReply> validate(const ResourceType &type, const QJsonObject &object);

} // namespace orrery::demo
