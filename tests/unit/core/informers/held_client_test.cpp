// SPDX-License-Identifier: Apache-2.0
// An informer whose RestClient somebody has paused: that it hears nothing is nobody's failure.
#include "core/cache/shared_informer.h"
#include "core/informers/dynamic_lister_watcher.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace held_client_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

const QList<Header> json{{"Content-Type", "application/json"}};
const QByteArray noPods = "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[]}";
const QByteArray addedPod = "{\"type\":\"ADDED\",\"object\":{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\","
                            "\"namespace\":\"web\",\"uid\":\"u\",\"resourceVersion\":\"11\"}}}\n";

struct Fixture : kube::test::RestFixture {
    SharedIndexInformer informer{
        std::make_unique<DynamicListerWatcher>(client, DynamicListerWatcher::Target{{"", "v1", "pods"}, "Pod", "web", {}, {}}, time),
        time, *time, [] { return 0.0; }, {}};
    const std::shared_ptr<RestStage> stage = client.stage();

    void answerList()
    {
        server->last().answer(200, noPods, json);
        time->run();
    }
    void openWatch()
    {
        server->last().head(200, json);
        time->run();
    }
    void becomeLive()
    {
        informer.run();
        time->run();
        answerList();
        openWatch();
    }
    void pause()
    {
        stage->pause();
        time->run();
    }
    void resume()
    {
        stage->resume();
        time->run();
    }
};

} // namespace

class HeldClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aWatchOfAPausedClientIsNotTakenForADeadOne()
    {
        Fixture f;
        f.becomeLive();
        f.pause();
        f.time->advance(20min); // beyond every deadline of a watch
        QCOMPARE(f.server->exchanges.size(), std::size_t(2)); // neither probed nor left
        QVERIFY(f.server->last().paused);
        QCOMPARE(f.server->renewals, 0);
        QCOMPARE(f.informer.status().phase, ReflectorPhase::Live);
        QVERIFY(f.informer.status().standsStill);
        QCOMPARE(f.informer.status().probes, std::uint64_t(0));
        f.resume();
        QVERIFY(!f.informer.status().standsStill);
        f.server->last().data(addedPod);
        f.time->run();
        QVERIFY(f.informer.indexer().getByKey({"web", "a"}));
        f.server->last().end(); // as the server did long ago
        f.time->run();
        f.openWatch();
        QCOMPARE(f.server->exchanges.size(), std::size_t(3));
        QCOMPARE(f.informer.status().failures, std::uint64_t(0));
        f.time->advance(31s); // silence counts again
        QCOMPARE(f.informer.status().probes, std::uint64_t(1));
        QCOMPARE(f.server->last().line(), QByteArray("GET /version?timeout=10s"));
    }

    void whatAPausedClientIsAskedForWaitsAndIsAskedOnce()
    {
        Fixture f;
        f.pause();
        f.informer.run();
        f.time->advance(20min);
        QVERIFY(f.server->exchanges.empty());
        QCOMPARE(f.informer.status().lists, std::uint64_t(1));
        f.stage->step(); // the list, whole
        f.time->run();
        f.answerList();
        f.time->advance(20min);
        QCOMPARE(f.server->exchanges.size(), std::size_t(1));
        QCOMPARE(f.informer.status().watches, std::uint64_t(1));
        f.resume();
        f.openWatch();
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        QCOMPARE(f.informer.status().phase, ReflectorPhase::Live);
        QCOMPARE(f.informer.status().failures, std::uint64_t(0));
        QCOMPARE(f.server->renewals, 0);
    }

    void aProbeUnderWayWhenItIsPausedProvesNothing()
    {
        Fixture f;
        f.becomeLive();
        f.time->advance(31s);
        QCOMPARE(f.server->exchanges.size(), std::size_t(3));
        f.pause();
        f.time->advance(5min);
        QCOMPARE(f.informer.status().failures, std::uint64_t(0));
        QCOMPARE(f.server->renewals, 0);
        f.informer.stop();
        f.resume(); // nobody is told any more
    }
};

ORRERY_GUILESS_TEST(HeldClientTest)
} // namespace held_client_test
#include "held_client_test.moc"
