// SPDX-License-Identifier: Apache-2.0
#include "core/removal/owned_finder.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace owned_finder_test {

using namespace kube;

namespace {

const RemovalKind deployments{{"apps", "v1", "deployments"}, "Deployment", true};
const RemovalKind replicaSets{{"apps", "v1", "replicasets"}, "ReplicaSet", true};
const RemovalKind pods{{"", "v1", "pods"}, "Pod", true};
const RemovalKind events{{"", "v1", "events"}, "Event", true};
const RemovalKind namespaces{{"", "v1", "namespaces"}, "Namespace", false};
const char replicaSetsInShop[] = "GET /apis/apps/v1/namespaces/shop/replicasets?limit=500";
const char podsInShop[] = "GET /api/v1/namespaces/shop/pods?limit=500";

QByteArray metadata(const char *name, const char *uid, const char *owner, const char *more = "")
{
    return QByteArray(R"({"metadata":{"name":")") + name + R"(","namespace":"shop","uid":")" + uid + R"(","ownerReferences":[{"kind":"K","name":"o","uid":")" + owner
        + "\"}]" + more + "}}";
}

QByteArray page(const QByteArray &items, const char *more = "")
{
    return R"({"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"9")" + QByteArray(more) + R"(},"items":[)" + items + "]}";
}

struct Fixture : kube::test::RestFixture {
    std::vector<OwnedFindingsPtr> told;
    std::unique_ptr<OwnedFinder> finder;

    void find(std::vector<RemovalKind> kinds, std::vector<RemovalTarget> targets)
    {
        finder = std::make_unique<OwnedFinder>(client, time, std::move(kinds), std::move(targets), [this](OwnedFindingsPtr findings) { told.push_back(std::move(findings)); });
        finder->start();
        time->run();
    }
    [[nodiscard]] const OwnedFindings &last() const { return *told.back(); }
};

const RemovalTarget web{deployments, {"shop", "web"}, {}};
const QByteArray webMetadata = metadata("web", "d", "none");

} // namespace

class OwnedFinderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatATargetOwnsIsFoundPageByPage()
    {
        Fixture f;
        f.server->on("GET /apis/apps/v1/namespaces/shop/deployments/web", {200, webMetadata});
        f.server->on(replicaSetsInShop, {200, page(metadata("web-1", "r", "d"))});
        f.server->on(podsInShop, {200, page(metadata("web-1-a", "p1", "r"), R"(,"continue":"next")")});
        f.server->on("GET /api/v1/namespaces/shop/pods?limit=500&continue=next", {200, page(metadata("web-1-b", "p2", "r", R"(,"finalizers":["a/b"])"))});
        f.find({replicaSets, pods}, {web});
        QVERIFY(f.last().isComplete());
        QCOMPARE(f.last().rows.size(), std::size_t(3));
        QCOMPARE(f.last().rows[2].object.key.name, std::string("web-1-b"));
        QCOMPARE(f.last().rows[2].object.finalizers.size(), std::size_t(1));
        QCOMPARE(f.last().targets.front().target.uid, std::string("d"));
        QVERIFY(f.last().targets.front().isSeen);
        QVERIFY(f.told.size() > 2);
    }

    void nothingButMetadataIsAskedFor()
    {
        Fixture f;
        f.find({pods}, {web});
        for (const auto &exchange : f.server->exchanges)
            QVERIFY(exchange->header("Accept").startsWith("application/json;as=PartialObjectMetadata"));
    }

    void aKindThatMayNotBeListedIsSaid()
    {
        Fixture f;
        f.server->on("GET /apis/apps/v1/namespaces/shop/deployments/web", {200, webMetadata});
        f.server->on(podsInShop, {403, R"({"kind":"Status","status":"Failure","reason":"Forbidden","code":403,"message":"no pods for you"})"});
        f.find({pods}, {web});
        QVERIFY(f.last().isComplete());
        QCOMPARE(f.last().unseen.size(), std::size_t(1));
        QCOMPARE(f.last().unseen.front().error.message, QStringLiteral("no pods for you"));
    }

    void whatHasExpiredBetweenPagesIsListedWhole()
    {
        Fixture f;
        f.server->on("GET /apis/apps/v1/namespaces/shop/deployments/web", {200, webMetadata});
        f.server->on(podsInShop, {200, page(metadata("a", "p1", "d"), R"(,"continue":"next")")});
        f.server->on("GET /api/v1/namespaces/shop/pods?limit=500&continue=next", {410, R"({"kind":"Status","status":"Failure","reason":"Expired","code":410})"});
        f.server->on("GET /api/v1/namespaces/shop/pods", {200, page(metadata("a", "p1", "d") + ',' + metadata("b", "p2", "d"))});
        f.find({pods}, {web});
        QVERIFY(f.last().isComplete());
        QCOMPARE(f.last().rows.size(), std::size_t(2));
        QVERIFY(f.last().unseen.empty());
    }

    void aNamespaceIsCountedByKindEventsIncluded()
    {
        Fixture f;
        f.server->on("GET /api/v1/namespaces/shop", {200, R"({"metadata":{"name":"shop","uid":"n"}})"});
        f.server->on("GET /api/v1/namespaces/shop/pods?limit=1", {200, page(metadata("a", "p1", "d"), R"(,"continue":"x","remainingItemCount":41)")});
        f.server->on("GET /api/v1/namespaces/shop/events?limit=1", {200, page(metadata("e", "e1", "d"))});
        f.server->on("GET /apis/apps/v1/namespaces/shop/replicasets?limit=1", {200, page({})});
        f.find({replicaSets, pods, events, namespaces}, {{namespaces, {"", "shop"}, {}}});
        QVERIFY(f.last().isComplete());
        QCOMPARE(f.last().counts.size(), std::size_t(2));
        QCOMPARE(f.last().counts.front().count, std::int64_t(42));
        QVERIFY(f.last().rows.empty());
    }

    void whereMetadataDoNotTellHowManyThereAreTheObjectsDo()
    {
        Fixture f;
        f.server->on("GET /api/v1/namespaces/shop", {200, R"({"metadata":{"name":"shop","uid":"n"}})"});
        f.server->on("GET /api/v1/namespaces/shop/pods?limit=1", {200, page(metadata("a", "p1", "d"), R"(,"continue":"x")")});
        f.server->on("GET /api/v1/namespaces/shop/pods?limit=1",
                     {200, R"({"kind":"PodList","apiVersion":"v1","metadata":{"continue":"x","remainingItemCount":4},"items":[{"metadata":{"name":"a"}}]})"});
        f.find({pods}, {{namespaces, {"", "shop"}, {}}});
        QCOMPARE(f.last().counts.front().count, std::int64_t(5));
        QCOMPARE(f.server->last().header("Accept"), QByteArray("application/json"));
    }

    void eventsAreNotSearchedForWhatIsOwned()
    {
        Fixture f;
        f.find({events}, {web});
        QCOMPARE(f.last().questions, std::size_t(1));
    }

    void whatIsInNoNamespaceMayOwnAnything()
    {
        Fixture f;
        f.find({pods, namespaces}, {{{{"", "v1", "nodes"}, "Node", false}, {"", "n1"}, {}}});
        QCOMPARE(f.last().questions, std::size_t(3));
        QCOMPARE(f.server->exchanges[1]->line(), QByteArray("GET /api/v1/pods?limit=500"));
    }

    void aTargetThatWasReplacedIsSaid()
    {
        Fixture f;
        f.server->on("GET /apis/apps/v1/namespaces/shop/deployments/web", {200, webMetadata});
        f.find({}, {{deployments, {"shop", "web"}, "before"}});
        QVERIFY(f.last().targets.front().isReplaced);
        QCOMPARE(f.last().targets.front().target.uid, std::string("before"));
    }

    void aTargetThatHasGoneIsSaid()
    {
        Fixture f;
        f.server->on("GET /apis/apps/v1/namespaces/shop/deployments/web", {404, R"({"kind":"Status","status":"Failure","reason":"NotFound","code":404})"});
        f.find({}, {web});
        QVERIFY(f.last().isComplete());
        QCOMPARE(f.last().targets.front().error->kind, ErrorKind::NotFound);
    }

    void fourAreAskedAtATime()
    {
        Fixture f;
        f.find({deployments, replicaSets, pods, deployments, replicaSets, pods}, {web});
        QCOMPARE(f.server->exchanges.size(), std::size_t(4));
        f.finder.reset();
        f.time->run();
    }
};

ORRERY_GUILESS_TEST(OwnedFinderTest)
} // namespace owned_finder_test
#include "owned_finder_test.moc"
