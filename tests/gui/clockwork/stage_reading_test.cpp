// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/clockwork/fake_clockwork.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/measure_text.h"
#include "ui/views/clockwork/clockwork_words.h"
#include "ui/views/clockwork/contents_model.h"
#include "ui/views/clockwork/informer_rows.h"
#include "ui/views/clockwork/stage_contents.h"

#include <QAbstractItemModelTester>

namespace stage_reading_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;

class StageReadingTest : public QObject
{
    Q_OBJECT

    [[nodiscard]] static StageReading read(Stage stage, const kube::ClockworkSnapshot &snapshot, const PipelineFlow &flow = {})
    {
        return readStage(stage, {snapshot, snapshot.pipelines.front(), flow});
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aCalmPipelineIsReadyAndStands()
    {
        const kube::ClockworkSnapshot calm = calmMachinery();
        for (const Stage stage : allStages) {
            const StageReading reading = read(stage, calm);
            QCOMPARE(reading.tone, Tone::Ready);
            QVERIFY(reading.why.isEmpty());
            QVERIFY(!reading.isPaused);
            QCOMPARE(reading.dial.state, DialState::Idle);
            QVERIFY(!reading.spoken.isEmpty());
        }
        QCOMPARE(read(Stage::Indexer, calm).dial.figure, QStringLiteral("120"));
        QCOMPARE(read(Stage::Indexer, calm).dial.level, 0.9); // of all caches' bytes
        QCOMPARE(read(Stage::Reflector, calm).since, QStringLiteral("3m"));
    }

    void whatIsSpokenSaysTheStateInWords()
    {
        const QString spoken = read(Stage::Reflector, calmMachinery()).spoken;
        QVERIFY2(spoken.startsWith(QStringLiteral("watching 3m. 0 events/s. version 812. bookmark 810")), qPrintable(spoken));
        const QString indexer = read(Stage::Indexer, calmMachinery()).spoken;
        QVERIFY2(indexer.contains(QStringLiteral("received to cached: half within 2 ms, 99 of 100 within 2 ms")), qPrintable(indexer));
    }

    void aServerThatRefusesIsNoOpenConnection()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        snapshot.client.requests.clear();
        kube::ReflectorSnapshot &reflector = snapshot.pipelines.front().informer.reflector;
        reflector.phase = kube::ReflectorPhase::Reconnecting;
        reflector.lastError = kube::Error::transport(QStringLiteral("Connection refused"));
        const StageReading reading = read(Stage::Connection, snapshot);
        QCOMPARE(reading.dial.state, DialState::Trouble);
        QCOMPARE(reading.state, QStringLiteral("no connection"));
        QVERIFY(!reading.why.isEmpty());
        const auto facts = stageFacts(Stage::Connection, {snapshot, snapshot.pipelines.front(), {}});
        QCOMPARE(facts.front().value, reading.why); // whole, where it has room
    }

    void aPausedConnectionSaysHowManyWaitAndWhichAreOfTheKind()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        snapshot.client.isPaused = true;
        for (const char *url : {"https://server/api/v1/namespaces/web/pods?limit=1", "https://server/apis/apps/v1/deployments", "https://server/api/v1/podtemplates"}) {
            kube::RestRequestInfo request;
            request.method = "GET";
            request.url = QUrl(QString::fromLatin1(url));
            snapshot.client.requests.push_back(request);
        }
        const StageReading reading = read(Stage::Connection, snapshot);
        QCOMPARE(reading.figures.at(1).value, QStringLiteral("3"));
        QCOMPARE(reading.figures.at(2).value, QStringLiteral("1"));
        const StageContents contents = toldContents(Stage::Connection, {snapshot, snapshot.pipelines.front(), {}});
        QCOMPARE(contents.rows.at(1).cells.at(2).text, QStringLiteral("this kind's, held by the pause"));
        QCOMPARE(contents.rows.at(3).cells.at(2).text, QStringLiteral("held by the pause"));
    }

    void theTableShowsTheWholeWayToThePainting()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        kube::PipelineSnapshot &pods = snapshot.pipelines.front();
        addTo(pods.rowToDelivered, 5);
        QCOMPARE(read(Stage::Table, snapshot).latency->all, quint64(0));
        QCOMPARE(read(Stage::Table, snapshot).latency->none, QStringLiteral("no change yet"));
        pods.outOfView = 1234;
        QCOMPARE(read(Stage::Table, snapshot).latency->none, QStringLiteral("none in view"));
        addTo(pods.receivedToPainted, 6);
        const StageReading reading = read(Stage::Table, snapshot);
        QCOMPARE(reading.latency->all, quint64(1));
        QCOMPARE(reading.latency->half, QStringLiteral("100 ms"));
        QVERIFY(reading.latency->note.contains(QStringLiteral("out of view")));
        QCOMPARE(reading.figures.last(), (StageFigure{QStringLiteral("out of view"), QStringLiteral("1,234")}));
        QVERIFY2(reading.spoken.contains(QStringLiteral("received to painted: half within 100 ms")), qPrintable(reading.spoken));
        QString facts;
        for (const KeyValue &fact : stageFacts(Stage::Table, {snapshot, pods, {}}))
            facts += fact.key + QLatin1Char('=') + fact.value + QLatin1Char(';');
        QVERIFY2(facts.contains(QStringLiteral("To window=half within 50 ms, 99 of 100 within 50 ms;Painted=1;")), qPrintable(facts));
    }

    void whereManyChangesComeItIsSaidThatSomeAreTimed()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        kube::PipelineSnapshot &pods = snapshot.pipelines.front();
        const auto timed = [&] {
            const QList<KeyValue> facts = stageFacts(Stage::Table, {snapshot, pods, {}});
            return std::find_if(facts.begin(), facts.end(), [](const KeyValue &fact) { return fact.key == QStringLiteral("Timed"); })->value;
        };
        QCOMPARE(timed(), QStringLiteral("each change"));
        QVERIFY(read(Stage::Indexer, snapshot).latency->note.isEmpty());
        pods.timedEach = 5;
        QCOMPARE(timed(), QStringLiteral("about one change of 5"));
        for (const Stage stage : {Stage::Indexer, Stage::Handlers, Stage::WorkQueue, Stage::Table})
            QVERIFY(read(stage, snapshot).latency->note.contains(QStringLiteral("one change of 5")));
    }

    void aReflectorThatReconnectsIsInTroubleAndSaysWhy()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        kube::ReflectorSnapshot &reflector = snapshot.pipelines.front().informer.reflector;
        reflector.phase = kube::ReflectorPhase::Reconnecting;
        reflector.lastError = serverError(500, "InternalError", QStringLiteral("etcd is away"));
        reflector.nextTry = snapshot.takenAt + 2s;
        const StageReading reading = read(Stage::Reflector, snapshot);
        QCOMPARE(reading.dial.state, DialState::Trouble);
        QCOMPARE(reading.state, QStringLiteral("reconnecting"));
        QVERIFY2(reading.why.endsWith(QStringLiteral(". Next try in 2.0 s.")), qPrintable(reading.why));
        QVERIFY(reading.spoken.contains(reading.why));
    }

    void whatSomebodyAskedForIsNoTrouble()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        kube::ReflectorSnapshot &reflector = snapshot.pipelines.front().informer.reflector;
        reflector.phase = kube::ReflectorPhase::Reconnecting;
        reflector.asked = kube::ReflectorStatus::Step::List;
        QCOMPARE(read(Stage::Reflector, snapshot).state, QStringLiteral("listing anew"));
        QVERIFY(read(Stage::Reflector, snapshot).dial.state != DialState::Trouble);
        QVERIFY(read(Stage::Reflector, snapshot).why.isEmpty());
        reflector.asked = kube::ReflectorStatus::Step::Watch;
        QCOMPARE(read(Stage::Reflector, snapshot).state, QStringLiteral("watching anew"));
    }

    void whatSomebodyPausedIsNoTrouble()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        snapshot.pipelines.front().paused = {kube::PipelineStage::Queue};
        snapshot.pipelines.front().informer.reflector.heldBack = true;
        const StageReading reading = read(Stage::Queue, snapshot);
        QCOMPARE(reading.dial.state, DialState::Paused);
        QCOMPARE(reading.state, QStringLiteral("paused"));
        QVERIFY(reading.isPaused);
        QVERIFY(!read(Stage::Handlers, snapshot).isPaused);
        snapshot.pipelines.front().paused.clear();
        QCOMPARE(read(Stage::Queue, snapshot).dial.state, DialState::Trouble); // now nobody holds it, and it is full
    }

    void aTableThatGetsNothingStandsStill()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        kube::PipelineSnapshot &pods = snapshot.pipelines.front();
        QCOMPARE(read(Stage::Table, snapshot).state, QStringLiteral("open"));
        pods.paused = {kube::PipelineStage::Table}; // its own work queues, which the Reflector knows nothing of
        QCOMPARE(read(Stage::Table, snapshot).state, QStringLiteral("stands still"));
        pods.paused.clear();
        pods.faults = {{kube::ConnectionFault::Kind::Freeze, 1, {}}};
        QCOMPARE(read(Stage::Table, snapshot).state, QStringLiteral("stands still"));
    }

    void whatIsOutOfViewIsExplainedAlsoWhileTheTableStandsStill()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        kube::ReflectorSnapshot &reflector = snapshot.pipelines.front().informer.reflector;
        reflector.standsStill = true;
        reflector.asOf = snapshot.takenAt;
        for (const KeyValue &fact : stageFacts(Stage::Table, {snapshot, snapshot.pipelines.front(), {}}))
            QCOMPARE(fact.toolTip.contains(QStringLiteral("nobody could see")), fact.key == QStringLiteral("Out of view"));
    }

    void failingKeysAndFaultsAreTrouble()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        snapshot.pipelines.front().tables.front().queue.failing = 2;
        QCOMPARE(read(Stage::WorkQueue, snapshot).dial.state, DialState::Trouble);
        snapshot.pipelines.front().faults = {{kube::ConnectionFault::Kind::TooManyRequests, 3, 5s}};
        const StageReading connection = read(Stage::Connection, snapshot);
        QCOMPARE(connection.dial.state, DialState::Trouble);
        QVERIFY2(connection.why.contains(QStringLiteral("429")), qPrintable(connection.why));
    }

    void aServerThatDoesNotAnswerIsTroubleOfTheConnection()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        snapshot.unansweredSince = snapshot.takenAt - 40s;
        const StageReading reading = read(Stage::Connection, snapshot);
        QCOMPARE(reading.tone, Tone::Failing);
        QCOMPARE(reading.state, QStringLiteral("no answer"));
        QCOMPARE(reading.why, QStringLiteral("The server has not answered for 40s."));
        QCOMPARE(read(Stage::Table, snapshot).state, QStringLiteral("not live"));
        QCOMPARE(read(Stage::Table, snapshot).tone, Tone::Pending);
        snapshot.unansweredWhy = kube::Error::transport(QStringLiteral("Connection refused"));
        QCOMPARE(read(Stage::Connection, snapshot).why, QStringLiteral("The server has not answered for 40s: Connection refused"));
        snapshot.unansweredWhy->kind = kube::ErrorKind::Tls;
        QCOMPARE(read(Stage::Connection, snapshot).state, QStringLiteral("no connection"));
        QCOMPARE(read(Stage::Connection, snapshot).why, QStringLiteral("No trusted connection to the server: Connection refused"));
    }

    void whatHasNotBegunIsNotGreen()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        auto &informer = snapshot.pipelines.front().informer;
        informer.reflector.phase = kube::ReflectorPhase::Forbidden;
        informer.queue.hasSynced = false;
        informer.indexer.resourceVersion.clear();
        for (kube::ListenerCounts &listener : informer.listeners)
            listener.delivered = listener.pending = 0;
        for (const Stage stage : {Stage::Queue, Stage::Indexer, Stage::Handlers, Stage::Table})
            QVERIFY2(read(stage, snapshot).tone != Tone::Ready, qPrintable(read(stage, snapshot).state));
    }

    void listsSayHowTheyEndedNotWhatWasBefore()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        using End = kube::ReflectorSnapshot::List::End;
        const kube::Error error = serverError(403, "Forbidden", QStringLiteral("pods is forbidden"));
        snapshot.pipelines.front().informer.reflector.lastLists = {{snapshot.takenAt - 2min, kube::ListReason::First, {}, End::Failed, error},
                                                                  {snapshot.takenAt - 1min, kube::ListReason::Retry, error, End::Whole, {}},
                                                                  {snapshot.takenAt, kube::ListReason::Asked, {}, End::UnderWay, {}}};
        const StageContents shown = toldContents(Stage::Reflector, {snapshot, snapshot.pipelines.front(), {}});
        QList<Tone> tones;
        for (const ContentsRow &row : shown.rows)
            tones << row.cells.at(2).tone;
        QCOMPARE(tones, (QList<Tone>{Tone::Informative, Tone::Ready, Tone::Failing}));
        QCOMPARE(shown.rows.at(0).cells.at(2).text, QStringLiteral("under way"));
        QCOMPARE(shown.rows.at(1).cells.at(2).text, QStringLiteral("whole"));
    }

    void aTableWithoutANameHasItsNumber()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        snapshot.pipelines.front().tables.front().queue.name.clear();
        snapshot.pipelines.front().tables.front().id = 7;
        QCOMPARE(toldContents(Stage::Table, {snapshot, snapshot.pipelines.front(), {}}).rows.at(0).cells.at(0).text, QStringLiteral("7"));
    }

    void whatAReflectorDoesIsSaidInWords()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        snapshot.pipelines.front().informer.reflector.step = "WaitingToList";
        QCOMPARE(stageFacts(Stage::Reflector, {snapshot, snapshot.pipelines.front(), {}}).first().value, QStringLiteral("waits, then lists"));
    }

    void withoutATableItsStagesAreAbsent()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        snapshot.pipelines.front().tables.clear();
        QCOMPARE(read(Stage::WorkQueue, snapshot).dial.state, DialState::Absent);
        QCOMPARE(read(Stage::Table, snapshot).state, QStringLiteral("none is open"));
    }

    void flowsAreWhatCountersHaveGrown()
    {
        FlowMeter meter;
        const kube::ClockworkSnapshot first = calmMachinery();
        const kube::InformerKey pods = first.pipelines.front().key;
        meter.add(first);
        QCOMPARE(meter.flowOf(pods).msecs, 0);
        const kube::ClockworkSnapshot second = later(first, 500ms, 5);
        meter.add(second);
        QCOMPARE(meter.flowOf(pods).msecs, 500);
        QCOMPARE(meter.flowOf(pods).passed[0], 5.0);
        QCOMPARE(meter.flowOf(pods).rate(Stage::Connection), 10.0);
        kube::ClockworkSnapshot third = later(second, 500ms, 0);
        third.pipelines.front().tables.clear(); // its counters go with it
        meter.add(third);
        QCOMPARE(meter.flowOf(pods).passed[static_cast<std::size_t>(Stage::Table)], 0.0);
        QCOMPARE(meter.flowOf({}).rate(Stage::Queue), 0.0);
        for (int i = 1; i <= 20; ++i)
            meter.add(later(third, 500ms * i, 0));
        QCOMPARE(meter.flowOf(pods).rate(Stage::Connection), 0.0); // two seconds are remembered
    }

    void theTellingInformerIsLookedAtFirst()
    {
        kube::ClockworkSnapshot snapshot = calmMachinery();
        QCOMPARE(mostTelling(snapshot)->resource.resource, std::string("pods")); // it has a table
        snapshot.pipelines.front().tables.clear();
        QCOMPARE(mostTelling(snapshot)->resource.resource, std::string("deployments"));
        snapshot.pipelines.clear();
        QVERIFY(!mostTelling(snapshot));
    }

    void rowsKeepTheirPlaceInASelection()
    {
        ContentsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns({{QStringLiteral("Key"), QStringLiteral("key")}});
        const auto row = [](const char *name) { return ContentsRow{QString::fromLatin1(name), {{QString::fromLatin1(name)}}}; };
        model.setRows({row("a"), row("b"), row("c")});
        const QPersistentModelIndex chosen = model.index(1, 0);
        model.setRows({row("d"), row("c"), row("b")});
        QCOMPARE(chosen.data().toString(), QStringLiteral("b"));
        QCOMPARE(chosen.row(), 2);
        QCOMPARE(model.rowOf(QStringLiteral("d")), 0);
        model.setRows({row("c")});
        QVERIFY(!chosen.isValid());
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aChainOfDeltasIsOneLine()
    {
        kube::DeltaFifoContents contents;
        contents.items = {{{"shop", "web-0"}, {{kube::DeltaType::Added, "7", false}, {kube::DeltaType::Updated, "9", false}}, 0, 1, false}, {{}, {{kube::DeltaType::ReplacedAll, "12", false}}, 40, 0, false}};
        const StageContents shown = waitingChanges(contents);
        QCOMPARE(shown.rows.at(0).cells.at(1).text, QStringLiteral("Added 7 → Updated 9"));
        QCOMPARE(shown.rows.at(1).cells.at(0).text, QStringLiteral("everything, 40 object(s)"));
        contents.items = {{{}, {{kube::DeltaType::Bookmark, "12", false}}, 0, 0, false}};
        QCOMPARE(waitingChanges(contents).rows.at(0).cells.at(0).text, QStringLiteral("no key"));
        QCOMPARE(waitingChanges(contents).rows.at(0).cells.at(1).text, QStringLiteral("Bookmark 12"));
    }

    void theKeysOfAQueueSayWhereTheyAre()
    {
        kube::WorkQueueSnapshot queue;
        queue.processing = queue.queued = queue.waiting = 1;
        queue.processingKeys = {{"shop/a", 3ms, 0, 0, true}};
        queue.queuedKeys = {{"shop/b", std::nullopt, 0, 0, false}};
        queue.waitingKeys = {{"shop/c", 20ms, 3, 0, false}};
        const StageContents shown = queuedKeys(queue, {});
        QStringList states;
        for (const ContentsRow &row : shown.rows)
            states << row.cells.at(1).text + QLatin1Char('|') + row.cells.at(2).text + QLatin1Char('|') + row.cells.at(3).text;
        QCOMPARE(states, (QStringList{QStringLiteral("in work, and again after it|3 ms|0"), QStringLiteral("ready|–|0"), QStringLiteral("delayed|in 20 ms|3")}));
        QVERIFY(!shown.more);
    }

    void timesAreShort()
    {
        QCOMPARE(shortTime(0ns), QStringLiteral("0 ms"));
        QCOMPARE(shortTime(300us), QStringLiteral("<1 ms"));
        QCOMPARE(shortTime(12ms), QStringLiteral("12 ms"));
        QCOMPARE(shortTime(1200ms), QStringLiteral("1.2 s"));
        QCOMPARE(shortTime(3min), QStringLiteral("3m"));
        QCOMPARE(rateText(0), QStringLiteral("0"));
        QCOMPARE(rateText(0.44), QStringLiteral("0.4"));
        QCOMPARE(rateText(1234), QStringLiteral("1,234"));
    }
};

ORRERY_GUILESS_TEST(StageReadingTest)
} // namespace stage_reading_test
#include "stage_reading_test.moc"
