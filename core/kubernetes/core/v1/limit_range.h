// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.LimitRangeItem
struct LimitRangeItem : View {
    using View::View;
    [[nodiscard]] field::Map<field::Amount> default_() const { return {*this, "default"}; }
    [[nodiscard]] field::Map<field::Amount> defaultRequest() const { return {*this, "defaultRequest"}; }
    [[nodiscard]] field::Map<field::Amount> max() const { return {*this, "max"}; }
    [[nodiscard]] field::Map<field::Amount> maxLimitRequestRatio() const { return {*this, "maxLimitRequestRatio"}; }
    [[nodiscard]] field::Map<field::Amount> min() const { return {*this, "min"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.LimitRangeSpec
struct LimitRangeSpec : View {
    using View::View;
    [[nodiscard]] field::List<LimitRangeItem> limits() const { return {*this, "limits"}; }
};

/// io.k8s.api.core.v1.LimitRange
struct LimitRange : KindOf<LimitRange> {
    static constexpr ApiKind api{"", "v1", "LimitRange", "limitranges", true, false, false, true};
    using KindOf::KindOf;
    [[nodiscard]] LimitRangeSpec spec() const { return {*this, "spec"}; }
};

} // namespace kube::core::v1
