// SPDX-License-Identifier: Apache-2.0
// A program in a Pod: it counts the Pods of its cluster each ten seconds, as its service account lets it.
// Source: client-go examples/in-cluster-client-configuration.
#include "core/base/await.h"
#include "core/examples/support/flags.h"
#include "core/examples/support/klog.h"
#include "core/examples/support/signals.h"
#include "core/kubeconfig/build_config.h"
#include "core/kubernetes/clientset.h"
#include "core/kubernetes/core/v1/pod.h"

#include <QCoreApplication>

#include <iostream>

using namespace kube;
using namespace kube::examples;
using namespace std::chrono_literals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    std::string root;
    std::string kubeconfig;
    std::string master;
    Flags flags;
    flags.stringVar(&root, "root", "/", "where var/run/secrets/kubernetes.io/serviceaccount is, for trying this outside of a Pod");
    flags.stringVar(&kubeconfig, "kubeconfig", "", "a kubeconfig file to take instead, outside of a Pod");
    flags.stringVar(&master, "master", "", "the address of the API server, instead of the kubeconfig's");
    flags.parse(argc, argv);
    const SignalHandler signals;
    const std::stop_token stop = signals.token();
    EventLoop loop;

    // the service account that Kubernetes has put into the Pod
    const auto config = kubeconfig.empty() && master.empty() ? inClusterConfig(loop, root) : buildConfigFromFlags(master, kubeconfig, loop);
    if (!config)
        return klog::fatal(config.error());

    const auto made = Clientset::forConfig(*config, loop);
    if (!made)
        return klog::fatal(made.error());
    Clientset &clientset = **made;

    do {
        // "" is every namespace
        const auto pods = await(clientset.coreV1().pods("").list(), stop);
        if (!pods)
            return stop.stop_requested() ? 0 : klog::fatal(pods.error());
        std::cout << "Pods in the cluster: " << pods->items.size() << std::endl;

        // An error's kind is what code decides by; its status, when there is one, is what the server said.
        const auto found = await(clientset.coreV1().pods("default").get("example-xxxxx"), stop);
        if (found)
            std::cout << "default/example-xxxxx is one of them" << std::endl;
        else if (found.error().is(ErrorKind::NotFound))
            std::cout << "default/example-xxxxx is none of them" << std::endl;
        else if (found.error().status)
            std::cout << "The server refuses to show default/example-xxxxx: " << found.error().status->message.toStdString() << std::endl;
        else
            return stop.stop_requested() ? 0 : klog::fatal(found.error());
    } while (sleepFor(10s, stop));
    return 0;
}
