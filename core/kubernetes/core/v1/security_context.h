// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.Capabilities
struct Capabilities : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> add() const { return {*this, "add"}; }
    [[nodiscard]] field::List<field::Text> drop() const { return {*this, "drop"}; }
};

/// io.k8s.api.core.v1.SecurityContext
struct SecurityContext : View {
    using View::View;
    [[nodiscard]] field::Flag allowPrivilegeEscalation() const { return {*this, "allowPrivilegeEscalation"}; }
    [[nodiscard]] AppArmorProfile appArmorProfile() const { return {*this, "appArmorProfile"}; }
    [[nodiscard]] Capabilities capabilities() const { return {*this, "capabilities"}; }
    [[nodiscard]] field::Flag privileged() const { return {*this, "privileged"}; }
    [[nodiscard]] field::Text procMount() const { return {*this, "procMount"}; }
    [[nodiscard]] field::Flag readOnlyRootFilesystem() const { return {*this, "readOnlyRootFilesystem"}; }
    [[nodiscard]] field::Integer runAsGroup() const { return {*this, "runAsGroup"}; }
    [[nodiscard]] field::Flag runAsNonRoot() const { return {*this, "runAsNonRoot"}; }
    [[nodiscard]] field::Integer runAsUser() const { return {*this, "runAsUser"}; }
    [[nodiscard]] SELinuxOptions seLinuxOptions() const { return {*this, "seLinuxOptions"}; }
    [[nodiscard]] SeccompProfile seccompProfile() const { return {*this, "seccompProfile"}; }
    [[nodiscard]] WindowsSecurityContextOptions windowsOptions() const { return {*this, "windowsOptions"}; }
};

} // namespace kube::core::v1
