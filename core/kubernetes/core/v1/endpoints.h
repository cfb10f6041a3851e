// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/object_reference.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.EndpointAddress
struct EndpointAddress : View {
    using View::View;
    [[nodiscard]] field::Text hostname() const { return {*this, "hostname"}; }
    [[nodiscard]] field::Text ip() const { return {*this, "ip"}; }
    [[nodiscard]] field::Text nodeName() const { return {*this, "nodeName"}; }
    [[nodiscard]] ObjectReference targetRef() const { return {*this, "targetRef"}; }
};

/// io.k8s.api.core.v1.EndpointPort
struct EndpointPort : View {
    using View::View;
    [[nodiscard]] field::Text appProtocol() const { return {*this, "appProtocol"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Integer port() const { return {*this, "port"}; }
    [[nodiscard]] field::Text protocol() const { return {*this, "protocol"}; }
};

/// io.k8s.api.core.v1.EndpointSubset
struct EndpointSubset : View {
    using View::View;
    [[nodiscard]] field::List<EndpointAddress> addresses() const { return {*this, "addresses"}; }
    [[nodiscard]] field::List<EndpointAddress> notReadyAddresses() const { return {*this, "notReadyAddresses"}; }
    [[nodiscard]] field::List<EndpointPort> ports() const { return {*this, "ports"}; }
};

/// io.k8s.api.core.v1.Endpoints
struct Endpoints : KindOf<Endpoints> {
    static constexpr ApiKind api{"", "v1", "Endpoints", "endpoints", true, false, false, true};
    using KindOf::KindOf;
    [[nodiscard]] field::List<EndpointSubset> subsets() const { return {*this, "subsets"}; }
};

} // namespace kube::core::v1
