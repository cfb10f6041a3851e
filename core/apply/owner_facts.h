// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/field_owners.h"

namespace kube {

/// What puts an object back as a repository or a chart has it: whoever edits the object by hand is overruled.
struct ManagingTool {
    /// Those that can be told.
    enum class Kind { ArgoCd, FluxKustomize, FluxHelm, Helm };
    Kind kind = Kind::Helm;
    std::string name;     ///< of the application, the Kustomization or the release, as far as it is said; may be empty
    std::string evidence; ///< where it is said: "annotation meta.helm.sh/release-name", "field manager argocd-controller"
};
/// The tools that manage this object, by labels, annotations and field managers; each once.
[[nodiscard]] std::vector<ManagingTool> managingTools(const JsonNode &object);

/// Who sets spec.replicas, so that setting it by hand will not last.
struct ReplicasOwner {
    /// What it is.
    enum class Kind {
        Autoscaler,  ///< kube-controller-manager by the scale subresource: a HorizontalPodAutoscaler
        Tool,        ///< a managing tool
        Controller,  ///< the object's own controller: a ReplicaSet's Deployment
        Other,       ///< whoever set it last; it lasts
    };
    Kind kind = Kind::Other;
    std::string manager; ///< the field manager's or the controller's name
    std::string time;    ///< when; may be empty
};
/// Nothing when nobody is known to own it.
[[nodiscard]] std::optional<ReplicasOwner> replicasOwner(const JsonNode &object);

/// A HorizontalPodAutoscaler that says how many replicas there are.
struct Autoscaler {
    std::string name;
    std::int64_t least = 1;
    std::int64_t most = 0;
};
/// The one whose scaleTargetRef is the object; hpas: of the object's namespace, of any version of autoscaling.
[[nodiscard]] std::optional<Autoscaler> autoscalerOf(const std::vector<JsonNode> &hpas, const JsonNode &object);

} // namespace kube
