// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/object/object_key.h"
#include "core/session/ports/resource_info.h"

namespace kube {

/// autoscaling/v1 Scale, as a dialog needs it.
struct ScaleState {
    std::int64_t desired = 0;   ///< spec.replicas
    std::int64_t current = 0;   ///< status.replicas
    std::string resourceVersion;
    std::string selector;
};

/// Thread: any; futures end on whatever thread continues them by kube::then.
class ScalePort
{
public:
    virtual ~ScalePort() = default;
    /// As it is now. Errors: NotFound when it cannot be scaled.
    [[nodiscard]] virtual Future<ScaleState> scale(const ResourceInfo &resource, const ObjectKey &key) = 0;
    /// Sets spec.replicas, provided the scale is still at expected.resourceVersion when one is given.
    /// Errors: Conflict with the server's words when it is not; Forbidden, NotFound, Transport …
    [[nodiscard]] virtual Future<ScaleState> setScale(const ResourceInfo &resource, const ObjectKey &key,
                                                      std::int64_t replicas, const std::string &expectedResourceVersion) = 0;
};

} // namespace kube
