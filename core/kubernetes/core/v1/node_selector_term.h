// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.NodeSelectorRequirement
struct NodeSelectorRequirement : View {
    using View::View;
    [[nodiscard]] field::Text key() const { return {*this, "key"}; }
    [[nodiscard]] field::Text operator_() const { return {*this, "operator"}; }
    [[nodiscard]] field::List<field::Text> values() const { return {*this, "values"}; }
};

/// io.k8s.api.core.v1.NodeSelectorTerm
struct NodeSelectorTerm : View {
    using View::View;
    [[nodiscard]] field::List<NodeSelectorRequirement> matchExpressions() const { return {*this, "matchExpressions"}; }
    [[nodiscard]] field::List<NodeSelectorRequirement> matchFields() const { return {*this, "matchFields"}; }
};

} // namespace kube::core::v1
