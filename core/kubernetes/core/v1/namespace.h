// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.NamespaceSpec
struct NamespaceSpec : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> finalizers() const { return {*this, "finalizers"}; }
};

/// io.k8s.api.core.v1.NamespaceCondition
struct NamespaceCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.NamespaceStatus
struct NamespaceStatus : View {
    using View::View;
    [[nodiscard]] field::List<NamespaceCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] field::Text phase() const { return {*this, "phase"}; }
};

/// io.k8s.api.core.v1.Namespace
struct Namespace : KindOf<Namespace> {
    static constexpr ApiKind api{"", "v1", "Namespace", "namespaces", false, true, false, false};
    using KindOf::KindOf;
    [[nodiscard]] NamespaceSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] NamespaceStatus status() const { return {*this, "status"}; }
};

} // namespace kube::core::v1
