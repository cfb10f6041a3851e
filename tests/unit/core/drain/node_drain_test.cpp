// SPDX-License-Identifier: Apache-2.0
#include "core/drain/node_drain.h"
#include "core/dynamic/dynamic_client.h"
#include "core/object/json.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace node_drain_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

const char nodeLine[] = "GET /api/v1/nodes/n1";
const char patchLine[] = "PATCH /api/v1/nodes/n1?fieldManager=orrery";
const char podsLine[] = "GET /api/v1/pods?fieldSelector=spec.nodeName%3Dn1";
const char notFound[] = R"({"kind":"Status","status":"Failure","reason":"NotFound","code":404})";

/// moc loses its way in raw strings with an odd number of quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray podJson(const char *name, const char *controller, const char *more = "")
{
    const QByteArray owners = *controller ? json(",'ownerReferences':[{'kind':'") + controller + json("','name':'c','uid':'c','controller':true}]") : QByteArray();
    return json("{'metadata':{'name':'") + name + json("','namespace':'shop','uid':'uid-") + name + '"' + owners + "}" + more + "}";
}

QByteArray podList(const QByteArray &items)
{
    return R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":[)" + items + "]}";
}

struct Fixture : kube::test::RestFixture {
    DynamicClient dynamic{client, time};
    std::vector<DrainState::Phase> phases;
    NodeDrain drain{dynamic, time, *time, "n1", [this](const DrainState &state) { phases.push_back(state.phase); }};

    void serve(const QByteArray &items)
    {
        server->on(nodeLine, {200, R"({"kind":"Node","metadata":{"name":"n1"}})"});
        server->on(patchLine, {200, R"({"kind":"Node","metadata":{"name":"n1"},"spec":{"unschedulable":true}})"});
        server->on(podsLine, {200, podList(items)});
    }
    void read()
    {
        drain.read();
        time->run();
    }
    void start(const DrainOptions &options = {})
    {
        drain.start(options);
        time->run();
    }
    [[nodiscard]] std::size_t sent(const QByteArray &method) const
    {
        return static_cast<std::size_t>(std::count_if(server->exchanges.begin(), server->exchanges.end(), [&](const auto &exchange) { return exchange->request.method == method; }));
    }
};

DrainPod podOf(const QByteArray &json)
{
    const auto document = JsonDocument::parse({json.constData(), static_cast<std::size_t>(json.size())});
    return document ? DrainPod::of(document->root()) : DrainPod();
}

const char emptyDir[] = R"(,"spec":{"volumes":[{"name":"v","emptyDir":{}}]})";

} // namespace

class NodeDrainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aPodIsJudgedAsKubectlJudgesIt()
    {
        const DrainConsent none;
        const DrainConsent all{true, true, true};
        const DrainPod managed = podOf(podJson("a", "ReplicaSet"));
        QCOMPARE(drainVerdict(managed, none), DrainVerdict::Evict);
        const DrainPod daemon = podOf(podJson("a", "DaemonSet", emptyDir));
        QCOMPARE(drainVerdict(daemon, none), DrainVerdict::AskDaemonSet);
        QCOMPARE(drainVerdict(daemon, all), DrainVerdict::LeaveDaemonSet);
        DrainPod orphan = podOf(podJson("a", "DaemonSet"));
        orphan.controllerIsGone = true;
        QCOMPARE(drainVerdict(orphan, {true, true, false}), DrainVerdict::AskUnmanaged);
        QCOMPARE(drainVerdict(orphan, all), DrainVerdict::Evict);
        const DrainPod scratch = podOf(podJson("a", "Job", emptyDir));
        QCOMPARE(drainVerdict(scratch, none), DrainVerdict::AskEmptyDir);
        QCOMPARE(drainVerdict(scratch, {false, true, false}), DrainVerdict::Evict);
        const DrainPod bare = podOf(podJson("a", ""));
        QCOMPARE(drainVerdict(bare, none), DrainVerdict::AskUnmanaged);
        QCOMPARE(drainVerdict(bare, {false, false, true}), DrainVerdict::Evict);
        const DrainPod finished = podOf(podJson("a", "", R"(,"spec":{"volumes":[{"emptyDir":{}}]},"status":{"phase":"Succeeded"})"));
        QCOMPARE(drainVerdict(finished, none), DrainVerdict::Evict);
        DrainPod mirror = bare;
        mirror.isMirror = true;
        QCOMPARE(drainVerdict(mirror, none), DrainVerdict::LeaveMirror);
        QCOMPARE(openQuestions({managed, daemon, bare, mirror}, none), std::size_t(2));
    }

    void nothingIsWrittenBeforeItIsStarted()
    {
        Fixture f;
        f.serve(podJson("a", "ReplicaSet"));
        f.read();
        QCOMPARE(f.drain.state().phase, DrainState::Phase::Asking);
        QCOMPARE(f.drain.state().pods.size(), std::size_t(1));
        QVERIFY(!f.drain.state().isCordoned);
        QCOMPARE(f.sent("PATCH"), std::size_t(0));
    }

    void withoutConsentNothingIsWritten()
    {
        Fixture f;
        f.serve(podJson("a", ""));
        f.read();
        f.start();
        QCOMPARE(f.drain.state().phase, DrainState::Phase::Asking);
        QVERIFY(f.drain.state().error.has_value());
        QCOMPARE(f.sent("PATCH"), std::size_t(0));
    }

    void theNodeIsCordonedBeforeItsPodsAreEvicted()
    {
        Fixture f;
        f.serve(podJson("a", "ReplicaSet") + ',' + podJson("b", "DaemonSet"));
        f.server->on("GET /apis/apps/v1/namespaces/shop/daemonsets/c", {200, R"({"metadata":{"name":"c"}})"});
        f.server->on("POST /api/v1/namespaces/shop/pods/a/eviction", {201, R"({"kind":"Status","status":"Success"})"});
        f.server->on("GET /api/v1/namespaces/shop/pods/a", {404, notFound});
        f.read();
        f.start({{true, false, false}});
        QCOMPARE(f.sent("POST"), std::size_t(1));
        QVERIFY(f.drain.state().isCordoned);
        f.time->advance(1s);
        QCOMPARE(f.drain.state().phase, DrainState::Phase::Finished);
        QCOMPARE(f.drain.state().evictions.items.size(), std::size_t(1));
        QCOMPARE(f.drain.state().evictions.count(RemovalPhase::Gone), std::size_t(1));
    }

    void aPodThatCameMeanwhileIsAskedAbout()
    {
        Fixture f;
        f.serve(podJson("a", "ReplicaSet"));
        f.server->on(podsLine, {200, podList(podJson("late", ""))});
        f.read();
        f.start();
        QCOMPARE(f.drain.state().phase, DrainState::Phase::Asking);
        QVERIFY(f.drain.state().isCordoned);
        QCOMPARE(f.drain.state().pods.front().key.name, std::string("late"));
        QCOMPARE(f.sent("POST"), std::size_t(0));
    }

    void aDaemonSetThatHasGoneLeavesUnmanagedPods()
    {
        Fixture f;
        f.serve(podJson("b", "DaemonSet"));
        f.server->on("GET /apis/apps/v1/namespaces/shop/daemonsets/c", {404, notFound});
        f.read();
        QVERIFY(f.drain.state().pods.front().controllerIsGone);
    }

    void stoppingLeavesTheNodeCordoned()
    {
        Fixture f;
        f.serve(podJson("a", "ReplicaSet"));
        f.server->on("POST /api/v1/namespaces/shop/pods/a/eviction", {429, R"({"kind":"Status","status":"Failure","reason":"TooManyRequests","code":429,"message":"no"})"});
        f.read();
        f.start();
        f.time->advance(50ms); // progress is told that often
        QCOMPARE(f.drain.state().evictions.items.front().phase, RemovalPhase::Blocked);
        f.drain.stop();
        f.time->advance(1s);
        QCOMPARE(f.drain.state().phase, DrainState::Phase::Finished);
        QVERIFY(f.drain.state().isStopped && f.drain.state().isCordoned);
        f.time->advance(60s);
        QCOMPARE(f.sent("POST"), std::size_t(1));
    }

    void aNodeThatMayNotBeCordonedIsNotDrained()
    {
        Fixture f;
        f.server->on(nodeLine, {200, R"({"kind":"Node","metadata":{"name":"n1"}})"});
        f.server->on(patchLine, {403, R"({"kind":"Status","status":"Failure","reason":"Forbidden","code":403,"message":"no"})"});
        f.server->on(podsLine, {200, podList(podJson("a", "ReplicaSet"))});
        f.read();
        f.start();
        QCOMPARE(f.drain.state().phase, DrainState::Phase::Failed);
        QCOMPARE(f.drain.state().error->message, QStringLiteral("no"));
        QCOMPARE(f.sent("POST"), std::size_t(0));
    }
};

ORRERY_GUILESS_TEST(NodeDrainTest)
} // namespace node_drain_test
#include "node_drain_test.moc"
