// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#include "core/informers/typed_informer_factory.h"

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

TypedInformer<apiextensions::v1::CustomResourceDefinition> ApiextensionsV1Informers::customResourceDefinitions() const
{
    return TypedInformer<apiextensions::v1::CustomResourceDefinition>(m_scope);
}

TypedInformer<apps::v1::ControllerRevision> AppsV1Informers::controllerRevisions() const
{
    return TypedInformer<apps::v1::ControllerRevision>(m_scope);
}

TypedInformer<apps::v1::DaemonSet> AppsV1Informers::daemonSets() const
{
    return TypedInformer<apps::v1::DaemonSet>(m_scope);
}

TypedInformer<apps::v1::Deployment> AppsV1Informers::deployments() const
{
    return TypedInformer<apps::v1::Deployment>(m_scope);
}

TypedInformer<apps::v1::ReplicaSet> AppsV1Informers::replicaSets() const
{
    return TypedInformer<apps::v1::ReplicaSet>(m_scope);
}

TypedInformer<apps::v1::StatefulSet> AppsV1Informers::statefulSets() const
{
    return TypedInformer<apps::v1::StatefulSet>(m_scope);
}

TypedInformer<batch::v1::CronJob> BatchV1Informers::cronJobs() const
{
    return TypedInformer<batch::v1::CronJob>(m_scope);
}

TypedInformer<batch::v1::Job> BatchV1Informers::jobs() const
{
    return TypedInformer<batch::v1::Job>(m_scope);
}

TypedInformer<coordination::v1::Lease> CoordinationV1Informers::leases() const
{
    return TypedInformer<coordination::v1::Lease>(m_scope);
}

TypedInformer<core::v1::ConfigMap> CoreV1Informers::configMaps() const
{
    return TypedInformer<core::v1::ConfigMap>(m_scope);
}

TypedInformer<core::v1::Endpoints> CoreV1Informers::endpoints() const
{
    return TypedInformer<core::v1::Endpoints>(m_scope);
}

TypedInformer<core::v1::Event> CoreV1Informers::events() const
{
    return TypedInformer<core::v1::Event>(m_scope);
}

TypedInformer<core::v1::LimitRange> CoreV1Informers::limitRanges() const
{
    return TypedInformer<core::v1::LimitRange>(m_scope);
}

TypedInformer<core::v1::Namespace> CoreV1Informers::namespaces() const
{
    return TypedInformer<core::v1::Namespace>(m_scope);
}

TypedInformer<core::v1::Node> CoreV1Informers::nodes() const
{
    return TypedInformer<core::v1::Node>(m_scope);
}

TypedInformer<core::v1::PersistentVolume> CoreV1Informers::persistentVolumes() const
{
    return TypedInformer<core::v1::PersistentVolume>(m_scope);
}

TypedInformer<core::v1::PersistentVolumeClaim> CoreV1Informers::persistentVolumeClaims() const
{
    return TypedInformer<core::v1::PersistentVolumeClaim>(m_scope);
}

TypedInformer<core::v1::Pod> CoreV1Informers::pods() const
{
    return TypedInformer<core::v1::Pod>(m_scope);
}

TypedInformer<core::v1::PodTemplate> CoreV1Informers::podTemplates() const
{
    return TypedInformer<core::v1::PodTemplate>(m_scope);
}

TypedInformer<core::v1::ReplicationController> CoreV1Informers::replicationControllers() const
{
    return TypedInformer<core::v1::ReplicationController>(m_scope);
}

TypedInformer<core::v1::ResourceQuota> CoreV1Informers::resourceQuotas() const
{
    return TypedInformer<core::v1::ResourceQuota>(m_scope);
}

TypedInformer<core::v1::Secret> CoreV1Informers::secrets() const
{
    return TypedInformer<core::v1::Secret>(m_scope);
}

TypedInformer<core::v1::Service> CoreV1Informers::services() const
{
    return TypedInformer<core::v1::Service>(m_scope);
}

TypedInformer<core::v1::ServiceAccount> CoreV1Informers::serviceAccounts() const
{
    return TypedInformer<core::v1::ServiceAccount>(m_scope);
}

TypedInformer<events::v1::Event> EventsV1Informers::events() const
{
    return TypedInformer<events::v1::Event>(m_scope);
}

TypedInformer<samplecontroller::v1alpha1::Foo> SamplecontrollerV1alpha1Informers::foos() const
{
    return TypedInformer<samplecontroller::v1alpha1::Foo>(m_scope);
}

} // namespace kube
