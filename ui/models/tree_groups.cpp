// SPDX-License-Identifier: Apache-2.0
#include "ui/models/tree_groups.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace orrery {

namespace {

struct TreeGroupTitles {
    Q_DECLARE_TR_FUNCTIONS(TreeGroups)
};

struct Place {
    std::string_view group;
    std::string_view resource;
    TreeGroup tree;
};

// In the order they are shown.
constexpr Place places[] = {
    {"", "nodes", TreeGroup::Cluster},
    {"", "namespaces", TreeGroup::Cluster},
    {"", "events", TreeGroup::Cluster},
    {"coordination.k8s.io", "leases", TreeGroup::Cluster},
    {"apiregistration.k8s.io", "apiservices", TreeGroup::Cluster},
    {"node.k8s.io", "runtimeclasses", TreeGroup::Cluster},
    {"flowcontrol.apiserver.k8s.io", "flowschemas", TreeGroup::Cluster},
    {"flowcontrol.apiserver.k8s.io", "prioritylevelconfigurations", TreeGroup::Cluster},
    {"metrics.k8s.io", "nodes", TreeGroup::Cluster},
    {"", "componentstatuses", TreeGroup::Cluster},
    {"", "pods", TreeGroup::Workloads},
    {"apps", "deployments", TreeGroup::Workloads},
    {"apps", "replicasets", TreeGroup::Workloads},
    {"apps", "statefulsets", TreeGroup::Workloads},
    {"apps", "daemonsets", TreeGroup::Workloads},
    {"batch", "jobs", TreeGroup::Workloads},
    {"batch", "cronjobs", TreeGroup::Workloads},
    {"", "replicationcontrollers", TreeGroup::Workloads},
    {"autoscaling", "horizontalpodautoscalers", TreeGroup::Workloads},
    {"policy", "poddisruptionbudgets", TreeGroup::Workloads},
    {"apps", "controllerrevisions", TreeGroup::Workloads},
    {"", "podtemplates", TreeGroup::Workloads},
    {"metrics.k8s.io", "pods", TreeGroup::Workloads},
    {"", "configmaps", TreeGroup::Config},
    {"", "secrets", TreeGroup::Config},
    {"", "resourcequotas", TreeGroup::Config},
    {"", "limitranges", TreeGroup::Config},
    {"scheduling.k8s.io", "priorityclasses", TreeGroup::Config},
    {"admissionregistration.k8s.io", "mutatingwebhookconfigurations", TreeGroup::Config},
    {"admissionregistration.k8s.io", "validatingwebhookconfigurations", TreeGroup::Config},
    {"admissionregistration.k8s.io", "validatingadmissionpolicies", TreeGroup::Config},
    {"admissionregistration.k8s.io", "validatingadmissionpolicybindings", TreeGroup::Config},
    {"", "services", TreeGroup::Network},
    {"networking.k8s.io", "ingresses", TreeGroup::Network},
    {"networking.k8s.io", "ingressclasses", TreeGroup::Network},
    {"networking.k8s.io", "networkpolicies", TreeGroup::Network},
    {"", "endpoints", TreeGroup::Network},
    {"discovery.k8s.io", "endpointslices", TreeGroup::Network},
    {"networking.k8s.io", "servicecidrs", TreeGroup::Network},
    {"networking.k8s.io", "ipaddresses", TreeGroup::Network},
    {"extensions", "ingresses", TreeGroup::Network},
    {"", "persistentvolumeclaims", TreeGroup::Storage},
    {"", "persistentvolumes", TreeGroup::Storage},
    {"storage.k8s.io", "storageclasses", TreeGroup::Storage},
    {"storage.k8s.io", "volumeattachments", TreeGroup::Storage},
    {"storage.k8s.io", "volumeattributesclasses", TreeGroup::Storage},
    {"storage.k8s.io", "csidrivers", TreeGroup::Storage},
    {"storage.k8s.io", "csinodes", TreeGroup::Storage},
    {"storage.k8s.io", "csistoragecapacities", TreeGroup::Storage},
    {"", "serviceaccounts", TreeGroup::Access},
    {"rbac.authorization.k8s.io", "roles", TreeGroup::Access},
    {"rbac.authorization.k8s.io", "rolebindings", TreeGroup::Access},
    {"rbac.authorization.k8s.io", "clusterroles", TreeGroup::Access},
    {"rbac.authorization.k8s.io", "clusterrolebindings", TreeGroup::Access},
    {"certificates.k8s.io", "certificatesigningrequests", TreeGroup::Access},
    {"policy", "podsecuritypolicies", TreeGroup::Access},
    {"apiextensions.k8s.io", "customresourcedefinitions", TreeGroup::Custom},
};

int placeOf(const kube::ResourceInfo &resource)
{
    int at = 0;
    for (const Place &place : places) {
        if (place.resource == resource.gvr.resource && place.group == resource.gvr.group)
            return at;
        ++at;
    }
    return -1;
}

/// Custom resources may use k8s.io too (gateway.networking.k8s.io), so the built-in groups are named one by one.
bool isBuiltInGroup(const std::string &group)
{
    static constexpr std::string_view known[] = {
        "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "authentication.k8s.io",
        "authorization.k8s.io", "certificates.k8s.io", "coordination.k8s.io", "custom.metrics.k8s.io", "discovery.k8s.io",
        "events.k8s.io", "external.metrics.k8s.io", "flowcontrol.apiserver.k8s.io", "internal.apiserver.k8s.io",
        "metrics.k8s.io", "networking.k8s.io", "node.k8s.io", "rbac.authorization.k8s.io", "resource.k8s.io",
        "scheduling.k8s.io", "storage.k8s.io", "storagemigration.k8s.io"};
    return group.find('.') == std::string::npos || std::find(std::begin(known), std::end(known), group) != std::end(known);
}

} // namespace

TreeGroup treeGroupOf(const kube::ResourceInfo &resource)
{
    if (!resource.can("list"))
        return TreeGroup::Other;
    const int at = placeOf(resource);
    if (at >= 0)
        return places[at].tree;
    if (resource.custom || !isBuiltInGroup(resource.gvr.group))
        return TreeGroup::Custom;
    return TreeGroup::Other;
}

int treeRankOf(const kube::ResourceInfo &resource)
{
    const int at = placeOf(resource);
    return at >= 0 ? at : static_cast<int>(std::size(places));
}

QString treeGroupId(TreeGroup group)
{
    static constexpr std::array ids{"cluster", "workloads", "config", "network", "storage", "access", "custom", "other"};
    return QLatin1String(ids[static_cast<std::size_t>(group)]);
}

QString treeGroupTitle(TreeGroup group)
{
    switch (group) {
    case TreeGroup::Cluster: return TreeGroupTitles::tr("Cluster");
    case TreeGroup::Workloads: return TreeGroupTitles::tr("Workloads");
    case TreeGroup::Config: return TreeGroupTitles::tr("Config");
    case TreeGroup::Network: return TreeGroupTitles::tr("Network");
    case TreeGroup::Storage: return TreeGroupTitles::tr("Storage");
    case TreeGroup::Access: return TreeGroupTitles::tr("Access");
    case TreeGroup::Custom: return TreeGroupTitles::tr("Custom resources");
    case TreeGroup::Other: return TreeGroupTitles::tr("Other");
    }
    return {};
}

QString pluralTitle(const kube::ResourceInfo &resource)
{
    const QString kind = QString::fromStdString(resource.kind);
    const QString plural = QString::fromStdString(resource.gvr.resource);
    if (kind.isEmpty())
        return plural;
    // The plural's beginning is the kind, but for its case: keep the kind's capitals and take the ending.
    for (qsizetype shared = kind.size(); shared > 0 && shared + 1 >= kind.size(); --shared) {
        if (plural.size() >= shared && plural.startsWith(kind.left(shared), Qt::CaseInsensitive))
            return kind.left(shared) + plural.mid(shared);
    }
    return kind;
}

} // namespace orrery
