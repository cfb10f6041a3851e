// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/server/exchange.h"

namespace orrery::demo {

/// /openapi/v3 and the documents it names. False: there is no such document.
[[nodiscard]] bool answerOpenApi(const ResourceTypes &types, const Call &call, const ReplyPtr &reply);

} // namespace orrery::demo
