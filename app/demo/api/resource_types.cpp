// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/resource_types.h"

#include <algorithm>
#include <set>

namespace orrery::demo {

namespace {

constexpr bool cluster = false;
constexpr bool inNamespace = true;

const ResourceType builtIns[] = {
    {"", "v1", "bindings", "binding", "Binding", inNamespace},
    {"", "v1", "configmaps", "configmap", "ConfigMap", inNamespace, {"cm"}},
    {"", "v1", "endpoints", "endpoints", "Endpoints", inNamespace, {"ep"}},
    {"", "v1", "events", "event", "Event", inNamespace, {"ev"}},
    {"", "v1", "limitranges", "limitrange", "LimitRange", inNamespace, {"limits"}},
    {"", "v1", "namespaces", "namespace", "Namespace", cluster, {"ns"}, {}, true},
    {"", "v1", "nodes", "node", "Node", cluster, {"no"}, {}, true},
    {"", "v1", "persistentvolumeclaims", "persistentvolumeclaim", "PersistentVolumeClaim", inNamespace, {"pvc"}, {}, true},
    {"", "v1", "persistentvolumes", "persistentvolume", "PersistentVolume", cluster, {"pv"}, {}, true},
    {"", "v1", "pods", "pod", "Pod", inNamespace, {"po"}, {"all"}, true, false, false, {"eviction", "log"}},
    {"", "v1", "replicationcontrollers", "replicationcontroller", "ReplicationController", inNamespace, {"rc"}, {"all"}, true, true},
    {"", "v1", "resourcequotas", "resourcequota", "ResourceQuota", inNamespace, {"quota"}, {}, true},
    {"", "v1", "secrets", "secret", "Secret", inNamespace},
    {"", "v1", "serviceaccounts", "serviceaccount", "ServiceAccount", inNamespace, {"sa"}},
    {"", "v1", "services", "service", "Service", inNamespace, {"svc"}, {"all"}, true},
    {"admissionregistration.k8s.io", "v1", "mutatingwebhookconfigurations", "mutatingwebhookconfiguration", "MutatingWebhookConfiguration", cluster},
    {"admissionregistration.k8s.io", "v1", "validatingwebhookconfigurations", "validatingwebhookconfiguration", "ValidatingWebhookConfiguration", cluster},
    {"apiextensions.k8s.io", "v1", "customresourcedefinitions", "customresourcedefinition", "CustomResourceDefinition", cluster, {"crd", "crds"}, {"api-extensions"}, true},
    {"apiregistration.k8s.io", "v1", "apiservices", "apiservice", "APIService", cluster, {}, {"api-extensions"}, true},
    {"apps", "v1", "controllerrevisions", "controllerrevision", "ControllerRevision", inNamespace},
    {"apps", "v1", "daemonsets", "daemonset", "DaemonSet", inNamespace, {"ds"}, {"all"}, true},
    {"apps", "v1", "deployments", "deployment", "Deployment", inNamespace, {"deploy"}, {"all"}, true, true},
    {"apps", "v1", "replicasets", "replicaset", "ReplicaSet", inNamespace, {"rs"}, {"all"}, true, true},
    {"apps", "v1", "statefulsets", "statefulset", "StatefulSet", inNamespace, {"sts"}, {"all"}, true, true},
    {"authentication.k8s.io", "v1", "selfsubjectreviews", "selfsubjectreview", "SelfSubjectReview", cluster},
    {"authorization.k8s.io", "v1", "selfsubjectaccessreviews", "selfsubjectaccessreview", "SelfSubjectAccessReview", cluster},
    {"authorization.k8s.io", "v1", "selfsubjectrulesreviews", "selfsubjectrulesreview", "SelfSubjectRulesReview", cluster},
    {"autoscaling", "v2", "horizontalpodautoscalers", "horizontalpodautoscaler", "HorizontalPodAutoscaler", inNamespace, {"hpa"}, {"all"}, true},
    {"batch", "v1", "cronjobs", "cronjob", "CronJob", inNamespace, {"cj"}, {"all"}, true},
    {"batch", "v1", "jobs", "job", "Job", inNamespace, {}, {"all"}, true},
    {"coordination.k8s.io", "v1", "leases", "lease", "Lease", inNamespace},
    {"discovery.k8s.io", "v1", "endpointslices", "endpointslice", "EndpointSlice", inNamespace},
    {"events.k8s.io", "v1", "events", "event", "Event", inNamespace, {"ev"}},
    {"flowcontrol.apiserver.k8s.io", "v1", "flowschemas", "flowschema", "FlowSchema", cluster, {}, {}, true},
    {"flowcontrol.apiserver.k8s.io", "v1", "prioritylevelconfigurations", "prioritylevelconfiguration", "PriorityLevelConfiguration", cluster, {}, {}, true},
    {"metrics.k8s.io", "v1beta1", "nodes", "", "NodeMetrics", cluster, {}, {}, false, false, true},
    {"metrics.k8s.io", "v1beta1", "pods", "", "PodMetrics", inNamespace, {}, {}, false, false, true},
    {"networking.k8s.io", "v1", "ingressclasses", "ingressclass", "IngressClass", cluster},
    {"networking.k8s.io", "v1", "ingresses", "ingress", "Ingress", inNamespace, {"ing"}, {}, true},
    {"networking.k8s.io", "v1", "networkpolicies", "networkpolicy", "NetworkPolicy", inNamespace, {"netpol"}},
    {"policy", "v1", "poddisruptionbudgets", "poddisruptionbudget", "PodDisruptionBudget", inNamespace, {"pdb"}, {}, true},
    {"rbac.authorization.k8s.io", "v1", "clusterrolebindings", "clusterrolebinding", "ClusterRoleBinding", cluster},
    {"rbac.authorization.k8s.io", "v1", "clusterroles", "clusterrole", "ClusterRole", cluster},
    {"rbac.authorization.k8s.io", "v1", "rolebindings", "rolebinding", "RoleBinding", inNamespace},
    {"rbac.authorization.k8s.io", "v1", "roles", "role", "Role", inNamespace},
    {"scheduling.k8s.io", "v1", "priorityclasses", "priorityclass", "PriorityClass", cluster, {"pc"}},
    {"storage.k8s.io", "v1", "csidrivers", "csidriver", "CSIDriver", cluster},
    {"storage.k8s.io", "v1", "storageclasses", "storageclass", "StorageClass", cluster, {"sc"}},
    {"storage.k8s.io", "v1", "volumeattachments", "volumeattachment", "VolumeAttachment", cluster, {}, {}, true},
};

/// Source: kubernetes pkg/apis/events/v1/conversion.go
const ResourceType::Alias coreEvents{{"", "events"}, "v1",
                                     {{"regarding", "involvedObject"}, {"note", "message"}, {"reportingController", "reportingComponent"},
                                      {"reportingInstance", "reportingInstance"}, {"deprecatedSource", "source"}, {"deprecatedFirstTimestamp", "firstTimestamp"},
                                      {"deprecatedLastTimestamp", "lastTimestamp"}, {"deprecatedCount", "count"}}};

} // namespace

std::vector<std::string> ResourceType::verbs() const
{
    if (readOnly)
        return {"get", "list"};
    if (plural == "bindings" || group == "authentication.k8s.io" || group == "authorization.k8s.io")
        return {"create"};
    return {"create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"};
}

bool ResourceType::hasGeneration() const
{
    static const std::set<std::string> groups{"apps", "batch", "networking.k8s.io", "policy", "apiextensions.k8s.io", "flowcontrol.apiserver.k8s.io"};
    return custom || (groups.contains(group) && plural != "controllerrevisions") || (group.empty() && plural == "replicationcontrollers");
}

ResourceTypes::ResourceTypes()
{
    for (ResourceType type : builtIns) {
        if (type.group == "events.k8s.io")
            type.alias = coreEvents;
        add(std::move(type));
    }
}

ResourceTypePtr ResourceTypes::find(const std::string &group, const std::string &version, const std::string &plural) const
{
    const auto found = std::find_if(m_types.begin(), m_types.end(), [&](const auto &type) {
        return type->plural == plural && type->group == group && type->version == version;
    });
    return found == m_types.end() ? nullptr : *found;
}

ResourceTypePtr ResourceTypes::findKind(const std::string &group, const std::string &version, const std::string &kind) const
{
    const auto found = std::find_if(m_types.begin(), m_types.end(), [&](const auto &type) {
        return type->kind == kind && type->group == group && type->version == version;
    });
    return found == m_types.end() ? nullptr : *found;
}

std::vector<kube::GroupVersion> ResourceTypes::groupVersions() const
{
    std::vector<kube::GroupVersion> result;
    for (const auto &type : m_types) {
        if (std::find(result.begin(), result.end(), type->groupVersion()) == result.end())
            result.push_back(type->groupVersion());
    }
    return result;
}

std::vector<ResourceTypePtr> ResourceTypes::of(const kube::GroupVersion &groupVersion) const
{
    std::vector<ResourceTypePtr> result;
    for (const auto &type : m_types) {
        if (type->groupVersion() == groupVersion)
            result.push_back(type);
    }
    return result;
}

ResourceTypePtr ResourceTypes::anyOf(const kube::GroupResource &resource) const
{
    const auto found = std::find_if(m_types.begin(), m_types.end(), [&](const auto &type) { return type->groupResource() == resource; });
    return found == m_types.end() ? nullptr : *found;
}

void ResourceTypes::add(ResourceType type)
{
    m_types.push_back(std::make_shared<const ResourceType>(std::move(type)));
}

void ResourceTypes::removeGroupResource(const kube::GroupResource &resource)
{
    std::erase_if(m_types, [&](const auto &type) { return type->groupResource() == resource; });
}

} // namespace orrery::demo
