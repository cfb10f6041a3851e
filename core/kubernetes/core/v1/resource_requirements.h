// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ResourceClaim
struct ResourceClaim : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text request() const { return {*this, "request"}; }
};

/// io.k8s.api.core.v1.ResourceRequirements
struct ResourceRequirements : View {
    using View::View;
    [[nodiscard]] field::List<ResourceClaim> claims() const { return {*this, "claims"}; }
    [[nodiscard]] field::Map<field::Amount> limits() const { return {*this, "limits"}; }
    [[nodiscard]] field::Map<field::Amount> requests() const { return {*this, "requests"}; }
};

} // namespace kube::core::v1
