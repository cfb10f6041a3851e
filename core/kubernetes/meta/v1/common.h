// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::meta::v1 {

/// io.k8s.apimachinery.pkg.apis.meta.v1.Condition
struct Condition : View {
    using View::View;
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Integer observedGeneration() const { return {*this, "observedGeneration"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

} // namespace kube::meta::v1
