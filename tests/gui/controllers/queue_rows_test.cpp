// SPDX-License-Identifier: Apache-2.0
// What comes first: in the sentences at the top and in the table.
#include "tests/gui/controllers/fake_metrics.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
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

    void theStatesColumnHoldsItsWords()
    {
        using Kind = kube::QueueFinding::Kind;
        const QueueModel model;
        const int characters = model.headerData(QueueModel::State, Qt::Horizontal, ColumnCharactersRole).toInt();
        for (const Kind kind : {Kind::Stuck, Kind::Unserved, Kind::Saturated, Kind::HotLooping, Kind::Failing, Kind::Throttled, Kind::Slow, Kind::Refused})
            QVERIFY(characters >= findingWord(kind).size() + 3); // and their sign
    }
};

ORRERY_TEST(QueueRowsTest)
} // namespace queue_rows_test
#include "queue_rows_test.moc"
