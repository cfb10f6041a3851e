// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/queue_kind.h"

#include <algorithm>
#include <array>

namespace kube {

namespace {

struct KnownQueue {
    std::string_view queue;
    std::string_view group;
    std::string_view resource;
};

// Those whose name is not their kind's.
constexpr std::array knownQueues = {
    KnownQueue{"endpoint", "", "endpoints"},
    KnownQueue{"endpoint_slice_mirroring", "", "endpoints"},
    KnownQueue{"namespace_resources", "", "namespaces"},
    KnownQueue{"replicationmanager", "", "replicationcontrollers"},
    KnownQueue{"disruption", "policy", "poddisruptionbudgets"},
    KnownQueue{"disruption_recheck", "policy", "poddisruptionbudgets"},
    KnownQueue{"stale_pod_disruption", "", "pods"},
    KnownQueue{"orphaned_pods_nodes", "", "nodes"},
    KnownQueue{"node_lifecycle_controller", "", "nodes"},
    KnownQueue{"node_lifecycle_controller_pods", "", "pods"},
    KnownQueue{"noexec_taint_node", "", "nodes"},
    KnownQueue{"noexec_taint_pod", "", "pods"},
    KnownQueue{"cidrallocator_node", "", "nodes"},
    KnownQueue{"ttlcontroller", "", "nodes"},
    KnownQueue{"ttl_jobs_to_delete", "batch", "jobs"},
    KnownQueue{"job_orphan_pod", "", "pods"},
    KnownQueue{"claims", "", "persistentvolumeclaims"},
    KnownQueue{"volumes", "", "persistentvolumes"},
    KnownQueue{"pvcprotection", "", "persistentvolumeclaims"},
    KnownQueue{"pvprotection", "", "persistentvolumes"},
    KnownQueue{"volume_expand", "", "persistentvolumeclaims"},
    KnownQueue{"ephemeral_volume", "", "pods"},
    KnownQueue{"resourcequota_primary", "", "resourcequotas"},
    KnownQueue{"resourcequota_priority", "", "resourcequotas"},
    KnownQueue{"resource_quota_controller_resource_changes", "", "resourcequotas"},
    KnownQueue{"serviceaccount_tokens_service", "", "serviceaccounts"},
    KnownQueue{"serviceaccount_tokens_secret", "", "secrets"},
    KnownQueue{"root_ca_cert_publisher", "", "configmaps"},
    KnownQueue{"service", "", "services"},
    KnownQueue{"certificate", "certificates.k8s.io", "certificatesigningrequests"},
    KnownQueue{"ClusterRoleAggregator", "rbac.authorization.k8s.io", "clusterroles"},
    KnownQueue{"horizontalpodautoscaler", "autoscaling", "horizontalpodautoscalers"},
    KnownQueue{"kubelet", "", "pods"},
    KnownQueue{"APIServiceRegistrationController", "apiregistration.k8s.io", "apiservices"},
    KnownQueue{"AvailableConditionController", "apiregistration.k8s.io", "apiservices"},
    KnownQueue{"LocalAvailabilityController", "apiregistration.k8s.io", "apiservices"},
    KnownQueue{"RemoteAvailabilityController", "apiregistration.k8s.io", "apiservices"},
    KnownQueue{"autoregister", "apiregistration.k8s.io", "apiservices"},
    KnownQueue{"DiscoveryController", "apiextensions.k8s.io", "customresourcedefinitions"},
    KnownQueue{"crdEstablishing", "apiextensions.k8s.io", "customresourcedefinitions"},
    KnownQueue{"crd_finalizer", "apiextensions.k8s.io", "customresourcedefinitions"},
    KnownQueue{"crd_naming_condition_controller", "apiextensions.k8s.io", "customresourcedefinitions"},
    KnownQueue{"crd_openapi_controller", "apiextensions.k8s.io", "customresourcedefinitions"},
    KnownQueue{"crd_autoregistration_controller", "apiextensions.k8s.io", "customresourcedefinitions"},
    KnownQueue{"priority_and_fairness_config_queue", "flowcontrol.apiserver.k8s.io", "flowschemas"},
};

/// Letters and figures, all small: "endpoint_slice" and "EndpointSlice" are one.
std::string plain(std::string_view name)
{
    std::string text;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            text.push_back(static_cast<char>(c - 'A' + 'a'));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            text.push_back(c);
    }
    return text;
}

/// Without the words that programs put behind a kind's name.
std::string bare(std::string name)
{
    for (const std::string_view word : {"workqueue", "queue", "reconciler", "controller"}) {
        if (name.size() > word.size() && name.ends_with(word))
            name.resize(name.size() - word.size());
    }
    return name;
}

bool isKubernetesOwn(std::string_view group)
{
    return group.find('.') == std::string_view::npos || group.ends_with(".k8s.io");
}

/// Kubernetes' own before others; an event of either group is an event, and nothing for a queue.
std::optional<std::size_t> byName(const std::string &name, const std::vector<QueueKind> &offered)
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < offered.size(); ++i) {
        const QueueKind &one = offered[i];
        if (name != plain(one.kind) && name != plain(one.resource))
            continue;
        if (isKubernetesOwn(one.group))
            return i;
        if (!found)
            found = i;
    }
    return found;
}

} // namespace

std::optional<std::size_t> queueKindOf(std::string_view queue, const std::vector<QueueKind> &offered)
{
    const std::string name = plain(queue);
    if (name.empty())
        return std::nullopt;
    if (const auto found = byName(name, offered))
        return found;
    const auto known = std::find_if(knownQueues.begin(), knownQueues.end(), [&](const KnownQueue &one) { return one.queue == queue; });
    if (known != knownQueues.end()) {
        const auto at = std::find_if(offered.begin(), offered.end(), [&](const QueueKind &one) { return one.group == known->group && one.resource == known->resource; });
        if (at != offered.end())
            return static_cast<std::size_t>(at - offered.begin());
    }
    return byName(bare(name), offered);
}

} // namespace kube
