// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/core/v1/container_restart_rule.h"
#include "core/kubernetes/core/v1/env_from_source.h"
#include "core/kubernetes/core/v1/env_var.h"
#include "core/kubernetes/core/v1/ephemeral_container.h"
#include "core/kubernetes/core/v1/lifecycle.h"
#include "core/kubernetes/core/v1/node_selector.h"
#include "core/kubernetes/core/v1/node_selector_term.h"
#include "core/kubernetes/core/v1/probe.h"
#include "core/kubernetes/core/v1/resource_requirements.h"
#include "core/kubernetes/core/v1/security_context.h"
#include "core/kubernetes/core/v1/volume.h"
#include "core/kubernetes/core/v1/volume_mount.h"
#include "core/kubernetes/fields.h"
#include "core/kubernetes/meta/v1/label_selector.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.PreferredSchedulingTerm
struct PreferredSchedulingTerm : View {
    using View::View;
    [[nodiscard]] NodeSelectorTerm preference() const { return {*this, "preference"}; }
    [[nodiscard]] field::Integer weight() const { return {*this, "weight"}; }
};

/// io.k8s.api.core.v1.NodeAffinity
struct NodeAffinity : View {
    using View::View;
    [[nodiscard]] field::List<PreferredSchedulingTerm> preferredDuringSchedulingIgnoredDuringExecution() const { return {*this, "preferredDuringSchedulingIgnoredDuringExecution"}; }
    [[nodiscard]] NodeSelector requiredDuringSchedulingIgnoredDuringExecution() const { return {*this, "requiredDuringSchedulingIgnoredDuringExecution"}; }
};

/// io.k8s.api.core.v1.PodAffinityTerm
struct PodAffinityTerm : View {
    using View::View;
    [[nodiscard]] meta::v1::LabelSelector labelSelector() const { return {*this, "labelSelector"}; }
    [[nodiscard]] field::List<field::Text> matchLabelKeys() const { return {*this, "matchLabelKeys"}; }
    [[nodiscard]] field::List<field::Text> mismatchLabelKeys() const { return {*this, "mismatchLabelKeys"}; }
    [[nodiscard]] meta::v1::LabelSelector namespaceSelector() const { return {*this, "namespaceSelector"}; }
    [[nodiscard]] field::List<field::Text> namespaces() const { return {*this, "namespaces"}; }
    [[nodiscard]] field::Text topologyKey() const { return {*this, "topologyKey"}; }
};

/// io.k8s.api.core.v1.WeightedPodAffinityTerm
struct WeightedPodAffinityTerm : View {
    using View::View;
    [[nodiscard]] PodAffinityTerm podAffinityTerm() const { return {*this, "podAffinityTerm"}; }
    [[nodiscard]] field::Integer weight() const { return {*this, "weight"}; }
};

/// io.k8s.api.core.v1.PodAffinity
struct PodAffinity : View {
    using View::View;
    [[nodiscard]] field::List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution() const { return {*this, "preferredDuringSchedulingIgnoredDuringExecution"}; }
    [[nodiscard]] field::List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution() const { return {*this, "requiredDuringSchedulingIgnoredDuringExecution"}; }
};

/// io.k8s.api.core.v1.PodAntiAffinity
struct PodAntiAffinity : View {
    using View::View;
    [[nodiscard]] field::List<WeightedPodAffinityTerm> preferredDuringSchedulingIgnoredDuringExecution() const { return {*this, "preferredDuringSchedulingIgnoredDuringExecution"}; }
    [[nodiscard]] field::List<PodAffinityTerm> requiredDuringSchedulingIgnoredDuringExecution() const { return {*this, "requiredDuringSchedulingIgnoredDuringExecution"}; }
};

/// io.k8s.api.core.v1.Affinity
struct Affinity : View {
    using View::View;
    [[nodiscard]] NodeAffinity nodeAffinity() const { return {*this, "nodeAffinity"}; }
    [[nodiscard]] PodAffinity podAffinity() const { return {*this, "podAffinity"}; }
    [[nodiscard]] PodAntiAffinity podAntiAffinity() const { return {*this, "podAntiAffinity"}; }
};

/// io.k8s.api.core.v1.Container
struct Container : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> args() const { return {*this, "args"}; }
    [[nodiscard]] field::List<field::Text> command() const { return {*this, "command"}; }
    [[nodiscard]] field::List<EnvVar> env() const { return {*this, "env"}; }
    [[nodiscard]] field::List<EnvFromSource> envFrom() const { return {*this, "envFrom"}; }
    [[nodiscard]] field::Text image() const { return {*this, "image"}; }
    [[nodiscard]] field::Text imagePullPolicy() const { return {*this, "imagePullPolicy"}; }
    [[nodiscard]] Lifecycle lifecycle() const { return {*this, "lifecycle"}; }
    [[nodiscard]] Probe livenessProbe() const { return {*this, "livenessProbe"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::List<ContainerPort> ports() const { return {*this, "ports"}; }
    [[nodiscard]] Probe readinessProbe() const { return {*this, "readinessProbe"}; }
    [[nodiscard]] field::List<ContainerResizePolicy> resizePolicy() const { return {*this, "resizePolicy"}; }
    [[nodiscard]] ResourceRequirements resources() const { return {*this, "resources"}; }
    [[nodiscard]] field::Text restartPolicy() const { return {*this, "restartPolicy"}; }
    [[nodiscard]] field::List<ContainerRestartRule> restartPolicyRules() const { return {*this, "restartPolicyRules"}; }
    [[nodiscard]] SecurityContext securityContext() const { return {*this, "securityContext"}; }
    [[nodiscard]] Probe startupProbe() const { return {*this, "startupProbe"}; }
    [[nodiscard]] field::Flag stdin_() const { return {*this, "stdin"}; }
    [[nodiscard]] field::Flag stdinOnce() const { return {*this, "stdinOnce"}; }
    [[nodiscard]] field::Text terminationMessagePath() const { return {*this, "terminationMessagePath"}; }
    [[nodiscard]] field::Text terminationMessagePolicy() const { return {*this, "terminationMessagePolicy"}; }
    [[nodiscard]] field::Flag tty() const { return {*this, "tty"}; }
    [[nodiscard]] field::List<VolumeDevice> volumeDevices() const { return {*this, "volumeDevices"}; }
    [[nodiscard]] field::List<VolumeMount> volumeMounts() const { return {*this, "volumeMounts"}; }
    [[nodiscard]] field::Text workingDir() const { return {*this, "workingDir"}; }
};

/// io.k8s.api.core.v1.HostAlias
struct HostAlias : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> hostnames() const { return {*this, "hostnames"}; }
    [[nodiscard]] field::Text ip() const { return {*this, "ip"}; }
};

/// io.k8s.api.core.v1.PodDNSConfigOption
struct PodDNSConfigOption : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text value() const { return {*this, "value"}; }
};

/// io.k8s.api.core.v1.PodDNSConfig
struct PodDNSConfig : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> nameservers() const { return {*this, "nameservers"}; }
    [[nodiscard]] field::List<PodDNSConfigOption> options() const { return {*this, "options"}; }
    [[nodiscard]] field::List<field::Text> searches() const { return {*this, "searches"}; }
};

/// io.k8s.api.core.v1.PodOS
struct PodOS : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
};

/// io.k8s.api.core.v1.PodReadinessGate
struct PodReadinessGate : View {
    using View::View;
    [[nodiscard]] field::Text conditionType() const { return {*this, "conditionType"}; }
};

/// io.k8s.api.core.v1.PodResourceClaim
struct PodResourceClaim : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text resourceClaimName() const { return {*this, "resourceClaimName"}; }
    [[nodiscard]] field::Text resourceClaimTemplateName() const { return {*this, "resourceClaimTemplateName"}; }
};

/// io.k8s.api.core.v1.PodSchedulingGate
struct PodSchedulingGate : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
};

/// io.k8s.api.core.v1.PodSchedulingGroup
struct PodSchedulingGroup : View {
    using View::View;
    [[nodiscard]] field::Text podGroupName() const { return {*this, "podGroupName"}; }
};

/// io.k8s.api.core.v1.Sysctl
struct Sysctl : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text value() const { return {*this, "value"}; }
};

/// io.k8s.api.core.v1.PodSecurityContext
struct PodSecurityContext : View {
    using View::View;
    [[nodiscard]] AppArmorProfile appArmorProfile() const { return {*this, "appArmorProfile"}; }
    [[nodiscard]] field::Integer fsGroup() const { return {*this, "fsGroup"}; }
    [[nodiscard]] field::Text fsGroupChangePolicy() const { return {*this, "fsGroupChangePolicy"}; }
    [[nodiscard]] field::Integer runAsGroup() const { return {*this, "runAsGroup"}; }
    [[nodiscard]] field::Flag runAsNonRoot() const { return {*this, "runAsNonRoot"}; }
    [[nodiscard]] field::Integer runAsUser() const { return {*this, "runAsUser"}; }
    [[nodiscard]] field::Text seLinuxChangePolicy() const { return {*this, "seLinuxChangePolicy"}; }
    [[nodiscard]] SELinuxOptions seLinuxOptions() const { return {*this, "seLinuxOptions"}; }
    [[nodiscard]] SeccompProfile seccompProfile() const { return {*this, "seccompProfile"}; }
    [[nodiscard]] field::List<field::Integer> supplementalGroups() const { return {*this, "supplementalGroups"}; }
    [[nodiscard]] field::Text supplementalGroupsPolicy() const { return {*this, "supplementalGroupsPolicy"}; }
    [[nodiscard]] field::List<Sysctl> sysctls() const { return {*this, "sysctls"}; }
    [[nodiscard]] WindowsSecurityContextOptions windowsOptions() const { return {*this, "windowsOptions"}; }
};

/// io.k8s.api.core.v1.Toleration
struct Toleration : View {
    using View::View;
    [[nodiscard]] field::Text effect() const { return {*this, "effect"}; }
    [[nodiscard]] field::Text key() const { return {*this, "key"}; }
    [[nodiscard]] field::Text operator_() const { return {*this, "operator"}; }
    [[nodiscard]] field::Integer tolerationSeconds() const { return {*this, "tolerationSeconds"}; }
    [[nodiscard]] field::Text value() const { return {*this, "value"}; }
};

/// io.k8s.api.core.v1.TopologySpreadConstraint
struct TopologySpreadConstraint : View {
    using View::View;
    [[nodiscard]] meta::v1::LabelSelector labelSelector() const { return {*this, "labelSelector"}; }
    [[nodiscard]] field::List<field::Text> matchLabelKeys() const { return {*this, "matchLabelKeys"}; }
    [[nodiscard]] field::Integer maxSkew() const { return {*this, "maxSkew"}; }
    [[nodiscard]] field::Integer minDomains() const { return {*this, "minDomains"}; }
    [[nodiscard]] field::Text nodeAffinityPolicy() const { return {*this, "nodeAffinityPolicy"}; }
    [[nodiscard]] field::Text nodeTaintsPolicy() const { return {*this, "nodeTaintsPolicy"}; }
    [[nodiscard]] field::Text topologyKey() const { return {*this, "topologyKey"}; }
    [[nodiscard]] field::Text whenUnsatisfiable() const { return {*this, "whenUnsatisfiable"}; }
};

/// io.k8s.api.core.v1.PodSpec
struct PodSpec : View {
    using View::View;
    [[nodiscard]] field::Integer activeDeadlineSeconds() const { return {*this, "activeDeadlineSeconds"}; }
    [[nodiscard]] Affinity affinity() const { return {*this, "affinity"}; }
    [[nodiscard]] field::Flag automountServiceAccountToken() const { return {*this, "automountServiceAccountToken"}; }
    [[nodiscard]] field::List<Container> containers() const { return {*this, "containers"}; }
    [[nodiscard]] PodDNSConfig dnsConfig() const { return {*this, "dnsConfig"}; }
    [[nodiscard]] field::Text dnsPolicy() const { return {*this, "dnsPolicy"}; }
    [[nodiscard]] field::Flag enableServiceLinks() const { return {*this, "enableServiceLinks"}; }
    [[nodiscard]] field::List<EphemeralContainer> ephemeralContainers() const { return {*this, "ephemeralContainers"}; }
    [[nodiscard]] field::List<HostAlias> hostAliases() const { return {*this, "hostAliases"}; }
    [[nodiscard]] field::Flag hostIPC() const { return {*this, "hostIPC"}; }
    [[nodiscard]] field::Flag hostNetwork() const { return {*this, "hostNetwork"}; }
    [[nodiscard]] field::Flag hostPID() const { return {*this, "hostPID"}; }
    [[nodiscard]] field::Flag hostUsers() const { return {*this, "hostUsers"}; }
    [[nodiscard]] field::Text hostname() const { return {*this, "hostname"}; }
    [[nodiscard]] field::Text hostnameOverride() const { return {*this, "hostnameOverride"}; }
    [[nodiscard]] field::List<LocalObjectReference> imagePullSecrets() const { return {*this, "imagePullSecrets"}; }
    [[nodiscard]] field::List<Container> initContainers() const { return {*this, "initContainers"}; }
    [[nodiscard]] field::Text nodeName() const { return {*this, "nodeName"}; }
    [[nodiscard]] field::Map<field::Text> nodeSelector() const { return {*this, "nodeSelector"}; }
    [[nodiscard]] PodOS os() const { return {*this, "os"}; }
    [[nodiscard]] field::Map<field::Amount> overhead() const { return {*this, "overhead"}; }
    [[nodiscard]] field::Text preemptionPolicy() const { return {*this, "preemptionPolicy"}; }
    [[nodiscard]] field::Integer priority() const { return {*this, "priority"}; }
    [[nodiscard]] field::Text priorityClassName() const { return {*this, "priorityClassName"}; }
    [[nodiscard]] field::List<PodReadinessGate> readinessGates() const { return {*this, "readinessGates"}; }
    [[nodiscard]] field::List<PodResourceClaim> resourceClaims() const { return {*this, "resourceClaims"}; }
    [[nodiscard]] ResourceRequirements resources() const { return {*this, "resources"}; }
    [[nodiscard]] field::Text restartPolicy() const { return {*this, "restartPolicy"}; }
    [[nodiscard]] field::Text runtimeClassName() const { return {*this, "runtimeClassName"}; }
    [[nodiscard]] field::Text schedulerName() const { return {*this, "schedulerName"}; }
    [[nodiscard]] field::List<PodSchedulingGate> schedulingGates() const { return {*this, "schedulingGates"}; }
    [[nodiscard]] PodSchedulingGroup schedulingGroup() const { return {*this, "schedulingGroup"}; }
    [[nodiscard]] PodSecurityContext securityContext() const { return {*this, "securityContext"}; }
    [[nodiscard]] field::Text serviceAccount() const { return {*this, "serviceAccount"}; }
    [[nodiscard]] field::Text serviceAccountName() const { return {*this, "serviceAccountName"}; }
    [[nodiscard]] field::Flag setHostnameAsFQDN() const { return {*this, "setHostnameAsFQDN"}; }
    [[nodiscard]] field::Flag shareProcessNamespace() const { return {*this, "shareProcessNamespace"}; }
    [[nodiscard]] field::Text subdomain() const { return {*this, "subdomain"}; }
    [[nodiscard]] field::Integer terminationGracePeriodSeconds() const { return {*this, "terminationGracePeriodSeconds"}; }
    [[nodiscard]] field::List<Toleration> tolerations() const { return {*this, "tolerations"}; }
    [[nodiscard]] field::List<TopologySpreadConstraint> topologySpreadConstraints() const { return {*this, "topologySpreadConstraints"}; }
    [[nodiscard]] field::List<Volume> volumes() const { return {*this, "volumes"}; }
};

} // namespace kube::core::v1
