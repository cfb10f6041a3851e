// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/core/v1/container_restart_rule.h"
#include "core/kubernetes/core/v1/env_from_source.h"
#include "core/kubernetes/core/v1/env_var.h"
#include "core/kubernetes/core/v1/lifecycle.h"
#include "core/kubernetes/core/v1/probe.h"
#include "core/kubernetes/core/v1/resource_requirements.h"
#include "core/kubernetes/core/v1/security_context.h"
#include "core/kubernetes/core/v1/volume_mount.h"
#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.EphemeralContainer
struct EphemeralContainer : View {
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
    [[nodiscard]] field::Text targetContainerName() const { return {*this, "targetContainerName"}; }
    [[nodiscard]] field::Text terminationMessagePath() const { return {*this, "terminationMessagePath"}; }
    [[nodiscard]] field::Text terminationMessagePolicy() const { return {*this, "terminationMessagePolicy"}; }
    [[nodiscard]] field::Flag tty() const { return {*this, "tty"}; }
    [[nodiscard]] field::List<VolumeDevice> volumeDevices() const { return {*this, "volumeDevices"}; }
    [[nodiscard]] field::List<VolumeMount> volumeMounts() const { return {*this, "volumeMounts"}; }
    [[nodiscard]] field::Text workingDir() const { return {*this, "workingDir"}; }
};

} // namespace kube::core::v1
