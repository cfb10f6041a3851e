// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/informers/lister_watcher_fixture.h"

namespace dynamic_lister_watcher_test {

using namespace kube;
using kube::test::fixture;

namespace {

DynamicListerWatcher::Target pods()
{
    return {{"", "v1", "pods"}, "Pod", "shop", {}, {}, DynamicListerWatcher::Form::Objects};
}

struct Fixture : test::ListerWatcherFixture {
    explicit Fixture(DynamicListerWatcher::Target target = pods()) : ListerWatcherFixture(std::move(target)) {}
};

const char statusGone[] = R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Expired","code":410})";

} // namespace

class DynamicListerWatcherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aListComesItemByItemWhateverThePieces_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {1, 7, 1000, 1000000})
            QTest::newRow(QByteArray::number(bytes).constData()) << bytes;
    }
    void aListComesItemByItemWhateverThePieces()
    {
        QFETCH(int, bytes);
        Fixture f;
        const auto operation = f.source.list({.limit = 3}, f.listed);
        QVERIFY(!f.listed.result);
        f.answerInPieces(fixture("kubernetes-1.36/list/pods-page1.json"), bytes);
        QCOMPARE(f.server->last().line(), QByteArray("GET /api/v1/namespaces/shop/pods?limit=3"));
        QCOMPARE(f.listed.objects.size(), std::size_t(3));
        QCOMPARE(f.listed.objects.front()->key(), (ObjectKey{"shop", "crasher"}));
        QCOMPARE(f.listed.objects.front()->gvk(), (GroupVersionKind{"", "v1", "Pod"}));
        QVERIFY(f.listed.result);
        QVERIFY_RESULT(*f.listed.result);
        QCOMPARE((*f.listed.result)->resourceVersion, std::string("377"));
        QCOMPARE((*f.listed.result)->remainingItemCount, std::optional<std::int64_t>(4));
        QVERIFY(!(*f.listed.result)->continueToken.empty());
        QCOMPARE(f.source.traffic().lists, std::uint64_t(1));
        QCOMPARE(f.source.traffic().bytes, std::uint64_t(fixture("kubernetes-1.36/list/pods-page1.json").size()));
    }

    void aTimeoutOfTheConfigurationEndsAListAndNoWatch()
    {
        RestConfig config = Fixture::config();
        config.timeout = std::chrono::seconds(5);
        Fixture f(pods());
        RestClient client(config, {f.server, f.time, f.time, [] { return 0.5; }});
        DynamicListerWatcher source(client, pods(), f.time);
        const auto watch = source.watch({.resourceVersion = "7"}, f.watched);
        f.time->run();
        QVERIFY2(!f.server->last().line().contains("timeout=5s"), f.server->last().line().constData());
        const auto list = source.list({}, f.listed);
        f.time->run();
        QVERIFY2(f.server->last().line().contains("timeout=5s"), f.server->last().line().constData());
        f.time->advance(std::chrono::seconds(5));
        QVERIFY(f.listed.result && !*f.listed.result);
        QVERIFY(f.listed.result->error().is(ErrorKind::Transport));
        QVERIFY(!f.watched.isEnded);
    }

    void optionsAndSelectorsStandInTheQuery()
    {
        auto target = pods();
        target.labelSelector = "app=web";
        target.fieldSelector = "status.phase=Running";
        Fixture f(target);
        const auto list = f.source.list({.resourceVersion = "5", .resourceVersionMatch = "Exact", .continueToken = "x y", .limit = 500}, f.listed);
        f.time->run();
        QCOMPARE(f.server->last().line(),
                 QByteArray("GET /api/v1/namespaces/shop/pods?labelSelector=app%3Dweb&fieldSelector=status.phase%3DRunning"
                            "&resourceVersion=5&resourceVersionMatch=Exact&limit=500&continue=x%20y"));
        QVERIFY(f.server->last().request.lane == HttpRequest::Lane::Call);
        const auto watch = f.source.watch({.resourceVersion = "7", .labelSelector = "b", .timeoutSeconds = 300, .allowWatchBookmarks = true}, f.watched);
        f.time->run();
        QCOMPARE(f.server->last().line(),
                 QByteArray("GET /api/v1/namespaces/shop/pods?labelSelector=app%3Dweb%2Cb&fieldSelector=status.phase%3DRunning"
                            "&resourceVersion=7&watch=true&allowWatchBookmarks=true&timeoutSeconds=300"));
        QVERIFY(f.server->last().request.lane == HttpRequest::Lane::Stream);
    }

    void aWatchListAsksForInitialEventsNotOlderThan()
    {
        Fixture f;
        const auto watch = f.source.watch({.allowWatchBookmarks = true, .sendInitialEvents = true}, f.watched);
        f.time->run();
        QCOMPARE(f.server->last().line(),
                 QByteArray("GET /api/v1/namespaces/shop/pods?resourceVersionMatch=NotOlderThan&watch=true"
                            "&allowWatchBookmarks=true&sendInitialEvents=true"));
    }

    void aListCutShortIsATransportError()
    {
        Fixture f;
        const auto operation = f.source.list({}, f.listed);
        const QByteArray body = fixture("kubernetes-1.36/list/pods-page1.json");
        f.answerInPieces(body.left(body.size() - 2), 1000);
        QCOMPARE(f.listed.objects.size(), std::size_t(3));
        QVERIFY(f.listed.result && !*f.listed.result);
        QCOMPARE(f.listed.result->error().kind, ErrorKind::Transport);
    }

    void aRefusedListEndsWithTheServersStatus()
    {
        Fixture f;
        const auto operation = f.source.list({.continueToken = "x"}, f.listed);
        f.time->run();
        f.server->last().answer(410, statusGone);
        f.time->run();
        QVERIFY(f.listed.result && !*f.listed.result);
        QCOMPARE(f.listed.result->error().kind, ErrorKind::Gone);
    }

    void whatIsNoListEndsItAtOnce()
    {
        Fixture f;
        const auto operation = f.source.list({}, f.listed);
        f.time->run();
        const auto exchange = f.server->exchanges.back();
        exchange->head(200);
        exchange->data("<html>please sign in</html>");
        f.time->run();
        QVERIFY(f.listed.result && !*f.listed.result);
        QCOMPARE(f.listed.result->error().kind, ErrorKind::BadInput);
        QVERIFY(!exchange->isOpen());
    }

    void whatHasFailedMayBePausedAndResumed()
    {
        Fixture f;
        const auto list = f.source.list({}, f.listed);
        const auto watch = f.source.watch({}, f.watched);
        f.time->run();
        for (const auto &exchange : f.server->exchanges) {
            exchange->head(200);
            exchange->data("<html>please sign in</html>");
        }
        f.time->run();
        QVERIFY(f.listed.result && f.watched.isEnded);
        for (const auto &operation : {list.get(), watch.get()}) {
            operation->pause();
            operation->resume();
        }
    }

    void anItemThatIsNoObjectIsSkippedAndCounted()
    {
        Fixture f;
        const auto operation = f.source.list({}, f.listed);
        f.answerInPieces(R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":[{"metadata":{}},{"metadata":{"name":"a"}}]})", 999);
        QCOMPARE(f.listed.objects.size(), std::size_t(1));
        QVERIFY_RESULT(*f.listed.result);
        QCOMPARE(f.source.traffic().skipped, std::uint64_t(1));
    }

    void aListMayBeDroppedFromWithinItsItems()
    {
        Fixture f;
        auto operation = f.source.list({}, f.listed);
        f.listed.onItem = [&] { operation.reset(); };
        f.answerInPieces(fixture("kubernetes-1.36/list/pods-page1.json"), 1000000);
        QCOMPARE(f.listed.objects.size(), std::size_t(1));
        QVERIFY(!f.listed.result);
    }

    void aWatchGivesEventsWhateverThePieces_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {1, 13, 1000000})
            QTest::newRow(QByteArray::number(bytes).constData()) << bytes;
    }
    void aWatchGivesEventsWhateverThePieces()
    {
        QFETCH(int, bytes);
        Fixture f({{"", "v1", "configmaps"}, "ConfigMap", "shop", {}, {}, DynamicListerWatcher::Form::Objects});
        const auto operation = f.source.watch({.sendInitialEvents = true}, f.watched);
        QCOMPARE(f.watched.opens, 0);
        f.answerInPieces(fixture("kubernetes-1.36/watch/initial-events.ndjson"), bytes);
        QCOMPARE(f.watched.opens, 1);
        QCOMPARE(f.watched.types(), QByteArray("AbABMDBB"));
        QCOMPARE(f.watched.events.at(0).object->key(), (ObjectKey{"shop", "settings"}));
        QCOMPARE(f.watched.events.at(0).resourceVersion, std::string("267"));
        QCOMPARE(f.watched.events.at(1).resourceVersion, std::string("562"));
        QVERIFY(f.watched.isEnded && !f.watched.error);
        QCOMPARE(f.source.traffic().events, std::uint64_t(8));
    }

    void anExpiredWatchIsAnErrorEvent()
    {
        Fixture f;
        const auto operation = f.source.watch({.resourceVersion = "1"}, f.watched);
        f.answerInPieces(fixture("kubernetes-1.36/watch/expired-410.ndjson"), 1000000);
        QCOMPARE(f.watched.types(), QByteArray("E"));
        QCOMPARE(f.watched.events.front().error->kind, ErrorKind::Gone);
        QVERIFY(f.watched.isEnded && !f.watched.error);
    }

    void aWatchCutInsideAnEventIsATransportError()
    {
        Fixture f({{"", "v1", "configmaps"}, "ConfigMap", "shop", {}, {}, DynamicListerWatcher::Form::Objects});
        const auto operation = f.source.watch({}, f.watched);
        f.answerInPieces(fixture("kubernetes-1.36/watch/initial-events.ndjson").left(1000), 100);
        QVERIFY(f.watched.isEnded && f.watched.error);
        QCOMPARE(f.watched.error->kind, ErrorKind::Transport);
    }

    void anEventThatIsNoObjectIsSkipped()
    {
        Fixture f;
        const auto operation = f.source.watch({}, f.watched);
        f.answerInPieces(R"({"type":"ADDED","object":{"metadata":{}}}{"type":"ADDED","object":{"metadata":{"name":"a","resourceVersion":"3"}}})", 999);
        QCOMPARE(f.watched.types(), QByteArray("A"));
        QCOMPARE(f.source.traffic().skipped, std::uint64_t(1));
        QVERIFY(!f.watched.error);
    }

    void aWatchMayBeDroppedFromWithinItsEvents()
    {
        Fixture f({{"", "v1", "configmaps"}, "ConfigMap", "shop", {}, {}, DynamicListerWatcher::Form::Objects});
        auto operation = f.source.watch({}, f.watched);
        f.watched.onEvent = [&] { operation.reset(); };
        f.answerInPieces(fixture("kubernetes-1.36/watch/initial-events.ndjson"), 1000000);
        QCOMPARE(f.watched.types(), QByteArray("A"));
        QVERIFY(!f.watched.isEnded);
    }

    void pausingReachesTheTransport()
    {
        Fixture f;
        const auto operation = f.source.watch({}, f.watched);
        f.time->run();
        f.server->last().head(200);
        operation->pause();
        QVERIFY(f.server->last().paused);
        operation->resume();
        f.time->run();
        QVERIFY(!f.server->last().paused);
    }

    void metadataAloneMayBeAskedFor()
    {
        auto target = pods();
        target.form = DynamicListerWatcher::Form::Metadata;
        Fixture f(target);
        const auto list = f.source.list({}, f.listed);
        f.answerInPieces(fixture("kubernetes-1.36/list/pods-partial-metadata.json"), 1000);
        QCOMPARE(f.server->last().header("Accept"), QByteArray("application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json"));
        QVERIFY(!f.listed.objects.empty());
        QVERIFY_RESULT(*f.listed.result);
        const auto watch = f.source.watch({}, f.watched);
        f.answerInPieces(fixture("kubernetes-1.36/watch/initial-events-partial-metadata.ndjson"), 1000);
        QCOMPARE(f.server->last().header("Accept"), QByteArray("application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io,application/json"));
        QCOMPARE(f.watched.types(), QByteArray("AAAAAb"));
    }

    void aProbeTellsWhetherTheServerAnswers()
    {
        Fixture f;
        std::vector<std::optional<Error>> answers;
        const auto note = [&](std::optional<Error> error) { answers.push_back(std::move(error)); };
        const auto good = f.source.probe(note);
        f.time->run();
        QCOMPARE(f.server->last().line(), QByteArray("GET /version?timeout=10s"));
        f.server->last().answer(200, "{}");
        f.time->run();
        const auto silent = f.source.probe(note);
        f.time->advance(std::chrono::seconds(11));
        auto dropped = f.source.probe(note);
        f.time->run();
        dropped.reset();
        f.time->advance(std::chrono::seconds(11));
        QCOMPARE(answers.size(), std::size_t(2));
        QVERIFY(!answers.at(0));
        QVERIFY(answers.at(1) && answers.at(1)->is(ErrorKind::Transport));
    }

    void renewingReachesTheTransport()
    {
        Fixture f;
        f.source.renew();
        QCOMPARE(f.server->renewals, 1);
    }
};

ORRERY_GUILESS_TEST(DynamicListerWatcherTest)
} // namespace dynamic_lister_watcher_test
#include "dynamic_lister_watcher_test.moc"
