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

/// A controller of Pods that prints what it is told.
class PodController
{
public:
    PodController(RateLimitingQueue<ObjectKey> &queue, const core::v1::PodInformer &pods) : m_queue(queue), m_pods(pods) {}

    /// Begins watching and syncing; returns when stop is requested and the workers have ended.
    void run(int workers, const std::stop_token &stop)
    {
        klog::info("Pod controller: filling the cache");

        // Before that the cache would say of Pods that they are gone.
        if (!waitForCacheSync(stop, {&m_pods.informer()})) {
            klog::warning("Pod controller: ended before the cache was filled");
            return;
        }

        WaitGroup group;
        for (int i = 0; i < workers; ++i)
            group.go([this] { runWorker(); });

        waitFor(stop);
        klog::info("Pod controller: the workers finish what they have in hand");
        m_queue.shutDown();
        group.wait();
    }

private:
    void runWorker()
    {
        while (processNextItem()) { }
    }

    bool processNextItem()
    {
        const auto key = m_queue.get();
        if (!key)
            return false;
        const auto result = syncToStdout(*key);
        handleErr(result, *key);
        // From here on another worker may be given the key: no two ever have one Pod in hand.
        m_queue.done(*key);
        return true;
    }

    /// What this controller does with a Pod: it tells of it. Errors are returned; whether to try again is decided elsewhere.
    Result<void> syncToStdout(const ObjectKey &key)
    {
        const auto pod = m_pods.lister().get(key);
        if (!pod && !pod.error().is(ErrorKind::NotFound))
            return fail(pod.error());
        if (!pod) {
            std::cout << key.toString() << " is gone" << std::endl;
            return {};
        }
        // A Pod of the same name may be another one: who keeps something for a Pod compares its uid.
        std::cout << key.toString() << " is there, in version " << pod->metadata().resourceVersion().value() << std::endl;
        return {};
    }

    /// Sees to it that what failed is tried again, some times.
    void handleErr(const Result<void> &result, const ObjectKey &key)
    {
        if (result) {
            // Its next change shall not wait because of failures that are over.
            m_queue.forget(key);
            return;
        }
        // Five times; then it is given up.
        if (m_queue.numRequeues(key) < 5) {
            klog::error(result.error(), key.toString() + " comes again later");
            // How much later is the rate limiter's to say, by the key's failures so far.
            m_queue.addRateLimited(key);
            return;
        }
        m_queue.forget(key);
        klog::error(result.error(), key.toString() + " is given up after five more tries");
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
    flags.stringVar(&kubeconfig, "kubeconfig", "", "the kubeconfig file; none: the Pod's own cluster, else kubectl's");
    flags.stringVar(&master, "master", "", "the address of the API server, instead of the kubeconfig's");
    flags.stringVar(&space, "namespace", "default", "whose Pods");
    flags.parse(argc, argv);
    const SignalHandler signals;
    EventLoop loop;

    const auto config = buildConfigFromFlags(master, kubeconfig, loop);
    if (!config)
        return klog::fatal(config.error());

    const auto made = Clientset::forConfig(*config, loop);
    if (!made)
        return klog::fatal(made.error());
    Clientset &clientset = **made;

    const auto queue = newRateLimitingQueue(defaultControllerRateLimiter<ObjectKey>(), loop);

    TypedSharedInformerFactory informerFactory(clientset, loop, Duration::zero(), {nullptr, space, {}, {}});
    const core::v1::PodInformer pods = informerFactory.core().v1().pods();

    // Every change of the cache puts the Pod's key into the queue. When a worker gets to it, the cache may hold a newer Pod
    // than the one that changed.
    ResourceEventHandlers handlers;
    handlers.onAdd = [&](const ObjectPtr &pod, bool) { queue->add(pod->key()); };
    handlers.onUpdate = [&](const ObjectPtr &, const ObjectPtr &pod) { queue->add(pod->key()); };
    handlers.onDelete = [&](const DeletedObject &deleted) { queue->add(deleted.key); };
    const auto registration = pods.informer().addEventHandler(handlers);
    if (!registration)
        return klog::fatal(registration.error());

    PodController controller(*queue, pods);

    informerFactory.start();
    controller.run(1, signals.token());
    return 0;
}
