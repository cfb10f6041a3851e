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
    klog::info("Setting up event handlers");
    // Set up an event handler for when Foo resources change
    ResourceEventHandlers foos;
    foos.onAdd = [this](const ObjectPtr &foo, bool) { m_workqueue.add(foo->key()); };
    foos.onUpdate = [this](const ObjectPtr &, const ObjectPtr &foo) { m_workqueue.add(foo->key()); };
    // Set up an event handler for when Deployment resources change. This
    // handler will lookup the owner of the given Deployment, and if it is
    // owned by a Foo resource then the handler will enqueue that Foo resource for
    // processing. This way, we don't need to implement custom logic for
    // handling Deployment resources.
    ResourceEventHandlers deployments;
    deployments.onAdd = [this](const ObjectPtr &deployment, bool) { handleObject(deployment); };
    deployments.onUpdate = [this](const ObjectPtr &before, const ObjectPtr &now) {
        // Periodic resync will send update events for all known Deployments.
        // Two different versions of the same Deployment will always have different resource versions.
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
    klog::info("Starting Foo controller");

    // Wait for the caches to be synced before starting workers
    klog::info("Waiting for informer caches to sync");
    if (!waitForCacheSync(stop, {&m_deployments.informer(), &m_foos.informer()}))
        return fail(Error::canceled());

    klog::info("Starting workers");
    WaitGroup group;
    for (int i = 0; i < workers; ++i)
        group.go([this] { runWorker(); });

    klog::info("Started workers");
    waitFor(stop);
    klog::info("Shutting down workers");
    m_workqueue.shutDown();
    group.wait();
    return {};
}

/// A long-running function that will continually call processNextWorkItem in order to read and process a message on the
/// workqueue.
void Controller::runWorker()
{
    while (processNextWorkItem()) { }
}

/// Reads a single work item off the workqueue and attempts to process it, by calling the syncHandler.
bool Controller::processNextWorkItem()
{
    const auto key = m_workqueue.get();
    if (!key)
        return false;

    // Run the syncHandler, passing it the reference to the object to be synced.
    const auto synced = syncHandler(*key);
    if (synced) {
        // If no error occurs then we forget this item so it does not
        // get queued again until another change happens.
        m_workqueue.forget(*key);
        klog::info("Successfully synced '" + key->toString() + "'");
    } else {
        klog::error(synced.error(), "Error syncing '" + key->toString() + "'; requeuing for later retry");
        // Since we failed, we should requeue the item to work on later. This adds a backoff
        // to avoid hotlooping on particular items (they're probably still not going to work right away)
        m_workqueue.addRateLimited(*key);
    }
    // We call done at the end of this so the workqueue knows we have finished processing this item.
    m_workqueue.done(*key);
    return true;
}

/// Compares the actual state with the desired, and attempts to converge the two. It then updates the status block of the Foo
/// resource with the current status of the resource.
Result<void> Controller::syncHandler(const ObjectKey &key)
{
    // Get the Foo resource with this namespace/name
    const auto foo = m_foos.lister().get(key);
    if (!foo) {
        // The Foo resource may no longer exist, in which case we stop processing.
        klog::warning("Foo referenced by item in work queue no longer exists: " + key.toString());
        return {};
    }

    const std::string deploymentName = foo->spec().deploymentName().value();
    if (deploymentName.empty()) {
        // We choose to absorb the error here as the worker would requeue the
        // resource otherwise. Instead, the next time the resource is updated
        // the resource will be queued again.
        klog::warning("Deployment name missing from object reference: " + key.toString());
        return {};
    }

    // Get the deployment with the name specified in Foo.spec
    const auto deploymentsClient = m_clientset.appsV1().deployments(key.namespaceName);
    WriteOptions options;
    options.fieldManager = fieldManager;
    auto deployment = m_deployments.lister().byNamespace(key.namespaceName).get(deploymentName);
    // If the resource doesn't exist, we'll create it
    if (!deployment)
        deployment = await(deploymentsClient.create(newDeployment(*foo), options));
    // If an error occurs during get/create, we'll requeue the item so we can
    // attempt processing again later. This could have been caused by a
    // temporary network failure, or any other transient reason.
    if (!deployment)
        return fail(deployment.error());

    // If the Deployment is not controlled by this Foo resource, we should log
    // a warning to the event recorder and return the error.
    if (!isControlledBy(*deployment, *foo)) {
        const std::string message = "Resource \"" + deploymentName + "\" already exists and is not managed by Foo";
        m_recorder.event(ObjectReference::to(*foo), EventType::Warning, "ErrResourceExists", {}, message);
        return fail(Error::badInput(QString::fromStdString(message)));
    }

    // If this number of the replicas on the Foo resource is specified, and the
    // number does not equal the current desired replicas on the Deployment, we
    // should update the Deployment resource.
    const auto replicas = foo->spec().replicas().get();
    if (replicas && replicas != deployment->spec().replicas().get()) {
        deployment = await(deploymentsClient.update(newDeployment(*foo), options));
        if (!deployment)
            return fail(deployment.error());
    }

    // Finally, we update the status block of the Foo resource to reflect the
    // current state of the world
    if (const auto updated = updateFooStatus(*foo, *deployment); !updated)
        return updated;

    m_recorder.event(ObjectReference::to(*foo), EventType::Normal, "Synced", {}, "Foo synced successfully");
    return {};
}

Result<void> Controller::updateFooStatus(const Foo &foo, const Deployment &deployment)
{
    // What a lister gives may be written to: the cache keeps its own.
    foo.status().availableReplicas().set(deployment.status().availableReplicas().value());
    // updateStatus() will not allow changes to the spec of the resource, which is ideal for
    // ensuring nothing other than resource status has been updated.
    WriteOptions options;
    options.fieldManager = fieldManager;
    const auto foos = m_clientset.samplecontrollerV1alpha1().foos(foo.metadata().namespace_().value());
    if (const auto updated = await(foos.updateStatus(foo, options)); !updated)
        return fail(updated.error());
    return {};
}

/// Takes any object and attempts to find the Foo resource that 'owns' it. It does this by looking at the object's
/// metadata.ownerReferences field for an appropriate owner reference. It then enqueues that Foo resource to be processed. If
/// the object does not have an appropriate owner reference, it will simply be skipped.
void Controller::handleObject(const ObjectPtr &object)
{
    // If this object is not owned by a Foo, we should not do anything more with it.
    const auto owner = controllerOf(Deployment(object));
    if (!owner || owner->kind().value() != "Foo")
        return;
    const ObjectKey key{object->key().namespaceName, owner->name().value()};
    if (!m_foos.lister().get(key)) {
        klog::info("Ignore orphaned object " + object->key().toString() + " of foo " + key.name);
        return;
    }
    m_workqueue.add(key);
}

} // namespace kube::examples
