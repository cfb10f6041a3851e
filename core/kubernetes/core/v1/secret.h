// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.Secret
struct Secret : KindOf<Secret> {
    static constexpr ApiKind api{"", "v1", "Secret", "secrets", true, false, false, true};
    using KindOf::KindOf;
    [[nodiscard]] field::Map<field::Bytes> data() const { return {*this, "data"}; }
    [[nodiscard]] field::Flag immutable() const { return {*this, "immutable"}; }
    [[nodiscard]] field::Map<field::Text> stringData() const { return {*this, "stringData"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

} // namespace kube::core::v1
