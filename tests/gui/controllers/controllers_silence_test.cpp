// SPDX-License-Identifier: Apache-2.0
// What the page says of programs that told their queues and tell no more.
#include "tests/gui/controllers/fake_metrics.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/format.h"
#include "ui/base/table_roles.h"
#include "ui/base/tone.h"
#include "ui/views/controllers/controllers_page.h"
#include "ui/views/controllers/queue_model.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/table_view.h"

#include <QTabWidget>

namespace controllers_silence_test {

using namespace orrery;
using namespace orrery::test;
using Column = QueueModel::Column;

class ControllersSilenceTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeMetrics> m_port;
    std::unique_ptr<ControllersPage> m_page;

    void open()
    {
        m_page = std::make_unique<ControllersPage>(QStringLiteral("prod"), QStringLiteral("controllers"), ControllersPorts{m_port.get(), nullptr, m_time, m_time});
        m_page->resize(1000, 700);
        m_page->show();
        m_time->run();
    }
    void readAgain() { m_time->advance(ControllersWatch::FirstInterval); }
    [[nodiscard]] TableView *table() const
    {
        for (TableView *one : m_page->findChildren<TableView *>()) {
            if (one->accessibleName() == QStringLiteral("Work queues"))
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] int rowOf(const QString &queue) const
    {
        const auto found = table()->model()->match(table()->model()->index(0, Column::Queue), Qt::DisplayRole, queue, 1, Qt::MatchExactly);
        return found.isEmpty() ? -1 : found.first().row();
    }
    [[nodiscard]] QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    [[nodiscard]] Tone tone(int row) const { return static_cast<Tone>(table()->model()->index(row, Column::State).data(ToneRole).toInt()); }
    [[nodiscard]] QString words() const { return visibleWords(m_page.get()); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_port = std::make_unique<FakeMetrics>();
        m_port->texts[""] = queueText("autoregister", 0, 1);
        m_port->add("foo-1", queueText("Foos", 4, 10) + "leader_election_master_status{name=\"foo\"} 1\n");
    }
    void cleanup()
    {
        m_page.reset();
        m_time->run();
    }

    void whoEndsIsSaidFirstAndItsFiguresAreNotOfNow()
    {
        m_port->add("bar-1", queueText("Bars", 4, 10, 0, 90, 90));
        open();
        m_port->texts["bar-1"] = queueText("Bars", 4, 10, 0, 92, 92);
        m_port->texts["foo-1"] = queueText("Foos", 4, 30) + "leader_election_master_status{name=\"foo\"} 1\n";
        readAgain();
        table()->setCurrentIndex(table()->model()->index(rowOf(QStringLiteral("Foos")), 0));
        m_page->findChild<QTabWidget *>()->setCurrentIndex(1);
        QVERIFY2(words().contains(QStringLiteral("foo · leads")), qPrintable(words()));
        m_port->errors.emplace("foo-1", refusedBy(QStringLiteral("error trying to reach service: connection refused"), kube::ErrorKind::Server));
        m_port->texts["bar-1"] = queueText("Bars", 4, 10, 0, 97, 97);
        m_time->advance(ControllersWatch::Interval);
        const int row = rowOf(QStringLiteral("Foos"));
        QCOMPARE(cell(row, Column::State), QStringLiteral("no answer"));
        QCOMPARE(tone(row), Tone::Pending);
        for (const int column : {Column::Depth, Column::Adds, Column::Wait, Column::Leads})
            QCOMPARE(cell(row, column), QStringLiteral("–"));
        QVERIFY(table()->model()->index(row, Column::Depth).data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("4 at "))); // what it was
        const QString said = words();
        const auto lost = said.indexOf(QStringLiteral("✖  foo-1 has not answered since "));
        QVERIFY2(lost >= 0 && said.contains(QStringLiteral("; it may have ended.")), qPrintable(said));
        QVERIFY2(lost < said.indexOf(QStringLiteral("Bars of bar-1: 1 worker(s)")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("foo · led at ")) && !said.contains(QStringLiteral("foo · leads")), qPrintable(said));
        m_port->texts["bar-1"] = queueText("Bars", 0, 12);
        m_time->advance(3 * ControllersWatch::Interval);
        QVERIFY2(!words().contains(QStringLiteral("nothing is stuck"), Qt::CaseInsensitive), qPrintable(words()));
        m_port->errors.clear();
        m_time->advance(ControllersWatch::FailedInterval);
        QCOMPARE(cell(rowOf(QStringLiteral("Foos")), Column::Depth), QStringLiteral("4"));
        QVERIFY2(words().contains(QStringLiteral("Nothing is stuck")), qPrintable(words()));
    }

    void whenNothingHasAnsweredForAWhileThatIsNotGreen()
    {
        open();
        readAgain();
        const auto badge = [this] { return m_page->findChild<Badge *>()->text(); };
        QCOMPARE(badge().tone, Tone::Ready);
        const QString then = clockTime(m_time->wallNow());
        m_port->holds = true; // as when the session is paused, or the server hangs
        m_time->advance(2 * ControllersWatch::Interval);
        QCOMPARE(badge().tone, Tone::Ready);
        m_time->advance(2 * ControllersWatch::Interval);
        QCOMPARE(badge().tone, Tone::Pending);
        QCOMPARE(badge().word, QStringLiteral("no answer"));
        QCOMPARE(badge().since, QStringLiteral("since %1").arg(then));
        QVERIFY2(!words().contains(QStringLiteral("nothing is stuck"), Qt::CaseInsensitive), qPrintable(words()));
        m_page->hide();
        QCOMPARE(m_time->timers(), std::size_t(0));
        m_time->advance(10 * ControllersWatch::Interval);
        m_page->show();
        m_time->run();
        QVERIFY(badge().tone != Tone::Pending); // it has hardly been asked
        m_time->advance(4 * ControllersWatch::Interval);
        QCOMPARE(badge().tone, Tone::Pending);
        m_port->holds = false;
        while (m_port->held.open() > 0)
            m_port->held.give(kube::ControllerMetrics::decode(queueText("Foos", 4, 10)));
        m_time->run();
        QCOMPARE(badge().tone, Tone::Ready);
    }

    void programsThatAreAskedSeldomAreNotSilentMeanwhile()
    {
        m_port->found = kube::MetricsTargets{};
        m_port->texts[""] = "up 1\n";
        open();
        for (int step = 0; step < 30; ++step) {
            QVERIFY(m_page->findChild<Badge *>()->text().tone != Tone::Pending);
            m_time->advance(ControllersWatch::Interval);
        }
    }
};

ORRERY_TEST(ControllersSilenceTest)
} // namespace controllers_silence_test
#include "controllers_silence_test.moc"
