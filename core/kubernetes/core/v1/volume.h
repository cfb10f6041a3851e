// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/core/v1/downward_api_volume_file.h"
#include "core/kubernetes/core/v1/iscsi_volume_source.h"
#include "core/kubernetes/core/v1/persistent_volume_claim_spec.h"
#include "core/kubernetes/core/v1/rbd_volume_source.h"
#include "core/kubernetes/core/v1/scale_io_volume_source.h"
#include "core/kubernetes/fields.h"
#include "core/kubernetes/meta/v1/label_selector.h"
#include "core/kubernetes/meta/v1/object_meta.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.AzureFileVolumeSource
struct AzureFileVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Text secretName() const { return {*this, "secretName"}; }
    [[nodiscard]] field::Text shareName() const { return {*this, "shareName"}; }
};

/// io.k8s.api.core.v1.CSIVolumeSource
struct CSIVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text driver() const { return {*this, "driver"}; }
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] LocalObjectReference nodePublishSecretRef() const { return {*this, "nodePublishSecretRef"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Map<field::Text> volumeAttributes() const { return {*this, "volumeAttributes"}; }
};

/// io.k8s.api.core.v1.CephFSVolumeSource
struct CephFSVolumeSource : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> monitors() const { return {*this, "monitors"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Text secretFile() const { return {*this, "secretFile"}; }
    [[nodiscard]] LocalObjectReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Text user() const { return {*this, "user"}; }
};

/// io.k8s.api.core.v1.CinderVolumeSource
struct CinderVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] LocalObjectReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Text volumeID() const { return {*this, "volumeID"}; }
};

/// io.k8s.api.core.v1.ClusterTrustBundleProjection
struct ClusterTrustBundleProjection : View {
    using View::View;
    [[nodiscard]] meta::v1::LabelSelector labelSelector() const { return {*this, "labelSelector"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag optional() const { return {*this, "optional"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] field::Text signerName() const { return {*this, "signerName"}; }
};

/// io.k8s.api.core.v1.ConfigMapProjection
struct ConfigMapProjection : View {
    using View::View;
    [[nodiscard]] field::List<KeyToPath> items() const { return {*this, "items"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag optional() const { return {*this, "optional"}; }
};

/// io.k8s.api.core.v1.ConfigMapVolumeSource
struct ConfigMapVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Integer defaultMode() const { return {*this, "defaultMode"}; }
    [[nodiscard]] field::List<KeyToPath> items() const { return {*this, "items"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag optional() const { return {*this, "optional"}; }
};

/// io.k8s.api.core.v1.DownwardAPIProjection
struct DownwardAPIProjection : View {
    using View::View;
    [[nodiscard]] field::List<DownwardAPIVolumeFile> items() const { return {*this, "items"}; }
};

/// io.k8s.api.core.v1.DownwardAPIVolumeSource
struct DownwardAPIVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Integer defaultMode() const { return {*this, "defaultMode"}; }
    [[nodiscard]] field::List<DownwardAPIVolumeFile> items() const { return {*this, "items"}; }
};

/// io.k8s.api.core.v1.EmptyDirVolumeSource
struct EmptyDirVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text medium() const { return {*this, "medium"}; }
    [[nodiscard]] field::Amount sizeLimit() const { return {*this, "sizeLimit"}; }
};

/// io.k8s.api.core.v1.PersistentVolumeClaimTemplate
struct PersistentVolumeClaimTemplate : View {
    using View::View;
    [[nodiscard]] meta::v1::ObjectMeta metadata() const { return {*this, "metadata"}; }
    [[nodiscard]] PersistentVolumeClaimSpec spec() const { return {*this, "spec"}; }
};

/// io.k8s.api.core.v1.EphemeralVolumeSource
struct EphemeralVolumeSource : View {
    using View::View;
    [[nodiscard]] PersistentVolumeClaimTemplate volumeClaimTemplate() const { return {*this, "volumeClaimTemplate"}; }
};

/// io.k8s.api.core.v1.FlexVolumeSource
struct FlexVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text driver() const { return {*this, "driver"}; }
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Map<field::Text> options() const { return {*this, "options"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] LocalObjectReference secretRef() const { return {*this, "secretRef"}; }
};

/// io.k8s.api.core.v1.GitRepoVolumeSource
struct GitRepoVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text directory() const { return {*this, "directory"}; }
    [[nodiscard]] field::Text repository() const { return {*this, "repository"}; }
    [[nodiscard]] field::Text revision() const { return {*this, "revision"}; }
};

/// io.k8s.api.core.v1.GlusterfsVolumeSource
struct GlusterfsVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text endpoints() const { return {*this, "endpoints"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
};

/// io.k8s.api.core.v1.ImageVolumeSource
struct ImageVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text pullPolicy() const { return {*this, "pullPolicy"}; }
    [[nodiscard]] field::Text reference() const { return {*this, "reference"}; }
};

/// io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource
struct PersistentVolumeClaimVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text claimName() const { return {*this, "claimName"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
};

/// io.k8s.api.core.v1.PodCertificateProjection
struct PodCertificateProjection : View {
    using View::View;
    [[nodiscard]] field::Text certificateChainPath() const { return {*this, "certificateChainPath"}; }
    [[nodiscard]] field::Text credentialBundlePath() const { return {*this, "credentialBundlePath"}; }
    [[nodiscard]] field::Text keyPath() const { return {*this, "keyPath"}; }
    [[nodiscard]] field::Text keyType() const { return {*this, "keyType"}; }
    [[nodiscard]] field::Integer maxExpirationSeconds() const { return {*this, "maxExpirationSeconds"}; }
    [[nodiscard]] field::Text signerName() const { return {*this, "signerName"}; }
    [[nodiscard]] field::Map<field::Text> userAnnotations() const { return {*this, "userAnnotations"}; }
};

/// io.k8s.api.core.v1.SecretProjection
struct SecretProjection : View {
    using View::View;
    [[nodiscard]] field::List<KeyToPath> items() const { return {*this, "items"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag optional() const { return {*this, "optional"}; }
};

/// io.k8s.api.core.v1.ServiceAccountTokenProjection
struct ServiceAccountTokenProjection : View {
    using View::View;
    [[nodiscard]] field::Text audience() const { return {*this, "audience"}; }
    [[nodiscard]] field::Integer expirationSeconds() const { return {*this, "expirationSeconds"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
};

/// io.k8s.api.core.v1.VolumeProjection
struct VolumeProjection : View {
    using View::View;
    [[nodiscard]] ClusterTrustBundleProjection clusterTrustBundle() const { return {*this, "clusterTrustBundle"}; }
    [[nodiscard]] ConfigMapProjection configMap() const { return {*this, "configMap"}; }
    [[nodiscard]] DownwardAPIProjection downwardAPI() const { return {*this, "downwardAPI"}; }
    [[nodiscard]] PodCertificateProjection podCertificate() const { return {*this, "podCertificate"}; }
    [[nodiscard]] SecretProjection secret() const { return {*this, "secret"}; }
    [[nodiscard]] ServiceAccountTokenProjection serviceAccountToken() const { return {*this, "serviceAccountToken"}; }
};

/// io.k8s.api.core.v1.ProjectedVolumeSource
struct ProjectedVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Integer defaultMode() const { return {*this, "defaultMode"}; }
    [[nodiscard]] field::List<VolumeProjection> sources() const { return {*this, "sources"}; }
};

/// io.k8s.api.core.v1.SecretVolumeSource
struct SecretVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Integer defaultMode() const { return {*this, "defaultMode"}; }
    [[nodiscard]] field::List<KeyToPath> items() const { return {*this, "items"}; }
    [[nodiscard]] field::Flag optional() const { return {*this, "optional"}; }
    [[nodiscard]] field::Text secretName() const { return {*this, "secretName"}; }
};

/// io.k8s.api.core.v1.StorageOSVolumeSource
struct StorageOSVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] LocalObjectReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Text volumeName() const { return {*this, "volumeName"}; }
    [[nodiscard]] field::Text volumeNamespace() const { return {*this, "volumeNamespace"}; }
};

/// io.k8s.api.core.v1.Volume
struct Volume : View {
    using View::View;
    [[nodiscard]] AWSElasticBlockStoreVolumeSource awsElasticBlockStore() const { return {*this, "awsElasticBlockStore"}; }
    [[nodiscard]] AzureDiskVolumeSource azureDisk() const { return {*this, "azureDisk"}; }
    [[nodiscard]] AzureFileVolumeSource azureFile() const { return {*this, "azureFile"}; }
    [[nodiscard]] CephFSVolumeSource cephfs() const { return {*this, "cephfs"}; }
    [[nodiscard]] CinderVolumeSource cinder() const { return {*this, "cinder"}; }
    [[nodiscard]] ConfigMapVolumeSource configMap() const { return {*this, "configMap"}; }
    [[nodiscard]] CSIVolumeSource csi() const { return {*this, "csi"}; }
    [[nodiscard]] DownwardAPIVolumeSource downwardAPI() const { return {*this, "downwardAPI"}; }
    [[nodiscard]] EmptyDirVolumeSource emptyDir() const { return {*this, "emptyDir"}; }
    [[nodiscard]] EphemeralVolumeSource ephemeral() const { return {*this, "ephemeral"}; }
    [[nodiscard]] FCVolumeSource fc() const { return {*this, "fc"}; }
    [[nodiscard]] FlexVolumeSource flexVolume() const { return {*this, "flexVolume"}; }
    [[nodiscard]] FlockerVolumeSource flocker() const { return {*this, "flocker"}; }
    [[nodiscard]] GCEPersistentDiskVolumeSource gcePersistentDisk() const { return {*this, "gcePersistentDisk"}; }
    [[nodiscard]] GitRepoVolumeSource gitRepo() const { return {*this, "gitRepo"}; }
    [[nodiscard]] GlusterfsVolumeSource glusterfs() const { return {*this, "glusterfs"}; }
    [[nodiscard]] HostPathVolumeSource hostPath() const { return {*this, "hostPath"}; }
    [[nodiscard]] ImageVolumeSource image() const { return {*this, "image"}; }
    [[nodiscard]] ISCSIVolumeSource iscsi() const { return {*this, "iscsi"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] NFSVolumeSource nfs() const { return {*this, "nfs"}; }
    [[nodiscard]] PersistentVolumeClaimVolumeSource persistentVolumeClaim() const { return {*this, "persistentVolumeClaim"}; }
    [[nodiscard]] PhotonPersistentDiskVolumeSource photonPersistentDisk() const { return {*this, "photonPersistentDisk"}; }
    [[nodiscard]] PortworxVolumeSource portworxVolume() const { return {*this, "portworxVolume"}; }
    [[nodiscard]] ProjectedVolumeSource projected() const { return {*this, "projected"}; }
    [[nodiscard]] QuobyteVolumeSource quobyte() const { return {*this, "quobyte"}; }
    [[nodiscard]] RBDVolumeSource rbd() const { return {*this, "rbd"}; }
    [[nodiscard]] ScaleIOVolumeSource scaleIO() const { return {*this, "scaleIO"}; }
    [[nodiscard]] SecretVolumeSource secret() const { return {*this, "secret"}; }
    [[nodiscard]] StorageOSVolumeSource storageos() const { return {*this, "storageos"}; }
    [[nodiscard]] VsphereVirtualDiskVolumeSource vsphereVolume() const { return {*this, "vsphereVolume"}; }
};

} // namespace kube::core::v1
