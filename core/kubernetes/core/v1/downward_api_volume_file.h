// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.DownwardAPIVolumeFile
struct DownwardAPIVolumeFile : View {
    using View::View;
    [[nodiscard]] ObjectFieldSelector fieldRef() const { return {*this, "fieldRef"}; }
    [[nodiscard]] field::Integer mode() const { return {*this, "mode"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] ResourceFieldSelector resourceFieldRef() const { return {*this, "resourceFieldRef"}; }
};

} // namespace kube::core::v1
