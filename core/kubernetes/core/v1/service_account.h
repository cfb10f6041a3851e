// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/core/v1/object_reference.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ServiceAccount
struct ServiceAccount : KindOf<ServiceAccount> {
    static constexpr ApiKind api{"", "v1", "ServiceAccount", "serviceaccounts", true, false, false, true};
    using KindOf::KindOf;
    [[nodiscard]] field::Flag automountServiceAccountToken() const { return {*this, "automountServiceAccountToken"}; }
    [[nodiscard]] field::List<LocalObjectReference> imagePullSecrets() const { return {*this, "imagePullSecrets"}; }
    [[nodiscard]] field::List<ObjectReference> secrets() const { return {*this, "secrets"}; }
};

} // namespace kube::core::v1
