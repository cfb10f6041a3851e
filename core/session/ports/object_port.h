// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/future.h"
#include "core/base/subscription.h"
#include "core/object/object.h"
#include "core/session/ports/freshness.h"
#include "core/session/ports/resource_info.h"

namespace kube {

/// One object, for details. Thread: any; handlers run on the owner's.
class ObjectPort
{
public:
    virtual ~ObjectPort() = default;
    /// Follows one object: from the open table's cache when there is one, else by a watch of its own.
    /// Null: it does not exist (any more).
    [[nodiscard]] virtual Subscription observe(const ResourceInfo &resource, const ObjectKey &key, const Owner &owner,
                                               std::function<void(ObjectPtr, Freshness)> handler) = 0;
    /// The object as the server has it now, managedFields included: JSON.
    [[nodiscard]] virtual Future<QByteArray> fetch(const ResourceInfo &resource, const ObjectKey &key) = 0;
};

} // namespace kube
