// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"

#include <cstdint>

namespace kube {

/// Something that may hold an object back from what was asked of it, in the words of who says so.
struct Obstacle {
    /// Where it is said.
    enum class Source { Condition, Pod, Event };
    Source source = Source::Condition;
    std::string subject;    ///< "Deployment/web", "Pod/web-7c9f-x2kqp"; of several Pods, the first
    std::string reason;     ///< "FailedCreate", "Unschedulable", "ImagePullBackOff"
    std::string message;    ///< may be empty
    std::string time;       ///< RFC 3339, since when or when last; may be empty
    std::int64_t count = 1; ///< Pods with this reason
};

/// What the object and its surroundings complain of: its conditions and those of what it controls, what has failed first; then what its Pods
/// that are not ready wait for, each reason once and the most frequent first, then the newest warning Event about any of them.
/// controlled: a Deployment's ReplicaSets; events: of the namespace, of v1 or events.k8s.io/v1.
[[nodiscard]] std::vector<Obstacle> obstaclesOf(const JsonNode &object, const std::vector<JsonNode> &controlled,
                                                const std::vector<JsonNode> &pods, const std::vector<JsonNode> &events);

} // namespace kube
