// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/resource_client.h"

#include <span>

namespace kube {

class EventLoop;
struct RestConfig;
namespace apiextensions::v1 {
struct CustomResourceDefinition;
}
namespace apps::v1 {
struct ControllerRevision;
struct DaemonSet;
struct Deployment;
struct ReplicaSet;
struct StatefulSet;
}
namespace batch::v1 {
struct CronJob;
struct Job;
}
namespace coordination::v1 {
struct Lease;
}
namespace core::v1 {
struct ConfigMap;
struct Endpoints;
struct Event;
struct LimitRange;
struct Namespace;
struct Node;
struct PersistentVolume;
struct PersistentVolumeClaim;
struct Pod;
struct PodTemplate;
struct ReplicationController;
struct ResourceQuota;
struct Secret;
struct Service;
struct ServiceAccount;
}
namespace events::v1 {
struct Event;
}
namespace samplecontroller::v1alpha1 {
struct Foo;
}

/// Source: client-go kubernetes/typed/apiextensions/v1.
class ApiextensionsV1Client
{
public:
    explicit ApiextensionsV1Client(ClientsetCore &core) : m_core(&core) {}
    [[nodiscard]] ResourceClient<apiextensions::v1::CustomResourceDefinition> customResourceDefinitions() const;

private:
    ClientsetCore *m_core;
};

/// Source: client-go kubernetes/typed/apps/v1.
class AppsV1Client
{
public:
    explicit AppsV1Client(ClientsetCore &core) : m_core(&core) {}
    [[nodiscard]] ResourceClient<apps::v1::ControllerRevision> controllerRevisions(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<apps::v1::DaemonSet> daemonSets(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<apps::v1::Deployment> deployments(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<apps::v1::ReplicaSet> replicaSets(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<apps::v1::StatefulSet> statefulSets(const std::string &namespaceName) const;

private:
    ClientsetCore *m_core;
};

/// Source: client-go kubernetes/typed/batch/v1.
class BatchV1Client
{
public:
    explicit BatchV1Client(ClientsetCore &core) : m_core(&core) {}
    [[nodiscard]] ResourceClient<batch::v1::CronJob> cronJobs(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<batch::v1::Job> jobs(const std::string &namespaceName) const;

private:
    ClientsetCore *m_core;
};

/// Source: client-go kubernetes/typed/coordination/v1.
class CoordinationV1Client
{
public:
    explicit CoordinationV1Client(ClientsetCore &core) : m_core(&core) {}
    [[nodiscard]] ResourceClient<coordination::v1::Lease> leases(const std::string &namespaceName) const;

private:
    ClientsetCore *m_core;
};

/// Source: client-go kubernetes/typed/core/v1.
class CoreV1Client
{
public:
    explicit CoreV1Client(ClientsetCore &core) : m_core(&core) {}
    [[nodiscard]] ResourceClient<core::v1::ConfigMap> configMaps(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::Endpoints> endpoints(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::Event> events(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::LimitRange> limitRanges(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::Namespace> namespaces() const;
    [[nodiscard]] ResourceClient<core::v1::Node> nodes() const;
    [[nodiscard]] ResourceClient<core::v1::PersistentVolume> persistentVolumes() const;
    [[nodiscard]] ResourceClient<core::v1::PersistentVolumeClaim> persistentVolumeClaims(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::Pod> pods(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::PodTemplate> podTemplates(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::ReplicationController> replicationControllers(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::ResourceQuota> resourceQuotas(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::Secret> secrets(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::Service> services(const std::string &namespaceName) const;
    [[nodiscard]] ResourceClient<core::v1::ServiceAccount> serviceAccounts(const std::string &namespaceName) const;

private:
    ClientsetCore *m_core;
};

/// Source: client-go kubernetes/typed/events/v1.
class EventsV1Client
{
public:
    explicit EventsV1Client(ClientsetCore &core) : m_core(&core) {}
    [[nodiscard]] ResourceClient<events::v1::Event> events(const std::string &namespaceName) const;

private:
    ClientsetCore *m_core;
};

/// Source: client-go kubernetes/typed/samplecontroller/v1alpha1.
class SamplecontrollerV1alpha1Client
{
public:
    explicit SamplecontrollerV1alpha1Client(ClientsetCore &core) : m_core(&core) {}
    [[nodiscard]] ResourceClient<samplecontroller::v1alpha1::Foo> foos(const std::string &namespaceName) const;

private:
    ClientsetCore *m_core;
};

/// A typed client for each kind, over a DynamicClient. Include the headers of the kinds that are used:
/// core/kubernetes/apps/v1/deployment.h for appsV1().deployments("web").get("frontend").
/// Thread: its clients may be asked from any; requests are made, and answers decoded, on the RestClient's, where this is made
/// and destroyed. The RestClient must outlive this; futures end as Canceled when this dies.
/// Source: client-go kubernetes.Clientset; with CustomResourceDefinitions and the sample controller's Foos.
class Clientset
{
public:
    Clientset(RestClient &client, const ExecutorPtr &executor) : m_rest(client), m_dynamic(client, executor), m_core{m_dynamic, Owner(executor)} {}
    /// With a RestClient of its own on the loop's thread, which is this one. Errors: restClientFor()'s.
    /// Source: client-go kubernetes.NewForConfig.
    [[nodiscard]] static Result<std::unique_ptr<Clientset>> forConfig(const RestConfig &config, const EventLoop &loop);
    Clientset(const Clientset &) = delete;
    Clientset &operator=(const Clientset &) = delete;

    [[nodiscard]] ApiextensionsV1Client apiextensionsV1() { return ApiextensionsV1Client(m_core); }
    [[nodiscard]] AppsV1Client appsV1() { return AppsV1Client(m_core); }
    [[nodiscard]] BatchV1Client batchV1() { return BatchV1Client(m_core); }
    [[nodiscard]] CoordinationV1Client coordinationV1() { return CoordinationV1Client(m_core); }
    [[nodiscard]] CoreV1Client coreV1() { return CoreV1Client(m_core); }
    [[nodiscard]] EventsV1Client eventsV1() { return EventsV1Client(m_core); }
    [[nodiscard]] SamplecontrollerV1alpha1Client samplecontrollerV1alpha1() { return SamplecontrollerV1alpha1Client(m_core); }
    [[nodiscard]] DynamicClient &dynamic() { return m_dynamic; } ///< what they all ask
    [[nodiscard]] RestClient &restClient() { return m_rest; } ///< Thread: its own

private:
    std::shared_ptr<void> m_owned; ///< the RestClient, if forConfig() made it
    RestClient &m_rest;
    DynamicClient m_dynamic;
    ClientsetCore m_core;
};

/// Every kind a Clientset has. Thread: any.
[[nodiscard]] std::span<const ApiKind *const> apiKinds();

} // namespace kube
