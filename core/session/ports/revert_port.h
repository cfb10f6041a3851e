// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/write_history.h"
#include "core/base/executor.h"
#include "core/base/future.h"
#include "core/base/subscription.h"
#include "core/session/ports/resource_info.h"

namespace kube {

/// What objects were before this session's last write to them: edits, scalings, manifests, single writes and deletions,
/// since the session began. Of evictions it tells the last, which cannot be taken back. Thread: any.
class RevertPort
{
public:
    virtual ~RevertPort() = default;
    /// Null: this session has not changed it, or that is too long ago.
    [[nodiscard]] virtual Future<RememberedWritePtr> lastWrite(const ResourceInfo &resource, const ObjectKey &key) = 0;
    /// At once with those there are, then after every write, on owner's thread.
    [[nodiscard]] virtual Subscription onWrites(const Owner &owner, std::function<void(RememberedWrites)> handler) = 0;
};

} // namespace kube
