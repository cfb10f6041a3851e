// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/core/v1/http_get_action.h"
#include "core/kubernetes/fields.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.GRPCAction
struct GRPCAction : View {
    using View::View;
    [[nodiscard]] field::Integer port() const { return {*this, "port"}; }
    [[nodiscard]] field::Text service() const { return {*this, "service"}; }
};

/// io.k8s.api.core.v1.Probe
struct Probe : View {
    using View::View;
    [[nodiscard]] ExecAction exec() const { return {*this, "exec"}; }
    [[nodiscard]] field::Integer failureThreshold() const { return {*this, "failureThreshold"}; }
    [[nodiscard]] GRPCAction grpc() const { return {*this, "grpc"}; }
    [[nodiscard]] HTTPGetAction httpGet() const { return {*this, "httpGet"}; }
    [[nodiscard]] field::Integer initialDelaySeconds() const { return {*this, "initialDelaySeconds"}; }
    [[nodiscard]] field::Integer periodSeconds() const { return {*this, "periodSeconds"}; }
    [[nodiscard]] field::Integer successThreshold() const { return {*this, "successThreshold"}; }
    [[nodiscard]] TCPSocketAction tcpSocket() const { return {*this, "tcpSocket"}; }
    [[nodiscard]] field::Integer terminationGracePeriodSeconds() const { return {*this, "terminationGracePeriodSeconds"}; }
    [[nodiscard]] field::Integer timeoutSeconds() const { return {*this, "timeoutSeconds"}; }
};

} // namespace kube::core::v1
