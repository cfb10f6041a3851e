// SPDX-License-Identifier: Apache-2.0
// Lists in pages and as tables, scales and reviews.
#include "core/access/reviews.h"
#include "core/dynamic/dynamic_client.h"
#include "core/dynamic/pager.h"
#include "core/scale/scale_client.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

namespace lists_cluster_test {

using namespace kube;
using kube::test::ClusterClient;
using kube::test::json;
using kube::test::patience;
using kube::test::TestNamespace;

namespace {

const GroupVersionResource configMaps{"", "v1", "configmaps"};
const GroupVersionResource deployments{"apps", "v1", "deployments"};

struct Fixture : ClusterClient {
    DynamicClient dynamic{*rest, executor};
    TestNamespace space;
    std::string name = space.name().toStdString();

    /// ConfigMaps a to e, labelled t=1.
    void fill()
    {
        for (const char *one : {"a", "b", "c", "d", "e"}) {
            const QByteArray document = json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'") + one + json("','labels':{'t':'1'}}}");
            QVERIFY_RESULT(answer(dynamic.create(configMaps, {name, ""}, document)));
        }
    }
    void deploy()
    {
        QVERIFY(space.apply("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n"
                            "spec: {replicas: 1, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},\n"
                            "  spec: {containers: [{name: c, image: i}]}}}\n"));
    }
};

std::string namesOf(const std::vector<ObjectPtr> &objects)
{
    std::string names;
    for (const ObjectPtr &object : objects)
        names += object->key().name;
    return names;
}

} // namespace

class ListsClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aListComesInPages()
    {
        Fixture f;
        f.fill();
        ListQuery query{.labelSelector = "t=1", .limit = 2};
        const auto first = f.answer(f.dynamic.list(configMaps, f.name, query));
        QVERIFY_RESULT(first);
        QCOMPARE(namesOf(first->items), std::string("ab"));
        QVERIFY(!first->continueToken.empty());
        query.continueToken = first->continueToken;
        const auto second = f.answer(f.dynamic.list(configMaps, f.name, query));
        QVERIFY_RESULT(second);
        QCOMPARE(namesOf(second->items), std::string("cd"));
        QCOMPARE(second->resourceVersion, first->resourceVersion);

        Pager pager([&](const ListQuery &asked) { return f.dynamic.list(configMaps, f.name, asked); }, f.executor);
        const auto all = f.answer(pager.list({.labelSelector = "t=1", .limit = 2}));
        QVERIFY_RESULT(all);
        QCOMPARE(namesOf(all->items), std::string("abcde"));
        QCOMPARE(all->kind, (GroupVersionKind{"", "v1", "ConfigMap"}));
        QVERIFY(all->continueToken.empty());
    }

    void theRestOfAListIsCounted()
    {
        Fixture f;
        f.fill();
        const auto page = f.answer(f.dynamic.list(configMaps, f.name, {.limit = 1}));
        QVERIFY_RESULT(page);
        QVERIFY(page->remainingItemCount && *page->remainingItemCount >= 4); // a new namespace gets a ConfigMap of its own
    }

    void selectorsNarrowAList()
    {
        Fixture f;
        f.fill();
        const auto none = f.answer(f.dynamic.list(configMaps, f.name, {.labelSelector = "t=2"}));
        QVERIFY_RESULT(none);
        QVERIFY(none->items.empty() && !none->resourceVersion.empty());
        const auto one = f.answer(f.dynamic.list(configMaps, f.name, {.fieldSelector = "metadata.name=c"}));
        QVERIFY_RESULT(one);
        QCOMPARE(namesOf(one->items), std::string("c"));
        const auto everywhere = f.answer(f.dynamic.list(configMaps, "", {.fieldSelector = "metadata.name=c,metadata.namespace=" + f.name}));
        QVERIFY_RESULT(everywhere);
        QCOMPARE(everywhere->items.size(), std::size_t(1));
        const auto bad = f.answer(f.dynamic.list(configMaps, f.name, {.fieldSelector = "spec.none=1"}));
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::Invalid);
    }

    void aDamagedContinueTokenIsRefused()
    {
        Fixture f;
        const auto page = f.answer(f.dynamic.list(configMaps, f.name, {.limit = 1, .continueToken = "nonsense"}));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Invalid);
    }

    void theServersTableHasItsColumns()
    {
        Fixture f;
        f.fill();
        const auto table = f.answer(f.dynamic.listAsTable(configMaps, f.name, {.labelSelector = "t=1"}));
        QVERIFY_RESULT(table);
        QCOMPARE(table->columns.front().name, std::string("Name"));
        QCOMPARE(table->columns.front().format, std::string("name"));
        QCOMPARE(table->rows.size(), std::size_t(5));
        QCOMPARE(table->rows.front().cells.size(), table->columns.size());
        QCOMPARE(table->rows.front().cells.front(), std::string("a"));
        QVERIFY(table->rows.front().object);
        QCOMPARE(table->rows.front().object->key(), (ObjectKey{f.name, "a"}));
        QVERIFY(!table->resourceVersion.empty());
    }

    void aCollectionIsDeletedBySelector()
    {
        Fixture f;
        f.fill();
        QVERIFY_RESULT(f.answer(f.dynamic.removeCollection(configMaps, f.name, {.labelSelector = "t=1", .fieldSelector = "metadata.name=b"})));
        QCOMPARE(namesOf(f.answer(f.dynamic.list(configMaps, f.name, {.labelSelector = "t=1"}))->items), std::string("acde"));
        QVERIFY_RESULT(f.answer(f.dynamic.removeCollection(configMaps, f.name, {.labelSelector = "t=1"}, {.dryRun = DryRun::All})));
        QCOMPARE(namesOf(f.answer(f.dynamic.list(configMaps, f.name, {.labelSelector = "t=1"}))->items), std::string("acde"));
        QVERIFY_RESULT(f.answer(f.dynamic.removeCollection(configMaps, f.name, {.labelSelector = "t=1"})));
        QVERIFY(f.answer(f.dynamic.list(configMaps, f.name, {.labelSelector = "t=1"}))->items.empty());
    }

    void aDeploymentIsScaled()
    {
        Fixture f;
        f.deploy();
        ScaleClient scales(f.dynamic, f.executor);
        const ObjectKey key{f.name, "web"};
        // The controller writes the status meanwhile, which moves the version: wait until it has.
        QTRY_COMPARE_WITH_TIMEOUT(f.answer(scales.get(deployments, key))->current, std::int64_t(1), patience);
        auto scale = f.answer(scales.get(deployments, key));
        QVERIFY_RESULT(scale);
        QCOMPARE(scale->replicas, std::int64_t(1));
        QCOMPARE(scale->selector, std::string("app=web"));
        const auto patched = f.answer(scales.patch(deployments, key, 2));
        QVERIFY_RESULT(patched);
        QCOMPARE(patched->replicas, std::int64_t(2));
        scale->replicas = 3;
        const auto stale = f.answer(scales.update(deployments, *scale));
        QVERIFY(!stale);
        QCOMPARE(stale.error().kind, ErrorKind::Conflict);
        scale->resourceVersion.clear();
        const auto updated = f.answer(scales.update(deployments, *scale));
        QVERIFY_RESULT(updated);
        QCOMPARE(updated->replicas, std::int64_t(3));
        QTRY_COMPARE_WITH_TIMEOUT(f.answer(scales.get(deployments, key))->current, std::int64_t(3), patience);
    }

    void whatHasNoScaleSaysSo()
    {
        Fixture f;
        f.fill();
        ScaleClient scales(f.dynamic, f.executor);
        QCOMPARE(f.answer(scales.get(configMaps, {f.name, "a"})).error().kind, ErrorKind::NotFound);
        QCOMPARE(f.answer(scales.get(deployments, {f.name, "none"})).error().kind, ErrorKind::NotFound);
        QCOMPARE(f.answer(scales.patch(deployments, {f.name, "none"}, -1)).error().kind, ErrorKind::BadInput);
    }

    void aViewerIsToldItsRights()
    {
        const ClusterClient viewer(QStringLiteral("viewer"));
        Reviews reviews(*viewer.rest, viewer.executor);
        QVERIFY(viewer.answer(reviews.access({"list", "", "pods", "", "web", ""}))->allowed);
        QVERIFY(viewer.answer(reviews.access({"list", "apps", "deployments", "", "", ""}))->allowed);
        QVERIFY(!viewer.answer(reviews.access({"delete", "", "pods", "", "web", ""}))->allowed);
        QVERIFY(!viewer.answer(reviews.access({"update", "apps", "deployments", "scale", "web", ""}))->allowed);
        const auto rules = viewer.answer(reviews.rules("web"));
        QVERIFY_RESULT(rules);
        QVERIFY(rules->allows({"list", "", "pods", "", "web", ""}));
        QVERIFY(!rules->allows({"get", "", "secrets", "", "web", ""}));
        // 1.20 cannot say who one is, and tells only those so who might ask.
        QCOMPARE(viewer.answer(reviews.self()).error().kind, ErrorKind::Forbidden);
        const ClusterClient admin;
        Reviews asAdmin(*admin.rest, admin.executor);
        QCOMPARE(admin.answer(asAdmin.self()).error().kind, ErrorKind::NotFound);
        DynamicClient dynamic(*viewer.rest, viewer.executor);
        const auto secrets = viewer.answer(dynamic.list({"", "v1", "secrets"}, "web", {}));
        QVERIFY(!secrets);
        QCOMPARE(secrets.error().kind, ErrorKind::Forbidden);
    }

    void rightsMayEndAtANamespace()
    {
        const ClusterClient user(QStringLiteral("pods-only"));
        Reviews reviews(*user.rest, user.executor);
        QVERIFY(user.answer(reviews.access({"watch", "", "pods", "", "web", ""}))->allowed);
        QVERIFY(!user.answer(reviews.access({"watch", "", "pods", "", "", ""}))->allowed);
        QVERIFY(!user.answer(reviews.access({"get", "", "pods", "log", "web", ""}))->allowed);
        DynamicClient dynamic(*user.rest, user.executor);
        QVERIFY_RESULT(user.answer(dynamic.list({"", "v1", "pods"}, "web", {})));
        QCOMPARE(user.answer(dynamic.list({"", "v1", "pods"}, "", {})).error().kind, ErrorKind::Forbidden);
        QCOMPARE(user.answer(dynamic.list({"", "v1", "namespaces"}, "", {})).error().kind, ErrorKind::Forbidden);
    }
};

ORRERY_GUILESS_TEST(ListsClusterTest)
} // namespace lists_cluster_test
#include "lists_cluster_test.moc"
