// SPDX-License-Identifier: Apache-2.0
// Faults between a client and its Reflector. What stands behind is a ListerWatcher that the test plays.
#include "core/object/object_decoder.h"
#include "core/session/inspected_lister_watcher.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace inspected_lister_watcher_test {

using namespace kube;
using namespace std::chrono_literals;
using Kind = ConnectionFault::Kind;

/// The server's end.
struct Played final : ListerWatcher {
    struct Operation final : CacheOperation {
        explicit Operation(Played &owner) : played(owner) { ++played.open; }
        ~Operation() override { --played.open; }
        void pause() override { played.isPaused = true; }
        void resume() override { played.isPaused = false; }
        void endFor(const Error &why) override { played.endedFor = why.code; }
        Played &played;
    };
    std::unique_ptr<CacheOperation> list(const ListOptions &, ListSink &sink) override
    {
        ++lists;
        listSink = &sink;
        return std::make_unique<Operation>(*this);
    }
    std::unique_ptr<CacheOperation> watch(const ListOptions &, WatchSink &sink) override
    {
        ++watches;
        watchSink = &sink;
        return std::make_unique<Operation>(*this);
    }
    std::unique_ptr<CacheOperation> probe(std::function<void(std::optional<Error>)> done) override
    {
        ++probes;
        probed = std::move(done);
        return std::make_unique<Operation>(*this);
    }
    void renew() override { ++renewals; }

    ListSink *listSink = nullptr;
    WatchSink *watchSink = nullptr;
    std::function<void(std::optional<Error>)> probed;
    int lists = 0, watches = 0, probes = 0, renewals = 0, open = 0;
    bool isPaused = false;
    QString endedFor;
};

/// The Reflector's end: what it was told, in words.
struct Told final : ListSink, WatchSink {
    void item(ObjectPtr object) override { text += object->key().name + " "; }
    void end(Result<ListMeta> result) override { text += result ? "listed " : errorOf(result.error()); }
    void opened() override { text += "opened "; }
    void event(WatchEvent event) override { text += event.object ? event.object->key().name + " " : event.error ? "event:" + errorOf(*event.error) : "bookmark "; }
    void end(std::optional<Error> error) override { text += error ? errorOf(*error) : "ended "; }
    std::string errorOf(const Error &error)
    {
        last = error;
        return std::string(errorKindName(error.kind)) + " ";
    }
    [[nodiscard]] std::string take() { return std::exchange(text, {}); }

    std::string text;
    Error last;
};

struct Fixture {
    std::shared_ptr<kube::test::ManualTime> time = std::make_shared<kube::test::ManualTime>();
    std::shared_ptr<ConnectionFaults> faults = std::make_shared<ConnectionFaults>(*time);
    std::shared_ptr<PipelineTrace> trace = std::make_shared<PipelineTrace>(*time);
    Played *server = new Played;
    InspectedListerWatcher inspected{std::unique_ptr<ListerWatcher>(server), faults, trace, *time};
    Told told;
    std::unique_ptr<CacheOperation> operation;

    void watch()
    {
        operation = inspected.watch({}, told);
        server->watchSink->opened();
    }
    void tell(const char *name) const
    {
        const std::string json = R"({"metadata":{"namespace":"web","name":")" + std::string(name) + R"(","resourceVersion":"7"}})";
        server->watchSink->event({WatchEventType::Modified, *decodeObject(json, {"", "v1", "Pod"}), "7", false, std::nullopt});
    }
};

} // namespace inspected_lister_watcher_test

namespace inspected_lister_watcher_test { // anew: moc loses count of braces in raw strings

class InspectedListerWatcherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void withoutFaultsEverythingPassesAtOnce()
    {
        Fixture f;
        f.watch();
        f.tell("a");
        f.server->watchSink->end(std::nullopt);
        QCOMPARE(f.told.take(), std::string("opened a ended "));
        f.operation = f.inspected.list({}, f.told);
        f.server->listSink->end(ListMeta{});
        QCOMPARE(f.told.take(), std::string("listed "));
        QVERIFY(f.faults->isQuiet());
    }

    void anOpenWatchIsToldOfA410AsAServerTellsIt()
    {
        Fixture f;
        f.watch();
        f.faults->inject({Kind::Gone, 1, {}});
        QCOMPARE(f.told.take(), std::string("opened event:Gone ended "));
        QCOMPARE(f.told.last.status->code, 410);
        QCOMPARE(f.server->open, 0);
        QCOMPARE(f.server->endedFor, QString(error_code::Injected));
        QVERIFY(f.faults->isQuiet());
    }

    void requestsAreRefusedAsOftenAsAskedAndNeverWithinTheirCall()
    {
        Fixture f;
        f.faults->inject({Kind::ServerError, 2, {}});
        f.operation = f.inspected.list({}, f.told);
        QCOMPARE(f.told.take(), std::string(""));
        f.time->advance(1ms);
        QCOMPARE(f.told.take(), std::string("Server "));
        QCOMPARE(f.told.last.status->code, 500);
        f.operation = f.inspected.watch({}, f.told);
        f.time->advance(1ms);
        QCOMPARE(f.told.take(), std::string("Server "));
        QCOMPARE(f.server->lists + f.server->watches, 0);
        f.watch();
        QCOMPARE(f.told.take(), std::string("opened "));
    }

    void a429SaysWhenToComeBack()
    {
        Fixture f;
        f.faults->inject({Kind::TooManyRequests, 1, 2500ms});
        f.operation = f.inspected.list({}, f.told);
        f.time->advance(1ms);
        QCOMPARE(f.told.take(), std::string("Throttled "));
        QVERIFY(f.told.last.status->retryAfter == 3s);
    }

    void delayedThingsComeLateAndInOrder()
    {
        Fixture f;
        f.watch();
        f.faults->inject({Kind::Delay, 1, 2s});
        f.tell("a");
        f.time->advance(1s);
        f.tell("b");
        QCOMPARE(f.told.take(), std::string("opened "));
        f.time->advance(1s);
        QCOMPARE(f.told.take(), std::string("a "));
        f.tell("c");
        f.faults->clear();
        f.tell("d");
        f.time->advance(1ms);
        QCOMPARE(f.told.take(), std::string("b c d "));
        f.tell("e");
        QCOMPARE(f.told.take(), std::string("e "));
    }

    void whatIsDelayedIsBounded()
    {
        Fixture f;
        f.watch();
        f.faults->inject({Kind::Delay, 1, 2s});
        for (int i = 0; i < 1000; ++i)
            f.tell("a");
        QVERIFY(f.server->isPaused);
        f.time->advance(2s);
        QVERIFY(!f.server->isPaused);
    }

    void aFrozenConnectionIsSilentUntilItThaws()
    {
        Fixture f;
        f.watch();
        f.faults->inject({Kind::Freeze, 1, 20s});
        QVERIFY(f.server->isPaused);
        f.tell("a"); // had arrived
        std::optional<Error> answer;
        const auto probe = f.inspected.probe([&answer](std::optional<Error> error) { answer = std::move(error); });
        f.time->advance(9s);
        QVERIFY(!answer);
        f.time->advance(1s);
        QVERIFY(answer && answer->is(ErrorKind::Transport));
        f.inspected.renew();
        QCOMPARE(f.server->renewals, 0);
        QCOMPARE(f.server->probes, 0);
        const auto list = f.inspected.list({}, f.told);
        QCOMPARE(f.server->lists, 0);
        f.time->advance(10s);
        QVERIFY(!f.server->isPaused);
        QCOMPARE(f.server->lists, 1);
        QCOMPARE(f.told.take(), std::string("opened a "));
    }

    void aProbeGoesOutWhenTheConnectionThaws()
    {
        Fixture f;
        f.faults->inject({Kind::Freeze, 1, {}});
        int answers = 0;
        const auto probe = f.inspected.probe([&answers](std::optional<Error> error) { answers += error ? 100 : 1; });
        f.faults->clear();
        QCOMPARE(f.server->probes, 1);
        f.server->probed(std::nullopt);
        f.time->advance(1min);
        QCOMPARE(answers, 1);
    }

    void aPausedOperationTellsNothingThatWasLate()
    {
        Fixture f;
        f.watch();
        f.faults->inject({Kind::Delay, 1, 1s});
        f.tell("a");
        f.operation->pause();
        f.time->advance(5s);
        QCOMPARE(f.told.take(), std::string("opened "));
        f.operation->resume();
        f.time->advance(1ms);
        QCOMPARE(f.told.take(), std::string("a "));
    }

    void anEventIsStampedAsItIsTold()
    {
        Fixture f;
        f.trace->setOn(true);
        f.watch();
        f.tell("a");
        f.time->advance(3ms);
        f.trace->cached({"web", "a"});
        PipelineSnapshot seen;
        f.trace->describe(seen);
        QCOMPARE(seen.receivedToCached.count, std::uint64_t(1));
        QVERIFY(seen.receivedToCached.max == 3ms);
    }
};

ORRERY_GUILESS_TEST(InspectedListerWatcherTest)
} // namespace inspected_lister_watcher_test
#include "inspected_lister_watcher_test.moc"
