// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ContainerRestartRuleOnExitCodes
struct ContainerRestartRuleOnExitCodes : View {
    using View::View;
    [[nodiscard]] field::Text operator_() const { return {*this, "operator"}; }
    [[nodiscard]] field::List<field::Integer> values() const { return {*this, "values"}; }
};

/// io.k8s.api.core.v1.ContainerRestartRule
struct ContainerRestartRule : View {
    using View::View;
    [[nodiscard]] field::Text action() const { return {*this, "action"}; }
    [[nodiscard]] ContainerRestartRuleOnExitCodes exitCodes() const { return {*this, "exitCodes"}; }
};

} // namespace kube::core::v1
