// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ConfigMapKeySelector
struct ConfigMapKeySelector : View {
    using View::View;
    [[nodiscard]] field::Text key() const { return {*this, "key"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag optional() const { return {*this, "optional"}; }
};

/// io.k8s.api.core.v1.FileKeySelector
struct FileKeySelector : View {
    using View::View;
    [[nodiscard]] field::Text key() const { return {*this, "key"}; }
    [[nodiscard]] field::Flag optional() const { return {*this, "optional"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] field::Text volumeName() const { return {*this, "volumeName"}; }
};

/// io.k8s.api.core.v1.SecretKeySelector
struct SecretKeySelector : View {
    using View::View;
    [[nodiscard]] field::Text key() const { return {*this, "key"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Flag optional() const { return {*this, "optional"}; }
};

/// io.k8s.api.core.v1.EnvVarSource
struct EnvVarSource : View {
    using View::View;
    [[nodiscard]] ConfigMapKeySelector configMapKeyRef() const { return {*this, "configMapKeyRef"}; }
    [[nodiscard]] ObjectFieldSelector fieldRef() const { return {*this, "fieldRef"}; }
    [[nodiscard]] FileKeySelector fileKeyRef() const { return {*this, "fileKeyRef"}; }
    [[nodiscard]] ResourceFieldSelector resourceFieldRef() const { return {*this, "resourceFieldRef"}; }
    [[nodiscard]] SecretKeySelector secretKeyRef() const { return {*this, "secretKeyRef"}; }
};

/// io.k8s.api.core.v1.EnvVar
struct EnvVar : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text value() const { return {*this, "value"}; }
    [[nodiscard]] EnvVarSource valueFrom() const { return {*this, "valueFrom"}; }
};

} // namespace kube::core::v1
