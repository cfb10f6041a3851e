// SPDX-License-Identifier: Apache-2.0
// Every verb of the dynamic client on single objects.
#include "core/dynamic/dynamic_client.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

namespace dynamic_cluster_test {

using namespace kube;
using kube::test::ClusterClient;
using kube::test::json;
using kube::test::patience;
using kube::test::TestNamespace;
using kube::test::textAt;

namespace {

const GroupVersionResource configMaps{"", "v1", "configmaps"};
const GroupVersionResource pods{"", "v1", "pods"};
const GroupVersionResource deployments{"apps", "v1", "deployments"};
const GroupVersionResource definitions{"apiextensions.k8s.io", "v1", "customresourcedefinitions"};

QByteArray configMap(const char *value, const QByteArray &meta = {})
{
    return json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'one'") + meta + json("},'data':{'key':'") + value + json("'}}");
}

struct Fixture : ClusterClient {
    DynamicClient dynamic{*rest, executor};
    TestNamespace space;
    ObjectKey key{space.name().toStdString(), "one"};

    [[nodiscard]] Result<ObjectReply> get(const GroupVersionResource &resource = configMaps)
    {
        return answer(dynamic.get(resource, key));
    }
    [[nodiscard]] Result<ObjectReply> create(const char *value, const QByteArray &meta = {})
    {
        return answer(dynamic.create(configMaps, key, configMap(value, meta)));
    }
};

std::string dataOf(const Result<ObjectReply> &reply)
{
    return reply ? textAt(reply->json, "data.key") : reply.error().toString().toStdString();
}

} // namespace

class DynamicClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anObjectIsCreatedOnce()
    {
        Fixture f;
        const auto created = f.create("a");
        QVERIFY_RESULT(created);
        QVERIFY(created->created);
        const auto object = created->object();
        QVERIFY_RESULT(object);
        QCOMPARE((*object)->key(), f.key);
        QVERIFY(!(*object)->uid().empty());
        QVERIFY(!(*object)->resourceVersion().empty());
        const auto again = f.create("a");
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::AlreadyExists);
        QVERIFY(again.error().status && again.error().status->name == QLatin1String("one"));
        QCOMPARE(dataOf(f.get()), std::string("a"));
    }

    void aNameIsMadeByTheServer()
    {
        Fixture f;
        const auto created = f.answer(f.dynamic.create(configMaps, {f.key.namespaceName, ""},
                                                       json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'generateName':'made-'}}")));
        QVERIFY_RESULT(created);
        QVERIFY((*created->object())->key().name.starts_with("made-"));
    }

    void anUpdateReplacesTheWholeObjectUnlessItIsStale()
    {
        Fixture f;
        const auto created = f.create("a");
        QVERIFY_RESULT(created);
        QByteArray changed = created->json;
        changed.replace(json("'key':'a'"), json("'key':'b'"));
        const auto updated = f.answer(f.dynamic.update(configMaps, f.key, changed, {.fieldManager = "alice"}));
        QVERIFY_RESULT(updated);
        QVERIFY(!updated->created);
        QCOMPARE(dataOf(updated), std::string("b"));
        QVERIFY((*updated->object())->resourceVersion() != (*created->object())->resourceVersion());
        QVERIFY(updated->json.contains(json("'manager':'alice'")));

        const auto stale = f.answer(f.dynamic.update(configMaps, f.key, created->json));
        QVERIFY(!stale);
        QCOMPARE(stale.error().kind, ErrorKind::Conflict);
        QVERIFY(stale.error().message.contains(QStringLiteral("the object has been modified")));
        QCOMPARE(dataOf(f.get()), std::string("b"));
    }

    void everyKindOfPatchIsUnderstood()
    {
        Fixture f;
        QVERIFY_RESULT(f.create("a"));
        QCOMPARE(dataOf(f.answer(f.dynamic.patch(configMaps, f.key, PatchType::Merge, json("{'data':{'key':'b'}}")))), std::string("b"));
        const QByteArray tested = json("[{'op':'test','path':'/data/key','value':'b'},{'op':'replace','path':'/data/key','value':'c'}]");
        QCOMPARE(dataOf(f.answer(f.dynamic.patch(configMaps, f.key, PatchType::Json, tested))), std::string("c"));
        const auto untrue = f.answer(f.dynamic.patch(configMaps, f.key, PatchType::Json, tested));
        QVERIFY(!untrue);
        QCOMPARE(untrue.error().kind, ErrorKind::Invalid);
        QCOMPARE(dataOf(f.answer(f.dynamic.patch(configMaps, f.key, PatchType::Strategic, json("{'data':{'key':'d'}}")))), std::string("d"));
        const auto removed = f.answer(f.dynamic.patch(configMaps, f.key, PatchType::Merge, json("{'data':{'key':null}}")));
        QVERIFY_RESULT(removed);
        QCOMPARE(dataOf(removed), std::string());
        const auto bad = f.answer(f.dynamic.patch(configMaps, f.key, PatchType::Merge, json("{'data':[]}")));
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::Invalid);
    }

    void aStrategicPatchMergesListsByTheirKeys()
    {
        Fixture f;
        QVERIFY(f.space.apply("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: one}\n"
                              "spec: {replicas: 0, selector: {matchLabels: {app: one}}, template: {metadata: {labels: {app: one}},\n"
                              "  spec: {containers: [{name: first, image: a}, {name: second, image: b}]}}}\n"));
        const QByteArray patch = json("{'spec':{'template':{'spec':{'containers':[{'name':'second','image':'new'}]}}}}");
        const auto patched = f.answer(f.dynamic.patch(deployments, f.key, PatchType::Strategic, patch));
        QVERIFY_RESULT(patched);
        QVERIFY(patched->json.contains(json("'image':'a'")) && patched->json.contains(json("'image':'new'")));
        QVERIFY(!patched->json.contains(json("'image':'b'")));
        const auto custom = f.answer(f.dynamic.patch({"there.is", "v1", "none"}, f.key, PatchType::Strategic, "{}"));
        QVERIFY(!custom);
        QCOMPARE(custom.error().kind, ErrorKind::NotFound);
    }

    void appliedFieldsHaveOneOwner()
    {
        Fixture f;
        const auto first = f.answer(f.dynamic.apply(configMaps, f.key, configMap("a"), {.fieldManager = "alice"}));
        QVERIFY_RESULT(first);
        QVERIFY(first->created);
        const auto second = f.answer(f.dynamic.apply(configMaps, f.key, configMap("b"), {.fieldManager = "bob"}));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        QVERIFY(second.error().status && second.error().status->hasCause(u"FieldManagerConflict"));
        QVERIFY(second.error().message.contains(QStringLiteral("alice")));
        const auto forced = f.answer(f.dynamic.apply(configMaps, f.key, configMap("b"), {.fieldManager = "bob", .force = true}));
        QVERIFY_RESULT(forced);
        QVERIFY(!forced->created);
        QCOMPARE(dataOf(forced), std::string("b"));
    }

    void aDryRunChangesNothing()
    {
        Fixture f;
        QVERIFY_RESULT(f.answer(f.dynamic.create(configMaps, f.key, configMap("a"), {.dryRun = DryRun::All})));
        QCOMPARE(f.get().error().kind, ErrorKind::NotFound);
        QVERIFY_RESULT(f.create("a"));
        QCOMPARE(dataOf(f.answer(f.dynamic.patch(configMaps, f.key, PatchType::Merge, json("{'data':{'key':'b'}}"), {.dryRun = DryRun::All}))), std::string("b"));
        const auto applied = f.answer(f.dynamic.apply(configMaps, f.key, configMap("c"), {.fieldManager = "x", .dryRun = DryRun::All, .force = true}));
        QCOMPARE(dataOf(applied), std::string("c"));
        QVERIFY_RESULT(f.answer(f.dynamic.remove(configMaps, f.key, {.dryRun = DryRun::All})));
        QCOMPARE(dataOf(f.get()), std::string("a"));
    }

    void theStatusIsASubresource()
    {
        Fixture f;
        QVERIFY(f.space.apply("apiVersion: v1\nkind: Pod\nmetadata: {name: one, annotations: {orrery.test/state: manual}}\n"
                              "spec: {containers: [{name: c, image: i}]}\n"));
        const QByteArray patch = json("{'status':{'phase':'Failed','reason':'Tried'}}");
        const auto plain = f.answer(f.dynamic.patch(pods, f.key, PatchType::Merge, patch));
        QVERIFY_RESULT(plain);
        QCOMPARE(textAt(plain->json, "status.reason"), std::string());
        const auto status = f.answer(f.dynamic.patch(pods, f.key, PatchType::Merge, patch, {.subresource = "status"}));
        QVERIFY_RESULT(status);
        QCOMPARE(textAt(status->json, "status.reason"), std::string("Tried"));
        const auto read = f.answer(f.dynamic.get(pods, f.key, "status"));
        QVERIFY_RESULT(read);
        QCOMPARE(textAt(read->json, "status.phase"), std::string("Failed"));
    }

    void theScaleIsASubresource()
    {
        Fixture f;
        QVERIFY(f.space.apply("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: one}\n"
                              "spec: {replicas: 0, selector: {matchLabels: {app: one}}, template: {metadata: {labels: {app: one}},\n"
                              "  spec: {containers: [{name: first, image: a}]}}}\n"));
        const auto scale = f.answer(f.dynamic.get(deployments, f.key, "scale"));
        QVERIFY_RESULT(scale);
        QCOMPARE(textAt(scale->json, "kind"), std::string("Scale"));
        QVERIFY_RESULT(f.answer(f.dynamic.patch(deployments, f.key, PatchType::Merge, json("{'spec':{'replicas':1}}"), {.subresource = "scale"})));
        QVERIFY(f.get(deployments)->json.contains(json("'replicas':1")));
    }

    void aDeletionIsBoundToWhatWasSeen()
    {
        Fixture f;
        const auto created = f.create("a");
        QVERIFY_RESULT(created);
        const auto object = created->object();
        QVERIFY_RESULT(object);
        QCOMPARE(f.answer(f.dynamic.remove(configMaps, f.key, {.uid = "another"})).error().kind, ErrorKind::Conflict);
        QCOMPARE(f.answer(f.dynamic.remove(configMaps, f.key, {.resourceVersion = "1"})).error().kind, ErrorKind::Conflict);
        QVERIFY_RESULT(f.answer(f.dynamic.remove(configMaps, f.key, {.uid = std::string((*object)->uid())})));
        QCOMPARE(f.get().error().kind, ErrorKind::NotFound);
        QCOMPARE(f.answer(f.dynamic.remove(configMaps, f.key)).error().kind, ErrorKind::NotFound);
    }

    void whatHasFinalizersLivesOn()
    {
        Fixture f;
        QVERIFY_RESULT(f.create("a", json(",'finalizers':['orrery.test/wait']")));
        const auto removed = f.answer(f.dynamic.remove(configMaps, f.key));
        QVERIFY_RESULT(removed);
        QVERIFY_RESULT(removed->object());
        QVERIFY(!textAt(f.get()->json, "metadata.deletionTimestamp").empty());
        QVERIFY_RESULT(f.answer(f.dynamic.patch(configMaps, f.key, PatchType::Merge, json("{'metadata':{'finalizers':null}}"))));
        QCOMPARE(f.get().error().kind, ErrorKind::NotFound);
    }

    void dependentsAreKeptWhenTheirOwnerIsLetGo()
    {
        Fixture f;
        QVERIFY(f.space.apply("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: one}\n"
                              "spec: {replicas: 0, selector: {matchLabels: {app: one}}, template: {metadata: {labels: {app: one}},\n"
                              "  spec: {containers: [{name: first, image: a}]}}}\n"));
        const GroupVersionResource replicaSets{"apps", "v1", "replicasets"};
        const auto sets = [&] { return f.answer(f.dynamic.list(replicaSets, f.key.namespaceName, {}))->items; };
        QTRY_COMPARE_WITH_TIMEOUT(sets().size(), std::size_t(1), patience);
        QVERIFY_RESULT(f.answer(f.dynamic.remove(deployments, f.key, {.propagation = Propagation::Orphan})));
        QTRY_COMPARE_WITH_TIMEOUT(f.get(deployments).has_value(), false, patience);
        const auto kept = sets();
        QCOMPARE(kept.size(), std::size_t(1));
        const auto orphan = f.answer(f.dynamic.get(replicaSets, kept.front()->key()));
        QVERIFY_RESULT(orphan);
        QVERIFY(!orphan->json.contains("ownerReferences"));
    }

    void aDeprecatedVersionIsWarnedOf()
    {
        Fixture f;
        const auto made = f.answer(f.dynamic.create({"extensions", "v1beta1", "ingresses"}, f.key,
            json("{'apiVersion':'extensions/v1beta1','kind':'Ingress','metadata':{'name':'one'},'spec':{'backend':{'serviceName':'s','servicePort':80}}}")));
        QVERIFY_RESULT(made);
        QCOMPARE(made->warnings.size(), 1);
        QVERIFY2(made->warnings.first().contains(QStringLiteral("deprecated")), qPrintable(made->warnings.first()));
    }

    void clusterScopedObjectsHaveNoNamespace()
    {
        Fixture f;
        const auto space = f.answer(f.dynamic.get({"", "v1", "namespaces"}, {"", f.key.namespaceName}));
        QVERIFY_RESULT(space);
        QCOMPARE((*space->object())->key(), (ObjectKey{"", f.key.namespaceName}));
        QCOMPARE(f.answer(f.dynamic.get(definitions, {"", "there.is.none"})).error().kind, ErrorKind::NotFound);
        const auto nameless = f.answer(f.dynamic.get(configMaps, {f.key.namespaceName, ""}));
        QVERIFY(!nameless);
        QCOMPARE(nameless.error().kind, ErrorKind::BadInput);
    }
};

ORRERY_GUILESS_TEST(DynamicClusterTest)
} // namespace dynamic_cluster_test
#include "dynamic_cluster_test.moc"
