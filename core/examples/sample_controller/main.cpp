// SPDX-License-Identifier: Apache-2.0
// A controller for a resource of its own, Foo: it keeps a Deployment for each. Of several copies one leads and works.
// Source: kubernetes/sample-controller main.go; the election and /metrics as Kubernetes' own controllers have them.
#include "core/base/await.h"
#include "core/events/core_event_recorder.h"
#include "core/examples/sample_controller/controller.h"
#include "core/examples/support/client_metrics.h"
#include "core/examples/support/flags.h"
#include "core/examples/support/klog.h"
#include "core/examples/support/metrics_server.h"
#include "core/examples/support/signals.h"
#include "core/informers/typed_shared_informer_factory.h"
#include "core/kubeconfig/build_config.h"
#include "core/leaderelection/lease_lock.h"
#include "core/leaderelection/run_election.h"
#include "core/metrics/work_queue_metrics.h"
#include "core/workqueue/new_rate_limiting_queue.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QUuid>

using namespace kube;
using namespace kube::examples;
using namespace std::chrono_literals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    std::string kubeconfig;
    std::string masterUrl;
    std::string metricsAddress;
    std::string leaseNamespace;
    bool leaderElect = false;
    ElectorConfig election;
    Flags flags;
    flags.stringVar(&kubeconfig, "kubeconfig", "", "The kubeconfig file; none: the Pod's own cluster, else kubectl's.");
    flags.stringVar(&masterUrl, "master", "", "The address of the API server, instead of the kubeconfig's.");
    flags.stringVar(&metricsAddress, "metrics-bind-address", "0", "The address /metrics is served on, such as :8080; 0: none.");
    flags.boolVar(&leaderElect, "leader-elect", true, "Work only while leading, so that several copies can run.");
    flags.stringVar(&leaseNamespace, "leader-elect-resource-namespace", "default", "Where the Lease sample-controller is.");
    flags.durationVar(&election.leaseDuration, "leader-elect-lease-duration", "15s", "How long a leader that says nothing is waited for.");
    flags.durationVar(&election.renewDeadline, "leader-elect-renew-deadline", "10s", "How long a leader tries to renew before it gives up.");
    flags.durationVar(&election.retryPeriod, "leader-elect-retry-period", "500ms", "Between two tries to lead or to renew.");
    flags.parse(argc, argv);

    // SIGTERM and Ctrl+C let workers finish what they have in hand
    const SignalHandler signals;
    const std::stop_token stop = signals.token();

    EventLoop loop;
    MetricsRegistry registry;
    WorkQueueMetrics queueMetrics(registry);
    auto cfg = buildConfigFromFlags(masterUrl, kubeconfig, loop);
    if (!cfg)
        return klog::fatal(cfg.error(), "No cluster to work on");
    cfg->timeout = 30s; // a worker waits no longer than this for an answer, nor does the shutdown
    measureRequests(*cfg, registry);
    ThrottledRequests::rememberIn(*cfg);

    const auto made = Clientset::forConfig(*cfg, loop);
    if (!made)
        return klog::fatal(made.error(), "No clients for that cluster");
    Clientset &clientset = **made;

    ThrottledRequests throttled(clientset.restClient(), registry);
    MetricsServer metricsServer(registry, [&throttled] { throttled.count(); });
    if (metricsAddress != "0") {
        const auto url = metricsServer.listen(metricsAddress);
        if (!url)
            return klog::fatal(url.error(), "No metrics are served");
        klog::info("Serving metrics on " + *url);
    }

    TypedSharedInformerFactory informerFactory(clientset, loop, 30s);
    const auto deployments = informerFactory.apps().v1().deployments();
    const auto foos = informerFactory.samplecontroller().v1alpha1().foos();
    CoreEventRecorder recorder(clientset.dynamic(), loop, {"sample-controller", {}});
    const auto workqueue = newRateLimitingQueue(defaultControllerRateLimiter<ObjectKey>(), loop, {"Foos", &queueMetrics});

    examples::Controller controller(clientset, deployments, foos, *workqueue, recorder);
    const auto run = [&](std::stop_token working) {
        if (const auto ran = controller.run(2, working); !ran && !working.stop_requested())
            klog::error(ran.error(), "The controller has ended");
    };

    // start() returns at once: the informers are on this thread's event loop, which turns below. They are started
    // before this copy leads, so that it has what it needs by then.
    informerFactory.start();

    if (!leaderElect) {
        run(stop);
        return 0;
    }
    MetricsRegistry::Value &leading = leaderStatus(registry, "sample-controller");
    LeaseLock lock(clientset.dynamic(), loop.executor(), {{leaseNamespace, "sample-controller"}, {}});
    election.identity = QSysInfo::machineHostName().toStdString() + '_' + QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    election.releaseOnCancel = true;
    ElectionCallbacks callbacks;
    callbacks.onStartedLeading = [&](std::stop_token working) {
        klog::info("Leading as " + election.identity);
        leading.set(1);
        run(working);
        leading.set(0);
    };
    callbacks.onNewLeader = [](const std::string &identity) {
        klog::info(identity.empty() ? "The lease was given up" : "The lease is held by " + identity);
    };
    callbacks.onStoppedLeading = [] { klog::info("Not leading any more"); };
    if (const auto elected = runElection(stop, lock, loop, election, callbacks); !elected)
        return klog::fatal(elected.error());
    return stop.stop_requested() ? 0 : 1; // a lease that was lost is a reason to be started anew
}
