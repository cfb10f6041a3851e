// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ScaleIOVolumeSource
struct ScaleIOVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Text gateway() const { return {*this, "gateway"}; }
    [[nodiscard]] field::Text protectionDomain() const { return {*this, "protectionDomain"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] LocalObjectReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Flag sslEnabled() const { return {*this, "sslEnabled"}; }
    [[nodiscard]] field::Text storageMode() const { return {*this, "storageMode"}; }
    [[nodiscard]] field::Text storagePool() const { return {*this, "storagePool"}; }
    [[nodiscard]] field::Text system() const { return {*this, "system"}; }
    [[nodiscard]] field::Text volumeName() const { return {*this, "volumeName"}; }
};

} // namespace kube::core::v1
