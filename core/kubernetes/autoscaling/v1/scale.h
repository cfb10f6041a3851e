// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::autoscaling::v1 {

/// io.k8s.api.autoscaling.v1.ScaleSpec
struct ScaleSpec : View {
    using View::View;
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
};

/// io.k8s.api.autoscaling.v1.ScaleStatus
struct ScaleStatus : View {
    using View::View;
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
    [[nodiscard]] field::Text selector() const { return {*this, "selector"}; }
};

/// io.k8s.api.autoscaling.v1.Scale
struct Scale : KindOf<Scale> {
    static constexpr ApiKind api{"autoscaling", "v1", "Scale", "", true, false, false, false};
    using KindOf::KindOf;
    [[nodiscard]] ScaleSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] ScaleStatus status() const { return {*this, "status"}; }
};

} // namespace kube::autoscaling::v1
