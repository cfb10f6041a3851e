// SPDX-License-Identifier: Apache-2.0
// One DynamicClient asked from several threads, as worker threads of a controller do.
#include "core/base/await.h"
#include "core/base/call_on.h"
#include "core/base/wait_group.h"
#include "core/dynamic/dynamic_client.h"
#include "tests/support/scripted_client.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace dynamic_client_threads_test {

using namespace kube;

namespace {

const GroupVersionResource configMaps{"", "v1", "configmaps"};
const ObjectKey key{"web", "one"};
const char one[] = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"one","namespace":"web"},"data":{"a":"1"}})";
const char list[] = R"({"apiVersion":"v1","kind":"ConfigMapList","metadata":{"resourceVersion":"5"},"items":[{"metadata":{"name":"one","namespace":"web"}}]})";

struct Fixture : kube::test::ScriptedClient {
    std::optional<DynamicClient> dynamic = std::make_optional<DynamicClient>(client, loop.executor());
};

} // namespace

class DynamicClientThreadsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void workersAskOneClientAndGetTheirAnswers()
    {
        Fixture f;
        f.server->on("GET /api/v1/namespaces/web/configmaps/one", {200, one});
        f.server->on("PUT /api/v1/namespaces/web/configmaps/one", {200, one});
        f.server->on("POST /api/v1/namespaces/web/configmaps", {201, one});
        f.server->on("PATCH /api/v1/namespaces/web/configmaps/one?fieldManager=me&force=false", {200, one});
        f.server->on("GET /api/v1/namespaces/web/configmaps", {200, list});
        f.server->on("DELETE /api/v1/namespaces/web/configmaps/one", {200, one});
        std::atomic<int> right = 0;
        WaitGroup group;
        for (int worker = 0; worker < 4; ++worker) {
            group.go([&] {
                WriteOptions ours;
                ours.fieldManager = "me";
                for (int i = 0; i < 5; ++i) {
                    right += await(f.dynamic->get(configMaps, key)).value_or(ObjectReply{}).json == one;
                    right += await(f.dynamic->update(configMaps, key, one)).has_value();
                    right += await(f.dynamic->create(configMaps, key, one)).value_or(ObjectReply{}).created;
                    right += await(f.dynamic->apply(configMaps, key, one, ours)).has_value();
                    right += await(f.dynamic->list(configMaps, "web", {})).value_or(ListPage{}).items.size() == 1;
                    right += await(f.dynamic->remove(configMaps, key)).has_value();
                }
            });
        }
        group.wait();
        QCOMPARE(right.load(), 4 * 5 * 6);
        QCOMPARE(f.server->exchanges.size(), std::size_t(4 * 5 * 6));
    }

    void nothingIsSentOnTheThreadThatAsks()
    {
        Fixture f;
        std::optional<Future<ObjectReply>> asked;
        std::thread([&] { asked = f.dynamic->get(configMaps, key); }).join(); // no turn of the loop so far
        QVERIFY(f.server->exchanges.empty());
        QVERIFY(QTest::qWaitFor([&] { return f.server->exchanges.size() == 1; }));
    }

    void aQuestionThatOutlivesItsClientIsCanceledAndNotSent()
    {
        Fixture f;
        std::optional<Future<ObjectReply>> asked;
        std::thread([&] { asked = f.dynamic->get(configMaps, key); }).join();
        f.dynamic.reset();
        QCOMPARE(await(std::move(*asked)).error().kind, ErrorKind::Canceled);
        QVERIFY(f.server->exchanges.empty());
    }

    void whatLivesOnALoopIsAskedThere()
    {
        Fixture f;
        const auto here = std::this_thread::get_id();
        std::optional<Result<bool>> answer;
        WaitGroup group;
        group.go([&] {
            answer = await(callOn(f.loop.executor(), [&] { return Future<bool>::ready(std::this_thread::get_id() == here); }));
        });
        group.wait();
        QVERIFY(answer->value());
    }

    void aCallThatOutlivesItsLoopIsCanceled()
    {
        std::optional<Future<bool>> asked;
        {
            EventLoop loop;
            asked = callOn(loop.executor(), [] { return Future<bool>::ready(true); });
        }
        QCOMPARE(await(std::move(*asked)).error().kind, ErrorKind::Canceled);
    }
};

ORRERY_GUILESS_TEST(DynamicClientThreadsTest)
} // namespace dynamic_client_threads_test
#include "dynamic_client_threads_test.moc"
