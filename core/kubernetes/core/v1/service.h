// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/common.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.ClientIPConfig
struct ClientIPConfig : View {
    using View::View;
    [[nodiscard]] field::Integer timeoutSeconds() const { return {*this, "timeoutSeconds"}; }
};

/// io.k8s.api.core.v1.PortStatus
struct PortStatus : View {
    using View::View;
    [[nodiscard]] field::Text error() const { return {*this, "error"}; }
    [[nodiscard]] field::Integer port() const { return {*this, "port"}; }
    [[nodiscard]] field::Text protocol() const { return {*this, "protocol"}; }
};

/// io.k8s.api.core.v1.LoadBalancerIngress
struct LoadBalancerIngress : View {
    using View::View;
    [[nodiscard]] field::Text hostname() const { return {*this, "hostname"}; }
    [[nodiscard]] field::Text ip() const { return {*this, "ip"}; }
    [[nodiscard]] field::Text ipMode() const { return {*this, "ipMode"}; }
    [[nodiscard]] field::List<PortStatus> ports() const { return {*this, "ports"}; }
};

/// io.k8s.api.core.v1.LoadBalancerStatus
struct LoadBalancerStatus : View {
    using View::View;
    [[nodiscard]] field::List<LoadBalancerIngress> ingress() const { return {*this, "ingress"}; }
};

/// io.k8s.api.core.v1.ServicePort
struct ServicePort : View {
    using View::View;
    [[nodiscard]] field::Text appProtocol() const { return {*this, "appProtocol"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Integer nodePort() const { return {*this, "nodePort"}; }
    [[nodiscard]] field::Integer port() const { return {*this, "port"}; }
    [[nodiscard]] field::Text protocol() const { return {*this, "protocol"}; }
    [[nodiscard]] field::IntOrString targetPort() const { return {*this, "targetPort"}; }
};

/// io.k8s.api.core.v1.SessionAffinityConfig
struct SessionAffinityConfig : View {
    using View::View;
    [[nodiscard]] ClientIPConfig clientIP() const { return {*this, "clientIP"}; }
};

/// io.k8s.api.core.v1.ServiceSpec
struct ServiceSpec : View {
    using View::View;
    [[nodiscard]] field::Flag allocateLoadBalancerNodePorts() const { return {*this, "allocateLoadBalancerNodePorts"}; }
    [[nodiscard]] field::Text clusterIP() const { return {*this, "clusterIP"}; }
    [[nodiscard]] field::List<field::Text> clusterIPs() const { return {*this, "clusterIPs"}; }
    [[nodiscard]] field::List<field::Text> externalIPs() const { return {*this, "externalIPs"}; }
    [[nodiscard]] field::Text externalName() const { return {*this, "externalName"}; }
    [[nodiscard]] field::Text externalTrafficPolicy() const { return {*this, "externalTrafficPolicy"}; }
    [[nodiscard]] field::Integer healthCheckNodePort() const { return {*this, "healthCheckNodePort"}; }
    [[nodiscard]] field::Text internalTrafficPolicy() const { return {*this, "internalTrafficPolicy"}; }
    [[nodiscard]] field::List<field::Text> ipFamilies() const { return {*this, "ipFamilies"}; }
    [[nodiscard]] field::Text ipFamilyPolicy() const { return {*this, "ipFamilyPolicy"}; }
    [[nodiscard]] field::Text loadBalancerClass() const { return {*this, "loadBalancerClass"}; }
    [[nodiscard]] field::Text loadBalancerIP() const { return {*this, "loadBalancerIP"}; }
    [[nodiscard]] field::List<field::Text> loadBalancerSourceRanges() const { return {*this, "loadBalancerSourceRanges"}; }
    [[nodiscard]] field::List<ServicePort> ports() const { return {*this, "ports"}; }
    [[nodiscard]] field::Flag publishNotReadyAddresses() const { return {*this, "publishNotReadyAddresses"}; }
    [[nodiscard]] field::Map<field::Text> selector() const { return {*this, "selector"}; }
    [[nodiscard]] field::Text sessionAffinity() const { return {*this, "sessionAffinity"}; }
    [[nodiscard]] SessionAffinityConfig sessionAffinityConfig() const { return {*this, "sessionAffinityConfig"}; }
    [[nodiscard]] field::Text trafficDistribution() const { return {*this, "trafficDistribution"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.api.core.v1.ServiceStatus
struct ServiceStatus : View {
    using View::View;
    [[nodiscard]] field::List<meta::v1::Condition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] LoadBalancerStatus loadBalancer() const { return {*this, "loadBalancer"}; }
};

/// io.k8s.api.core.v1.Service
struct Service : KindOf<Service> {
    static constexpr ApiKind api{"", "v1", "Service", "services", true, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] ServiceSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] ServiceStatus status() const { return {*this, "status"}; }
};

} // namespace kube::core::v1
