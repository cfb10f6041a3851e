// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/server/exchange.h"

namespace orrery::demo {

/// Answers /openapi/v2, as JSON or in the protobuf form kubectl asks for.
void answerOpenApiTwo(const ResourceTypes &types, bool newApi, const Call &call, const ReplyPtr &reply);
/// /openapi/v3 and the documents it names. False: there is no such document.
[[nodiscard]] bool answerOpenApi(const ResourceTypes &types, const Call &call, const ReplyPtr &reply);

} // namespace orrery::demo
