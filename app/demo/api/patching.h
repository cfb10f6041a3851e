// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/request_body.h"

namespace orrery::demo {

/// The document after the request's JSON, merge or strategic merge patch. Errors: 400, 415, 422.
[[nodiscard]] tl::expected<QJsonObject, StatusReply> patched(const ResourceType &type, const Call &call, const QJsonObject &current);

/// The media type of a patch without its parameters.
[[nodiscard]] QByteArray patchTypeOf(const Call &call);

} // namespace orrery::demo
