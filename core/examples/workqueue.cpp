// SPDX-License-Identifier: Apache-2.0
// How a work queue and an informer's cache make a controller: it tells what happens to the Pods of a namespace.
// Source: client-go examples/workqueue.
#include "core/base/await.h"
#include "core/base/wait_group.h"
#include "core/examples/support/flags.h"
#include "core/examples/support/klog.h"
#include "core/examples/support/signals.h"
#include "core/informers/typed_shared_informer_factory.h"
#include "core/informers/wait_for_cache_sync.h"
#include "core/kubeconfig/build_config.h"
#include "core/kubernetes/clientset.h"
#include "core/kubernetes/core/v1/pod.h"
#include "core/workqueue/new_rate_limiting_queue.h"

#include <QCoreApplication>

#include <iostream>

using namespace kube;
using namespace kube::examples;
using kube::core::v1::Pod;

namespace {

/// Demonstrates how to implement a controller with client-go.
class PodController
{
public:
    PodController(RateLimitingQueue<ObjectKey> &queue, const core::v1::PodInformer &pods) : m_queue(queue), m_pods(pods) {}

    /// Begins watching and syncing; returns when stop is requested and the workers have ended.
    void run(int workers, const std::stop_token &stop)
    {
        klog::info("Starting Pod controller");

        // Wait for the cache to be synced, before processing items from the queue is started
        if (!waitForCacheSync(stop, {&m_pods.informer()})) {
            klog::warning("Timed out waiting for caches to sync");
            return;
        }

        WaitGroup group;
        for (int i = 0; i < workers; ++i)
            group.go([this] { runWorker(); });

        waitFor(stop);
        klog::info("Stopping Pod controller");
        m_queue.shutDown(); // Let the workers stop when we are done
        group.wait();
    }

private:
    void runWorker()
    {
        while (processNextItem()) { }
    }

    bool processNextItem()
    {
        // Wait until there is a new item in the working queue
        const auto key = m_queue.get();
        if (!key)
            return false;
        // Invoke the method containing the business logic
        const auto result = syncToStdout(*key);
        // Handle the error if something went wrong during the execution of the business logic
        handleErr(result, *key);
        // Tell the queue that we are done with processing this key. This unblocks the key for other workers.
        // This allows safe parallel processing because two pods with the same key are never processed in
        // parallel.
        m_queue.done(*key);
        return true;
    }

    /// The business logic of the controller. In this controller it simply prints information about the pod to stdout.
    /// In case an error happened, it has to simply return the error. The retry logic should not be part of it.
    Result<void> syncToStdout(const ObjectKey &key)
    {
        const auto pod = m_pods.lister().get(key);
        if (!pod && !pod.error().is(ErrorKind::NotFound))
            return fail(pod.error());
        if (!pod) {
            std::cout << "Pod " << key.toString() << " does not exist anymore" << std::endl;
            return {};
        }
        // Note that you also have to check the uid if you have a local controlled resource, which
        // is dependent on the actual instance, to detect that a Pod was recreated with the same name
        std::cout << "Sync/Add/Update for Pod " << pod->metadata().name().value() << std::endl;
        return {};
    }

    /// Checks if an error happened and makes sure we will retry later.
    void handleErr(const Result<void> &result, const ObjectKey &key)
    {
        if (result) {
            // Forget about the history of the key on every successful synchronization.
            // This ensures that future processing of updates for this key is not delayed because of
            // an outdated error history.
            m_queue.forget(key);
            return;
        }
        // This controller retries 5 times if something goes wrong. After that, it stops trying.
        if (m_queue.numRequeues(key) < 5) {
            klog::error(result.error(), "Error syncing pod " + key.toString());
            // Re-enqueue the key rate limited. Based on the rate limiter on the
            // queue and the re-enqueue history, the key will be processed later again.
            m_queue.addRateLimited(key);
            return;
        }
        m_queue.forget(key);
        klog::error(result.error(), "Dropping pod " + key.toString() + " out of the queue");
    }

    RateLimitingQueue<ObjectKey> &m_queue;
    const core::v1::PodInformer &m_pods;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    std::string kubeconfig;
    std::string master;
    std::string space;
    Flags flags;
    flags.stringVar(&kubeconfig, "kubeconfig", "", "absolute path to the kubeconfig file");
    flags.stringVar(&master, "master", "", "master url");
    flags.stringVar(&space, "namespace", "default", "whose Pods");
    flags.parse(argc, argv);
    const SignalHandler signals;
    EventLoop loop;

    // creates the connection
    const auto config = buildConfigFromFlags(master, kubeconfig, loop);
    if (!config)
        return klog::fatal(config.error());

    // creates the clientset
    const auto clientset = Clientset::forConfig(*config, loop);
    if (!clientset)
        return klog::fatal(clientset.error());

    // create the workqueue
    const auto queue = newRateLimitingQueue(defaultControllerRateLimiter<ObjectKey>(), loop);

    // create the pod watcher
    TypedSharedInformerFactory informerFactory(**clientset, loop, Duration::zero(), {nullptr, space, {}, {}});
    const core::v1::PodInformer pods = informerFactory.core().v1().pods();

    // Bind the workqueue to a cache with the help of an informer. This way we make sure that
    // whenever the cache is updated, the pod key is added to the workqueue.
    // Note that when we finally process the item from the workqueue, we might see a newer version
    // of the Pod than the version which was responsible for triggering the update.
    ResourceEventHandlers handlers;
    handlers.onAdd = [&](const ObjectPtr &pod, bool) { queue->add(pod->key()); };
    handlers.onUpdate = [&](const ObjectPtr &, const ObjectPtr &pod) { queue->add(pod->key()); };
    handlers.onDelete = [&](const DeletedObject &deleted) { queue->add(deleted.key); };
    const auto registration = pods.informer().addEventHandler(handlers);
    if (!registration)
        return klog::fatal(registration.error());

    PodController controller(*queue, pods);

    // Now let's start the controller
    informerFactory.start();
    controller.run(1, signals.token());
    return 0;
}
