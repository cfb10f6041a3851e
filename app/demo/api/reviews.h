// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/identity.h"
#include "app/demo/api/route.h"

namespace orrery::demo {

/// SelfSubjectAccessReview, SelfSubjectRulesReview and SelfSubjectReview. False: it is none of them.
[[nodiscard]] bool answerReview(const Identity &identity, const Route &route, const Call &call, const ReplyPtr &reply);

} // namespace orrery::demo
