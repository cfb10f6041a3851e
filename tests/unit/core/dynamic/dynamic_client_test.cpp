// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/dynamic_client.h"
#include "tests/support/fixtures.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace dynamic_client_test {

using namespace kube;
using kube::test::fixture;

namespace {

const GroupVersionResource pods{"", "v1", "pods"};
const GroupVersionResource configMaps{"", "v1", "configmaps"};
const GroupVersionResource deployments{"apps", "v1", "deployments"};

struct Fixture : kube::test::RestFixture {
    DynamicClient dynamic{client, time};

    void serve(const char *line, const char *file, int status = 200)
    {
        server->on(line, {status, fixture((QByteArray("kubernetes-1.36/") + file).constData())});
    }
    /// The line of the request that this call sends.
    template <typename T>
    QByteArray lineOf(Future<T> future)
    {
        time->run();
        (void)future;
        return server->exchanges.empty() ? QByteArray() : server->last().line();
    }
};

} // namespace

class DynamicClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anObjectIsGotAsTheServerSentIt()
    {
        Fixture f;
        f.serve("GET /api/v1/namespaces/shop/configmaps/applied", "apply/create-201.json");
        const auto reply = f.answer(f.dynamic.get(configMaps, {"shop", "applied"}));
        QVERIFY_RESULT(reply);
        QVERIFY(reply->json.contains("managedFields"));
        const auto object = reply->object();
        QVERIFY_RESULT(object);
        QCOMPARE((*object)->key(), (ObjectKey{"shop", "applied"}));
        QVERIFY(!reply->created);
    }

    void aPageIsDecodedWithItsKind()
    {
        Fixture f;
        f.serve("GET /api/v1/namespaces/shop/pods?labelSelector=app%3Dweb&limit=3", "list/pods-page1.json");
        const auto page = f.answer(f.dynamic.list(pods, "shop", {.labelSelector = "app=web", .limit = 3}));
        QVERIFY_RESULT(page);
        QCOMPARE(page->kind, (GroupVersionKind{"", "v1", "Pod"}));
        QCOMPARE(page->items.size(), std::size_t(3));
        QCOMPARE(page->items.front()->gvk(), (GroupVersionKind{"", "v1", "Pod"}));
        QCOMPARE(page->resourceVersion, std::string("377"));
        QCOMPARE(page->remainingItemCount, std::optional<std::int64_t>(4));
        QVERIFY(!page->continueToken.empty());
    }

    void aListWhoseKindStandsBehindItsItemsIsDecoded()
    {
        Fixture f;
        f.serve("GET /apis/fixtures.example.com/v1/gadgets", "crd/gadgets.json");
        const auto page = f.answer(f.dynamic.list({"fixtures.example.com", "v1", "gadgets"}, {}, {}));
        QVERIFY_RESULT(page);
        QCOMPARE(page->kind, (GroupVersionKind{"fixtures.example.com", "v1", "Gadget"}));
        QCOMPARE(page->items.size(), std::size_t(3));
    }

    void whatIsNoListIsRefused()
    {
        Fixture f;
        f.server->on("GET /api/v1/pods", {200, "{}"});
        QCOMPARE(f.answer(f.dynamic.list(pods, {}, {})).error().kind, ErrorKind::BadInput);
    }

    void theServersColumnsAreAskedFor()
    {
        Fixture f;
        f.serve("GET /api/v1/namespaces/shop/pods?includeObject=Metadata", "list/pods-table-metadata.json");
        const auto table = f.answer(f.dynamic.listAsTable(pods, "shop", {}));
        QVERIFY_RESULT(table);
        QCOMPARE(f.server->last().header("Accept"), QByteArray("application/json;as=Table;v=v1;g=meta.k8s.io,application/json"));
        QCOMPARE(table->rows.size(), std::size_t(7));
    }

    void verbsTakeTheirPaths()
    {
        Fixture f;
        const ObjectKey web{"shop", "web"};
        QCOMPARE(f.lineOf(f.dynamic.get(deployments, web, "status")), QByteArray("GET /apis/apps/v1/namespaces/shop/deployments/web/status"));
        QCOMPARE(f.lineOf(f.dynamic.get({"", "v1", "nodes"}, {"", "node-0"})), QByteArray("GET /api/v1/nodes/node-0"));
        QCOMPARE(f.lineOf(f.dynamic.create(deployments, {"shop", ""}, "{}", {.fieldManager = "orrery"})),
                 QByteArray("POST /apis/apps/v1/namespaces/shop/deployments?fieldManager=orrery"));
        QCOMPARE(f.lineOf(f.dynamic.create(pods, {"shop", "web"}, "{}", {.subresource = "eviction"})),
                 QByteArray("POST /api/v1/namespaces/shop/pods/web/eviction"));
        QCOMPARE(f.lineOf(f.dynamic.update(deployments, web, "{}", {.fieldValidation = "Strict", .dryRun = DryRun::All})),
                 QByteArray("PUT /apis/apps/v1/namespaces/shop/deployments/web?fieldValidation=Strict&dryRun=All"));
        QCOMPARE(f.lineOf(f.dynamic.update(deployments, web, "{}", {.subresource = "status"})),
                 QByteArray("PUT /apis/apps/v1/namespaces/shop/deployments/web/status"));
        QCOMPARE(f.lineOf(f.dynamic.remove(deployments, web)), QByteArray("DELETE /apis/apps/v1/namespaces/shop/deployments/web"));
        QCOMPARE(f.lineOf(f.dynamic.removeCollection(pods, "shop", {.labelSelector = "a=b"})),
                 QByteArray("DELETE /api/v1/namespaces/shop/pods?labelSelector=a%3Db"));
        QCOMPARE(f.lineOf(f.dynamic.remove(pods, web, {.subresource = "proxy"})), QByteArray("DELETE /api/v1/namespaces/shop/pods/web/proxy"));
        QCOMPARE(f.lineOf(f.dynamic.patch(deployments, web, PatchType::Merge, "{}", {.subresource = "scale"})),
                 QByteArray("PATCH /apis/apps/v1/namespaces/shop/deployments/web/scale"));
        QCOMPARE(f.lineOf(f.dynamic.apply(deployments, web, "{}", {.fieldManager = "me", .subresource = "status"})),
                 QByteArray("PATCH /apis/apps/v1/namespaces/shop/deployments/web/status?fieldManager=me&force=false"));
    }

    void aPatchSaysItsKind_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("contentType");
        QTest::newRow("json") << int(PatchType::Json) << QByteArray("application/json-patch+json");
        QTest::newRow("merge") << int(PatchType::Merge) << QByteArray("application/merge-patch+json");
        QTest::newRow("strategic") << int(PatchType::Strategic) << QByteArray("application/strategic-merge-patch+json");
        QTest::newRow("apply") << int(PatchType::Apply) << QByteArray("application/apply-patch+yaml");
    }
    void aPatchSaysItsKind()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, contentType);
        Fixture f;
        f.lineOf(f.dynamic.patch(configMaps, {"shop", "applied"}, static_cast<PatchType>(type), "[]"));
        QCOMPARE(f.server->last().request.method, QByteArray("PATCH"));
        QCOMPARE(f.server->last().header("Content-Type"), contentType);
        QCOMPARE(f.server->last().request.body, QByteArray("[]"));
    }

    void anApplyOfFieldsOthersOwnTellsWho()
    {
        Fixture f;
        f.serve("PATCH /api/v1/namespaces/shop/configmaps/applied?fieldManager=bob&force=false", "apply/conflict-409.json", 409);
        const auto reply = f.answer(f.dynamic.apply(configMaps, {"shop", "applied"}, "{}", {.fieldManager = "bob"}));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::Conflict);
        QVERIFY(reply.error().status && reply.error().status->hasCause(u"FieldManagerConflict"));
        QCOMPARE(reply.error().status->causes.size(), 2);
    }

    void anApplyMayForceAndCreate()
    {
        Fixture f;
        f.serve("PATCH /api/v1/namespaces/shop/configmaps/applied?fieldManager=bob&force=true", "apply/create-201.json", 201);
        const auto reply = f.answer(f.dynamic.apply(configMaps, {"shop", "applied"}, "{}", {.fieldManager = "bob", .force = true}));
        QVERIFY_RESULT(reply);
        QVERIFY(reply->created);
    }

    void anApplyThatCannotWorkIsNotSent()
    {
        Fixture f;
        const ObjectKey key{"shop", "applied"};
        QCOMPARE(f.answer(f.dynamic.apply(configMaps, key, "{}", {})).error().kind, ErrorKind::BadInput);
        QCOMPARE(f.answer(f.dynamic.apply(configMaps, key, R"({"metadata":{"managedFields":[{"manager":"x"}]}})", {.fieldManager = "bob"})).error().kind,
                 ErrorKind::BadInput);
        QCOMPARE(f.answer(f.dynamic.apply(configMaps, key, "not json", {.fieldManager = "bob"})).error().kind, ErrorKind::BadInput);
        QVERIFY(f.server->exchanges.empty());
    }

    void deleteOptionsStandInTheBody()
    {
        QCOMPARE(DeleteOptions{}.toJson(), QByteArray(R"({"apiVersion":"v1","kind":"DeleteOptions"})"));
        const DeleteOptions all{Propagation::Foreground, 0, "u-1", "42", DryRun::All};
        QCOMPARE(all.toJson(), QByteArray(R"({"apiVersion":"v1","kind":"DeleteOptions","propagationPolicy":"Foreground","gracePeriodSeconds":0,)"
                                          R"("preconditions":{"uid":"u-1","resourceVersion":"42"},"dryRun":["All"]})"));
        QCOMPARE(DeleteOptions{.resourceVersion = "42"}.toJson(),
                 QByteArray(R"({"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"resourceVersion":"42"}})"));
        Fixture f;
        f.serve("DELETE /api/v1/namespaces/shop/configmaps/applied", "apply/delete-background-status.json");
        const auto reply = f.answer(f.dynamic.remove(configMaps, {"shop", "applied"}, {.propagation = Propagation::Background}));
        QVERIFY_RESULT(reply);
        QCOMPARE(f.server->last().request.body, QByteArray(R"({"apiVersion":"v1","kind":"DeleteOptions","propagationPolicy":"Background"})"));
    }

    void withoutANameNothingIsSent()
    {
        Fixture f;
        QCOMPARE(f.answer(f.dynamic.remove(pods, {"shop", ""})).error().kind, ErrorKind::BadInput);
        QCOMPARE(f.answer(f.dynamic.get(pods, {"shop", ""})).error().kind, ErrorKind::BadInput);
        QCOMPARE(f.answer(f.dynamic.update(pods, {"shop", ""}, "{}")).error().kind, ErrorKind::BadInput);
        QCOMPARE(f.answer(f.dynamic.patch(pods, {"shop", ""}, PatchType::Merge, "{}")).error().kind, ErrorKind::BadInput);
        QCOMPARE(f.answer(f.dynamic.create(pods, {"shop", ""}, "{}", {.subresource = "eviction"})).error().kind, ErrorKind::BadInput);
        QCOMPARE(f.answer(f.dynamic.removeCollection(pods, "shop", {}, {.subresource = "status"})).error().kind, ErrorKind::BadInput);
        QVERIFY(f.server->exchanges.empty());
    }

    void aDeletionMayBeStopped()
    {
        Fixture f;
        std::stop_source stop;
        auto reply = f.dynamic.remove(pods, {"shop", "web"}, {.stop = stop.get_token()});
        stop.request_stop();
        QCOMPARE(f.answer(std::move(reply)).error().kind, ErrorKind::Canceled);
    }

    void namesThatLeaveThePathAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {".", "..", "a/b", "a%2fb"})
            QTest::newRow(name) << QByteArray(name);
    }
    void namesThatLeaveThePathAreRefused()
    {
        QFETCH(QByteArray, name);
        Fixture f;
        QCOMPARE(f.answer(f.dynamic.get(pods, {"shop", name.toStdString()})).error().kind, ErrorKind::BadInput);
        QCOMPARE(f.answer(f.dynamic.list(pods, name.toStdString(), {})).error().kind, ErrorKind::BadInput);
        QVERIFY(f.server->exchanges.empty());
    }

    void warningsComeAlong()
    {
        Fixture f;
        f.server->on("POST /api/v1/namespaces/shop/configmaps",
                     {201, fixture("kubernetes-1.36/apply/create-201.json"),
                      {{"Content-Type", "application/json"}, {"Warning", "299 - \"unknown field \\\"spec.foo\\\"\""}}});
        const auto reply = f.answer(f.dynamic.create(configMaps, {"shop", ""}, "{}"));
        QVERIFY_RESULT(reply);
        QVERIFY(reply->created);
        QCOMPARE(reply->warnings, QStringList{QStringLiteral("unknown field \"spec.foo\"")});
    }
};

ORRERY_GUILESS_TEST(DynamicClientTest)
} // namespace dynamic_client_test
#include "dynamic_client_test.moc"
