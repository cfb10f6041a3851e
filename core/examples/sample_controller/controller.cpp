// SPDX-License-Identifier: Apache-2.0
#include "core/examples/sample_controller/controller.h"

#include "core/base/await.h"
#include "core/base/wait_group.h"
#include "core/examples/support/klog.h"
#include "core/informers/wait_for_cache_sync.h"
#include "core/kubernetes/controller_ref.h"

namespace kube::examples {

namespace {

const std::string fieldManager = "sample-controller";

/// The Deployment a Foo is to have. Its owner reference says whose it is, and lets it go with its Foo.
Controller::Deployment newDeployment(const Controller::Foo &foo)
{
    Controller::Deployment deployment;
    deployment.metadata().name().set(foo.spec().deploymentName().value());
    deployment.metadata().namespace_().set(foo.metadata().namespace_().value());
    deployment.metadata().ownerReferences().append(newControllerRef(foo));
    if (const auto replicas = foo.spec().replicas().get())
        deployment.spec().replicas().set(*replicas);
    const auto podTemplate = deployment.spec().template_();
    for (const auto &labels : {deployment.spec().selector().matchLabels(), podTemplate.metadata().labels()}) {
        labels["app"].set("nginx");
        labels["controller"].set(foo.metadata().name().value());
    }
    const auto container = podTemplate.spec().containers().append();
    container.name().set("nginx");
    container.image().set("nginx:latest");
    return deployment;
}

} // namespace

Controller::Controller(Clientset &clientset, const apps::v1::DeploymentInformer &deploymentInformer,
                       const samplecontroller::v1alpha1::FooInformer &fooInformer, RateLimitingQueue<ObjectKey> &workqueue,
                       EventRecorder &recorder)
    : m_clientset(clientset), m_deployments(deploymentInformer), m_foos(fooInformer), m_workqueue(workqueue), m_recorder(recorder)
{
    // A Foo that changes is to be synced.
    ResourceEventHandlers foos;
    foos.onAdd = [this](const ObjectPtr &foo, bool) { m_workqueue.add(foo->key()); };
    foos.onUpdate = [this](const ObjectPtr &, const ObjectPtr &foo) { m_workqueue.add(foo->key()); };
    // A Deployment that changes makes its Foo be synced: nothing else needs to know of Deployments.
    ResourceEventHandlers deployments;
    deployments.onAdd = [this](const ObjectPtr &deployment, bool) { handleObject(deployment); };
    deployments.onUpdate = [this](const ObjectPtr &before, const ObjectPtr &now) {
        // A resync tells of every Deployment again: what has changed has another resourceVersion.
        if (before->resourceVersion() != now->resourceVersion())
            handleObject(now);
    };
    deployments.onDelete = [this](const DeletedObject &deleted) {
        if (deleted.object)
            handleObject(deleted.object);
    };
    // An informer that has not been stopped takes every handler.
    m_registrations.push_back(*fooInformer.informer().addEventHandler(foos));
    m_registrations.push_back(*deploymentInformer.informer().addEventHandler(deployments));
}

Result<void> Controller::run(int workers, const std::stop_token &stop)
{
    // A worker that looked into a half filled cache would create what is there already.
    klog::info("Foo controller: filling the caches");
    if (!waitForCacheSync(stop, {&m_deployments.informer(), &m_foos.informer()}))
        return fail(Error::canceled());

    WaitGroup group;
    for (int i = 0; i < workers; ++i)
        group.go([this] { runWorker(); });

    klog::info("Foo controller: " + std::to_string(workers) + " workers take keys");
    waitFor(stop);
    klog::info("Foo controller: the workers finish what they have in hand");
    m_workqueue.shutDown();
    group.wait();
    return {};
}

/// One worker: key after key until the queue is shut down.
void Controller::runWorker()
{
    while (processNextWorkItem()) { }
}

/// Takes a key and syncs it. False: the queue is shut down and empty.
bool Controller::processNextWorkItem()
{
    const auto key = m_workqueue.get();
    if (!key)
        return false;

    const auto synced = syncHandler(*key);
    if (synced) {
        // Its failures, if it had any, count no longer.
        m_workqueue.forget(*key);
        klog::info(key->toString() + " is as it should be");
    } else {
        klog::error(synced.error(), key->toString() + " comes again later");
        // It comes again, each time after a longer while.
        m_workqueue.addRateLimited(*key);
    }
    // Until this no other worker is given the key.
    m_workqueue.done(*key);
    return true;
}

/// Makes the cluster as the Foo wants it, as far as it is not, and writes into its status what came of it.
Result<void> Controller::syncHandler(const ObjectKey &key)
{
    const auto foo = m_foos.lister().get(key);
    if (!foo) {
        // Deleted meanwhile, and its Deployment with it.
        klog::warning(key.toString() + " was deleted before its turn came");
        return {};
    }

    const std::string deploymentName = foo->spec().deploymentName().value();
    if (deploymentName.empty()) {
        // No error: trying again mends nothing before the Foo is changed, and that queues it.
        klog::warning(key.toString() + " names no Deployment: its spec.deploymentName is empty");
        return {};
    }

    const auto deploymentsClient = m_clientset.appsV1().deployments(key.namespaceName);
    WriteOptions options;
    options.fieldManager = fieldManager;
    auto deployment = m_deployments.lister().byNamespace(key.namespaceName).get(deploymentName);
    if (!deployment)
        deployment = await(deploymentsClient.create(newDeployment(*foo), options));
    // The network, a quota: what refuses now may not later.
    if (!deployment)
        return fail(deployment.error());

    // Somebody else's Deployment has the name. Whoever looks at the Foo is told by an Event.
    if (!isControlledBy(*deployment, *foo)) {
        const std::string message = "Resource \"" + deploymentName + "\" already exists and is not managed by Foo";
        m_recorder.event(ObjectReference::to(*foo), EventType::Warning, "ErrResourceExists", {}, message);
        return fail(Error::badInput(QString::fromStdString(message)));
    }

    // The Foo has another opinion of the replicas than its Deployment; without one the Deployment's stand.
    const auto replicas = foo->spec().replicas().get();
    if (replicas && replicas != deployment->spec().replicas().get()) {
        deployment = await(deploymentsClient.update(newDeployment(*foo), options));
        if (!deployment)
            return fail(deployment.error());
    }

    if (const auto updated = updateFooStatus(*foo, *deployment); !updated)
        return updated;

    m_recorder.event(ObjectReference::to(*foo), EventType::Normal, "Synced", {}, "Foo synced successfully");
    return {};
}

Result<void> Controller::updateFooStatus(const Foo &foo, const Deployment &deployment)
{
    // What a lister gives may be written to: the cache keeps its own.
    foo.status().availableReplicas().set(deployment.status().availableReplicas().value());
    // The server takes nothing but the status from this.
    WriteOptions options;
    options.fieldManager = fieldManager;
    const auto foos = m_clientset.samplecontrollerV1alpha1().foos(foo.metadata().namespace_().value());
    if (const auto updated = await(foos.updateStatus(foo, options)); !updated)
        return fail(updated.error());
    return {};
}

/// Queues the Foo that controls an object, if one does.
void Controller::handleObject(const ObjectPtr &object)
{
    const auto owner = controllerOf(Deployment(object));
    if (!owner || owner->kind().value() != "Foo")
        return;
    const ObjectKey key{object->key().namespaceName, owner->name().value()};
    if (!m_foos.lister().get(key)) {
        klog::info(object->key().toString() + " belongs to a Foo that is not there: " + key.name);
        return;
    }
    m_workqueue.add(key);
}

} // namespace kube::examples
