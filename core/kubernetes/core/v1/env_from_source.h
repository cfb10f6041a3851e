// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ConfigMapEnvSource
struct ConfigMapEnvSource : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag optional() const { return {*this, "optional"}; }
};

/// io.k8s.api.core.v1.SecretEnvSource
struct SecretEnvSource : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag optional() const { return {*this, "optional"}; }
};

/// io.k8s.api.core.v1.EnvFromSource
struct EnvFromSource : View {
    using View::View;
    [[nodiscard]] ConfigMapEnvSource configMapRef() const { return {*this, "configMapRef"}; }
    [[nodiscard]] field::Text prefix() const { return {*this, "prefix"}; }
    [[nodiscard]] SecretEnvSource secretRef() const { return {*this, "secretRef"}; }
};

} // namespace kube::core::v1
