// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::apps::v1 {

/// io.k8s.api.apps.v1.ControllerRevision
struct ControllerRevision : KindOf<ControllerRevision> {
    static constexpr ApiKind api{"apps", "v1", "ControllerRevision", "controllerrevisions", true, false, false, true};
    using KindOf::KindOf;
    [[nodiscard]] field::Json data() const { return {*this, "data"}; }
    [[nodiscard]] field::Integer revision() const { return {*this, "revision"}; }
};

} // namespace kube::apps::v1
