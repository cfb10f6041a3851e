// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_meta.h"
#include "tests/gui/apiserver/fake_metrics.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/support/fixtures.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/apiserver/api_server_page.h"
#include "ui/views/apiserver/bar_delegate.h"
#include "ui/views/apiserver/figure_strip.h"
#include "ui/views/apiserver/reading_pane.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/table_view.h"

#include <QImage>
#include <QScrollBar>
#include <QTabWidget>

namespace api_server_page_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;

namespace {

kube::PriorityAndFairness busy()
{
    kube::PriorityAndFairness flow;
    kube::PriorityLevel low{"workload-low"};
    low.executing = 6;
    low.waiting = 12;
    low.rejected = 3;
    flow.levels = {low, {"exempt"}};
    flow.queues = {{"workload-low", 0, 0, 0, 0}, {"workload-low", 7, 12, 6, 6}};
    flow.requests = {{"workload-low", "service-accounts", 7, "eve", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "system:serviceaccount:shop:eve", "list", "/api/v1/pods"},
                     {"workload-low", "service-accounts", 7, "eve", "2026-01-01T00:00:01Z", {}, "system:serviceaccount:shop:eve", "list", "/api/v1/pods"},
                     {"exempt", "exempt", -1, {}, "2026-01-01T00:00:01Z", "2026-01-01T00:00:01Z", "admin", "get", "/metrics"}};
    return flow;
}

kube::ApiServerLoad loadOf(const std::string &more = {})
{
    return *kube::ApiServerLoad::decode("apiserver_request_duration_seconds_bucket{verb=\"LIST\",le=\"0.1\"} 90\n"
                                        "apiserver_request_duration_seconds_bucket{verb=\"LIST\",le=\"+Inf\"} 100\n"
                                        "apiserver_request_duration_seconds_count{verb=\"LIST\"} 100\n"
                                        "apiserver_storage_objects{resource=\"pods\"} 1200\n"
                                        "apiserver_longrunning_requests{verb=\"WATCH\",resource=\"pods\"} 4\n"
                                        "apiserver_flowcontrol_nominal_limit_seats{priority_level=\"workload-low\"} 12\n" + more);
}

kube::Error refusal(const QString &path)
{
    return serverError(403, "Forbidden", QStringLiteral("forbidden: User \"eve\" cannot get path \"%1\"").arg(path));
}

} // namespace

class ApiServerPageTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeServerMetrics> m_metrics;
    std::unique_ptr<ApiServerPage> m_page;

    void answer(kube::Result<kube::Readiness> readiness, kube::Result<kube::PriorityAndFairness> flow, kube::Result<kube::ApiServerLoad> load)
    {
        m_metrics->readings.give(std::move(readiness));
        m_metrics->flows.give(std::move(flow));
        if (m_metrics->loads.open() > 0)
            m_metrics->loads.give(std::move(load));
        m_time->run();
    }
    [[nodiscard]] ReadingPane *pane(const char *name) const
    {
        for (ReadingPane *one : m_page->findChildren<ReadingPane *>()) {
            if (one->table()->accessibleName() == QString::fromLatin1(name))
                return one;
        }
        qFatal("there is no pane %s", name);
    }
    [[nodiscard]] QString cell(const char *name, int row, int column) const { return pane(name)->model()->index(row, column).data().toString(); }
    [[nodiscard]] Tone tone(const char *name, int row, int column) const { return static_cast<Tone>(pane(name)->model()->index(row, column).data(ToneRole).toInt()); }
    void look(const char *name) const { m_page->findChild<QTabWidget *>()->setCurrentWidget(pane(name)); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_metrics = std::make_unique<FakeServerMetrics>();
        m_page = std::make_unique<ApiServerPage>(QStringLiteral("prod"), *m_metrics, m_time, m_time);
        m_page->resize(1000, 700);
        m_page->show();
        m_time->run();
    }
    void cleanup()
    {
        m_page.reset();
        m_time->run();
    }

    void readingIsSaidUntilSomethingComes()
    {
        QVERIFY2(visibleWords(m_page.get()).contains(QStringLiteral("Reading Priority levels")), qPrintable(visibleWords(m_page.get())));
        QCOMPARE(m_page->findChild<Badge *>()->text().word, QStringLiteral("reading"));
    }

    void aServerThatIsWellSaysSoFirst()
    {
        answer(kube::Readiness{true, {{"ping", true, {}}, {"etcd", true, {}}}, false}, kube::PriorityAndFairness{{{"exempt"}}, {}, {}}, loadOf());
        QVERIFY2(visibleWords(m_page.get()).contains(QStringLiteral("Ready: all of 2 check")), qPrintable(visibleWords(m_page.get())));
        QVERIFY(m_page->findChild<Badge *>()->text().since.startsWith(QStringLiteral("as of ")));
        look("Requests");
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("No request waits")));
    }

    void whatFailsComesFirstInTheServersWords()
    {
        answer(kube::Readiness{false, {{"ping", true, {}}, {"etcd", false, "failed: reason withheld"}}, true}, busy(), loadOf());
        QVERIFY2(visibleWords(m_page.get()).contains(QStringLiteral("Not ready: etcd")), qPrintable(visibleWords(m_page.get())));
        QCOMPARE(cell("Checks", 0, 1), QStringLiteral("etcd"));
        QCOMPARE(cell("Checks", 0, 2), QStringLiteral("failed: reason withheld"));
        QCOMPARE(tone("Checks", 0, 0), Tone::Failing);
        QCOMPARE(tone("Checks", 1, 0), Tone::Ready);
        look("Checks");
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("Only the beginning")));
    }

    void figuresAreReadWholeInANarrowWindow()
    {
        answer(kube::Readiness{true, {}, false}, busy(), loadOf());
        const auto *strip = m_page->findChild<FigureStrip *>();
        const int wide = strip->height();
        m_page->resize(420, 700);
        QTRY_VERIFY(strip->height() > wide);
        for (const auto *label : strip->findChildren<QLabel *>()) {
            QVERIFY2(strip->rect().contains(label->geometry()), qPrintable(label->text()));
            QVERIFY2(qobject_cast<const ElidedLabel *>(label) || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        m_page->resize(1000, 700);
        QTRY_COMPARE(strip->height(), wide);
    }

    void levelsShowHowFullTheyAre()
    {
        answer(kube::Readiness{true, {}, false}, busy(), loadOf());
        QCOMPARE(cell("Priority levels", 1, 1), QStringLiteral("6 of 12"));
        QCOMPARE(pane("Priority levels")->model()->index(1, 1).data(BarRole).value<BarSpan>(), (BarSpan{0, 0.5, Tone::Neutral}));
        QCOMPARE(cell("Priority levels", 1, 3), QStringLiteral("12"));
        QCOMPARE(tone("Priority levels", 1, 3), Tone::Informative);
        QCOMPARE(cell("Priority levels", 1, 4), QStringLiteral("3"));
        QCOMPARE(cell("Priority levels", 0, 1), QStringLiteral("0, no limit"));
        QVERIFY(!pane("Priority levels")->model()->index(0, 1).data(BarRole).isValid());
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("12 request")));
    }

    void whoWaitsIsSaidAndHowLong()
    {
        kube::PriorityAndFairness flow = busy();
        flow.queues[1].seats = 0; // Kubernetes 1.20 tells none: one each
        for (const char *user : {"anna", "anna", "bert"})
            flow.requests.push_back({"workload-low", "global-default", 3, user, kube::formatTime(m_time->wallNow() - 40s), {}, user, "create", "/api/v1/namespaces/shop/configmaps"});
        answer(kube::Readiness{true, {}, false}, flow, loadOf());
        const QString words = visibleWords(m_page.get());
        QVERIFY2(words.contains(QStringLiteral("12 request(s) of workload-low wait for a seat, the oldest for ")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("; most are of anna")), qPrintable(words));
        QCOMPARE(cell("Queues", 0, 4), QStringLiteral("6"));
    }

    void allOfARequestIsSeenInAWindowOf1280Pixels()
    {
        m_page->resize(1280 - 249, 700); // the tree is beside it
        answer(kube::Readiness{true, {}, false}, busy(), loadOf());
        look("Requests");
        QTRY_COMPARE(pane("Requests")->table()->horizontalScrollBar()->maximum(), 0);
    }

    void levelsStayWhereTheyAreInWhateverOrderTheyAreTold()
    {
        kube::PriorityAndFairness flow = busy();
        answer(kube::Readiness{true, {}, false}, flow, loadOf());
        QCOMPARE(cell("Priority levels", 0, 0), QStringLiteral("exempt"));
        std::reverse(flow.levels.begin(), flow.levels.end());
        m_time->advance(ApiServerFollower::Interval);
        answer(kube::Readiness{true, {}, false}, flow, loadOf());
        QCOMPARE(cell("Priority levels", 0, 0), QStringLiteral("exempt"));
    }

    void queuesAndRequestsAreThoseOfTheChosenLevel()
    {
        answer(kube::Readiness{true, {}, false}, busy(), loadOf());
        QCOMPARE(pane("Queues")->model()->rowCount(), 1); // in use
        QCOMPARE(pane("Requests")->model()->rowCount(), 3);
        QCOMPARE(cell("Requests", 0, 0), QStringLiteral("waits"));
        QCOMPARE(cell("Requests", 0, 4), QStringLiteral("/api/v1/pods"));
        pane("Priority levels")->table()->selectRow(0); // exempt
        QCOMPARE(pane("Requests")->model()->rowCount(), 1);
        look("Queues");
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("No queue is in use")));
        m_time->advance(ApiServerFollower::Interval);
        answer(kube::Readiness{true, {}, false}, busy(), loadOf());
        QCOMPARE(pane("Requests")->model()->rowCount(), 1); // still chosen
        QVERIFY(m_page->closeNearest());
        QCOMPARE(pane("Requests")->model()->rowCount(), 3);
        QVERIFY(!m_page->closeNearest());
    }

    void latenciesAreCountedSinceTheFirstReading()
    {
        answer(kube::Readiness{true, {}, false}, busy(), *kube::ApiServerLoad::decode("apiserver_request_duration_seconds_bucket{verb=\"LIST\",le=\"0.1\"} 90\n"
                                                                                      "apiserver_request_duration_seconds_bucket{verb=\"LIST\",le=\"+Inf\"} 100\n"
                                                                                      "apiserver_request_duration_seconds_count{verb=\"LIST\"} 100\n"
                                                                                      "apiserver_request_duration_seconds_bucket{verb=\"POST\",le=\"32\"} 0\n"
                                                                                      "apiserver_request_duration_seconds_bucket{verb=\"POST\",le=\"+Inf\"} 60\n"
                                                                                      "apiserver_request_duration_seconds_count{verb=\"POST\"} 60\n"));
        QVERIFY(!visibleWords(m_page.get()).contains(QStringLiteral("is slow"))); // it was, some time
        QCOMPARE(cell("Latency by verb", 0, 0), QStringLiteral("LIST"));
        QCOMPARE(cell("Latency by verb", 0, 3), QStringLiteral(">100 ms")); // the last bound
        for (int i = 0; i < ApiServerFollower::TicksPerLoad; ++i) {
            m_time->advance(ApiServerFollower::Interval);
            answer(kube::Readiness{true, {}, false}, busy(),
                   *kube::ApiServerLoad::decode("apiserver_request_duration_seconds_bucket{verb=\"LIST\",le=\"0.1\"} 90\n"
                                                "apiserver_request_duration_seconds_bucket{verb=\"LIST\",le=\"+Inf\"} 100\n"
                                                "apiserver_request_duration_seconds_count{verb=\"LIST\"} 100\n"
                                                "apiserver_request_duration_seconds_bucket{verb=\"PUT\",le=\"2\"} 0\n"
                                                "apiserver_request_duration_seconds_bucket{verb=\"PUT\",le=\"4\"} 150\n"
                                                "apiserver_request_duration_seconds_bucket{verb=\"PUT\",le=\"+Inf\"} 150\n"
                                                "apiserver_request_duration_seconds_count{verb=\"PUT\"} 150\n"
                                                "apiserver_flowcontrol_rejected_requests_total{priority_level=\"workload-low\"} 4\n"));
        }
        QCOMPARE(cell("Latency by verb", 0, 0), QStringLiteral("PUT")); // what happened most
        QCOMPARE(cell("Latency by verb", 0, 1), QStringLiteral("10/s"));
        QCOMPARE(tone("Latency by verb", 0, 3), Tone::Failing);
        const QString words = visibleWords(m_page.get());
        QVERIFY2(words.contains(QStringLiteral("PUT is slow: of 100 requests in the last ")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("Counted over the last 15s")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("4 request")), qPrintable(words)); // refused meanwhile
    }

    void whatALevelHasServedIsToldByTheMetricsWhereTheDumpDoesNot()
    {
        answer(kube::Readiness{true, {}, false}, busy(), loadOf("apiserver_flowcontrol_dispatched_requests_total{priority_level=\"workload-low\"} 6034\n"));
        QCOMPARE(cell("Priority levels", 1, 5), QStringLiteral("6,034"));
        QCOMPARE(cell("Priority levels", 0, 5), QStringLiteral("–"));
    }

    void objectsAndWatchesStandTogether()
    {
        answer(kube::Readiness{true, {}, false}, busy(), loadOf("apiserver_storage_objects{resource=\"nodes\"} 3\n"));
        QCOMPARE(cell("Objects and watches", 0, 0), QStringLiteral("pods"));
        QCOMPARE(cell("Objects and watches", 0, 2), QStringLiteral("4"));
        QCOMPARE(cell("Objects and watches", 1, 1), QStringLiteral("3"));
        QCOMPARE(cell("Objects and watches", 1, 2), QStringLiteral("–"));
    }

    void whatIsRefusedSaysWhichRightMendsItAndTheRestGoesOn()
    {
        answer(kube::Readiness{true, {{"ping", true, {}}}, false}, kube::fail(refusal(QStringLiteral("/debug/api_priority_and_fairness/dump_queues"))), kube::fail(refusal(QStringLiteral("/metrics"))));
        const QString words = visibleWords(m_page.get());
        QVERIFY2(words.contains(QStringLiteral("You may not read /debug/api_priority_and_fairness/*")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("nonResourceURLs: [\"/debug/api_priority_and_fairness/*\"], verbs: [\"get\"]")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("User \"eve\" cannot get path")), qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("Ready")));
        QCOMPARE(m_page->findChild<Badge *>()->text().word, QStringLiteral("read in part"));
        look("Latency of etcd");
        QVERIFY2(visibleWords(m_page.get()).contains(QStringLiteral("nonResourceURLs: [\"/metrics\"]")), qPrintable(visibleWords(m_page.get())));
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("system:monitoring")));
    }

    void priorityAndFairnessThatIsSwitchedOffIsNoFailure()
    {
        answer(kube::Readiness{true, {}, false}, kube::fail(serverError(404, "NotFound", QStringLiteral("404 page not found"))), loadOf());
        QVERIFY2(visibleWords(m_page.get()).contains(QStringLiteral("does not share itself out")), qPrintable(visibleWords(m_page.get())));
    }

    void whatWasReadStaysWithItsTimeWhenTheServerIsGone()
    {
        answer(kube::Readiness{true, {{"ping", true, {}}}, false}, busy(), loadOf());
        const kube::Error gone = kube::Error::transport(QStringLiteral("connection refused"));
        for (int i = 0; i < ApiServerFollower::TicksPerLoad; ++i) {
            m_time->advance(ApiServerFollower::Interval);
            answer(kube::fail(gone), kube::fail(gone), kube::fail(gone));
        }
        QCOMPARE(cell("Priority levels", 1, 1), QStringLiteral("6 of 12"));
        QVERIFY2(visibleWords(m_page.get()).contains(QStringLiteral("The server does not answer")), qPrintable(visibleWords(m_page.get())));
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("As of ")));
        QVERIFY2(visibleWords(m_page.get()).contains(QStringLiteral("Not known since ")), qPrintable(visibleWords(m_page.get())));
        QCOMPARE(m_page->findChild<Badge *>()->text().word, QStringLiteral("cannot be read"));
        QVERIFY(m_page->findChild<Badge *>()->text().since.startsWith(QStringLiteral("as of ")));
    }

    void itReadsWhileItIsSeenAndNotTwiceAtATime()
    {
        m_time->advance(ApiServerFollower::Interval * 2);
        QCOMPARE(m_metrics->readings.open(), std::size_t(1)); // a server that is slow
        answer(kube::Readiness{true, {}, false}, busy(), loadOf());
        m_time->advance(ApiServerFollower::Interval);
        QCOMPARE(m_metrics->readings.open(), std::size_t(1));
        QCOMPARE(m_metrics->loads.open(), std::size_t(1));
        m_page->hide();
        answer(kube::Readiness{true, {}, false}, busy(), loadOf());
        m_time->advance(1h);
        QCOMPARE(m_metrics->readings.open(), std::size_t(0));
        m_page->show();
        QCOMPARE(m_metrics->readings.open(), std::size_t(1)); // at once
    }

    void aBarIsDrawnInBothDirections()
    {
        answer(kube::Readiness{true, {}, false}, busy(), loadOf());
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            m_page->setLayoutDirection(direction);
            const QImage picture = pane("Priority levels")->grab().toImage();
            const QColor brass = accentColor(m_page->palette());
            int found = 0;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    found += picture.pixelColor(x, y) == brass ? 1 : 0;
            }
            QVERIFY2(found > 100, qPrintable(QString::number(found)));
        }
    }

    void itIsTheInstrumentOfItsContext()
    {
        QCOMPARE(m_page->location(), QStringLiteral("apiserver"));
        QCOMPARE(m_page->contextName(), QStringLiteral("prod"));
        QCOMPARE(m_page->title(), QStringLiteral("API server"));
    }

    void everythingHasAName()
    {
        QCOMPARE(unnamedWidgets(m_page.get()).join(QLatin1Char('\n')), QString());
        answer(kube::Readiness{true, {{"ping", true, {}}}, false}, busy(), loadOf());
        QCOMPARE(unnamedWidgets(m_page.get()).join(QLatin1Char('\n')), QString());
    }
};

ORRERY_TEST(ApiServerPageTest)
} // namespace api_server_page_test
#include "api_server_page_test.moc"
