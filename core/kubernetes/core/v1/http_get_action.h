// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.HTTPHeader
struct HTTPHeader : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text value() const { return {*this, "value"}; }
};

/// io.k8s.api.core.v1.HTTPGetAction
struct HTTPGetAction : View {
    using View::View;
    [[nodiscard]] field::Text host() const { return {*this, "host"}; }
    [[nodiscard]] field::List<HTTPHeader> httpHeaders() const { return {*this, "httpHeaders"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] field::IntOrString port() const { return {*this, "port"}; }
    [[nodiscard]] field::Text scheme() const { return {*this, "scheme"}; }
};

} // namespace kube::core::v1
