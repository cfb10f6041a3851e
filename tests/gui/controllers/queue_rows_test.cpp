// SPDX-License-Identifier: Apache-2.0
// What comes first: in the sentences at the top and in the table.
#include "tests/gui/controllers/fake_metrics.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/format.h"
#include "ui/base/table_roles.h"
#include "ui/views/controllers/controllers_text.h"
#include "ui/views/controllers/queue_model.h"

#include <QAbstractItemModelTester>

namespace queue_rows_test {

using namespace orrery;
using orrery::test::queueText;
using namespace std::chrono_literals;

namespace {

/// One that has been read twice, 40 seconds apart.
ControllerProgram program(const char *name, const std::string &before, const std::string &now)
{
    ControllerProgram made;
    made.id = made.name = QString::fromLatin1(name);
    made.target = kube::MetricsTarget{"system", name, {}, {}};
    made.state = ControllerProgram::State::Telling;
    made.earlier.push_back({*kube::ControllerMetrics::decode(before), kube::SteadyTime{}, kube::WallTime{}});
    made.now = ControllerProgram::Reading{*kube::ControllerMetrics::decode(now), kube::SteadyTime{} + 40s, kube::WallTime{} + 40s};
    return made;
}

std::string stuck(double seconds)
{
    return queueText("Stuck", 1, 10, 0, seconds, seconds);
}

QueueRow row(const char *queue, int rank, std::chrono::seconds asOf)
{
    QueueRow made;
    made.queue = QString::fromLatin1(queue);
    made.rank = rank;
    made.asOf = kube::WallTime{} + asOf;
    return made;
}

} // namespace

class QueueRowsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theWorstIsSaidFirstWhateverProgramTellsIt()
    {
        const std::vector<ControllerProgram> programs = {program("hot", queueText("Hot", 0, 0), queueText("Hot", 0, 400, 390)), program("idle", queueText("Few", 2, 10), queueText("Few", 3, 11)),
                                                         program("worse", queueText("Many", 8, 10), queueText("Many", 9, 11)), program("short", stuck(60), stuck(100)),
                                                         program("long", stuck(560), stuck(600))};
        const QList<QueueRow> rows = queueRows(programs);
        QStringList who;
        for (const QueueNotice &notice : queueNotices(programs, rows))
            who << notice.rowId.section(QLatin1Char('\n'), 0, 0);
        QCOMPARE(who, (QStringList{QStringLiteral("long"), QStringLiteral("short"), QStringLiteral("worse"), QStringLiteral("idle"), QStringLiteral("hot")}));
        QCOMPARE(rows.first().program, QStringLiteral("hot"));
        QVERIFY(rows.last().rank > rows.first().rank);
    }

    void whoTellsNoMoreIsNamedWithWhyAndSinceWhen()
    {
        std::vector<ControllerProgram> programs = {program("server", queueText("Some", 0, 0), queueText("Some", 0, 1)), program("foo", queueText("Foos", 0, 0), queueText("Foos", 0, 1))};
        programs.front().target.reset();
        const auto fail = [](ControllerProgram &one, const kube::Error &error) {
            one.state = ControllerProgram::State::Failed;
            one.error = error;
        };
        const auto said = [&programs] {
            QStringList texts;
            for (const QueueNotice &notice : queueNotices(programs, queueRows(programs)))
                texts << (notice.tone == Tone::Failing ? notice.text : QString());
            return texts;
        };
        const QString then = clockTime(kube::WallTime{} + 40s);
        fail(programs.back(), kube::Error::fromStatus({.code = 403, .message = QStringLiteral("pods/proxy is forbidden")}));
        QCOMPARE(said(), QStringList{QStringLiteral("foo may no longer be read; its last answer came at %1. The API server does not let this identity reach the Pod.").arg(then)});
        QCOMPARE(queueNotices(programs, queueRows(programs)).front().rowId, QStringLiteral("foo\nFoos"));
        fail(programs.back(), kube::Error::fromStatus({.code = 503, .message = QStringLiteral("error trying to reach service: dial tcp: refused")}));
        QCOMPARE(said(), QStringList{QStringLiteral("foo has not answered since %1; it may have ended. What its queues do is not known.").arg(then)});
        fail(programs.back(), kube::Error::badInput(QStringLiteral("no metrics")));
        QCOMPARE(said(), QStringList{QStringLiteral("foo has told nothing since %1. What it answers is not Prometheus' text format.").arg(then)});
        fail(programs.back(), kube::Error::transport(QStringLiteral("timed out")));
        QCOMPARE(said(), QStringList{QStringLiteral("foo has told nothing since %1. The server does not answer.").arg(then)});
        fail(programs.front(), kube::Error::transport(QStringLiteral("timed out"))); // by which all are asked
        QCOMPARE(said(), QStringList{QStringLiteral("server has told nothing since %1. The server does not answer.").arg(then)});
        for (ControllerProgram &one : programs)
            fail(one, kube::Error::fromStatus({.code = 403, .message = QStringLiteral("forbidden")})); // of rights each lacks its own
        QCOMPARE(said().size(), 2);
        kube::Error gone = kube::Error::fromStatus({.code = 404, .message = QStringLiteral("not found"), .kind = QStringLiteral("pods")});
        programs.erase(programs.begin());
        fail(programs.back(), gone); // whatever stands in its place is looked for
        QCOMPARE(said(), QStringList());
    }

    void whatCameInABurstLoopsNotHoweverLongItIsKept()
    {
        ControllerProgram one = program("foo", {}, {});
        one.earlier.clear();
        const auto read = [&one](int second, int retries) {
            if (one.now)
                one.earlier.push_back(*one.now);
            one.now = ControllerProgram::Reading{*kube::ControllerMetrics::decode(queueText("Foos", 0, retries, retries)), kube::SteadyTime{} + std::chrono::seconds(second), kube::WallTime{}};
            return queueRows({one}).front().findings.size();
        };
        for (int second = 0; second <= 60; second += 5) // a burst between the 30th and the 45th
            QCOMPARE(read(second, std::clamp(second - 30, 0, 15) * 15), std::size_t(0));
        QCOMPARE(one.activitiesBefore("Foos").size(), std::size_t(2));
        one.earlier.clear();
        one.now.reset();
        std::size_t found = 0;
        for (int second = 0; second <= 60; second += 5)
            found = read(second, second * 15);
        QCOMPARE(found, std::size_t(1));
    }

    void ofQueuesWhoseKeysWaitTheFullestIsSaidFirst()
    {
        using Kind = kube::QueueFinding::Kind;
        const std::vector<ControllerProgram> programs = {program("foo", {}, {})};
        QList<QueueRow> rows = {row("One", StandingOut + 5, 1s), row("Full", StandingOut + 5, 1s), row("Fuller", StandingOut + 5, 1s)};
        const std::vector<std::pair<double, double>> figures = {{1, 40}, {159, 10}, {159, 12}};
        for (qsizetype i = 0; i < rows.size(); ++i) {
            rows[i].programId = QStringLiteral("foo");
            rows[i].findings = {{Kind::Saturated, figures.at(i).first, figures.at(i).second}};
        }
        QStringList who;
        for (const QueueNotice &notice : queueNotices(programs, rows))
            who << notice.rowId.section(QLatin1Char('\n'), 1);
        QCOMPARE(who, (QStringList{QStringLiteral("Fuller"), QStringLiteral("Full"), QStringLiteral("One")}));
    }

    void rowsOfOneTroubleAreOrderedByWhatWaits()
    {
        const auto waiting = [](const char *queue, double depth, double seconds, int rank = OfItsProgram) {
            QueueRow made = row(queue, rank, 1s);
            made.reading = kube::QueueReading();
            made.reading->depth = depth;
            made.activity = kube::QueueActivity();
            for (const double bound : {0.001, 1.0, 10.0, 100.0})
                made.activity->waiting.addBucket(bound, seconds <= bound ? 10 : 0);
            made.activity->waiting.addCount(10);
            return made;
        };
        QueueModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows({waiting("a", 0, 0.001), waiting("b", 3, 1), waiting("c", 3, 10), waiting("d", 159, 10), waiting("e", 0, 0.001, AtWork), waiting("f", 9, 10, AtWork)});
        QString order;
        for (int i = 0; i < model.rowCount(); ++i)
            order += model.at(i).queue;
        QCOMPARE(order, QStringLiteral("dcbaef")); // those at work keep their places
    }

    void aRowInTroubleIsSoonAboveOneThatHasRecovered()
    {
        QueueModel model;
        const QAbstractItemModelTester tester(&model);
        model.sort(QueueModel::State, Qt::AscendingOrder);
        const auto first = [&](int abc, int foos, std::chrono::seconds asOf) {
            model.setRows({row("Abc", abc, asOf), row("Bar", AtWork, asOf), row("Foos", foos, asOf)});
            return model.at(0).queue;
        };
        QCOMPARE(first(AtWork, StandingOut + 8, 100s), QStringLiteral("Foos"));
        QCOMPARE(first(OfItsProgram, AtWork, 105s), QStringLiteral("Foos")); // calm, as it may come back
        QCOMPARE(first(OfItsProgram, AtWork, 115s), QStringLiteral("Abc"));
        QCOMPARE(model.at(1).queue, QStringLiteral("Foos")); // still above what never stood out
        QCOMPARE(first(AtWork, AtWork, 400s), QStringLiteral("Abc"));
        QCOMPARE(model.at(2).queue, QStringLiteral("Foos"));
    }

    void ofSeveralWordsTheFirstIsShownAndAllAreFound()
    {
        QueueRow row;
        row.queue = QStringLiteral("Foos");
        row.state = QStringLiteral("failing, hot loop");
        QueueModel model;
        model.setRows({row});
        QCOMPARE(model.index(0, QueueModel::State).data().toString(), QStringLiteral("failing +1"));
        model.setFilter(QStringLiteral("hot loop"));
        QCOMPARE(model.rowCount(), 1);
    }

    void theStatesColumnHoldsItsWords()
    {
        using Kind = kube::QueueFinding::Kind;
        const QueueModel model;
        const int characters = model.headerData(QueueModel::State, Qt::Horizontal, ColumnCharactersRole).toInt();
        for (const QString &word : {QStringLiteral("no answer"), QStringLiteral("no access")})
            QVERIFY(characters >= word.size() + 3);
        for (const Kind kind : {Kind::Stuck, Kind::Unserved, Kind::Saturated, Kind::HotLooping, Kind::Failing, Kind::Throttled, Kind::Slow, Kind::Refused})
            QVERIFY(characters >= findingWord(kind).size() + 3); // and their sign
    }
};

ORRERY_TEST(QueueRowsTest)
} // namespace queue_rows_test
#include "queue_rows_test.moc"
