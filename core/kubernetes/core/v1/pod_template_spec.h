// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/pod_spec.h"
#include "core/kubernetes/fields.h"
#include "core/kubernetes/meta/v1/object_meta.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.PodTemplateSpec
struct PodTemplateSpec : View {
    using View::View;
    [[nodiscard]] meta::v1::ObjectMeta metadata() const { return {*this, "metadata"}; }
    [[nodiscard]] PodSpec spec() const { return {*this, "spec"}; }
};

} // namespace kube::core::v1
