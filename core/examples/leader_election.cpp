// SPDX-License-Identifier: Apache-2.0
// Start several of these with one lock: one of them works, and another takes over when it ends.
// Source: client-go examples/leader-election.
#include "core/base/await.h"
#include "core/examples/support/flags.h"
#include "core/examples/support/klog.h"
#include "core/examples/support/signals.h"
#include "core/kubeconfig/build_config.h"
#include "core/kubernetes/clientset.h"
#include "core/leaderelection/lease_lock.h"
#include "core/leaderelection/run_election.h"

#include <QCoreApplication>
#include <QUuid>

using namespace kube;
using namespace kube::examples;
using namespace std::chrono_literals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    std::string kubeconfig;
    std::string master;
    std::string leaseLockName;
    std::string leaseLockNamespace;
    std::string id;
    Flags flags;
    flags.stringVar(&kubeconfig, "kubeconfig", "", "the kubeconfig file; none: the Pod's own cluster, else kubectl's");
    flags.stringVar(&master, "master", "", "the address of the API server, instead of the kubeconfig's");
    flags.stringVar(&id, "id", QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(), "the name of this candidate, which the Lease then holds");
    flags.stringVar(&leaseLockName, "lease-lock-name", "", "the name of the Lease that candidates compete for");
    flags.stringVar(&leaseLockNamespace, "lease-lock-namespace", "", "the namespace of that Lease");
    flags.parse(argc, argv);
    if (leaseLockName.empty())
        return klog::fatal("which Lease? -lease-lock-name is not given");
    if (leaseLockNamespace.empty())
        return klog::fatal("a Lease in which namespace? -lease-lock-namespace is not given");

    // The lock is a Lease. Of two candidates that write it at once the server refuses one, so that one leads.
    EventLoop loop;
    const auto config = buildConfigFromFlags(master, kubeconfig, loop);
    if (!config)
        return klog::fatal(config.error());
    const auto made = Clientset::forConfig(*config, loop);
    if (!made)
        return klog::fatal(made.error());
    Clientset &client = **made;

    const auto run = [](std::stop_token stop) {
        // a controller would work here
        klog::info("Leading: the work begins");
        waitFor(stop);
    };

    // Ctrl+C or SIGTERM ends the election, which gives the lease up when run has returned
    const SignalHandler signals;
    const std::stop_callback onSignal(signals.token(), [] { klog::info("Told to end: the election is left"); });

    LeaseLock lock(client.dynamic(), loop.executor(), {{leaseLockNamespace, leaseLockName}, {}});

    ElectorConfig election;
    election.identity = id;
    election.releaseOnCancel = true;
    election.leaseDuration = 60s;
    election.renewDeadline = 15s;
    election.retryPeriod = 5s;
    ElectionCallbacks callbacks;
    callbacks.onStartedLeading = run;
    callbacks.onStoppedLeading = [&] { klog::info(id + " leads no longer"); };
    callbacks.onNewLeader = [&](const std::string &identity) {
        if (identity != id && !identity.empty()) // another; nobody, when the lease was given up
            klog::info(identity + " leads");
    };
    if (const auto elected = runElection(signals.token(), lock, loop, election, callbacks); !elected)
        return klog::fatal(elected.error());
    return 0;
}
