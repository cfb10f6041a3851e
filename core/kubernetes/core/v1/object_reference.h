// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ObjectReference
struct ObjectReference : View {
    using View::View;
    [[nodiscard]] field::Text apiVersion() const { return {*this, "apiVersion"}; }
    [[nodiscard]] field::Text fieldPath() const { return {*this, "fieldPath"}; }
    [[nodiscard]] field::Text kind() const { return {*this, "kind"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text namespace_() const { return {*this, "namespace"}; }
    [[nodiscard]] field::Text resourceVersion() const { return {*this, "resourceVersion"}; }
    [[nodiscard]] field::Text uid() const { return {*this, "uid"}; }
};

} // namespace kube::core::v1
