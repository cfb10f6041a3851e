// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.AttachedVolume
struct AttachedVolume : View {
    using View::View;
    [[nodiscard]] field::Text devicePath() const { return {*this, "devicePath"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
};

/// io.k8s.api.core.v1.ConfigMapNodeConfigSource
struct ConfigMapNodeConfigSource : View {
    using View::View;
    [[nodiscard]] field::Text kubeletConfigKey() const { return {*this, "kubeletConfigKey"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text namespace_() const { return {*this, "namespace"}; }
    [[nodiscard]] field::Text resourceVersion() const { return {*this, "resourceVersion"}; }
    [[nodiscard]] field::Text uid() const { return {*this, "uid"}; }
};

/// io.k8s.api.core.v1.ContainerImage
struct ContainerImage : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> names() const { return {*this, "names"}; }
    [[nodiscard]] field::Integer sizeBytes() const { return {*this, "sizeBytes"}; }
};

/// io.k8s.api.core.v1.DaemonEndpoint
struct DaemonEndpoint : View {
    using View::View;
    [[nodiscard]] field::Integer port() const { return {*this, "Port"}; }
};

/// io.k8s.api.core.v1.NodeConfigSource
struct NodeConfigSource : View {
    using View::View;
    [[nodiscard]] ConfigMapNodeConfigSource configMap() const { return {*this, "configMap"}; }
};

/// io.k8s.api.core.v1.Taint
struct Taint : View {
    using View::View;
    [[nodiscard]] field::Text effect() const { return {*this, "effect"}; }
    [[nodiscard]] field::Text key() const { return {*this, "key"}; }
    [[nodiscard]] field::Time timeAdded() const { return {*this, "timeAdded"}; }
    [[nodiscard]] field::Text value() const { return {*this, "value"}; }
};

/// io.k8s.api.core.v1.NodeSpec
struct NodeSpec : View {
    using View::View;
    [[nodiscard]] NodeConfigSource configSource() const { return {*this, "configSource"}; }
    [[nodiscard]] field::Text externalID() const { return {*this, "externalID"}; }
    [[nodiscard]] field::Text podCIDR() const { return {*this, "podCIDR"}; }
    [[nodiscard]] field::List<field::Text> podCIDRs() const { return {*this, "podCIDRs"}; }
    [[nodiscard]] field::Text providerID() const { return {*this, "providerID"}; }
    [[nodiscard]] field::List<Taint> taints() const { return {*this, "taints"}; }
    [[nodiscard]] field::Flag unschedulable() const { return {*this, "unschedulable"}; }
};

/// io.k8s.api.core.v1.NodeAddress
struct NodeAddress : View {
    using View::View;
    [[nodiscard]] field::Text address() const { return {*this, "address"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.NodeCondition
struct NodeCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastHeartbeatTime() const { return {*this, "lastHeartbeatTime"}; }
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.NodeConfigStatus
struct NodeConfigStatus : View {
    using View::View;
    [[nodiscard]] NodeConfigSource active() const { return {*this, "active"}; }
    [[nodiscard]] NodeConfigSource assigned() const { return {*this, "assigned"}; }
    [[nodiscard]] field::Text error() const { return {*this, "error"}; }
    [[nodiscard]] NodeConfigSource lastKnownGood() const { return {*this, "lastKnownGood"}; }
};

/// io.k8s.api.core.v1.NodeDaemonEndpoints
struct NodeDaemonEndpoints : View {
    using View::View;
    [[nodiscard]] DaemonEndpoint kubeletEndpoint() const { return {*this, "kubeletEndpoint"}; }
};

/// io.k8s.api.core.v1.NodeFeatures
struct NodeFeatures : View {
    using View::View;
    [[nodiscard]] field::Flag supplementalGroupsPolicy() const { return {*this, "supplementalGroupsPolicy"}; }
};

/// io.k8s.api.core.v1.NodeRuntimeHandlerFeatures
struct NodeRuntimeHandlerFeatures : View {
    using View::View;
    [[nodiscard]] field::Flag recursiveReadOnlyMounts() const { return {*this, "recursiveReadOnlyMounts"}; }
    [[nodiscard]] field::Flag userNamespaces() const { return {*this, "userNamespaces"}; }
};

/// io.k8s.api.core.v1.NodeRuntimeHandler
struct NodeRuntimeHandler : View {
    using View::View;
    [[nodiscard]] NodeRuntimeHandlerFeatures features() const { return {*this, "features"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
};

/// io.k8s.api.core.v1.NodeSwapStatus
struct NodeSwapStatus : View {
    using View::View;
    [[nodiscard]] field::Integer capacity() const { return {*this, "capacity"}; }
};

/// io.k8s.api.core.v1.NodeSystemInfo
struct NodeSystemInfo : View {
    using View::View;
    [[nodiscard]] field::Text architecture() const { return {*this, "architecture"}; }
    [[nodiscard]] field::Text bootID() const { return {*this, "bootID"}; }
    [[nodiscard]] field::Text containerRuntimeVersion() const { return {*this, "containerRuntimeVersion"}; }
    [[nodiscard]] field::Text kernelVersion() const { return {*this, "kernelVersion"}; }
    [[nodiscard]] field::Text kubeProxyVersion() const { return {*this, "kubeProxyVersion"}; }
    [[nodiscard]] field::Text kubeletVersion() const { return {*this, "kubeletVersion"}; }
    [[nodiscard]] field::Text machineID() const { return {*this, "machineID"}; }
    [[nodiscard]] field::Text operatingSystem() const { return {*this, "operatingSystem"}; }
    [[nodiscard]] field::Text osImage() const { return {*this, "osImage"}; }
    [[nodiscard]] field::Flag runningInUserNamespace() const { return {*this, "runningInUserNamespace"}; }
    [[nodiscard]] NodeSwapStatus swap() const { return {*this, "swap"}; }
    [[nodiscard]] field::Text systemUUID() const { return {*this, "systemUUID"}; }
};

/// io.k8s.api.core.v1.NodeStatus
struct NodeStatus : View {
    using View::View;
    [[nodiscard]] field::List<NodeAddress> addresses() const { return {*this, "addresses"}; }
    [[nodiscard]] field::Map<field::Amount> allocatable() const { return {*this, "allocatable"}; }
    [[nodiscard]] field::Map<field::Amount> capacity() const { return {*this, "capacity"}; }
    [[nodiscard]] field::List<NodeCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] NodeConfigStatus config() const { return {*this, "config"}; }
    [[nodiscard]] NodeDaemonEndpoints daemonEndpoints() const { return {*this, "daemonEndpoints"}; }
    [[nodiscard]] field::List<field::Text> declaredFeatures() const { return {*this, "declaredFeatures"}; }
    [[nodiscard]] NodeFeatures features() const { return {*this, "features"}; }
    [[nodiscard]] field::List<ContainerImage> images() const { return {*this, "images"}; }
    [[nodiscard]] NodeSystemInfo nodeInfo() const { return {*this, "nodeInfo"}; }
    [[nodiscard]] field::Text phase() const { return {*this, "phase"}; }
    [[nodiscard]] field::List<NodeRuntimeHandler> runtimeHandlers() const { return {*this, "runtimeHandlers"}; }
    [[nodiscard]] field::List<AttachedVolume> volumesAttached() const { return {*this, "volumesAttached"}; }
    [[nodiscard]] field::List<field::Text> volumesInUse() const { return {*this, "volumesInUse"}; }
};

/// io.k8s.api.core.v1.Node
struct Node : KindOf<Node> {
    static constexpr ApiKind api{"", "v1", "Node", "nodes", false, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] NodeSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] NodeStatus status() const { return {*this, "status"}; }
};

} // namespace kube::core::v1
