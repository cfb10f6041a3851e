// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/representation.h"
#include "app/demo/api/selection.h"

namespace orrery::demo {

/// Answers one watch, a child of owner that is called after its resource, until its peer goes, its time is up or its owner ends. initialEvents: the server knows sendInitialEvents.
void answerWatch(ApiStore &store, const ResourceTypePtr &type, const Call &call, Selection selection, bool initialEvents,
                 const ReplyPtr &reply, QObject &owner);

} // namespace orrery::demo
