// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"

#include <optional>

namespace kube {

/// What has rollouts.
enum class WorkloadKind { Deployment, StatefulSet, DaemonSet };
/// Of apps, or of extensions as old servers have them. Nothing for any other kind.
[[nodiscard]] std::optional<WorkloadKind> workloadKindOf(std::string_view group, std::string_view kind);
/// By apiVersion and kind of a document.
[[nodiscard]] std::optional<WorkloadKind> workloadKindOf(const JsonNode &object);

/// spec.selector of a workload in kubectl's grammar, as lists of what it owns take it; empty when it has none.
[[nodiscard]] std::string selectorOf(const JsonNode &workload);

} // namespace kube
