// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/resource_info.h"

namespace orrery {

class SessionStore;

/// The resource in the version that a person chose for its kind, if that is still served; else as it is.
[[nodiscard]] kube::ResourceInfo inChosenVersion(const SessionStore &store, const kube::ResourceInfo &resource);
/// The version in which resource stands is the one chosen for its kind.
void keepChosenVersion(SessionStore &store, const kube::ResourceInfo &resource);

} // namespace orrery
