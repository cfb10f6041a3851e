// SPDX-License-Identifier: Apache-2.0
// A session's machinery looked into and held up through its port. The server is a FakeCluster.
#include "core/base/protection_error.h"
#include "core/session/ports/clockwork_port.h"
#include "tests/support/queue_worker.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_clockwork_port_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::podJson;
using kube::test::podList;
using kube::test::QueueRows;
using kube::test::QueueWorker;
using kube::test::SessionFixture;
using namespace std::chrono_literals;

namespace {

const QByteArray path = "GET /api/v1/namespaces/web/pods";
const InformerKey pods{{"", "v1", "pods"}, "web", {}, {}, InformerKey::Form::Objects};
const ObjectKey one{"web", "one"};

struct Fixture : SessionFixture {
    std::shared_ptr<QueueRows> rows = std::make_shared<QueueRows>();
    Freshness freshness;
    ClockworkSnapshotPtr seen;
    int snapshots = 0;
    Subscription watching;
    Subscription table; ///< goes first

    explicit Fixture(bool isProtected = false)
    {
        server.set(path, podList(podJson("one", "7") + "," + podJson("two", "8")));
        SessionOptions options = server.options();
        options.isProtected = isProtected;
        make(std::move(options));
        open();
        FeedRequest request;
        request.resource = kube::test::podResource();
        request.scope.names = {"web"};
        table = ports().feed->open(request, QueueWorker::maker(rows), owner, [this](Freshness now) { freshness = std::move(now); });
    }
    [[nodiscard]] ClockworkPort &clockwork() const { return *ports().clockwork; }
    void watch()
    {
        watching = clockwork().watch(owner, [this](ClockworkSnapshotPtr snapshot) {
            seen = std::move(snapshot);
            ++snapshots;
        });
    }
    [[nodiscard]] const PipelineSnapshot *pipeline() const
    {
        if (!seen)
            return nullptr;
        const auto found = std::find_if(seen->pipelines.begin(), seen->pipelines.end(), [](const PipelineSnapshot &each) { return each.key == pods; });
        return found == seen->pipelines.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool isLive() const { return freshness.state == FreshnessState::Live; }
    void change(const QByteArray &name, const QByteArray &version)
    {
        server.push(path, "{\"type\":\"MODIFIED\",\"object\":" + podJson(name, version) + "}\n");
    }
    [[nodiscard]] std::string row(const ObjectKey &key) const
    {
        const auto all = rows->all();
        const auto found = all.find(key);
        return found == all.end() ? "none" : found->second;
    }
    [[nodiscard]] std::uint64_t tableId() const { return pipeline()->tables.front().id; }
    [[nodiscard]] std::optional<WorkQueueSnapshot::Entry> keyInQueue(const std::string &key)
    {
        const auto queue = answer(clockwork().tableQueue(pods, tableId(), 10));
        if (!queue)
            return std::nullopt;
        for (const auto *list : {&queue->queuedKeys, &queue->waitingKeys}) {
            for (const WorkQueueSnapshot::Entry &entry : *list) {
                if (entry.key == key)
                    return entry;
            }
        }
        return std::nullopt;
    }
};

} // namespace

class SessionClockworkPortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void everyInformerIsSeenWithWhatStandsBehindIt()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline() && f.pipeline()->tables.size() == 1 && f.pipeline()->tables.front().rows == 2);
        QCOMPARE(f.pipeline()->kind, std::string("Pod"));
        QCOMPARE(f.pipeline()->informer.indexer.objects, std::size_t(2));
        QVERIFY(f.pipeline()->informer.indexer.bytes > 0);
        QVERIFY(f.pipeline()->paused.empty() && f.pipeline()->faults.empty());
        QVERIFY(f.seen->client.began > 0);
        f.change("one", "11");
        QTRY_COMPARE(f.pipeline()->handledToRow.count, std::uint64_t(1));
        QCOMPARE(f.pipeline()->receivedToCached.count, std::uint64_t(1));
        QCOMPARE(f.pipeline()->cachedToHandled.count, std::uint64_t(1));
        QVERIFY(f.pipeline()->rowToDelivered.count >= 1);
        QCOMPARE(f.pipeline()->receivedToPainted.count, std::uint64_t(1)); // the worker paints at once
        QCOMPARE(f.pipeline()->outOfView, std::uint64_t(0));
    }

    void nobodyIsToldAfterTheSubscriptionIsDropped()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.snapshots >= 3);
        f.watching.reset();
        const int before = f.snapshots;
        QVERIFY(f.answer(f.ports().cluster->namespaces()) || true); // the session's thread has heard of it
        QCOMPARE(f.snapshots, before);
    }

    void theCacheIsOpen()
    {
        Fixture f;
        QTRY_VERIFY(f.isLive());
        const auto keys = f.answer(f.clockwork().cacheKeys(pods, {"web/o", 10}));
        QVERIFY_RESULT(keys);
        QCOMPARE(keys->keys.size(), std::size_t(1));
        const auto object = f.answer(f.clockwork().cachedObject(pods, one));
        QVERIFY_RESULT(object);
        QCOMPARE(object->resourceVersion, std::string("7"));
        QCOMPARE(object->uid, std::string("u-one"));
        QVERIFY(object->bytes > 0);
        QCOMPARE(object->indexed.at("namespace"), std::vector<std::string>{"web"});
        const auto values = f.answer(f.clockwork().indexContents(pods, "namespace", {}));
        QVERIFY_RESULT(values);
        QCOMPARE(values->values.front().objects, std::size_t(2));
        const auto unknown = f.answer(f.clockwork().indexContents(pods, "colour", {}));
        QVERIFY(!unknown && unknown.error().is(ErrorKind::BadInput));
        InformerKey other = pods;
        other.namespaceName = "elsewhere";
        const auto none = f.answer(f.clockwork().cacheKeys(other, {}));
        QVERIFY(!none && none.error().is(ErrorKind::NotFound));
        const auto gone = f.answer(f.clockwork().cachedObject(pods, {"web", "three"}));
        QVERIFY(!gone && gone.error().is(ErrorKind::NotFound));
    }

    void aPausedQueueShowsItsKeysAndLosesNone()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline());
        f.clockwork().command(pods, PipelineStage::Queue, StageCommand::Pause);
        QTRY_COMPARE(f.freshness.state, FreshnessState::Paused);
        f.change("one", "11");
        f.change("one", "12");
        f.change("two", "13");
        QTRY_COMPARE(f.pipeline()->informer.queue.queued, std::size_t(2));
        QVERIFY(f.pipeline()->isPaused(PipelineStage::Queue));
        const auto waits = f.answer(f.clockwork().queueContents(pods, {}));
        QVERIFY_RESULT(waits);
        QCOMPARE(waits->items.front().chain.size(), std::size_t(2));
        f.clockwork().command(pods, PipelineStage::Queue, StageCommand::Step);
        QTRY_COMPARE(f.row(one), std::string("12"));
        QCOMPARE(f.row({"web", "two"}), std::string("8"));
        f.clockwork().command(pods, PipelineStage::Queue, StageCommand::Resume);
        QTRY_COMPARE(f.row({"web", "two"}), std::string("13"));
        QTRY_VERIFY(f.isLive());
    }

    void aPausedTableSaysSoAndIsSteppedKeyByKey()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline() && f.pipeline()->tables.size() == 1);
        f.clockwork().command(pods, PipelineStage::Table, StageCommand::Pause);
        QTRY_COMPARE(f.freshness.state, FreshnessState::Paused);
        f.change("one", "11");
        f.change("two", "12");
        QTRY_COMPARE(f.pipeline()->tables.front().queue.queued, std::size_t(2));
        const auto queue = f.answer(f.clockwork().tableQueue(pods, f.tableId(), 10));
        QVERIFY_RESULT(queue);
        QCOMPARE(queue->queuedKeys.front().key, std::string("web/one"));
        QVERIFY(queue->queuedKeys.front().time);
        QCOMPARE(f.row(one), std::string("7"));
        f.clockwork().command(pods, PipelineStage::Table, StageCommand::Step);
        QTRY_COMPARE(f.row(one), std::string("11"));
        QCOMPARE(f.row({"web", "two"}), std::string("8"));
        QCOMPARE(f.freshness.state, FreshnessState::Paused);
        f.clockwork().command(pods, PipelineStage::Table, StageCommand::Resume);
        QTRY_COMPARE(f.row({"web", "two"}), std::string("12"));
        QTRY_VERIFY(f.isLive());
        const auto closed = f.answer(f.clockwork().tableQueue(pods, 0, 10));
        QVERIFY(!closed && closed.error().is(ErrorKind::NotFound));
    }

    void aTableOpenedWhileTablesArePausedIsPaused()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline());
        f.clockwork().command(pods, PipelineStage::Table, StageCommand::Pause);
        const auto late = std::make_shared<QueueRows>();
        Freshness freshness;
        FeedRequest request;
        request.resource = kube::test::podResource();
        request.scope.names = {"web"};
        const auto second = f.ports().feed->open(request, QueueWorker::maker(late), f.owner, [&freshness](Freshness now) { freshness = std::move(now); });
        QTRY_COMPARE(freshness.state, FreshnessState::Paused);
        QTRY_VERIFY(f.pipeline()->tables.size() == 2 && f.pipeline()->tables.back().queue.queued == 2);
        QVERIFY(late->all().empty());
        f.clockwork().command(pods, PipelineStage::Table, StageCommand::Resume);
        QTRY_COMPARE(late->all().size(), std::size_t(2));
    }

    void aRetriedKeyIsReconciledAgain()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline() && f.pipeline()->tables.size() == 1 && f.pipeline()->tables.front().queue.dones == 2);
        f.clockwork().forgetKey(pods, f.tableId(), one);
        f.clockwork().retryKey(pods, f.tableId(), one);
        QTRY_COMPARE(f.pipeline()->tables.front().queue.dones, std::uint64_t(3));
        QCOMPARE(f.row(one), std::string("7"));
    }

    void aFailingKeyIsSeenForgottenAndRetried()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline() && f.pipeline()->tables.size() == 1 && f.pipeline()->tables.front().queue.dones == 2);
        QVERIFY(f.pipeline()->tables.front().nextDelay == 5ms);
        f.rows->setFailing(one, true);
        f.change("one", "11");
        QTRY_VERIFY(f.pipeline()->tables.front().queue.failing == 1 && f.pipeline()->tables.front().queue.retries > 2);
        QCOMPARE(f.row(one), std::string("7"));
        // What is paused fails no more meanwhile.
        f.clockwork().command(pods, PipelineStage::Table, StageCommand::Pause);
        auto key = f.keyInQueue("web/one");
        QVERIFY(key && key->failures > 2 && key->lastFailure && key->nextDelay > 20ms);
        QCOMPARE(key->lastFailure->error.message, QStringLiteral("the row cannot be made"));
        f.clockwork().forgetKey(pods, f.tableId(), one);
        key = f.keyInQueue("web/one");
        QVERIFY(key && key->failures == 0 && !key->lastFailure && key->nextDelay == 5ms);
        f.rows->setFailing(one, false);
        f.clockwork().retryKey(pods, f.tableId(), one);
        const auto queue = f.answer(f.clockwork().tableQueue(pods, f.tableId(), 10));
        QVERIFY(queue && queue->queued == 1 && queue->waiting == 0);
        f.clockwork().command(pods, PipelineStage::Table, StageCommand::Resume);
        QTRY_COMPARE(f.row(one), std::string("11"));
        QTRY_COMPARE(f.pipeline()->tables.front().queue.failing, std::size_t(0));
    }

    void theCacheIsNeverAheadOfItsReflector()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline());
        for (const char *version : {"11", "12", "13"}) {
            f.change("one", version);
            QTRY_COMPARE(f.pipeline()->informer.indexer.resourceVersion, std::string(version));
            QCOMPARE(f.pipeline()->informer.reflector.lastSyncResourceVersion, std::string(version));
        }
    }

    void theWatchIsCutAndTheListIsMadeAnew()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline());
        const int watches = f.server.watches(path);
        f.clockwork().cutWatch(pods);
        QTRY_COMPARE(f.server.watches(path), watches + 1);
        const int lists = f.server.lists(path);
        f.clockwork().relist(pods);
        QTRY_COMPARE(f.server.lists(path), lists + 1);
        QTRY_COMPARE(f.pipeline()->informer.reflector.relists, std::uint64_t(1));
        QTRY_VERIFY(f.isLive());
    }

    void everythingGoesOnWithTheLastWhoWatched()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline());
        for (const PipelineStage stage : {PipelineStage::Connection, PipelineStage::Reflector, PipelineStage::Queue, PipelineStage::Handlers, PipelineStage::Table})
            f.clockwork().command(pods, stage, StageCommand::Pause);
        QVERIFY_RESULT(f.answer(f.clockwork().inject(pods, {ConnectionFault::Kind::Freeze, 1, {}})));
        QTRY_VERIFY(f.pipeline()->paused.size() == 5 && f.pipeline()->faults.size() == 1);
        f.change("one", "11");
        f.watching.reset();
        QTRY_COMPARE(f.row(one), std::string("11"));
        QTRY_VERIFY(f.isLive());
        // And nothing is held up for nobody.
        f.clockwork().command(pods, PipelineStage::Queue, StageCommand::Pause);
        const auto refused = f.answer(f.clockwork().inject(pods, {ConnectionFault::Kind::Gone, 1, {}}));
        QVERIFY(!refused && refused.error().is(ErrorKind::BadInput));
        f.change("one", "12");
        QTRY_COMPARE(f.row(one), std::string("12"));
    }

    void aFaultIsPutInForceAndCleared()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline());
        const auto faults = f.answer(f.clockwork().inject(pods, {ConnectionFault::Kind::Delay, 1, 1h}));
        QVERIFY_RESULT(faults);
        QCOMPARE(faults->size(), std::size_t(1));
        QTRY_COMPARE(f.pipeline()->faults.size(), std::size_t(1));
        f.change("one", "11");
        f.clockwork().clearFaults(pods);
        QTRY_COMPARE(f.row(one), std::string("11"));
        QTRY_VERIFY(f.pipeline()->faults.empty());
        const auto gone = f.answer(f.clockwork().inject(pods, {ConnectionFault::Kind::Gone, 1, {}}));
        QVERIFY_RESULT(gone);
        QTRY_VERIFY(f.pipeline()->informer.reflector.relists == 1 && f.isLive());
    }

    void aTableWhoseConnectionIsFrozenByUsIsNotCalledLive()
    {
        Fixture f;
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline());
        QVERIFY_RESULT(f.answer(f.clockwork().inject(pods, {ConnectionFault::Kind::Freeze, 1, {}})));
        QTRY_VERIFY(f.freshness.state == FreshnessState::Paused);
        QVERIFY(f.freshness.asOf != WallTime{});
        f.change("one", "11");
        f.clockwork().clearFaults(pods);
        QTRY_COMPARE(f.row(one), std::string("11"));
        QTRY_VERIFY(f.isLive());
    }

    void noFaultIsPutOnAProtectedContext()
    {
        Fixture f(true);
        f.watch();
        QTRY_VERIFY(f.isLive() && f.pipeline());
        const ConnectionFault fault{ConnectionFault::Kind::Freeze, 1, {}};
        auto refused = f.answer(f.clockwork().inject(pods, fault));
        QVERIFY(!refused && refused.error().is(ErrorKind::Forbidden) && refused.error().code == error_code::Protected);
        QVERIFY_RESULT(f.answer(f.ports().protection->unlock(QStringLiteral("fake"))));
        refused = f.answer(f.clockwork().inject(pods, fault));
        QVERIFY(!refused && refused.error().code == error_code::Protected);
        QVERIFY_RESULT(f.answer(f.ports().protection->unprotect(QStringLiteral("fake"))));
        QVERIFY_RESULT(f.answer(f.clockwork().inject(pods, fault)));
        f.ports().protection->protect();
        QTRY_VERIFY(f.pipeline()->faults.empty());
    }
};

ORRERY_GUILESS_TEST(SessionClockworkPortTest)
} // namespace session_clockwork_port_test
#include "session_clockwork_port_test.moc"
