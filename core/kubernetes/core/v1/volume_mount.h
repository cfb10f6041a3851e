// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.VolumeMount
struct VolumeMount : View {
    using View::View;
    [[nodiscard]] field::Text mountPath() const { return {*this, "mountPath"}; }
    [[nodiscard]] field::Text mountPropagation() const { return {*this, "mountPropagation"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag readOnly() const { return {*this, "readOnly"}; }
    [[nodiscard]] field::Text recursiveReadOnly() const { return {*this, "recursiveReadOnly"}; }
    [[nodiscard]] field::Text subPath() const { return {*this, "subPath"}; }
    [[nodiscard]] field::Text subPathExpr() const { return {*this, "subPathExpr"}; }
};

} // namespace kube::core::v1
