// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/pod_template_spec.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.PodTemplate
struct PodTemplate : KindOf<PodTemplate> {
    static constexpr ApiKind api{"", "v1", "PodTemplate", "podtemplates", true, false, false, true};
    using KindOf::KindOf;
    [[nodiscard]] PodTemplateSpec template_() const { return {*this, "template"}; }
};

} // namespace kube::core::v1
