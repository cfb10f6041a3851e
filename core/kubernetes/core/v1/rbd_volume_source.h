// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.RBDVolumeSource
struct RBDVolumeSource : View {
    using View::View;
    [[nodiscard]] field::Text fsType() const { return {*this, "fsType"}; }
    [[nodiscard]] field::Text image() const { return {*this, "image"}; }
    [[nodiscard]] field::Text keyring() const { return {*this, "keyring"}; }
    [[nodiscard]] field::List<field::Text> monitors() const { return {*this, "monitors"}; }
    [[nodiscard]] field::Text pool() const { return {*this, "pool"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] LocalObjectReference secretRef() const { return {*this, "secretRef"}; }
    [[nodiscard]] field::Text user() const { return {*this, "user"}; }
};

} // namespace kube::core::v1
