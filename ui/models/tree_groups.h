// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/resource_info.h"

#include <QString>

namespace orrery {

/// The groups people know, in the order the tree shows them.
enum class TreeGroup { Cluster, Workloads, Config, Network, Storage, Access, Custom, Other };

/// Where a resource belongs. Other: built-in but unknown to us, or without a list to show.
[[nodiscard]] TreeGroup treeGroupOf(const kube::ResourceInfo &resource);
/// Its place among the well-known ones of its group; the rest follow by name.
[[nodiscard]] int treeRankOf(const kube::ResourceInfo &resource);
/// Stable and untranslated.
[[nodiscard]] QString treeGroupId(TreeGroup group);
[[nodiscard]] QString treeGroupTitle(TreeGroup group);
/// "Pods", "Ingresses", "NetworkPolicies": the kind in the plural of its resource.
[[nodiscard]] QString pluralTitle(const kube::ResourceInfo &resource);

} // namespace orrery
