// SPDX-License-Identifier: Apache-2.0
// A Deployment created, updated, listed and deleted as JSON, without types; Return leads from step to step.
// Source: client-go examples/dynamic-create-update-delete-deployment.
#include "core/base/await.h"
#include "core/base/retry_on_conflict.h"
#include "core/dynamic/dynamic_client.h"
#include "core/examples/support/flags.h"
#include "core/examples/support/home_dir.h"
#include "core/examples/support/klog.h"
#include "core/examples/support/prompt.h"
#include "core/kubeconfig/build_config.h"
#include "core/object/json_edit.h"

#include <QCoreApplication>

using namespace kube;
using namespace kube::examples;

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

    const std::string space = "default";
    const auto config = buildConfigFromFlags(master, kubeconfig, loop);
    if (!config)
        return klog::fatal(config.error());
    const auto made = DynamicClient::forConfig(*config, loop);
    if (!made)
        return klog::fatal(made.error());
    DynamicClient &client = **made;

    const GroupVersionResource deploymentRes{"apps", "v1", "deployments"};

    const QByteArray deployment = R"({
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "demo-deployment"},
        "spec": {
            "replicas": 2,
            "selector": {"matchLabels": {"app": "demo"}},
            "template": {
                "metadata": {"labels": {"app": "demo"}},
                "spec": {
                    "containers": [{
                        "name": "web",
                        "image": "nginx:1.12",
                        "ports": [{"name": "http", "protocol": "TCP", "containerPort": 80}]
                    }]
                }
            }
        }
    })";

    // Create Deployment
    std::cout << "Creating deployment..." << std::endl;
    const auto reply = await(client.create(deploymentRes, {space, {}}, deployment));
    if (!reply)
        return klog::fatal(reply.error());
    const auto result = reply->object();
    if (!result)
        return klog::fatal(result.error());
    std::cout << "Created deployment \"" << (*result)->key().name << "\"." << std::endl;

    // Update Deployment
    prompt();
    std::cout << "Updating deployment..." << std::endl;
    // The object created above could be changed and written as it is: the update would then undo what others, such as
    // the deployment controller, have changed meanwhile. So the latest version is read, changed and written, and all of
    // that again when somebody was faster, which the server tells by a conflict.
    const auto updated = retryOnConflict(defaultRetry, [&]() -> Result<ObjectReply> {
        auto latest = await(client.get(deploymentRes, {space, "demo-deployment"}));
        if (!latest)
            return latest;
        std::string json = latest->json.toStdString();
        json = withJson(json, {"spec", "replicas"}, "1");
        json = withJson(json, {"spec", "template", "spec", "containers", std::size_t(0), "image"}, R"("nginx:1.13")");
        return await(client.update(deploymentRes, {space, "demo-deployment"}, QByteArray::fromStdString(json)));
    });
    if (!updated)
        return klog::fatal(updated.error(), "update failed");
    std::cout << "Updated deployment..." << std::endl;

    // List Deployments
    prompt();
    std::cout << "Listing deployments in namespace \"" << space << "\":" << std::endl;
    const auto list = await(client.list(deploymentRes, space, {}));
    if (!list)
        return klog::fatal(list.error());
    for (const ObjectPtr &d : list->items) {
        d->read([&](JsonValue root) {
            if (const auto replicas = root["spec"]["replicas"].integer())
                std::cout << " * " << d->key().name << " (" << *replicas << " replicas)" << std::endl;
            else
                std::cout << " * " << d->key().name << " (its replicas are not said)" << std::endl;
        });
    }

    // Delete Deployment
    prompt();
    std::cout << "Deleting deployment..." << std::endl;
    DeleteOptions options;
    options.propagation = Propagation::Foreground;
    if (const auto deleted = await(client.remove(deploymentRes, {space, "demo-deployment"}, options)); !deleted)
        return klog::fatal(deleted.error());
    std::cout << "Deleted deployment." << std::endl;
    return 0;
}
