// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::samplecontroller::v1alpha1 {

/// io.k8s.samplecontroller.v1alpha1.FooSpec
struct FooSpec : View {
    using View::View;
    [[nodiscard]] field::Text deploymentName() const { return {*this, "deploymentName"}; }
    [[nodiscard]] field::Integer replicas() const { return {*this, "replicas"}; }
};

/// io.k8s.samplecontroller.v1alpha1.FooStatus
struct FooStatus : View {
    using View::View;
    [[nodiscard]] field::Integer availableReplicas() const { return {*this, "availableReplicas"}; }
};

/// io.k8s.samplecontroller.v1alpha1.Foo
struct Foo : KindOf<Foo> {
    static constexpr ApiKind api{"samplecontroller.k8s.io", "v1alpha1", "Foo", "foos", true, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] FooSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] FooStatus status() const { return {*this, "status"}; }
};

} // namespace kube::samplecontroller::v1alpha1
