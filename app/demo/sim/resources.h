// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"

namespace orrery::demo {

/// What several of the demo's controllers watch.
inline const kube::GroupVersionResource deploymentResource{"apps", "v1", "deployments"};
inline const kube::GroupVersionResource setResource{"apps", "v1", "replicasets"};
inline const kube::GroupVersionResource podResource{"", "v1", "pods"};

} // namespace orrery::demo
