// SPDX-License-Identifier: Apache-2.0
// Recorded objects, seen as their types: nothing is lost, and what is written is all that changes.
#include "core/kubernetes/apiextensions/v1/custom_resource_definition.h"
#include "core/kubernetes/apps/v1/deployment.h"
#include "core/kubernetes/apps/v1/replica_set.h"
#include "core/kubernetes/batch/v1/job.h"
#include "core/kubernetes/coordination/v1/lease.h"
#include "core/kubernetes/core/v1/config_map.h"
#include "core/kubernetes/core/v1/event.h"
#include "core/kubernetes/core/v1/namespace.h"
#include "core/kubernetes/core/v1/node.h"
#include "core/kubernetes/core/v1/pod.h"
#include "core/kubernetes/core/v1/secret.h"
#include "core/kubernetes/core/v1/service.h"
#include "core/kubernetes/events/v1/event.h"
#include "core/kubernetes/samplecontroller/v1alpha1/foo.h"
#include "core/object/object_decoder.h"
#include "core/object/patch.h"
#include "core/rest/watch_decoder.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace typed_object_test {

using namespace kube;
using kube::test::fixture;

namespace {

/// The objects of a recorded list, of one object, or of a watch's events, as bytes.
std::vector<std::string> objectsOf(const char *file)
{
    const std::string bytes = fixture((QByteArray("kubernetes-1.36/") + file).constData()).toStdString();
    std::vector<std::string> objects;
    if (QByteArray(file).endsWith(".ndjson")) {
        WatchDecoder decoder;
        decoder.feed(bytes);
        for (auto frame = decoder.next(); frame && *frame; frame = decoder.next()) {
            if ((*frame)->type != WatchFrame::Type::Bookmark && (*frame)->type != WatchFrame::Type::Error)
                objects.emplace_back((*frame)->object);
        }
    } else if (findJson(bytes, {"items"})) {
        for (std::size_t i = 0; const auto item = findJson(bytes, {"items", i}); ++i)
            objects.emplace_back(*item);
    } else {
        objects.push_back(bytes);
    }
    return objects;
}

/// Sets every value of a document, its inner ones first, to what it is.
void rewrite(View view)
{
    std::vector<View> inner;
    view.read([&](JsonValue value) {
        value.forEachMember([&](std::string_view name, JsonValue) { inner.emplace_back(view, std::string(name)); });
        value.forEachItem([&](JsonValue) { inner.emplace_back(view, inner.size()); });
    });
    for (const View &one : inner)
        rewrite(one);
    if (view.exists())
        view.set(view);
}

/// Each object of the file as Kind: rewritten it is the same bytes; after change, patch alone is the difference.
template <typename Kind>
bool survives(const char *file, const std::function<void(Kind &)> &change, const std::string &patch)
{
    const auto objects = objectsOf(file);
    for (const std::string &bytes : objects) {
        const auto object = decodeObject(bytes, Kind::api.gvk());
        if (!object || (*object)->gvk() != Kind::api.gvk())
            return false;
        const std::string before = (*object)->json();
        Kind typed(*object);
        rewrite(typed);
        if (typed.json() != before || typed.key() != (*object)->key())
            return false;
        change(typed);
        const auto difference = makeMergePatch(before, typed.json());
        if (!difference || *difference != patch) {
            qWarning("%s: %s", file, difference ? difference->c_str() : "no JSON");
            return false;
        }
        if ((*object)->json() != before)
            return false;
    }
    return !objects.empty();
}

} // namespace

class TypedObjectTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void recordedObjectsSurviveWriting()
    {
        using namespace kube::core::v1;
        QVERIFY(survives<apps::v1::Deployment>("list/deployments.json", [](auto &o) { o.spec().replicas().set(77); }, R"({"spec":{"replicas":77}})"));
        QVERIFY(survives<apps::v1::ReplicaSet>("list/replicasets.json", [](auto &o) { o.status().readyReplicas().set(77); }, R"({"status":{"readyReplicas":77}})"));
        QVERIFY(survives<batch::v1::Job>("list/jobs.json", [](auto &o) { o.spec().suspend().set(true); }, R"({"spec":{"suspend":true}})"));
        QVERIFY(survives<ConfigMap>("list/configmaps.json", [](auto &o) { o.data()["new"].set("x"); }, R"({"data":{"new":"x"}})"));
        QVERIFY(survives<Secret>("list/secrets.json", [](auto &o) { o.metadata().labels()["new"].set("x"); }, R"({"metadata":{"labels":{"new":"x"}}})"));
        QVERIFY(survives<Service>("list/services.json", [](auto &o) { o.spec().type().set("NodePort"); }, R"({"spec":{"type":"NodePort"}})"));
        QVERIFY(survives<Namespace>("list/namespaces.json", [](auto &o) { o.status().phase().set("New"); }, R"({"status":{"phase":"New"}})"));
        QVERIFY(survives<Node>("list/nodes.json", [](auto &o) { o.spec().unschedulable().set(true); }, R"({"spec":{"unschedulable":true}})"));
        QVERIFY(survives<Event>("events/core-v1.json", [](auto &o) { o.message().set("x"); }, R"({"message":"x"})"));
        QVERIFY(survives<events::v1::Event>("events/events-v1.json", [](auto &o) { o.note().set("x"); }, R"({"note":"x"})"));
        QVERIFY(survives<coordination::v1::Lease>("lease/list.json", [](auto &o) { o.spec().leaseDurationSeconds().set(77); }, R"({"spec":{"leaseDurationSeconds":77}})"));
        QVERIFY(survives<coordination::v1::Lease>("lease/list-node-leases.json", [](auto &o) { o.spec().holderIdentity().set("x"); }, R"({"spec":{"holderIdentity":"x"}})"));
        QVERIFY(survives<apiextensions::v1::CustomResourceDefinition>("crd/crd.json", [](auto &o) { o.spec().names().singular().set("x"); }, R"({"spec":{"names":{"singular":"x"}}})"));
        QVERIFY(survives<samplecontroller::v1alpha1::Foo>("crd/foos.json", [](auto &o) { o.spec().deploymentName().set("x"); }, R"({"spec":{"deploymentName":"x"}})"));
    }

    void recordedPodsSurviveWriting_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char *file : {"list/pods-page1.json", "list/pods-page2.json", "list/pods-page3-last.json", "list/pods-rv0.json", "watch/pod-lifecycle.ndjson"})
            QTest::newRow(file) << QByteArray(file);
    }
    void recordedPodsSurviveWriting()
    {
        QFETCH(QByteArray, file);
        QVERIFY(survives<core::v1::Pod>(file.constData(), [](auto &pod) { pod.spec().hostname().set("x"); }, R"({"spec":{"hostname":"x"}})"));
    }

    void recordedFieldsReadAsTheirTypes()
    {
        const auto object = decodeObject(objectsOf("list/deployments.json").front(), apps::v1::Deployment::api.gvk());
        const apps::v1::Deployment deployment(*object);
        QCOMPARE(deployment.metadata().namespace_().value(), (*object)->key().namespaceName);
        QVERIFY(deployment.metadata().creationTimestamp().get());
        QVERIFY(deployment.spec().strategy().rollingUpdate().maxSurge().get());
        QVERIFY(!deployment.spec().selector().matchLabels().isEmpty());
        QVERIFY(!deployment.spec().template_().spec().containers()[0].image().value().empty());
        QVERIFY(!deployment.status().conditions()[0].type().value().empty());

        const auto crd = apiextensions::v1::CustomResourceDefinition::decode(objectsOf("crd/crd.json").front());
        QVERIFY(crd);
        QCOMPARE(crd->spec().names().kind().value(), std::string("Gadget"));
        const auto schema = crd->spec().versions()[0].schema().openAPIV3Schema();
        QCOMPARE(schema.properties()["spec"].type().value(), std::string("object"));
    }

    void unknownFieldsAndSpellingsSurvive()
    {
        const std::string json = R"({ "kind":"Deployment","apiVersion":"apps/v1", "x-new":{"a":1.0e2},
  "spec":{"replicas" : 1.0, "future":[null,"<"],"paused":false}})";
        auto deployment = apps::v1::Deployment::decode(json);
        QVERIFY(deployment);
        deployment->spec().replicas().set(2);
        deployment->spec().paused().remove();
        std::string expected = json;
        expected.replace(expected.find("1.0,"), 3, "2");
        expected.erase(expected.find(",\"paused\""), std::string(",\"paused\":false").size());
        QCOMPARE(deployment->json(), expected);
    }

    void anotherKindIsRefused()
    {
        QCOMPARE(apps::v1::Deployment::decode(R"({"apiVersion":"v1","kind":"Pod"})").error().kind, ErrorKind::BadInput);
        QCOMPARE(apps::v1::Deployment::decode(R"({"apiVersion":"apps/v1beta1","kind":"Deployment"})").error().message,
                 QStringLiteral("not a Deployment of apps/v1 but Deployment of apps/v1beta1"));
        for (const char *const none : {"[]", "{}", R"({"kind":"Deployment","apiVersion":null})"}) {
            const auto refused = apps::v1::Deployment::decode(none);
            QCOMPARE(refused.error().kind, ErrorKind::BadInput);
            QCOMPARE(refused.error().message, QStringLiteral("not a Deployment of apps/v1: it is no object with kind and apiVersion"));
        }
        QCOMPARE(apps::v1::Deployment::decode("{").error().kind, ErrorKind::BadInput);
    }

    void anObjectIsMadeOfWhatIsThereNow()
    {
        samplecontroller::v1alpha1::Foo foo;
        QCOMPARE(foo.toObject().error().kind, ErrorKind::BadInput);
        foo.metadata().name().set("one");
        foo.metadata().namespace_().set("shop");
        const auto object = foo.toObject();
        QVERIFY(object);
        QCOMPARE((*object)->key(), (ObjectKey{"shop", "one"}));
        QCOMPARE((*object)->gvk(), samplecontroller::v1alpha1::Foo::api.gvk());
        foo.metadata().name().set("two");
        QCOMPARE((*object)->key().name, std::string("one"));
    }
};

ORRERY_GUILESS_TEST(TypedObjectTest)
} // namespace typed_object_test
#include "typed_object_test.moc"
