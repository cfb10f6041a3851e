// SPDX-License-Identifier: Apache-2.0
// One Clientset asked from several threads, as worker threads of a controller do.
#include "core/base/await.h"
#include "core/base/wait_group.h"
#include "core/kubernetes/clientset.h"
#include "core/kubernetes/core/v1/config_map.h"
#include "tests/support/scripted_client.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace clientset_threads_test {

using namespace kube;
using kube::core::v1::ConfigMap;

namespace {

const char one[] = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"one","namespace":"web"},"data":{"a":"1"}})";
const char list[] = R"({"apiVersion":"v1","kind":"ConfigMapList","metadata":{"resourceVersion":"5"},"items":[{"metadata":{"name":"one","namespace":"web"}}]})";

struct Fixture : kube::test::ScriptedClient {
    Clientset clientset{client, loop.executor()};
};

} // namespace

class ClientsetThreadsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void workersAskOneClientsetAndGetTheirAnswers()
    {
        Fixture f;
        f.server->on("GET /api/v1/namespaces/web/configmaps/one", {200, one});
        f.server->on("PUT /api/v1/namespaces/web/configmaps/one", {200, one});
        f.server->on("POST /api/v1/namespaces/web/configmaps", {201, one});
        f.server->on("PATCH /api/v1/namespaces/web/configmaps/one", {200, one});
        f.server->on("GET /api/v1/namespaces/web/configmaps", {200, list});
        f.server->on("DELETE /api/v1/namespaces/web/configmaps/one", {200, one});
        std::atomic<int> right = 0;
        WaitGroup group;
        for (int worker = 0; worker < 4; ++worker) {
            group.go([&] {
                const auto maps = f.clientset.coreV1().configMaps("web");
                for (int i = 0; i < 5; ++i) {
                    const auto got = await(maps.get("one"));
                    right += got && got->data()["a"].value() == "1";
                    right += got && await(maps.update(*got));
                    right += got && await(maps.create(*got));
                    right += await(maps.patch("one", PatchType::Merge, "{}")).has_value();
                    right += await(maps.list()).value_or(TypedList<ConfigMap>{}).items.size() == 1;
                    right += await(maps.remove("one")).has_value();
                }
            });
        }
        group.wait();
        QCOMPARE(right.load(), 4 * 5 * 6);
        QCOMPARE(f.server->exchanges.size(), std::size_t(4 * 5 * 6));
    }

    void aQuestionThatOutlivesItsClientsetIsCanceled()
    {
        std::optional<Future<ConfigMap>> asked;
        {
            Fixture f;
            // No turn of the loop: the question waits at its door.
            std::thread([&] { asked = f.clientset.coreV1().configMaps("web").get("one"); }).join();
        }
        QCOMPARE(await(std::move(*asked)).error().kind, ErrorKind::Canceled);
    }
};

ORRERY_GUILESS_TEST(ClientsetThreadsTest)
} // namespace clientset_threads_test
#include "clientset_threads_test.moc"
