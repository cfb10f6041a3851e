// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ISCSIVolumeSource
struct ISCSIVolumeSource : View {
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
    [[nodiscard]] LocalObjectReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Text targetPortal() const { return {*this, "targetPortal"}; }
};

} // namespace kube::core::v1
