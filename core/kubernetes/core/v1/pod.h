// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/pod_spec.h"
#include "core/kubernetes/core/v1/resource_requirements.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ContainerExtendedResourceRequest
struct ContainerExtendedResourceRequest : View {
    using View::View;
    [[nodiscard]] field::Text containerName() const { return {*this, "containerName"}; }
    [[nodiscard]] field::Text requestName() const { return {*this, "requestName"}; }
    [[nodiscard]] field::Text resourceName() const { return {*this, "resourceName"}; }
};

/// io.k8s.api.core.v1.ContainerStateRunning
struct ContainerStateRunning : View {
    using View::View;
    [[nodiscard]] field::Time startedAt() const { return {*this, "startedAt"}; }
};

/// io.k8s.api.core.v1.ContainerStateTerminated
struct ContainerStateTerminated : View {
    using View::View;
    [[nodiscard]] field::Text containerID() const { return {*this, "containerID"}; }
    [[nodiscard]] field::Integer exitCode() const { return {*this, "exitCode"}; }
    [[nodiscard]] field::Time finishedAt() const { return {*this, "finishedAt"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Integer signal() const { return {*this, "signal"}; }
    [[nodiscard]] field::Time startedAt() const { return {*this, "startedAt"}; }
};

/// io.k8s.api.core.v1.ContainerStateWaiting
struct ContainerStateWaiting : View {
    using View::View;
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
};

/// io.k8s.api.core.v1.ContainerState
struct ContainerState : View {
    using View::View;
    [[nodiscard]] ContainerStateRunning running() const { return {*this, "running"}; }
    [[nodiscard]] ContainerStateTerminated terminated() const { return {*this, "terminated"}; }
    [[nodiscard]] ContainerStateWaiting waiting() const { return {*this, "waiting"}; }
};

/// io.k8s.api.core.v1.LinuxContainerUser
struct LinuxContainerUser : View {
    using View::View;
    [[nodiscard]] field::Integer gid() const { return {*this, "gid"}; }
    [[nodiscard]] field::List<field::Integer> supplementalGroups() const { return {*this, "supplementalGroups"}; }
    [[nodiscard]] field::Integer uid() const { return {*this, "uid"}; }
};

/// io.k8s.api.core.v1.ContainerUser
struct ContainerUser : View {
    using View::View;
    [[nodiscard]] LinuxContainerUser linux_() const { return {*this, "linux"}; }
};

/// io.k8s.api.core.v1.ResourceHealth
struct ResourceHealth : View {
    using View::View;
    [[nodiscard]] field::Text health() const { return {*this, "health"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text resourceID() const { return {*this, "resourceID"}; }
};

/// io.k8s.api.core.v1.ResourceStatus
struct ResourceStatus : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::List<ResourceHealth> resources() const { return {*this, "resources"}; }
};

/// io.k8s.api.core.v1.ImageVolumeStatus
struct ImageVolumeStatus : View {
    using View::View;
    [[nodiscard]] field::Text imageRef() const { return {*this, "imageRef"}; }
};

/// io.k8s.api.core.v1.VolumeStatus
struct VolumeStatus : View {
    using View::View;
    [[nodiscard]] ImageVolumeStatus image() const { return {*this, "image"}; }
};

/// io.k8s.api.core.v1.VolumeMountStatus
struct VolumeMountStatus : View {
    using View::View;
    [[nodiscard]] field::Text mountPath() const { return {*this, "mountPath"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Text recursiveReadOnly() const { return {*this, "recursiveReadOnly"}; }
    [[nodiscard]] VolumeStatus volumeStatus() const { return {*this, "volumeStatus"}; }
};

/// io.k8s.api.core.v1.ContainerStatus
struct ContainerStatus : View {
    using View::View;
    [[nodiscard]] field::Map<field::Amount> allocatedResources() const { return {*this, "allocatedResources"}; }
    [[nodiscard]] field::List<ResourceStatus> allocatedResourcesStatus() const { return {*this, "allocatedResourcesStatus"}; }
    [[nodiscard]] field::Text containerID() const { return {*this, "containerID"}; }
    [[nodiscard]] field::Text image() const { return {*this, "image"}; }
    [[nodiscard]] field::Text imageID() const { return {*this, "imageID"}; }
    [[nodiscard]] ContainerState lastState() const { return {*this, "lastState"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag ready() const { return {*this, "ready"}; }
    [[nodiscard]] ResourceRequirements resources() const { return {*this, "resources"}; }
    [[nodiscard]] field::Integer restartCount() const { return {*this, "restartCount"}; }
    [[nodiscard]] field::Flag started() const { return {*this, "started"}; }
    [[nodiscard]] ContainerState state() const { return {*this, "state"}; }
    [[nodiscard]] field::Text stopSignal() const { return {*this, "stopSignal"}; }
    [[nodiscard]] ContainerUser user() const { return {*this, "user"}; }
    [[nodiscard]] field::List<VolumeMountStatus> volumeMounts() const { return {*this, "volumeMounts"}; }
};

/// io.k8s.api.core.v1.HostIP
struct HostIP : View {
    using View::View;
    [[nodiscard]] field::Text ip() const { return {*this, "ip"}; }
};

/// io.k8s.api.core.v1.NodeAllocatableResourceClaimStatus
struct NodeAllocatableResourceClaimStatus : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> containers() const { return {*this, "containers"}; }
    [[nodiscard]] field::Text resourceClaimName() const { return {*this, "resourceClaimName"}; }
    [[nodiscard]] field::Map<field::Amount> resources() const { return {*this, "resources"}; }
};

/// io.k8s.api.core.v1.PodCondition
struct PodCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastProbeTime() const { return {*this, "lastProbeTime"}; }
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Integer observedGeneration() const { return {*this, "observedGeneration"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.PodExtendedResourceClaimStatus
struct PodExtendedResourceClaimStatus : View {
    using View::View;
    [[nodiscard]] field::List<ContainerExtendedResourceRequest> requestMappings() const { return {*this, "requestMappings"}; }
    [[nodiscard]] field::Text resourceClaimName() const { return {*this, "resourceClaimName"}; }
};

/// io.k8s.api.core.v1.PodIP
struct PodIP : View {
    using View::View;
    [[nodiscard]] field::Text ip() const { return {*this, "ip"}; }
};

/// io.k8s.api.core.v1.PodResourceClaimStatus
struct PodResourceClaimStatus : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text resourceClaimName() const { return {*this, "resourceClaimName"}; }
};

/// io.k8s.api.core.v1.PodStatus
struct PodStatus : View {
    using View::View;
    [[nodiscard]] field::Map<field::Amount> allocatedResources() const { return {*this, "allocatedResources"}; }
    [[nodiscard]] field::List<PodCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] field::List<ContainerStatus> containerStatuses() const { return {*this, "containerStatuses"}; }
    [[nodiscard]] field::List<ContainerStatus> ephemeralContainerStatuses() const { return {*this, "ephemeralContainerStatuses"}; }
    [[nodiscard]] PodExtendedResourceClaimStatus extendedResourceClaimStatus() const { return {*this, "extendedResourceClaimStatus"}; }
    [[nodiscard]] field::Text hostIP() const { return {*this, "hostIP"}; }
    [[nodiscard]] field::List<HostIP> hostIPs() const { return {*this, "hostIPs"}; }
    [[nodiscard]] field::List<ContainerStatus> initContainerStatuses() const { return {*this, "initContainerStatuses"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::List<NodeAllocatableResourceClaimStatus> nodeAllocatableResourceClaimStatuses() const { return {*this, "nodeAllocatableResourceClaimStatuses"}; }
    [[nodiscard]] field::Text nominatedNodeName() const { return {*this, "nominatedNodeName"}; }
    [[nodiscard]] field::Integer observedGeneration() const { return {*this, "observedGeneration"}; }
    [[nodiscard]] field::Text phase() const { return {*this, "phase"}; }
    [[nodiscard]] field::Text podIP() const { return {*this, "podIP"}; }
    [[nodiscard]] field::List<PodIP> podIPs() const { return {*this, "podIPs"}; }
    [[nodiscard]] field::Text qosClass() const { return {*this, "qosClass"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text resize() const { return {*this, "resize"}; }
    [[nodiscard]] field::List<PodResourceClaimStatus> resourceClaimStatuses() const { return {*this, "resourceClaimStatuses"}; }
    [[nodiscard]] ResourceRequirements resources() const { return {*this, "resources"}; }
    [[nodiscard]] field::Time startTime() const { return {*this, "startTime"}; }
};

/// io.k8s.api.core.v1.Pod
struct Pod : KindOf<Pod> {
    static constexpr ApiKind api{"", "v1", "Pod", "pods", true, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] PodSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] PodStatus status() const { return {*this, "status"}; }
};

} // namespace kube::core::v1
