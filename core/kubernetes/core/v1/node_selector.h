// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/node_selector_term.h"
#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.NodeSelector
struct NodeSelector : View {
    using View::View;
    [[nodiscard]] field::List<NodeSelectorTerm> nodeSelectorTerms() const { return {*this, "nodeSelectorTerms"}; }
};

} // namespace kube::core::v1
