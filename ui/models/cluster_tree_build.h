// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/cluster_tree_node.h"

namespace orrery {

/// The rows that belong under an opened context: groups of its catalog and of the instruments, or a note that says why
/// there are none yet.
[[nodiscard]] std::vector<std::unique_ptr<ClusterTreeNode>> buildClusterTree(const ClusterTreeNode &context, const std::vector<Instrument> &instruments = {});

} // namespace orrery
