// SPDX-License-Identifier: Apache-2.0
// A Deployment created, updated, listed and deleted through the typed client; Return leads from step to step.
// Source: client-go examples/create-update-delete-deployment.
#include "core/base/await.h"
#include "core/base/retry_on_conflict.h"
#include "core/examples/support/flags.h"
#include "core/examples/support/home_dir.h"
#include "core/examples/support/klog.h"
#include "core/examples/support/prompt.h"
#include "core/kubeconfig/build_config.h"
#include "core/kubernetes/apps/v1/deployment.h"
#include "core/kubernetes/clientset.h"

#include <QCoreApplication>

using namespace kube;
using namespace kube::examples;
using kube::apps::v1::Deployment;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    std::string kubeconfig;
    std::string master;
    Flags flags;
    flags.stringVar(&kubeconfig, "kubeconfig", homeKubeconfig(), "the kubeconfig file");
    flags.stringVar(&master, "master", "", "the address of the API server, instead of the kubeconfig's");
    flags.parse(argc, argv);
    EventLoop loop;

    const auto config = buildConfigFromFlags(master, kubeconfig, loop);
    if (!config)
        return klog::fatal(config.error());
    const auto made = Clientset::forConfig(*config, loop);
    if (!made)
        return klog::fatal(made.error());
    Clientset &clientset = **made;

    const auto deploymentsClient = clientset.appsV1().deployments("default");

    const Deployment deployment;
    deployment.metadata().name().set("demo-deployment");
    deployment.spec().replicas().set(2);
    deployment.spec().selector().matchLabels()["app"].set("demo");
    const auto podTemplate = deployment.spec().template_();
    podTemplate.metadata().labels()["app"].set("demo");
    const auto container = podTemplate.spec().containers().append();
    container.name().set("web");
    container.image().set("nginx:1.12");
    const auto port = container.ports().append();
    port.name().set("http");
    port.protocol().set("TCP");
    port.containerPort().set(80);

    // Create Deployment
    std::cout << "Creating deployment..." << std::endl;
    const auto result = await(deploymentsClient.create(deployment));
    if (!result)
        return klog::fatal(result.error());
    std::cout << "Created deployment \"" << result->metadata().name().value() << "\"." << std::endl;

    // Update Deployment
    prompt();
    std::cout << "Updating deployment..." << std::endl;
    // The object created above could be changed and written as it is: the update would then undo what others, such as
    // the deployment controller, have changed meanwhile. So the latest version is read, changed and written, and all of
    // that again when somebody was faster, which the server tells by a conflict.
    const auto updated = retryOnConflict(defaultRetry, [&]() -> Result<Deployment> {
        auto latest = await(deploymentsClient.get("demo-deployment"));
        if (!latest)
            return latest;
        latest->spec().replicas().set(1);
        latest->spec().template_().spec().containers()[0].image().set("nginx:1.13");
        return await(deploymentsClient.update(*latest));
    });
    if (!updated)
        return klog::fatal(updated.error(), "Update failed");
    std::cout << "Updated deployment..." << std::endl;

    // List Deployments
    prompt();
    std::cout << "Listing deployments in namespace \"default\":" << std::endl;
    const auto list = await(deploymentsClient.list());
    if (!list)
        return klog::fatal(list.error());
    for (const Deployment &d : list->items)
        std::cout << " * " << d.metadata().name().value() << " (" << d.spec().replicas().value() << " replicas)" << std::endl;

    // Delete Deployment
    prompt();
    std::cout << "Deleting deployment..." << std::endl;
    DeleteOptions options;
    options.propagation = Propagation::Foreground;
    if (const auto deleted = await(deploymentsClient.remove("demo-deployment", options)); !deleted)
        return klog::fatal(deleted.error());
    std::cout << "Deleted deployment." << std::endl;
    return 0;
}
