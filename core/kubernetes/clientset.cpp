// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#include "core/kubernetes/clientset.h"

#include "core/kubernetes/apiextensions/v1/custom_resource_definition.h"
#include "core/kubernetes/apps/v1/controller_revision.h"
#include "core/kubernetes/apps/v1/daemon_set.h"
#include "core/kubernetes/apps/v1/deployment.h"
#include "core/kubernetes/apps/v1/replica_set.h"
#include "core/kubernetes/apps/v1/stateful_set.h"
#include "core/kubernetes/batch/v1/cron_job.h"
#include "core/kubernetes/batch/v1/job.h"
#include "core/kubernetes/coordination/v1/lease.h"
#include "core/kubernetes/core/v1/config_map.h"
#include "core/kubernetes/core/v1/endpoints.h"
#include "core/kubernetes/core/v1/event.h"
#include "core/kubernetes/core/v1/limit_range.h"
#include "core/kubernetes/core/v1/namespace.h"
#include "core/kubernetes/core/v1/node.h"
#include "core/kubernetes/core/v1/persistent_volume.h"
#include "core/kubernetes/core/v1/persistent_volume_claim.h"
#include "core/kubernetes/core/v1/pod.h"
#include "core/kubernetes/core/v1/pod_template.h"
#include "core/kubernetes/core/v1/replication_controller.h"
#include "core/kubernetes/core/v1/resource_quota.h"
#include "core/kubernetes/core/v1/secret.h"
#include "core/kubernetes/core/v1/service.h"
#include "core/kubernetes/core/v1/service_account.h"
#include "core/kubernetes/events/v1/event.h"
#include "core/kubernetes/samplecontroller/v1alpha1/foo.h"

namespace kube {

ResourceClient<apiextensions::v1::CustomResourceDefinition> ApiextensionsV1Client::customResourceDefinitions() const
{
    return ResourceClient<apiextensions::v1::CustomResourceDefinition>(*m_core, {});
}

ResourceClient<apps::v1::ControllerRevision> AppsV1Client::controllerRevisions(const std::string &namespaceName) const
{
    return ResourceClient<apps::v1::ControllerRevision>(*m_core, namespaceName);
}

ResourceClient<apps::v1::DaemonSet> AppsV1Client::daemonSets(const std::string &namespaceName) const
{
    return ResourceClient<apps::v1::DaemonSet>(*m_core, namespaceName);
}

ResourceClient<apps::v1::Deployment> AppsV1Client::deployments(const std::string &namespaceName) const
{
    return ResourceClient<apps::v1::Deployment>(*m_core, namespaceName);
}

ResourceClient<apps::v1::ReplicaSet> AppsV1Client::replicaSets(const std::string &namespaceName) const
{
    return ResourceClient<apps::v1::ReplicaSet>(*m_core, namespaceName);
}

ResourceClient<apps::v1::StatefulSet> AppsV1Client::statefulSets(const std::string &namespaceName) const
{
    return ResourceClient<apps::v1::StatefulSet>(*m_core, namespaceName);
}

ResourceClient<batch::v1::CronJob> BatchV1Client::cronJobs(const std::string &namespaceName) const
{
    return ResourceClient<batch::v1::CronJob>(*m_core, namespaceName);
}

ResourceClient<batch::v1::Job> BatchV1Client::jobs(const std::string &namespaceName) const
{
    return ResourceClient<batch::v1::Job>(*m_core, namespaceName);
}

ResourceClient<coordination::v1::Lease> CoordinationV1Client::leases(const std::string &namespaceName) const
{
    return ResourceClient<coordination::v1::Lease>(*m_core, namespaceName);
}

ResourceClient<core::v1::ConfigMap> CoreV1Client::configMaps(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::ConfigMap>(*m_core, namespaceName);
}

ResourceClient<core::v1::Endpoints> CoreV1Client::endpoints(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::Endpoints>(*m_core, namespaceName);
}

ResourceClient<core::v1::Event> CoreV1Client::events(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::Event>(*m_core, namespaceName);
}

ResourceClient<core::v1::LimitRange> CoreV1Client::limitRanges(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::LimitRange>(*m_core, namespaceName);
}

ResourceClient<core::v1::Namespace> CoreV1Client::namespaces() const
{
    return ResourceClient<core::v1::Namespace>(*m_core, {});
}

ResourceClient<core::v1::Node> CoreV1Client::nodes() const
{
    return ResourceClient<core::v1::Node>(*m_core, {});
}

ResourceClient<core::v1::PersistentVolume> CoreV1Client::persistentVolumes() const
{
    return ResourceClient<core::v1::PersistentVolume>(*m_core, {});
}

ResourceClient<core::v1::PersistentVolumeClaim> CoreV1Client::persistentVolumeClaims(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::PersistentVolumeClaim>(*m_core, namespaceName);
}

ResourceClient<core::v1::Pod> CoreV1Client::pods(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::Pod>(*m_core, namespaceName);
}

ResourceClient<core::v1::PodTemplate> CoreV1Client::podTemplates(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::PodTemplate>(*m_core, namespaceName);
}

ResourceClient<core::v1::ReplicationController> CoreV1Client::replicationControllers(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::ReplicationController>(*m_core, namespaceName);
}

ResourceClient<core::v1::ResourceQuota> CoreV1Client::resourceQuotas(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::ResourceQuota>(*m_core, namespaceName);
}

ResourceClient<core::v1::Secret> CoreV1Client::secrets(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::Secret>(*m_core, namespaceName);
}

ResourceClient<core::v1::Service> CoreV1Client::services(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::Service>(*m_core, namespaceName);
}

ResourceClient<core::v1::ServiceAccount> CoreV1Client::serviceAccounts(const std::string &namespaceName) const
{
    return ResourceClient<core::v1::ServiceAccount>(*m_core, namespaceName);
}

ResourceClient<events::v1::Event> EventsV1Client::events(const std::string &namespaceName) const
{
    return ResourceClient<events::v1::Event>(*m_core, namespaceName);
}

ResourceClient<samplecontroller::v1alpha1::Foo> SamplecontrollerV1alpha1Client::foos(const std::string &namespaceName) const
{
    return ResourceClient<samplecontroller::v1alpha1::Foo>(*m_core, namespaceName);
}

std::span<const ApiKind *const> apiKinds()
{
    static constexpr const ApiKind *kinds[] = {
        &apps::v1::ControllerRevision::api,
        &apps::v1::DaemonSet::api,
        &apps::v1::Deployment::api,
        &apps::v1::ReplicaSet::api,
        &apps::v1::StatefulSet::api,
        &batch::v1::CronJob::api,
        &batch::v1::Job::api,
        &coordination::v1::Lease::api,
        &core::v1::ConfigMap::api,
        &core::v1::Endpoints::api,
        &core::v1::Event::api,
        &core::v1::LimitRange::api,
        &core::v1::Namespace::api,
        &core::v1::Node::api,
        &core::v1::PersistentVolume::api,
        &core::v1::PersistentVolumeClaim::api,
        &core::v1::Pod::api,
        &core::v1::PodTemplate::api,
        &core::v1::ReplicationController::api,
        &core::v1::ResourceQuota::api,
        &core::v1::Secret::api,
        &core::v1::Service::api,
        &core::v1::ServiceAccount::api,
        &events::v1::Event::api,
        &apiextensions::v1::CustomResourceDefinition::api,
        &samplecontroller::v1alpha1::Foo::api,
    };
    return kinds;
}

} // namespace kube
