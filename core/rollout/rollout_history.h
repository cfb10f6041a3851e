// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"

#include <cstdint>
#include <optional>

namespace kube {

/// A pod template that a workload has or had, as a ReplicaSet or a ControllerRevision keeps it.
struct Revision {
    std::int64_t number = 0;
    std::string name;        ///< of what keeps it
    std::string created;     ///< RFC 3339, of what keeps it
    std::string changeCause; ///< kubernetes.io/change-cause; mostly empty
    std::string hash;        ///< what its Pods have as pod-template-hash or controller-revision-hash
    JsonNode podTemplate;    ///< without that hash
    JsonNode keeper;         ///< the ReplicaSet or the ControllerRevision
    bool isCurrent = false;  ///< it is what the workload has now
    std::optional<std::int64_t> pods; ///< as many exist; nothing when that is not known
    std::optional<std::int64_t> readyPods;
};

/// Of a Deployment by ReplicaSets, of the others by ControllerRevisions: those that the workload controls, by their
/// numbers, the oldest first. Source: kubectl rollout history.
[[nodiscard]] std::vector<Revision> rolloutHistory(const JsonNode &workload, const std::vector<JsonNode> &keepers);
/// Fills in pods and readyPods from the Pods, which are those of the workload's selector.
void countPods(std::vector<Revision> &history, const std::vector<JsonNode> &pods);
/// Null when there is none of that number; 0 is the one before the last.
[[nodiscard]] const Revision *findRevision(const std::vector<Revision> &history, std::int64_t number);

/// The pod template of a workload, without what controllers add.
[[nodiscard]] JsonNode podTemplateOf(const JsonNode &workload);
/// As kubectl prints YAML.
[[nodiscard]] std::string podTemplateYaml(const JsonNode &podTemplate);

} // namespace kube
