// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ConfigMap
struct ConfigMap : KindOf<ConfigMap> {
    static constexpr ApiKind api{"", "v1", "ConfigMap", "configmaps", true, false, false, true};
    using KindOf::KindOf;
    [[nodiscard]] field::Map<field::Bytes> binaryData() const { return {*this, "binaryData"}; }
    [[nodiscard]] field::Map<field::Text> data() const { return {*this, "data"}; }
    [[nodiscard]] field::Flag immutable() const { return {*this, "immutable"}; }
};

} // namespace kube::core::v1
