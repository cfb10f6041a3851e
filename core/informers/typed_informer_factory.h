// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/informers/typed_informer.h"

namespace kube {

namespace apiextensions::v1 {
struct CustomResourceDefinition;
using CustomResourceDefinitionInformer = TypedInformer<CustomResourceDefinition>;
using CustomResourceDefinitionLister = TypedLister<CustomResourceDefinition>;
}
namespace apps::v1 {
struct ControllerRevision;
using ControllerRevisionInformer = TypedInformer<ControllerRevision>;
using ControllerRevisionLister = TypedLister<ControllerRevision>;
struct DaemonSet;
using DaemonSetInformer = TypedInformer<DaemonSet>;
using DaemonSetLister = TypedLister<DaemonSet>;
struct Deployment;
using DeploymentInformer = TypedInformer<Deployment>;
using DeploymentLister = TypedLister<Deployment>;
struct ReplicaSet;
using ReplicaSetInformer = TypedInformer<ReplicaSet>;
using ReplicaSetLister = TypedLister<ReplicaSet>;
struct StatefulSet;
using StatefulSetInformer = TypedInformer<StatefulSet>;
using StatefulSetLister = TypedLister<StatefulSet>;
}
namespace batch::v1 {
struct CronJob;
using CronJobInformer = TypedInformer<CronJob>;
using CronJobLister = TypedLister<CronJob>;
struct Job;
using JobInformer = TypedInformer<Job>;
using JobLister = TypedLister<Job>;
}
namespace coordination::v1 {
struct Lease;
using LeaseInformer = TypedInformer<Lease>;
using LeaseLister = TypedLister<Lease>;
}
namespace core::v1 {
struct ConfigMap;
using ConfigMapInformer = TypedInformer<ConfigMap>;
using ConfigMapLister = TypedLister<ConfigMap>;
struct Endpoints;
using EndpointsInformer = TypedInformer<Endpoints>;
using EndpointsLister = TypedLister<Endpoints>;
struct Event;
using EventInformer = TypedInformer<Event>;
using EventLister = TypedLister<Event>;
struct LimitRange;
using LimitRangeInformer = TypedInformer<LimitRange>;
using LimitRangeLister = TypedLister<LimitRange>;
struct Namespace;
using NamespaceInformer = TypedInformer<Namespace>;
using NamespaceLister = TypedLister<Namespace>;
struct Node;
using NodeInformer = TypedInformer<Node>;
using NodeLister = TypedLister<Node>;
struct PersistentVolume;
using PersistentVolumeInformer = TypedInformer<PersistentVolume>;
using PersistentVolumeLister = TypedLister<PersistentVolume>;
struct PersistentVolumeClaim;
using PersistentVolumeClaimInformer = TypedInformer<PersistentVolumeClaim>;
using PersistentVolumeClaimLister = TypedLister<PersistentVolumeClaim>;
struct Pod;
using PodInformer = TypedInformer<Pod>;
using PodLister = TypedLister<Pod>;
struct PodTemplate;
using PodTemplateInformer = TypedInformer<PodTemplate>;
using PodTemplateLister = TypedLister<PodTemplate>;
struct ReplicationController;
using ReplicationControllerInformer = TypedInformer<ReplicationController>;
using ReplicationControllerLister = TypedLister<ReplicationController>;
struct ResourceQuota;
using ResourceQuotaInformer = TypedInformer<ResourceQuota>;
using ResourceQuotaLister = TypedLister<ResourceQuota>;
struct Secret;
using SecretInformer = TypedInformer<Secret>;
using SecretLister = TypedLister<Secret>;
struct Service;
using ServiceInformer = TypedInformer<Service>;
using ServiceLister = TypedLister<Service>;
struct ServiceAccount;
using ServiceAccountInformer = TypedInformer<ServiceAccount>;
using ServiceAccountLister = TypedLister<ServiceAccount>;
}
namespace events::v1 {
struct Event;
using EventInformer = TypedInformer<Event>;
using EventLister = TypedLister<Event>;
}
namespace samplecontroller::v1alpha1 {
struct Foo;
using FooInformer = TypedInformer<Foo>;
using FooLister = TypedLister<Foo>;
}

/// Source: client-go informers/apiextensions/v1.
class ApiextensionsV1Informers
{
public:
    explicit ApiextensionsV1Informers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] TypedInformer<apiextensions::v1::CustomResourceDefinition> customResourceDefinitions() const;

private:
    InformerScope m_scope;
};

class ApiextensionsInformers
{
public:
    explicit ApiextensionsInformers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] ApiextensionsV1Informers v1() const { return ApiextensionsV1Informers(m_scope); }

private:
    InformerScope m_scope;
};

/// Source: client-go informers/apps/v1.
class AppsV1Informers
{
public:
    explicit AppsV1Informers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] TypedInformer<apps::v1::ControllerRevision> controllerRevisions() const;
    [[nodiscard]] TypedInformer<apps::v1::DaemonSet> daemonSets() const;
    [[nodiscard]] TypedInformer<apps::v1::Deployment> deployments() const;
    [[nodiscard]] TypedInformer<apps::v1::ReplicaSet> replicaSets() const;
    [[nodiscard]] TypedInformer<apps::v1::StatefulSet> statefulSets() const;

private:
    InformerScope m_scope;
};

class AppsInformers
{
public:
    explicit AppsInformers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] AppsV1Informers v1() const { return AppsV1Informers(m_scope); }

private:
    InformerScope m_scope;
};

/// Source: client-go informers/batch/v1.
class BatchV1Informers
{
public:
    explicit BatchV1Informers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] TypedInformer<batch::v1::CronJob> cronJobs() const;
    [[nodiscard]] TypedInformer<batch::v1::Job> jobs() const;

private:
    InformerScope m_scope;
};

class BatchInformers
{
public:
    explicit BatchInformers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] BatchV1Informers v1() const { return BatchV1Informers(m_scope); }

private:
    InformerScope m_scope;
};

/// Source: client-go informers/coordination/v1.
class CoordinationV1Informers
{
public:
    explicit CoordinationV1Informers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] TypedInformer<coordination::v1::Lease> leases() const;

private:
    InformerScope m_scope;
};

class CoordinationInformers
{
public:
    explicit CoordinationInformers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] CoordinationV1Informers v1() const { return CoordinationV1Informers(m_scope); }

private:
    InformerScope m_scope;
};

/// Source: client-go informers/core/v1.
class CoreV1Informers
{
public:
    explicit CoreV1Informers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] TypedInformer<core::v1::ConfigMap> configMaps() const;
    [[nodiscard]] TypedInformer<core::v1::Endpoints> endpoints() const;
    [[nodiscard]] TypedInformer<core::v1::Event> events() const;
    [[nodiscard]] TypedInformer<core::v1::LimitRange> limitRanges() const;
    [[nodiscard]] TypedInformer<core::v1::Namespace> namespaces() const;
    [[nodiscard]] TypedInformer<core::v1::Node> nodes() const;
    [[nodiscard]] TypedInformer<core::v1::PersistentVolume> persistentVolumes() const;
    [[nodiscard]] TypedInformer<core::v1::PersistentVolumeClaim> persistentVolumeClaims() const;
    [[nodiscard]] TypedInformer<core::v1::Pod> pods() const;
    [[nodiscard]] TypedInformer<core::v1::PodTemplate> podTemplates() const;
    [[nodiscard]] TypedInformer<core::v1::ReplicationController> replicationControllers() const;
    [[nodiscard]] TypedInformer<core::v1::ResourceQuota> resourceQuotas() const;
    [[nodiscard]] TypedInformer<core::v1::Secret> secrets() const;
    [[nodiscard]] TypedInformer<core::v1::Service> services() const;
    [[nodiscard]] TypedInformer<core::v1::ServiceAccount> serviceAccounts() const;

private:
    InformerScope m_scope;
};

class CoreInformers
{
public:
    explicit CoreInformers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] CoreV1Informers v1() const { return CoreV1Informers(m_scope); }

private:
    InformerScope m_scope;
};

/// Source: client-go informers/events/v1.
class EventsV1Informers
{
public:
    explicit EventsV1Informers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] TypedInformer<events::v1::Event> events() const;

private:
    InformerScope m_scope;
};

class EventsInformers
{
public:
    explicit EventsInformers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] EventsV1Informers v1() const { return EventsV1Informers(m_scope); }

private:
    InformerScope m_scope;
};

/// Source: client-go informers/samplecontroller/v1alpha1.
class SamplecontrollerV1alpha1Informers
{
public:
    explicit SamplecontrollerV1alpha1Informers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] TypedInformer<samplecontroller::v1alpha1::Foo> foos() const;

private:
    InformerScope m_scope;
};

class SamplecontrollerInformers
{
public:
    explicit SamplecontrollerInformers(const InformerScope &scope) : m_scope(scope) {}
    [[nodiscard]] SamplecontrollerV1alpha1Informers v1alpha1() const { return SamplecontrollerV1alpha1Informers(m_scope); }

private:
    InformerScope m_scope;
};

/// The informers of a SharedInformerFactory by the names of their kinds: factory.apps().v1().deployments(). Each call
/// registers the informer with the shared factory, whose start(), waitForCacheSync() and shutdown() are for all of them.
/// Thread: the factory's, which must outlive this. Source: client-go informers.SharedInformerFactory.
class TypedInformerFactory
{
public:
    explicit TypedInformerFactory(SharedInformerFactory &factory) : m_scope{&factory, {}, {}, {}} {}
    /// Of one namespace, or of what selectors match.
    explicit TypedInformerFactory(InformerScope scope) : m_scope(std::move(scope)) {}

    [[nodiscard]] ApiextensionsInformers apiextensions() const { return ApiextensionsInformers(m_scope); }
    [[nodiscard]] AppsInformers apps() const { return AppsInformers(m_scope); }
    [[nodiscard]] BatchInformers batch() const { return BatchInformers(m_scope); }
    [[nodiscard]] CoordinationInformers coordination() const { return CoordinationInformers(m_scope); }
    [[nodiscard]] CoreInformers core() const { return CoreInformers(m_scope); }
    [[nodiscard]] EventsInformers events() const { return EventsInformers(m_scope); }
    [[nodiscard]] SamplecontrollerInformers samplecontroller() const { return SamplecontrollerInformers(m_scope); }

private:
    InformerScope m_scope;
};

} // namespace kube
