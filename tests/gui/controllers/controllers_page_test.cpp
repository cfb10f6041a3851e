// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/controllers/fake_metrics.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/table_roles.h"
#include "ui/base/tone.h"
#include "ui/views/controllers/controllers_page.h"
#include "ui/views/controllers/informer_model.h"
#include "ui/views/controllers/queue_model.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/line_chart.h"
#include "ui/widgets/table_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>

namespace controllers_page_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;
using Column = QueueModel::Column;

class ControllersPageTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeMetrics> m_port;
    std::unique_ptr<FakeSuspects> m_suspects;
    std::unique_ptr<ControllersPage> m_page;

    void open()
    {
        m_page = std::make_unique<ControllersPage>(QStringLiteral("prod"), QStringLiteral("controllers"), ControllersPorts{m_port.get(), m_suspects.get(), m_time, m_time});
        new QAbstractItemModelTester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
        m_page->resize(1000, 700);
        m_page->show();
        m_time->run();
    }
    /// The second reading.
    void readAgain() { m_time->advance(ControllersWatch::FirstInterval); }
    [[nodiscard]] TableView *table() const { return tableNamed(QStringLiteral("Work queues")); }
    [[nodiscard]] TableView *tableNamed(const QString &name) const
    {
        for (TableView *one : m_page->findChildren<TableView *>()) {
            if (one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] int rowOf(const QString &queue) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (cell(row, Column::Queue) == queue)
                return row;
        }
        return -1;
    }
    [[nodiscard]] QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    [[nodiscard]] Tone tone(int row) const { return static_cast<Tone>(table()->model()->index(row, Column::State).data(ToneRole).toInt()); }
    [[nodiscard]] QString words() const
    {
        QStringList texts;
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }
    void choose(const QString &queue) { table()->setCurrentIndex(table()->model()->index(rowOf(queue), 0)); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_port = std::make_unique<FakeMetrics>();
        m_suspects = std::make_unique<FakeSuspects>();
        m_port->texts[""] = queueText("autoregister", 0, 1);
        m_port->add("foo-1", queueText("Foos", 4, 10) + "leader_election_master_status{name=\"foo\"} 1\n");
    }
    void cleanup()
    {
        m_page.reset();
        m_time->run();
    }

    void figuresOfEveryQueueAreShown()
    {
        open();
        QCOMPARE(cell(rowOf(QStringLiteral("Foos")), Column::Depth), QStringLiteral("4"));
        QCOMPARE(cell(rowOf(QStringLiteral("Foos")), Column::Adds), QStringLiteral("–")); // not known yet
        m_port->texts["foo-1"] = queueText("Foos", 6, 30, 1) + "leader_election_master_status{name=\"foo\"} 1\n";
        readAgain();
        const int row = rowOf(QStringLiteral("Foos"));
        QCOMPARE(row, 0); // what is at work comes before what is idle
        QCOMPARE(cell(row, Column::State), QStringLiteral("at work"));
        QCOMPARE(tone(row), Tone::Ready);
        QCOMPARE(cell(row, Column::Program), QStringLiteral("foo-1"));
        QCOMPARE(cell(row, Column::Adds), QStringLiteral("10"));
        QCOMPARE(cell(row, Column::Retries), QStringLiteral("0.5"));
        QCOMPARE(cell(row, Column::Wait), QStringLiteral("5.5 · 9.9 ms"));
        QCOMPARE(cell(row, Column::Errors), QStringLiteral("–")); // not told
        QCOMPARE(cell(row, Column::Leads), QStringLiteral("leads"));
        QCOMPARE(cell(rowOf(QStringLiteral("autoregister")), Column::Program), QStringLiteral("API server"));
        QVERIFY2(words().contains(QStringLiteral("2 queue(s) of 2 program(s)")), qPrintable(words()));
        QVERIFY(words().contains(QStringLiteral("as of")));
        QVERIFY(words().contains(QStringLiteral("Nothing is stuck, saturated, looping or throttled.")));
    }

    void aQueueThatIsStuckIsSaidAtTheTopAndInItsRow()
    {
        m_port->texts["foo-1"] = queueText("Foos", 4, 10, 0, 90, 90);
        open();
        m_port->texts["foo-1"] = queueText("Foos", 4, 10, 0, 92, 92);
        readAgain();
        QCOMPARE(rowOf(QStringLiteral("Foos")), 0);
        QCOMPARE(cell(0, Column::State), QStringLiteral("stuck"));
        QCOMPARE(tone(0), Tone::Failing);
        QVERIFY2(words().contains(QStringLiteral("Foos of foo-1: 1 worker(s) have not come back; the longest for 92 s")), qPrintable(words()));
        QCOMPARE(table()->currentIndex().row(), 0); // it is looked at first
        choose(QStringLiteral("autoregister"));
        for (QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QStringLiteral("href")))
                Q_EMIT label->linkActivated(QStringLiteral("row"));
        }
        QCOMPARE(cell(table()->currentIndex().row(), Column::Queue), QStringLiteral("Foos"));
    }

    void whatWasOnceAtWorkStaysAboveWhatNeverWas()
    {
        m_port->texts["foo-1"] = queueText("Abc", 0, 1) + queueText("Foos", 0, 10);
        open();
        m_port->texts["foo-1"] = queueText("Abc", 0, 1) + queueText("Foos", 0, 30);
        readAgain();
        QCOMPARE(rowOf(QStringLiteral("Foos")), 0);
        m_time->advance(3 * ControllersWatch::Window);
        QCOMPARE(cell(0, Column::State), QStringLiteral("idle"));
        QCOMPARE(rowOf(QStringLiteral("Foos")), 0);
    }

    void whatStoodOutFallsOnlyAfterAMinuteOfCalm()
    {
        const auto tell = [this](double longest) { m_port->texts["foo-1"] = queueText("Abc", 1, 10) + queueText("Foos", 1, 10, 0, longest, longest); };
        tell(90);
        open();
        tell(92);
        readAgain();
        QCOMPARE(rowOf(QStringLiteral("Foos")), 0);
        tell(0);
        m_time->advance(ControllersWatch::Interval);
        QCOMPARE(cell(0, Column::State), QStringLiteral("at work"));
        QCOMPARE(rowOf(QStringLiteral("Foos")), 0);
        m_time->advance(QueueModel::Calm + 2 * ControllersWatch::Interval);
        QVERIFY(rowOf(QStringLiteral("Abc")) < rowOf(QStringLiteral("Foos")));
    }

    void thePlaceOfAQueueThatIsGoneIsForgotten()
    {
        open();
        auto *model = qobject_cast<QueueModel *>(table()->model());
        for (int pod = 0; pod < 50; ++pod) { // as a program that is rolled out again and again
            m_port->texts["foo-1"] = queueText(qPrintable(QStringLiteral("queue-%1").arg(pod)), 1, 10);
            readAgain();
        }
        QCOMPARE(model->remembered(), model->all());
    }

    void allColumnsAreSeenInAWindowOf1280Pixels()
    {
        m_port->texts[""] = queueText("open_api_v3_aggregation_controller", 0, 1);
        m_port->found->targets.clear();
        m_port->add("kube-controller-manager-node-01", queueText("replicaset", 1234, 10));
        open();
        m_page->resize(1280 - 249, 700); // the tree is beside it
        m_port->texts["kube-controller-manager-node-01"] = queueText("replicaset", 2345, 3000, 4);
        readAgain();
        QTRY_COMPARE(table()->horizontalScrollBar()->maximum(), 0);
        m_port->errors.emplace("", refusedBy(QStringLiteral("no"))); // "no access, as of 12:00:00"
        m_time->advance(ControllersWatch::Interval);
        QTRY_COMPARE(table()->horizontalScrollBar()->maximum(), 0);
        QVERIFY(table()->isColumnHidden(Column::AsOf)); // told below
        QVERIFY(table()->isColumnHidden(Column::Unfinished)); // a queue's name needs its room
    }

    void whatStandsOutByItselfComesBeforeWhatItsProgramSuffersFrom()
    {
        const auto tell = [this](int adds, int longest) {
            const std::string waits = "rest_client_rate_limiter_duration_seconds", number = std::to_string(adds);
            m_port->texts["foo-1"] = queueText("Abc", 0, adds) + queueText("Foos", 4, adds, 0, longest, longest) + waits + "_bucket{le=\"1\"} 0\n" + waits + "_bucket{le=\"10\"} " + number
                + "\n" + waits + "_bucket{le=\"+Inf\"} " + number + '\n' + waits + "_count " + number + '\n';
        };
        tell(10, 90);
        open();
        tell(30, 92);
        readAgain();
        QCOMPARE(rowOf(QStringLiteral("Foos")), 0);
        QCOMPARE(cell(0, Column::State), QStringLiteral("stuck")); // what holds the program back is said at the top
        QCOMPARE(cell(rowOf(QStringLiteral("Abc")), Column::State), QStringLiteral("throttled"));
        QVERIFY2(words().contains(QStringLiteral("foo-1: its requests wait for its own rate limiter")), qPrintable(words()));
    }

    void aRefusedProxyNamesTheRightAndOthersGoOn()
    {
        m_port->add("bar-1", {});
        m_port->errors.emplace("bar-1", refusedBy(QStringLiteral("pods \"bar-1\" is forbidden: User \"anna\" cannot get resource \"pods/proxy\"")));
        open();
        readAgain();
        QVERIFY(rowOf(QStringLiteral("Foos")) >= 0);
        const int row = rowOf(QStringLiteral("–"));
        QCOMPARE(cell(row, Column::Program), QStringLiteral("bar-1"));
        QCOMPARE(cell(row, Column::State), QStringLiteral("no access"));
        QVERIFY(table()->model()->index(row, Column::State).data(Qt::ToolTipRole).toString().contains(QStringLiteral("get on pods/proxy in the namespace system")));
        choose(QStringLiteral("–"));
        QVERIFY2(words().contains(QStringLiteral("get on pods/proxy in the namespace system")), qPrintable(words()));
        QVERIFY(words().contains(QStringLiteral("1 may not be read: it takes get on pods/proxy")));
        QVERIFY(!words().contains(QStringLiteral("not answer")));
        QVERIFY(words().contains(QStringLiteral("Of what can be read, nothing is stuck")));
    }

    void whenNothingMayBeReadThatIsNoSilence()
    {
        m_port->found = kube::MetricsTargets{};
        m_port->errors.emplace("", refusedBy(QStringLiteral("User \"anna\" cannot get path \"/metrics\"")));
        open();
        QVERIFY2(words().contains(QStringLiteral("the API server's own may not be read: it takes get on /metrics")), qPrintable(words()));
        QCOMPARE(m_page->findChild<Badge *>()->text().word, QStringLiteral("may not be read"));
        QVERIFY2(words().contains(QStringLiteral("as in the ClusterRole system:monitoring")), qPrintable(words())); // chosen by itself
        m_page.reset();
        m_port->errors.clear();
        open();
        readAgain();
        m_port->add("foo-1", {});
        for (const char *program : {"", "foo-1"})
            m_port->errors.emplace(program, refusedBy(QStringLiteral("Unauthorized"), kube::ErrorKind::Unauthorized));
        m_time->advance(ControllersWatch::TargetsInterval + ControllersWatch::Interval);
        QVERIFY2(words().contains(QStringLiteral("The server does not accept the credentials")), qPrintable(words()));
        QVERIFY2(!words().contains(QStringLiteral("want(s) to know who asks")), qPrintable(words())); // it is not the program
        QVERIFY2(!words().contains(QStringLiteral("nothing is stuck")), qPrintable(words()));
        QCOMPARE(m_page->findChild<Badge *>()->text().tone, Tone::Failing);
        QVERIFY2(!words().contains(QStringLiteral("nonResourceURLs")), qPrintable(words())); // no right mends it
    }

    void nothingThatTellsIsNotTheSameAsNothingThatMayBeSeen()
    {
        m_port->found = kube::MetricsTargets{};
        m_port->texts[""] = "up 1\n";
        open();
        QVERIFY2(words().contains(QStringLiteral("No program tells its work queues")), qPrintable(words()));
        m_page.reset();
        m_port->found = kube::fail(refusedBy(QStringLiteral("anna may not list deployments")));
        open();
        QVERIFY2(words().contains(QStringLiteral("anna may not list deployments")), qPrintable(words()));
        m_page.reset();
        m_port->holds = true;
        m_port->found = kube::MetricsTargets{};
        open();
        QCOMPARE(cell(0, Column::State), QStringLiteral("asking"));
        m_page.reset();
    }

    void theChosenQueueIsFollowedInTheCharts()
    {
        open();
        m_port->texts["foo-1"] = queueText("Foos", 6, 30);
        readAgain();
        choose(QStringLiteral("Foos"));
        QVERIFY(words().contains(QStringLiteral("of foo-1 in system")));
        QCOMPARE(m_page->findChildren<LineChart *>().size(), 4);
        QCOMPARE(m_page->findChildren<LineChart *>().first()->readOut(), QStringLiteral("6"));
        m_port->texts["foo-1"] = queueText("Foos", 9, 40);
        m_time->advance(ControllersWatch::Interval);
        QCOMPARE(m_page->findChildren<LineChart *>().first()->readOut(), QStringLiteral("9"));
        QCOMPARE(cell(table()->currentIndex().row(), Column::Queue), QStringLiteral("Foos"));
    }

    void whatIsChosenStaysChosenWhenRowsMove()
    {
        open();
        choose(QStringLiteral("autoregister"));
        m_port->texts["foo-1"] = queueText("Foos", 4, 30); // is at work, which is looked at first
        readAgain();
        QCOMPARE(cell(0, Column::Queue), QStringLiteral("Foos"));
        QCOMPARE(cell(table()->currentIndex().row(), Column::Queue), QStringLiteral("autoregister"));
        m_port->texts["foo-1"] = queueText("Abc", 0, 0) + queueText("Foos", 6, 30);
        m_time->advance(ControllersWatch::Interval);
        QCOMPARE(cell(table()->currentIndex().row(), Column::Queue), QStringLiteral("autoregister"));
        table()->model()->sort(Column::Depth, Qt::DescendingOrder);
        QCOMPARE(cell(0, Column::Queue), QStringLiteral("Foos"));
        QCOMPARE(cell(table()->currentIndex().row(), Column::Queue), QStringLiteral("autoregister"));
    }

    void theFilterNarrowsTheTable()
    {
        open();
        auto *filter = m_page->findChild<FilterField *>();
        filter->setText(QStringLiteral("foos"));
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        filter->setText(QStringLiteral("nothing such"));
        QTRY_VERIFY(words().contains(QStringLiteral("No queue matches the filter")));
        QVERIFY(m_page->closeNearest());
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(!m_page->closeNearest());
    }

    void nothingIsAskedWhileThePageIsHidden()
    {
        open();
        m_page->hide();
        const auto before = m_port->asked.size();
        m_time->advance(1min);
        QCOMPARE(m_port->asked.size(), before);
        m_page->show();
        m_time->run();
        QVERIFY(m_port->asked.size() > before);
    }

    void theQueuesKindIsLookedThroughForWhoIsStuck()
    {
        open();
        readAgain();
        m_page->setCatalog(catalogOf({{"bars", "Bar"}, {"foos", "Foo"}}));
        choose(QStringLiteral("Foos"));
        QVERIFY(m_suspects->asked.isEmpty()); // not before it is looked at
        m_page->findChild<QTabWidget *>()->setCurrentIndex(1);
        QCOMPARE(m_suspects->asked, QStringList{QStringLiteral("foos")});
        QCOMPARE(m_suspects->leases, std::vector<std::string>{"foo"});
        m_time->advance(ControllersWatch::Interval); // the same queue again: nothing anew
        QCOMPARE(m_suspects->asked.size(), 1);
    }

    void theInformersOfTheChosenProgramAreShown()
    {
        m_port->texts["foo-1"] = kube::test::fixture("kubernetes-1.36/metrics/kube-controller-manager.prom").toStdString();
        open();
        readAgain();
        choose(QStringLiteral("deployment"));
        m_page->findChild<QTabWidget *>()->setCurrentIndex(2);
        TableView *informers = tableNamed(QStringLiteral("Informers of the program"));
        QVERIFY(informers->isVisible());
        const auto *model = informers->model();
        const auto rowOf = [model](const QString &resource) {
            const auto found = model->match(model->index(0, 0), Qt::DisplayRole, resource, 1, Qt::MatchExactly);
            return found.isEmpty() ? -1 : found.first().row();
        };
        const int pods = rowOf(QStringLiteral("pods"));
        QVERIFY(pods >= 0);
        QCOMPARE(model->index(pods, InformerModel::Name).data().toString(), QStringLiteral("kube-controller-manager"));
        QCOMPARE(model->index(pods, InformerModel::Queued).data().toString(), QStringLiteral("0"));
        QVERIFY(informers->isColumnHidden(InformerModel::Version)); // that server tells none
        QVERIFY(informers->isColumnHidden(InformerModel::Name));    // the same for all
        m_port->texts["foo-1"] += "informer_queued_items{group=\"\",name=\"kube-controller-manager\",resource=\"pods\",version=\"v1\"} 12\n"
                                "informer_store_resource_version{group=\"\",name=\"kube-controller-manager\",resource=\"pods\",version=\"v1\"} 1.234567e+06\n";
        m_time->advance(ControllersWatch::Interval);
        QVERIFY(!informers->isColumnHidden(InformerModel::Version));
        QCOMPARE(model->index(pods, InformerModel::Queued).data().toString(), QStringLiteral("12"));
        QCOMPARE(model->index(pods, InformerModel::Version).data().toString(), QStringLiteral("1234567"));
        QCOMPARE(model->index(rowOf(QStringLiteral("nodes")), InformerModel::Version).data().toString(), QStringLiteral("–"));
        m_port->texts["foo-1"] += "informer_queued_items{group=\"\",name=\"another\",resource=\"pods\",version=\"v1\"} 3\n";
        m_time->advance(ControllersWatch::Interval);
        QVERIFY(!informers->isColumnHidden(InformerModel::Name));
    }

    void everythingHasAName()
    {
        open();
        readAgain();
        QCOMPARE(unnamedWidgets(m_page.get()).join(QLatin1Char('\n')), QString());
        QVERIFY(!m_page->accessibleName().isEmpty());
    }
};

ORRERY_TEST(ControllersPageTest)
} // namespace controllers_page_test
#include "controllers_page_test.moc"
