// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/foo_operator.h"
#include "app/demo/sim/resources.h"

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;
using kube::Future;
using kube::ObjectKey;

namespace {

const kube::GroupVersionResource fooResource{"samplecontroller.k8s.io", "v1alpha1", "foos"};
const std::string controllerName = "foo";
constexpr int workers = 2;

std::string deploymentOf(const kube::Object &foo)
{
    std::string name;
    foo.read([&name](kube::JsonValue root) { name = root["spec"]["deploymentName"].string(); });
    return name;
}

} // namespace

FooOperator::FooOperator(SimClient &client)
    : m_client(client), m_foos(client.informer(fooResource, "Foo")), m_deployments(client.informer(deploymentResource, "Deployment")),
      m_loop(controllerName, client.executor(), client.scheduler(), workers, [this](const ObjectKey &key) { return reconcile(key); }, client.metrics())
{
    client.told().setWorkers(controllerName, workers);
    kube::ResourceEventHandlers foos;
    foos.onAdd = [this](const kube::ObjectPtr &object, bool) { m_loop.add(object->key()); };
    foos.onUpdate = [this](const kube::ObjectPtr &, const kube::ObjectPtr &now) { m_loop.add(now->key()); };
    kube::ResourceEventHandlers deployments;
    const auto changed = [this](const kube::Object &deployment) {
        for (const kube::ObjectPtr &foo : m_foos.indexer().list()) {
            if (foo->key().namespaceName == deployment.key().namespaceName && deploymentOf(*foo) == deployment.key().name)
                m_loop.add(foo->key());
        }
    };
    deployments.onAdd = [changed](const kube::ObjectPtr &object, bool) { changed(*object); };
    deployments.onUpdate = [changed](const kube::ObjectPtr &, const kube::ObjectPtr &now) { changed(*now); };
    if (auto registered = m_foos.addEventHandler(client.told().timed(fooResource, std::move(foos))))
        m_handlers.push_back(std::move(*registered));
    if (auto registered = m_deployments.addEventHandler(client.told().timed(deploymentResource, std::move(deployments))))
        m_handlers.push_back(std::move(*registered));
}

Future<bool> FooOperator::reconcile(const ObjectKey &key)
{
    m_client.told().beganReconcile(controllerName);
    return kube::then(report(key), m_client.owner(), [this](kube::Result<bool> result) {
        m_client.told().endedReconcile(controllerName, result && *result ? "success" : "error");
        return result;
    });
}

Future<bool> FooOperator::report(const ObjectKey &key)
{
    const kube::ObjectPtr foo = m_foos.indexer().getByKey(key);
    if (!foo)
        return done();
    if (!m_deployments.hasSynced())
        return Future<bool>::ready(false);
    const std::string name = deploymentOf(*foo);
    const kube::ObjectPtr deployment = m_deployments.indexer().getByKey({key.namespaceName, name});
    if (!deployment) {
        m_client.record(documentOf(*foo), u"Warning"_s, u"ErrDeploymentMissing"_s, u"Deployment \"%1\" not found"_s.arg(QString::fromStdString(name)), u"foo-operator"_s);
        return Future<bool>::ready(false);
    }
    const auto available = documentOf(*deployment).value("status"_L1).toObject().value("availableReplicas"_L1).toInteger(0);
    if (documentOf(*foo).value("status"_L1).toObject().value("availableReplicas"_L1).toInteger(-1) == available)
        return done();
    return m_client.mergePatch(fooResource, key, {{"status"_L1, QJsonObject{{"availableReplicas"_L1, available}}}}, "status");
}

} // namespace orrery::demo
