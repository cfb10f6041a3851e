// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/core/v1/http_get_action.h"
#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.SleepAction
struct SleepAction : View {
    using View::View;
    [[nodiscard]] field::Integer seconds() const { return {*this, "seconds"}; }
};

/// io.k8s.api.core.v1.LifecycleHandler
struct LifecycleHandler : View {
    using View::View;
    [[nodiscard]] ExecAction exec() const { return {*this, "exec"}; }
    [[nodiscard]] HTTPGetAction httpGet() const { return {*this, "httpGet"}; }
    [[nodiscard]] SleepAction sleep() const { return {*this, "sleep"}; }
    [[nodiscard]] TCPSocketAction tcpSocket() const { return {*this, "tcpSocket"}; }
};

/// io.k8s.api.core.v1.Lifecycle
struct Lifecycle : View {
    using View::View;
    [[nodiscard]] LifecycleHandler postStart() const { return {*this, "postStart"}; }
    [[nodiscard]] LifecycleHandler preStop() const { return {*this, "preStop"}; }
    [[nodiscard]] field::Text stopSignal() const { return {*this, "stopSignal"}; }
};

} // namespace kube::core::v1
