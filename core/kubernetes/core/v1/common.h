// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource
struct AWSElasticBlockStoreVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Integer partition() const { return {*this, "partition"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Text volumeID() const { return {*this, "volumeID"}; }
};

/// io.k8s.api.core.v1.AppArmorProfile
struct AppArmorProfile : View {
    using View::View;
    [[nodiscard]] field::Text localhostProfile() const { return {*this, "localhostProfile"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.AzureDiskVolumeSource
struct AzureDiskVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text cachingMode() const { return {*this, "cachingMode"}; }
    [[nodiscard]] field::Text diskName() const { return {*this, "diskName"}; }
    [[nodiscard]] field::Text diskURI() const { return {*this, "diskURI"}; }
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Text kind() const { return {*this, "kind"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
};

/// io.k8s.api.core.v1.ContainerPort
struct ContainerPort : View {
    using View::View;
    [[nodiscard]] field::Integer containerPort() const { return {*this, "containerPort"}; }
    [[nodiscard]] field::Text hostIP() const { return {*this, "hostIP"}; }
    [[nodiscard]] field::Integer hostPort() const { return {*this, "hostPort"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text protocol() const { return {*this, "protocol"}; }
};

/// io.k8s.api.core.v1.ContainerResizePolicy
struct ContainerResizePolicy : View {
    using View::View;
    [[nodiscard]] field::Text resourceName() const { return {*this, "resourceName"}; }
    [[nodiscard]] field::Text restartPolicy() const { return {*this, "restartPolicy"}; }
};

/// io.k8s.api.core.v1.EventSource
struct EventSource : View {
    using View::View;
    [[nodiscard]] field::Text component() const { return {*this, "component"}; }
    [[nodiscard]] field::Text host() const { return {*this, "host"}; }
};

/// io.k8s.api.core.v1.ExecAction
struct ExecAction : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> command() const { return {*this, "command"}; }
};

/// io.k8s.api.core.v1.FCVolumeSource
struct FCVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Integer lun() const { return {*this, "lun"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::List<field::Text> targetWWNs() const { return {*this, "targetWWNs"}; }
    [[nodiscard]] field::List<field::Text> wwids() const { return {*this, "wwids"}; }
};

/// io.k8s.api.core.v1.FlockerVolumeSource
struct FlockerVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text datasetName() const { return {*this, "datasetName"}; }
    [[nodiscard]] field::Text datasetUUID() const { return {*this, "datasetUUID"}; }
};

/// io.k8s.api.core.v1.GCEPersistentDiskVolumeSource
struct GCEPersistentDiskVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Integer partition() const { return {*this, "partition"}; }
    [[nodiscard]] field::Text pdName() const { return {*this, "pdName"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
};

/// io.k8s.api.core.v1.HostPathVolumeSource
struct HostPathVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.KeyToPath
struct KeyToPath : View {
    using View::View;
    [[nodiscard]] field::Text key() const { return {*this, "key"}; }
    [[nodiscard]] field::Integer mode() const { return {*this, "mode"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
};

/// io.k8s.api.core.v1.LocalObjectReference
struct LocalObjectReference : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
};

/// io.k8s.api.core.v1.NFSVolumeSource
struct NFSVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Text server() const { return {*this, "server"}; }
};

/// io.k8s.api.core.v1.ObjectFieldSelector
struct ObjectFieldSelector : View {
    using View::View;
    [[nodiscard]] field::Text apiVersion() const { return {*this, "apiVersion"}; }
    [[nodiscard]] field::Text fieldPath() const { return {*this, "fieldPath"}; }
};

/// io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource
struct PhotonPersistentDiskVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Text pdID() const { return {*this, "pdID"}; }
};

/// io.k8s.api.core.v1.PortworxVolumeSource
struct PortworxVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Text volumeID() const { return {*this, "volumeID"}; }
};

/// io.k8s.api.core.v1.QuobyteVolumeSource
struct QuobyteVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text group() const { return {*this, "group"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Text registry() const { return {*this, "registry"}; }
    [[nodiscard]] field::Text tenant() const { return {*this, "tenant"}; }
    [[nodiscard]] field::Text user() const { return {*this, "user"}; }
    [[nodiscard]] field::Text volume() const { return {*this, "volume"}; }
};

/// io.k8s.api.core.v1.ResourceFieldSelector
struct ResourceFieldSelector : View {
    using View::View;
    [[nodiscard]] field::Text containerName() const { return {*this, "containerName"}; }
    [[nodiscard]] field::Amount divisor() const { return {*this, "divisor"}; }
    [[nodiscard]] field::Text resource() const { return {*this, "resource"}; }
};

/// io.k8s.api.core.v1.SELinuxOptions
struct SELinuxOptions : View {
    using View::View;
    [[nodiscard]] field::Text level() const { return {*this, "level"}; }
    [[nodiscard]] field::Text role() const { return {*this, "role"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
    [[nodiscard]] field::Text user() const { return {*this, "user"}; }
};

/// io.k8s.api.core.v1.SeccompProfile
struct SeccompProfile : View {
    using View::View;
    [[nodiscard]] field::Text localhostProfile() const { return {*this, "localhostProfile"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.TCPSocketAction
struct TCPSocketAction : View {
    using View::View;
    [[nodiscard]] field::Text host() const { return {*this, "host"}; }
    [[nodiscard]] field::IntOrString port() const { return {*this, "port"}; }
};

/// io.k8s.api.core.v1.VolumeDevice
struct VolumeDevice : View {
    using View::View;
    [[nodiscard]] field::Text devicePath() const { return {*this, "devicePath"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
};

/// io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource
struct VsphereVirtualDiskVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Text storagePolicyID() const { return {*this, "storagePolicyID"}; }
    [[nodiscard]] field::Text storagePolicyName() const { return {*this, "storagePolicyName"}; }
    [[nodiscard]] field::Text volumePath() const { return {*this, "volumePath"}; }
};

/// io.k8s.api.core.v1.WindowsSecurityContextOptions
struct WindowsSecurityContextOptions : View {
    using View::View;
    [[nodiscard]] field::Text gmsaCredentialSpec() const { return {*this, "gmsaCredentialSpec"}; }
    [[nodiscard]] field::Text gmsaCredentialSpecName() const { return {*this, "gmsaCredentialSpecName"}; }
    [[nodiscard]] field::Flag hostProcess() const { return {*this, "hostProcess"}; }
    [[nodiscard]] field::Text runAsUserName() const { return {*this, "runAsUserName"}; }
};

} // namespace kube::core::v1
