// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ScopedResourceSelectorRequirement
struct ScopedResourceSelectorRequirement : View {
    using View::View;
    [[nodiscard]] field::Text operator_() const { return {*this, "operator"}; }
    [[nodiscard]] field::Text scopeName() const { return {*this, "scopeName"}; }
    [[nodiscard]] field::List<field::Text> values() const { return {*this, "values"}; }
};

/// io.k8s.api.core.v1.ScopeSelector
struct ScopeSelector : View {
    using View::View;
    [[nodiscard]] field::List<ScopedResourceSelectorRequirement> matchExpressions() const { return {*this, "matchExpressions"}; }
};

/// io.k8s.api.core.v1.ResourceQuotaSpec
struct ResourceQuotaSpec : View {
    using View::View;
    [[nodiscard]] field::Map<field::Amount> hard() const { return {*this, "hard"}; }
    [[nodiscard]] ScopeSelector scopeSelector() const { return {*this, "scopeSelector"}; }
    [[nodiscard]] field::List<field::Text> scopes() const { return {*this, "scopes"}; }
};

/// io.k8s.api.core.v1.ResourceQuotaStatus
struct ResourceQuotaStatus : View {
    using View::View;
    [[nodiscard]] field::Map<field::Amount> hard() const { return {*this, "hard"}; }
    [[nodiscard]] field::Map<field::Amount> used() const { return {*this, "used"}; }
};

/// io.k8s.api.core.v1.ResourceQuota
struct ResourceQuota : KindOf<ResourceQuota> {
    static constexpr ApiKind api{"", "v1", "ResourceQuota", "resourcequotas", true, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] ResourceQuotaSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] ResourceQuotaStatus status() const { return {*this, "status"}; }
};

} // namespace kube::core::v1
