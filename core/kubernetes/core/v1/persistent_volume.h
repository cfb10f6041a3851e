// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/core/v1/node_selector.h"
#include "core/kubernetes/core/v1/object_reference.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.AzureFilePersistentVolumeSource
struct AzureFilePersistentVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Text secretName() const { return {*this, "secretName"}; }
    [[nodiscard]] field::Text secretNamespace() const { return {*this, "secretNamespace"}; }
    [[nodiscard]] field::Text shareName() const { return {*this, "shareName"}; }
};

/// io.k8s.api.core.v1.SecretReference
struct SecretReference : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text namespace_() const { return {*this, "namespace"}; }
};

/// io.k8s.api.core.v1.CSIPersistentVolumeSource
struct CSIPersistentVolumeSource : View {
    using View::View;
    [[nodiscard]] SecretReference controllerExpandSecretRef() const { return {*this, "controllerExpandSecretRef"}; }
    [[nodiscard]] SecretReference controllerPublishSecretRef() const { return {*this, "controllerPublishSecretRef"}; }
    [[nodiscard]] field::Text driver() const { return {*this, "driver"}; }
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] SecretReference nodeExpandSecretRef() const { return {*this, "nodeExpandSecretRef"}; }
    [[nodiscard]] SecretReference nodePublishSecretRef() const { return {*this, "nodePublishSecretRef"}; }
    [[nodiscard]] SecretReference nodeStageSecretRef() const { return {*this, "nodeStageSecretRef"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Map<field::Text> volumeAttributes() const { return {*this, "volumeAttributes"}; }
    [[nodiscard]] field::Text volumeHandle() const { return {*this, "volumeHandle"}; }
};

/// io.k8s.api.core.v1.CephFSPersistentVolumeSource
struct CephFSPersistentVolumeSource : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> monitors() const { return {*this, "monitors"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Text secretFile() const { return {*this, "secretFile"}; }
    [[nodiscard]] SecretReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Text user() const { return {*this, "user"}; }
};

/// io.k8s.api.core.v1.CinderPersistentVolumeSource
struct CinderPersistentVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] SecretReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Text volumeID() const { return {*this, "volumeID"}; }
};

/// io.k8s.api.core.v1.FlexPersistentVolumeSource
struct FlexPersistentVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text driver() const { return {*this, "driver"}; }
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Map<field::Text> options() const { return {*this, "options"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] SecretReference secretRef() const { return {*this, "secretRef"}; }
};

/// io.k8s.api.core.v1.GlusterfsPersistentVolumeSource
struct GlusterfsPersistentVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text endpoints() const { return {*this, "endpoints"}; }
    [[nodiscard]] field::Text endpointsNamespace() const { return {*this, "endpointsNamespace"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
};

/// io.k8s.api.core.v1.ISCSIPersistentVolumeSource
struct ISCSIPersistentVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Flag chapAuthDiscovery() const { return {*this, "chapAuthDiscovery"}; }
    [[nodiscard]] field::Flag chapAuthSession() const { return {*this, "chapAuthSession"}; }
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Text initiatorName() const { return {*this, "initiatorName"}; }
    [[nodiscard]] field::Text iqn() const { return {*this, "iqn"}; }
    [[nodiscard]] field::Text iscsiInterface() const { return {*this, "iscsiInterface"}; }
    [[nodiscard]] field::Integer lun() const { return {*this, "lun"}; }
    [[nodiscard]] field::List<field::Text> portals() const { return {*this, "portals"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] SecretReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Text targetPortal() const { return {*this, "targetPortal"}; }
};

/// io.k8s.api.core.v1.LocalVolumeSource
struct LocalVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
};

/// io.k8s.api.core.v1.RBDPersistentVolumeSource
struct RBDPersistentVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Text image() const { return {*this, "image"}; }
    [[nodiscard]] field::Text keyring() const { return {*this, "keyring"}; }
    [[nodiscard]] field::List<field::Text> monitors() const { return {*this, "monitors"}; }
    [[nodiscard]] field::Text pool() const { return {*this, "pool"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] SecretReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Text user() const { return {*this, "user"}; }
};

/// io.k8s.api.core.v1.ScaleIOPersistentVolumeSource
struct ScaleIOPersistentVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Text gateway() const { return {*this, "gateway"}; }
    [[nodiscard]] field::Text protectionDomain() const { return {*this, "protectionDomain"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] SecretReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Flag sslEnabled() const { return {*this, "sslEnabled"}; }
    [[nodiscard]] field::Text storageMode() const { return {*this, "storageMode"}; }
    [[nodiscard]] field::Text storagePool() const { return {*this, "storagePool"}; }
    [[nodiscard]] field::Text system() const { return {*this, "system"}; }
    [[nodiscard]] field::Text volumeName() const { return {*this, "volumeName"}; }
};

/// io.k8s.api.core.v1.StorageOSPersistentVolumeSource
struct StorageOSPersistentVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] ObjectReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Text volumeName() const { return {*this, "volumeName"}; }
    [[nodiscard]] field::Text volumeNamespace() const { return {*this, "volumeNamespace"}; }
};

/// io.k8s.api.core.v1.VolumeNodeAffinity
struct VolumeNodeAffinity : View {
    using View::View;
    [[nodiscard]] NodeSelector required() const { return {*this, "required"}; }
};

/// io.k8s.api.core.v1.PersistentVolumeSpec
struct PersistentVolumeSpec : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> accessModes() const { return {*this, "accessModes"}; }
    [[nodiscard]] AWSElasticBlockStoreVolumeSource awsElasticBlockStore() const { return {*this, "awsElasticBlockStore"}; }
    [[nodiscard]] AzureDiskVolumeSource azureDisk() const { return {*this, "azureDisk"}; }
    [[nodiscard]] AzureFilePersistentVolumeSource azureFile() const { return {*this, "azureFile"}; }
    [[nodiscard]] field::Map<field::Amount> capacity() const { return {*this, "capacity"}; }
    [[nodiscard]] CephFSPersistentVolumeSource cephfs() const { return {*this, "cephfs"}; }
    [[nodiscard]] CinderPersistentVolumeSource cinder() const { return {*this, "cinder"}; }
    [[nodiscard]] ObjectReference claimRef() const { return {*this, "claimRef"}; }
    [[nodiscard]] CSIPersistentVolumeSource csi() const { return {*this, "csi"}; }
    [[nodiscard]] FCVolumeSource fc() const { return {*this, "fc"}; }
    [[nodiscard]] FlexPersistentVolumeSource flexVolume() const { return {*this, "flexVolume"}; }
    [[nodiscard]] FlockerVolumeSource flocker() const { return {*this, "flocker"}; }
    [[nodiscard]] GCEPersistentDiskVolumeSource gcePersistentDisk() const { return {*this, "gcePersistentDisk"}; }
    [[nodiscard]] GlusterfsPersistentVolumeSource glusterfs() const { return {*this, "glusterfs"}; }
    [[nodiscard]] HostPathVolumeSource hostPath() const { return {*this, "hostPath"}; }
    [[nodiscard]] ISCSIPersistentVolumeSource iscsi() const { return {*this, "iscsi"}; }
    [[nodiscard]] LocalVolumeSource local() const { return {*this, "local"}; }
    [[nodiscard]] field::List<field::Text> mountOptions() const { return {*this, "mountOptions"}; }
    [[nodiscard]] NFSVolumeSource nfs() const { return {*this, "nfs"}; }
    [[nodiscard]] VolumeNodeAffinity nodeAffinity() const { return {*this, "nodeAffinity"}; }
    [[nodiscard]] field::Text persistentVolumeReclaimPolicy() const { return {*this, "persistentVolumeReclaimPolicy"}; }
    [[nodiscard]] PhotonPersistentDiskVolumeSource photonPersistentDisk() const { return {*this, "photonPersistentDisk"}; }
    [[nodiscard]] PortworxVolumeSource portworxVolume() const { return {*this, "portworxVolume"}; }
    [[nodiscard]] QuobyteVolumeSource quobyte() const { return {*this, "quobyte"}; }
    [[nodiscard]] RBDPersistentVolumeSource rbd() const { return {*this, "rbd"}; }
    [[nodiscard]] ScaleIOPersistentVolumeSource scaleIO() const { return {*this, "scaleIO"}; }
    [[nodiscard]] field::Text storageClassName() const { return {*this, "storageClassName"}; }
    [[nodiscard]] StorageOSPersistentVolumeSource storageos() const { return {*this, "storageos"}; }
    [[nodiscard]] field::Text volumeAttributesClassName() const { return {*this, "volumeAttributesClassName"}; }
    [[nodiscard]] field::Text volumeMode() const { return {*this, "volumeMode"}; }
    [[nodiscard]] VsphereVirtualDiskVolumeSource vsphereVolume() const { return {*this, "vsphereVolume"}; }
};

/// io.k8s.api.core.v1.PersistentVolumeStatus
struct PersistentVolumeStatus : View {
    using View::View;
    [[nodiscard]] field::Time lastPhaseTransitionTime() const { return {*this, "lastPhaseTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text phase() const { return {*this, "phase"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
};

/// io.k8s.api.core.v1.PersistentVolume
struct PersistentVolume : KindOf<PersistentVolume> {
    static constexpr ApiKind api{"", "v1", "PersistentVolume", "persistentvolumes", false, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] PersistentVolumeSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] PersistentVolumeStatus status() const { return {*this, "status"}; }
};

} // namespace kube::core::v1
