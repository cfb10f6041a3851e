// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/object.h"

namespace kube {

/// Changes an object before it is cached: drops what nobody here reads. Runs once for each object that arrives, and
/// must keep its key, uid and resourceVersion. An error, no object or an exception keeps the object out of the queue:
/// that is counted (ReflectorStatus::refused) and logged.
/// Source: client-go cache.TransformFunc.
using TransformFunc = std::function<Result<ObjectPtr>(ObjectPtr object)>;

} // namespace kube
