// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/request_body.h"

namespace orrery::demo {

/// The autoscaling/v1 Scale of an object; of custom resources by their definition's paths.
[[nodiscard]] QJsonObject scaleOf(const ResourceType &type, const QJsonObject &object);
/// The object with the replicas the Scale wants. Errors: 422.
[[nodiscard]] tl::expected<QJsonObject, StatusReply> withScale(const ResourceType &type, const QJsonObject &object, const QJsonObject &scale);

} // namespace orrery::demo
