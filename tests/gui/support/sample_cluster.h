// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/cluster_ports.h"

namespace orrery::test {

inline kube::ResourceInfo sampleResource(const char *group, const char *version, const char *plural, const char *kind)
{
    kube::ResourceInfo info;
    info.gvr = {group, version, plural};
    info.kind = kind;
    info.verbs = {"get", "list", "watch"};
    return info;
}

/// What a small, usual cluster offers.
inline kube::CatalogPtr sampleCatalog()
{
    auto catalog = std::make_shared<kube::Catalog>();
    const auto add = [&](const char *group, const char *version, std::initializer_list<std::pair<const char *, const char *>> kinds) {
        for (const auto &[plural, kind] : kinds)
            catalog->resources.push_back(sampleResource(group, version, plural, kind));
    };
    add("", "v1", {{"pods", "Pod"}, {"nodes", "Node"}, {"namespaces", "Namespace"}, {"events", "Event"}, {"services", "Service"},
                   {"configmaps", "ConfigMap"}, {"secrets", "Secret"}, {"endpoints", "Endpoints"}, {"persistentvolumes", "PersistentVolume"},
                   {"persistentvolumeclaims", "PersistentVolumeClaim"}, {"serviceaccounts", "ServiceAccount"}});
    add("apps", "v1", {{"deployments", "Deployment"}, {"replicasets", "ReplicaSet"}, {"statefulsets", "StatefulSet"}, {"daemonsets", "DaemonSet"}});
    add("batch", "v1", {{"jobs", "Job"}, {"cronjobs", "CronJob"}});
    add("networking.k8s.io", "v1", {{"ingresses", "Ingress"}, {"networkpolicies", "NetworkPolicy"}});
    add("rbac.authorization.k8s.io", "v1", {{"roles", "Role"}, {"rolebindings", "RoleBinding"}});
    add("storage.k8s.io", "v1", {{"storageclasses", "StorageClass"}});
    add("apiextensions.k8s.io", "v1", {{"customresourcedefinitions", "CustomResourceDefinition"}});
    add("samplecontroller.k8s.io", "v1alpha1", {{"foos", "Foo"}});
    return catalog;
}

inline std::vector<kube::ContextInfo> sampleContexts()
{
    std::vector<kube::ContextInfo> contexts(3);
    contexts[0].name = QStringLiteral("prod-eu");
    contexts[0].server = QStringLiteral("https://10.0.0.1:6443");
    contexts[0].user = QStringLiteral("anna");
    contexts[1].name = QStringLiteral("staging");
    contexts[2].name = QStringLiteral("old-lab");
    contexts[2].error = kube::Error::badInput(QStringLiteral("user “lab-admin” does not exist"), QStringLiteral("/home/anna/.kube/config:41"));
    return contexts;
}

inline kube::Health sampleHealth()
{
    kube::Health health;
    health.state = kube::HealthState::Live;
    health.serverVersion = "v1.31.2";
    health.userName = "anna";
    health.latency = std::chrono::milliseconds(12);
    health.watches = 9;
    health.eventsPerSecond = 412;
    return health;
}

} // namespace orrery::test
