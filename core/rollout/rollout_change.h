// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/dynamic/write_options.h"
#include "core/object/json_tree.h"

namespace kube {

/// What is sent to change an object, on condition that it still is the object that was read (its uid; the server
/// answers 409 otherwise).
struct ObjectPatch {
    PatchType type = PatchType::Merge;
    std::string body;
};

/// The image of one container in a pod template.
struct ContainerImage {
    /// How it runs.
    enum class Role { Init, Main };
    std::string container;
    std::string image;
    Role role = Role::Main;
    friend bool operator==(const ContainerImage &, const ContainerImage &) = default;
};

// Errors of all below: Invalid, with kubectl's words, when it is refused before anything is sent.

/// New Pods for old: sets kubectl.kubernetes.io/restartedAt in the pod template. Refused for a Deployment that is paused,
/// and for a second time within a second. Source: kubectl rollout restart.
[[nodiscard]] Result<ObjectPatch> restartPatch(const JsonNode &workload, WallTime now);
/// Refused for what is paused, or no Deployment. Source: kubectl rollout pause.
[[nodiscard]] Result<ObjectPatch> pausePatch(const JsonNode &workload);
/// Refused for what is not paused, or no Deployment. Source: kubectl rollout resume.
[[nodiscard]] Result<ObjectPatch> resumePatch(const JsonNode &workload);

/// The containers of the pod template: init containers first, each in the document's order.
[[nodiscard]] std::vector<ContainerImage> containerImages(const JsonNode &workload);
/// The given containers with the given images; those that have them already are left out. Refused when there is no
/// container of a name, or nothing to change. Source: kubectl set image.
[[nodiscard]] Result<ObjectPatch> imagePatch(const JsonNode &workload, const std::vector<ContainerImage> &images);

} // namespace kube
