// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/apps/v1/deployment.h"
#include "core/kubernetes/autoscaling/v1/scale.h"
#include "core/kubernetes/clientset.h"
#include "core/kubernetes/core/v1/namespace.h"
#include "core/kubernetes/core/v1/pod.h"
#include "core/kubernetes/events/v1/event.h"
#include "core/kubernetes/samplecontroller/v1alpha1/foo.h"
#include "tests/support/fixtures.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <set>

namespace clientset_test {

using namespace kube;
using kube::apps::v1::Deployment;
using kube::autoscaling::v1::Scale;
using kube::test::fixture;

namespace {

const char web[] = " /apis/apps/v1/namespaces/shop/deployments/web";
const char webJson[] = R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop","resourceVersion":"5",)"
                       R"("managedFields":[{"manager":"m"}]},"spec":{"replicas":3},"x-unknown":1.50})";

struct Fixture : kube::test::RestFixture {
    Clientset clientset{client, time};

    [[nodiscard]] auto deployments() { return clientset.appsV1().deployments("shop"); }
    /// The line and the body of the request that this call sends.
    template <typename T>
    QByteArray sent(Future<T> future)
    {
        time->run();
        const QByteArray line = server->exchanges.empty() ? QByteArray() : server->last().line() + ' ' + server->last().request.body;
        if (!future.isReady()) {
            server->last().answer(404, R"({"kind":"Status","status":"Failure","reason":"NotFound","code":404})");
            time->run();
        }
        return line;
    }
};

Deployment named(const char *name)
{
    Deployment deployment;
    deployment.metadata().name().set(name);
    return deployment;
}

} // namespace

class ClientsetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anObjectIsGotWithAllTheServerSent()
    {
        Fixture f;
        f.server->on(QByteArray("GET") + web, {200, webJson});
        const auto deployment = f.answer(f.deployments().get("web"));
        QVERIFY_RESULT(deployment);
        QCOMPARE(deployment->spec().replicas().value(), std::int64_t(3));
        QCOMPARE(deployment->metadata().managedFields()[0].manager().value(), std::string("m"));
        QCOMPARE(deployment->json(), std::string(webJson));
    }

    void anAnswerOfAnotherKindIsRefused()
    {
        Fixture f;
        f.server->on(QByteArray("GET") + web, {200, R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"}})"});
        QCOMPARE(f.answer(f.deployments().get("web")).error().kind, ErrorKind::BadInput);
    }

    void aListIsTypedItemByItem()
    {
        Fixture f;
        f.server->on("GET /api/v1/namespaces/shop/pods?labelSelector=app%3Dweb&limit=3", {200, fixture("kubernetes-1.36/list/pods-page1.json")});
        const auto pods = f.answer(f.clientset.coreV1().pods("shop").list({.labelSelector = "app=web", .limit = 3}));
        QVERIFY_RESULT(pods);
        QCOMPARE(pods->items.size(), std::size_t(3));
        QCOMPARE(pods->resourceVersion, std::string("377"));
        QCOMPARE(pods->remainingItemCount, std::optional<std::int64_t>(4));
        QVERIFY(!pods->continueToken.empty());
        for (const core::v1::Pod &pod : pods->items)
            QVERIFY(!pod.spec().containers()[0].image().value().empty());
    }

    void whatIsReadIsWrittenBackWhole()
    {
        Fixture f;
        auto deployment = *Deployment::decode(webJson);
        deployment.spec().replicas().set(4);
        const QByteArray expected = QByteArray(webJson).replace("\"replicas\":3", "\"replicas\":4");
        QCOMPARE(f.sent(f.deployments().update(deployment, {.fieldManager = "orrery"})), QByteArray("PUT") + web + "?fieldManager=orrery " + expected);
        QCOMPARE(f.sent(f.deployments().updateStatus(deployment)), QByteArray("PUT") + web + "/status " + expected);
        QCOMPARE(f.sent(f.deployments().update(deployment, {.subresource = "x"})), QByteArray("PUT") + web + "/x " + expected);
    }

    void verbsTakeTheirPaths()
    {
        Fixture f;
        const QByteArray json = R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"}})";
        QCOMPARE(f.sent(f.deployments().create(named("web"))), "POST /apis/apps/v1/namespaces/shop/deployments " + json);
        QCOMPARE(f.sent(f.deployments().patch("web", PatchType::Merge, "{}", {.subresource = "status"})), QByteArray("PATCH") + web + "/status {}");
        QCOMPARE(f.sent(f.deployments().apply(named("web"), {.fieldManager = "me"})), QByteArray("PATCH") + web + "?fieldManager=me&force=false " + json);
        QCOMPARE(f.sent(f.deployments().applyStatus(named("web"), {.fieldManager = "me", .force = true})),
                 QByteArray("PATCH") + web + "/status?fieldManager=me&force=true " + json);
        QCOMPARE(f.sent(f.deployments().remove("web")), QByteArray("DELETE") + web + R"( {"apiVersion":"v1","kind":"DeleteOptions"})");
        QCOMPARE(f.sent(f.deployments().removeCollection({.dryRun = DryRun::All}, {.labelSelector = "a=b"})),
                 QByteArray(R"(DELETE /apis/apps/v1/namespaces/shop/deployments?labelSelector=a%3Db {"apiVersion":"v1","kind":"DeleteOptions","dryRun":["All"]})"));
    }

    void clusterScopedKindsTakeNoNamespace()
    {
        Fixture f;
        QCOMPARE(f.sent(f.clientset.coreV1().namespaces().get("shop")), QByteArray("GET /api/v1/namespaces/shop "));
        core::v1::Namespace space;
        space.metadata().name().set("shop");
        QCOMPARE(f.sent(f.clientset.coreV1().namespaces().updateStatus(space)),
                 QByteArray(R"(PUT /api/v1/namespaces/shop/status {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"}})"));
    }

    void withoutANamespaceAnObjectsOwnIsTaken()
    {
        Fixture f;
        QCOMPARE(f.sent(f.clientset.samplecontrollerV1alpha1().foos("").list()), QByteArray("GET /apis/samplecontroller.k8s.io/v1alpha1/foos "));
        const auto deployment = *Deployment::decode(webJson);
        QVERIFY(f.sent(f.clientset.appsV1().deployments("").update(deployment)).startsWith(QByteArray("PUT") + web + ' '));
        QVERIFY(f.sent(f.clientset.appsV1().deployments("").create(deployment)).startsWith("POST /apis/apps/v1/namespaces/shop/deployments "));
    }

    void errorsAreTheServers()
    {
        Fixture f;
        f.server->on(QByteArray("PUT") + web, {409, fixture("kubernetes-1.36/errors/409-conflict.json")});
        QCOMPARE(f.answer(f.deployments().update(named("web"))).error().kind, ErrorKind::Conflict);
        QCOMPARE(f.answer(f.deployments().update(Deployment())).error().kind, ErrorKind::BadInput);
        QCOMPARE(f.answer(f.deployments().apply(named("web"), {})).error().kind, ErrorKind::BadInput);
    }

    void aScaleIsReadAndWritten()
    {
        Fixture f;
        f.server->on(QByteArray("GET") + web + "/scale", {200, fixture("kubernetes-1.36/scale/deployment-get.json")});
        f.server->on(QByteArray("PUT") + web + "/scale", {200, fixture("kubernetes-1.36/scale/deployment-patch.json")});
        auto scale = f.answer(f.deployments().getScale("web"));
        QVERIFY_RESULT(scale);
        QCOMPARE(scale->status().selector().value(), std::string("app=web"));
        scale->spec().replicas().set(6);
        const auto updated = f.answer(f.deployments().updateScale("web", *scale));
        QVERIFY_RESULT(updated);
        QCOMPARE(updated->spec().replicas().value(), std::int64_t(6));
        QCOMPARE(f.server->last().request.body,
                 fixture("kubernetes-1.36/scale/deployment-get.json").replace(R"("spec":{"replicas":5})", R"("spec":{"replicas":6})"));
    }

    void aWatchTellsOfTypedObjects()
    {
        Fixture f;
        std::string told;
        TypedWatchHandler<core::v1::Pod> handler;
        handler.event = [&](WatchFrame::Type, const core::v1::Pod &pod) { told = pod.spec().containers()[0].name().value(); };
        const auto watch = f.clientset.coreV1().pods("shop").watch({.resourceVersion = "1"}, std::move(handler));
        f.time->run();
        QCOMPARE(f.server->last().line(), QByteArray("GET /api/v1/namespaces/shop/pods?watch=true&resourceVersion=1"));
        f.server->last().head(200, {{"Content-Type", "application/json"}});
        f.server->last().data(R"({"type":"ADDED","object":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"name":"c"}]}}})");
        f.time->run();
        QCOMPARE(told, std::string("c"));
    }

    void answersEndAsCanceledWithTheClientset()
    {
        Fixture f;
        auto clientset = std::make_unique<Clientset>(f.client, f.time);
        auto answer = clientset->eventsV1().events("shop").get("e");
        f.time->run();
        clientset.reset();
        f.server->last().answer(200, R"({"kind":"Event","apiVersion":"events.k8s.io/v1","metadata":{"name":"e"}})");
        f.time->run();
        QVERIFY(answer.isReady());
        QCOMPARE(answer.take().error().kind, ErrorKind::Canceled);
    }

    void everyKindStandsInTheListOnce()
    {
        std::set<std::string> seen;
        for (const ApiKind *kind : apiKinds())
            QVERIFY(seen.insert(kind->gvr().toString()).second);
        QVERIFY(seen.contains("deployments.apps") && seen.contains("events") && seen.contains("events.events.k8s.io") && seen.contains("foos.samplecontroller.k8s.io"));
        QVERIFY(core::v1::Namespace::api.isNamespaced == false && core::v1::Namespace::api.hasDeleteCollection == false);
    }
};

ORRERY_GUILESS_TEST(ClientsetTest)
} // namespace clientset_test
#include "clientset_test.moc"
