// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::meta::v1 {

/// io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement
struct LabelSelectorRequirement : View {
    using View::View;
    [[nodiscard]] field::Text key() const { return {*this, "key"}; }
    [[nodiscard]] field::Text operator_() const { return {*this, "operator"}; }
    [[nodiscard]] field::List<field::Text> values() const { return {*this, "values"}; }
};

/// io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector
struct LabelSelector : View {
    using View::View;
    [[nodiscard]] field::List<LabelSelectorRequirement> matchExpressions() const { return {*this, "matchExpressions"}; }
    [[nodiscard]] field::Map<field::Text> matchLabels() const { return {*this, "matchLabels"}; }
};

} // namespace kube::meta::v1
