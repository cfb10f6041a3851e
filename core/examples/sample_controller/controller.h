// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/events/event_recorder.h"
#include "core/informers/typed_informer_factory.h"
#include "core/kubernetes/apps/v1/deployment.h"
#include "core/kubernetes/clientset.h"
#include "core/kubernetes/samplecontroller/v1alpha1/foo.h"
#include "core/workqueue/rate_limiting_queue.h"

namespace kube::examples {

/// The controller of Foo resources: each has a Deployment of its own.
/// Thread: made and destroyed on the informers'; run() on any. Source: kubernetes/sample-controller controller.go.
class Controller
{
public:
    using Deployment = apps::v1::Deployment;
    using Foo = samplecontroller::v1alpha1::Foo;

    /// All of these outlive it.
    Controller(Clientset &clientset, const apps::v1::DeploymentInformer &deploymentInformer,
               const samplecontroller::v1alpha1::FooInformer &fooInformer, RateLimitingQueue<ObjectKey> &workqueue,
               EventRecorder &recorder);

    /// Waits for the caches and starts workers. Returns when stop is requested and the workers have finished what they had
    /// in hand. Errors: Canceled when that was before the caches were synced.
    Result<void> run(int workers, const std::stop_token &stop);

private:
    void runWorker();
    bool processNextWorkItem();
    Result<void> syncHandler(const ObjectKey &key);
    Result<void> updateFooStatus(const Foo &foo, const Deployment &deployment);
    void handleObject(const ObjectPtr &object);

    Clientset &m_clientset;
    const apps::v1::DeploymentInformer &m_deployments;
    const samplecontroller::v1alpha1::FooInformer &m_foos;
    /// Keys of Foos to be synced: as many at a time as there are workers, and none by two of them.
    RateLimitingQueue<ObjectKey> &m_workqueue;
    EventRecorder &m_recorder;
    std::vector<HandlerRegistration> m_registrations;
};

} // namespace kube::examples
