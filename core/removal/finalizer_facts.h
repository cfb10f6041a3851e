// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kube {

/// Who takes a finalizer away, so that the object it is on can go.
struct FinalizerFact {
    /// The ones that Kubernetes itself puts on, and those of others.
    enum class Kind {
        Foreground,         ///< foregroundDeletion: the garbage collector, once the dependents that block have gone
        Orphan,             ///< orphan: the garbage collector, once the dependents have lost the owner
        ClaimProtection,    ///< kubernetes.io/pvc-protection: once no Pod uses the claim
        VolumeProtection,   ///< kubernetes.io/pv-protection: once no claim is bound to the volume
        LoadBalancer,       ///< service.kubernetes.io/load-balancer-cleanup: once the cloud's load balancer has gone
        JobTracking,        ///< batch.kubernetes.io/job-tracking: the Job controller, once the Pod is counted
        DefinitionCleanup,  ///< customresourcecleanup.apiextensions.k8s.io: once all objects of the kind have gone
        NamespaceContent,   ///< kubernetes, in a Namespace's spec: once all in it has gone
        Custom,             ///< the controller of its group
    };
    Kind kind = Kind::Custom;
    std::string name;  ///< as it stands in the object
    std::string group; ///< of a Custom: what is before the slash; empty when there is none
    friend bool operator==(const FinalizerFact &, const FinalizerFact &) = default;
};
[[nodiscard]] FinalizerFact finalizerFact(std::string_view name); ///< of metadata.finalizers or a Namespace's spec.finalizers

} // namespace kube
