// SPDX-License-Identifier: Apache-2.0
#include "core/informers/typed_informer_factory.h"
#include "core/kubernetes/apps/v1/deployment.h"
#include "core/kubernetes/core/v1/namespace.h"
#include "core/kubernetes/samplecontroller/v1alpha1/foo.h"
#include "tests/support/fixtures.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <set>

namespace typed_informer_test {

using namespace kube;
using kube::apps::v1::Deployment;
using kube::apps::v1::DeploymentInformer;
using kube::samplecontroller::v1alpha1::Foo;
using kube::test::fixture;

namespace {

struct Fixture : kube::test::RestFixture {
    SharedInformerFactory shared{typedListerWatchers(client, time), time, *time, [] { return 0.5; }};
    TypedInformerFactory factory{shared};

    /// The list that an informer asks for first gets this answer.
    void serve(const char *path, const char *file)
    {
        transportOf(path, fixture((QByteArray("kubernetes-1.36/") + file).constData()));
    }
    void start()
    {
        shared.start();
        time->advance(std::chrono::milliseconds(10));
    }
    /// Answers the open list of path; the reflector may have asked for a WatchList before, which is refused.
    void transportOf(const char *path, const QByteArray &body) { m_bodies[path] = body; }
    void answerLists()
    {
        for (int turn = 0; turn < 20; ++turn) {
            for (std::size_t i = 0; i < server->exchanges.size(); ++i) {
                const auto exchange = server->exchanges[i];
                const QByteArray line = exchange->line();
                if (!exchange->isOpen() || line.contains("watch=true") || !m_answered.insert(exchange.get()).second)
                    continue;
                exchange->answer(200, m_bodies.value(line.mid(4).split('?').first()), {{"Content-Type", "application/json"}});
            }
            for (const auto &exchange : server->exchanges) {
                if (exchange->isOpen() && exchange->line().contains("sendInitialEvents=true"))
                    exchange->answer(422, R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Invalid","code":422})", {{"Content-Type", "application/json"}});
            }
            time->advance(std::chrono::milliseconds(10));
        }
    }

private:
    QHash<QByteArray, QByteArray> m_bodies;
    std::set<const void *> m_answered;
};

} // namespace

class TypedInformerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aListerGivesTypedObjectsByNamespace()
    {
        Fixture f;
        f.serve("/apis/apps/v1/deployments", "list/deployments.json");
        f.serve("/apis/samplecontroller.k8s.io/v1alpha1/foos", "crd/foos.json");
        const DeploymentInformer deployments = f.factory.apps().v1().deployments();
        const TypedInformer<Foo> foos = f.factory.samplecontroller().v1alpha1().foos();
        f.start();
        f.answerLists();
        QVERIFY(deployments.informer().hasSynced() && foos.informer().hasSynced());

        const auto all = deployments.lister().list();
        QVERIFY(!all.empty());
        const ObjectKey key = all.front().key();
        const auto one = deployments.lister().byNamespace(key.namespaceName).get(key.name);
        QVERIFY_RESULT(one);
        QVERIFY(one->spec().replicas().get());
        QCOMPARE(one->toObject().value()->gvk(), Deployment::api.gvk());
        QVERIFY(deployments.lister().byNamespace("nowhere").list().empty());
        QCOMPARE(deployments.lister().byNamespace(key.namespaceName).list().size(), all.size());
        QVERIFY(!foos.lister().list().front().spec().deploymentName().value().empty());
    }

    void whatIsNotThereIsNotFoundAsTheServerSaysIt()
    {
        Fixture f;
        const DeploymentInformer deployments = f.factory.apps().v1().deployments();
        const auto missing = deployments.lister().byNamespace("shop").get("none");
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QCOMPARE(missing.error().message, QStringLiteral("deployments.apps \"none\" not found"));
        QCOMPARE(deployments.lister().get({"shop", "none"}).error().kind, ErrorKind::NotFound);
    }

    void writingToWhatAListerGaveLeavesTheCacheAlone()
    {
        Fixture f;
        f.serve("/apis/apps/v1/deployments", "list/deployments.json");
        const DeploymentInformer deployments = f.factory.apps().v1().deployments();
        f.start();
        f.answerLists();
        const Deployment mine = deployments.lister().list().front();
        const auto before = mine.spec().replicas().value();
        mine.spec().replicas().set(before + 1);
        QCOMPARE(deployments.lister().get(mine.key())->spec().replicas().value(), before);
    }

    void metadataAloneIsFollowedAsWell()
    {
        Fixture f;
        InformerKey key{Deployment::api.gvr(), "shop", "app=web", {}, InformerKey::Form::Metadata};
        const auto handle = f.shared.informerFor(key);
        f.transportOf("/apis/apps/v1/namespaces/shop/deployments", R"({"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"7"},
            "items":[{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{"name":"web","namespace":"shop","uid":"u","resourceVersion":"5"}}]})");
        f.start();
        for (const auto &exchange : f.server->exchanges) {
            QVERIFY(exchange->header("Accept").contains("as=PartialObjectMetadata"));
            QVERIFY(exchange->line().contains("labelSelector=app%3Dweb&"));
        }
        f.answerLists();
        QVERIFY(handle->hasSynced());
        const ObjectPtr object = handle->indexer().getByKey({"shop", "web"});
        QVERIFY(object);
        QCOMPARE(object->uid(), std::string_view("u"));
    }

    void informersAreSharedWithinAScope()
    {
        Fixture f;
        const DeploymentInformer first = f.factory.apps().v1().deployments();
        const DeploymentInformer second = f.factory.apps().v1().deployments();
        const TypedInformerFactory scoped({&f.shared, "shop", "app=web", {}});
        const DeploymentInformer third = scoped.apps().v1().deployments();
        QCOMPARE(&first.informer(), &second.informer());
        QVERIFY(&first.informer() != &third.informer());
        const auto namespaces = scoped.core().v1().namespaces();
        std::string keys;
        f.shared.forEach([&](const InformerKey &key, const SharedIndexInformer &, std::size_t users) {
            keys += key.toString() + " " + std::to_string(users) + "; ";
        });
        QCOMPARE(keys, std::string("namespaces v1 (app=web) 1; deployments.apps v1 2; deployments.apps v1 in shop (app=web) 1; "));
    }
};

ORRERY_GUILESS_TEST(TypedInformerTest)
} // namespace typed_informer_test
#include "typed_informer_test.moc"
