// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::coordination::v1 {

/// io.k8s.api.coordination.v1.LeaseSpec
struct LeaseSpec : View {
    using View::View;
    [[nodiscard]] field::MicroTime acquireTime() const { return {*this, "acquireTime"}; }
    [[nodiscard]] field::Text holderIdentity() const { return {*this, "holderIdentity"}; }
    [[nodiscard]] field::Integer leaseDurationSeconds() const { return {*this, "leaseDurationSeconds"}; }
    [[nodiscard]] field::Integer leaseTransitions() const { return {*this, "leaseTransitions"}; }
    [[nodiscard]] field::Text preferredHolder() const { return {*this, "preferredHolder"}; }
    [[nodiscard]] field::MicroTime renewTime() const { return {*this, "renewTime"}; }
    [[nodiscard]] field::Text strategy() const { return {*this, "strategy"}; }
};

/// io.k8s.api.coordination.v1.Lease
struct Lease : KindOf<Lease> {
    static constexpr ApiKind api{"coordination.k8s.io", "v1", "Lease", "leases", true, false, false, true};
    using KindOf::KindOf;
    [[nodiscard]] LeaseSpec spec() const { return {*this, "spec"}; }
};

} // namespace kube::coordination::v1
