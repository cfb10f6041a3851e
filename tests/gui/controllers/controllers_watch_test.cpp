// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/controllers/fake_metrics.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/controllers/controllers_watch.h"

#include <cmath>

namespace controllers_watch_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;
using State = ControllerProgram::State;

class ControllersWatchTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeMetrics> m_port;
    std::unique_ptr<ControllersWatch> m_watch;

    void start()
    {
        m_watch->setRunning(true);
        m_time->run();
    }
    [[nodiscard]] const ControllerProgram &last() const { return m_watch->programs().back(); }
    [[nodiscard]] int asked(const char *pod) const { return static_cast<int>(m_port->asked.count(QLatin1String(pod))); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_port = std::make_unique<FakeMetrics>();
        m_port->texts[""] = queueText("autoregister", 0, 1);
        m_port->add("foo", queueText("Foos", 4, 10));
        m_watch = std::make_unique<ControllersWatch>(*m_port, m_time, m_time);
    }
    void cleanup() { m_watch.reset(); }

    void nothingIsAskedUntilItRuns()
    {
        m_time->run();
        QCOMPARE(m_port->looks, 0);
        QCOMPARE(m_time->timers(), std::size_t(0));
        start();
        QCOMPARE(m_port->asked, QStringList({QString(), QStringLiteral("foo")}));
        QCOMPARE(m_watch->stage(), ControllersWatch::Stage::Found);
    }

    void ratesAreOfTwoReadingsAndTheSecondComesSoon()
    {
        start();
        QVERIFY(!last().activity("Foos"));
        QCOMPARE(last().queue("Foos")->depth, 4.0);
        m_port->texts["foo"] = queueText("Foos", 6, 30, 2);
        m_time->advance(ControllersWatch::FirstInterval);
        QVERIFY(last().activity("Foos"));
        QCOMPARE(last().activity("Foos")->addsPerSecond, 10.0);
        const QList<QueueSample> history = last().history.at("Foos");
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.first().depth, 6.0);
        QCOMPARE(history.first().retriesPerSecond, 1.0);
        QVERIFY(history.first().waitMost > history.first().waitHalf);
        m_time->advance(ControllersWatch::Interval);
        QCOMPARE(last().history.at("Foos").size(), 2);
        QCOMPARE(last().history.at("Foos").last().addsPerSecond, 0.0); // since the reading before
        QVERIFY(last().history.at("Foos").last().waitHalf > 0);        // over the last minute
        QVERIFY(last().activity("Foos")->addsPerSecond > 0);
        m_time->advance(ControllersWatch::Window + ControllersWatch::Interval);
        QCOMPARE(last().activity("Foos")->addsPerSecond, 0.0);
        QVERIFY(std::isnan(last().history.at("Foos").last().waitHalf)); // no key was taken out meanwhile
    }

    void aQueueThatComesLaterHasRatesFromItsSecondReading()
    {
        start();
        m_time->advance(ControllersWatch::FirstInterval);
        m_port->texts["foo"] += queueText("Bars", 1, 10);
        m_time->advance(ControllersWatch::Interval);
        QVERIFY(!last().activity("Bars"));
        m_port->texts["foo"] = queueText("Foos", 4, 10) + queueText("Bars", 1, 20);
        m_time->advance(ControllersWatch::Interval);
        QVERIFY(last().activity("Bars"));
        QCOMPARE(last().activity("Bars")->addsPerSecond, 2.0);
        QCOMPARE(last().history.at("Bars").size(), 1);
    }

    void whenItStopsNothingIsAskedAnyMore()
    {
        start();
        m_watch->setRunning(false);
        QCOMPARE(m_time->timers(), std::size_t(0));
        const auto before = m_port->asked.size();
        m_time->advance(10min);
        QCOMPARE(m_port->asked.size(), before);
        start();
        QVERIFY(m_port->asked.size() > before);
        QCOMPARE(m_port->looks, 2); // too old to be believed
        // The time without readings is a gap in the charts.
        const QList<QueueSample> history = last().history.at("Foos");
        QCOMPARE(history.size(), 1);
        m_watch->setRunning(false);
        m_time->advance(1min);
        start();
        QVERIFY(std::isnan(last().history.at("Foos").at(1).depth));
    }

    void anAnswerThatComesAfterwardsIsStillTakenIn()
    {
        m_port->holds = true;
        start();
        QVERIFY(m_watch->isAsking());
        m_watch->setRunning(false);
        m_port->held.give(kube::ControllerMetrics::decode(queueText("autoregister", 1, 1)));
        m_port->held.give(kube::ControllerMetrics::decode(queueText("Foos", 1, 1)));
        m_time->run();
        QCOMPARE(last().state, State::Telling);
        QVERIFY(!m_watch->isAsking());
        QCOMPARE(m_time->timers(), std::size_t(0));
    }

    void aProgramThatBeganAnewHasNoRatesUntilItsOwnSecondReading()
    {
        // Fewer than before, or more: who began anew has not done what lies between the two numbers.
        for (const int adds : {3, 90'000}) {
            cleanup();
            init();
            m_port->texts["foo"] = startText(1'700'000'000) + queueText("Foos", 4, 1000, 500);
            start();
            m_time->advance(ControllersWatch::FirstInterval);
            m_time->advance(ControllersWatch::Interval);
            QCOMPARE(last().history.at("Foos").size(), 2);
            m_port->texts["foo"] = startText(1'700'009'000) + queueText("Foos", 1, adds);
            m_time->advance(ControllersWatch::Interval);
            QVERIFY(!last().activity("Foos"));
            QCOMPARE(last().history.at("Foos").size(), 2);
            m_port->texts["foo"] = startText(1'700'009'000) + queueText("Foos", 1, adds + 10, 4);
            m_time->advance(ControllersWatch::FirstInterval);
            const QList<QueueSample> history = last().history.at("Foos");
            QCOMPARE(history.size(), 4);
            QVERIFY(std::isnan(history.at(2).depth)); // no line leads from one run to the other
            QVERIFY(history.at(2).at > history.at(1).at && history.at(2).at < history.at(3).at);
            QCOMPARE(history.at(3).addsPerSecond, 5.0);
            QCOMPARE(history.at(3).retriesPerSecond, 2.0);
            QCOMPARE(last().activity("Foos")->addsPerSecond, 5.0);
        }
    }

    void countersThatFallAreOfAnotherRunWhereNoStartIsTold()
    {
        m_port->texts["foo"] = queueText("Foos", 0, 1000);
        start();
        m_time->advance(ControllersWatch::FirstInterval);
        m_port->texts["foo"] = queueText("Foos", 0, 900);
        m_time->advance(ControllersWatch::Interval);
        QVERIFY(!last().activity("Foos"));
        m_time->advance(ControllersWatch::FirstInterval);
        QCOMPARE(last().activity("Foos")->addsPerSecond, 0.0);
        for (const QueueSample &sample : last().history.at("Foos"))
            QVERIFY(std::isnan(sample.addsPerSecond) || sample.addsPerSecond == 0.0);
    }

    void aQueueThatWasGoneForAWhileGoesOnAsAnotherLine()
    {
        start();
        m_time->advance(ControllersWatch::FirstInterval);
        m_port->texts["foo"] = queueText("Others", 0, 1);
        m_time->advance(2 * ControllersWatch::Interval);
        m_port->texts["foo"] = queueText("Foos", 0, 20);
        m_time->advance(2 * ControllersWatch::Interval);
        const QList<QueueSample> history = last().history.at("Foos");
        QVERIFY(history.size() >= 3);
        QVERIFY(std::isnan(history.at(1).depth));
        QVERIFY(!std::isnan(history.at(2).depth));
    }

    void whatDoesNotAnswerForAWhileLeavesAGap()
    {
        start();
        m_time->advance(ControllersWatch::FirstInterval);
        m_port->errors.emplace("foo", refusedBy(QStringLiteral("no")));
        m_time->advance(ControllersWatch::Interval);
        QCOMPARE(last().state, State::Failed);
        m_port->errors.clear();
        m_time->advance(ControllersWatch::FailedInterval + ControllersWatch::Interval);
        QCOMPARE(last().state, State::Telling);
        const QList<QueueSample> history = last().history.at("Foos");
        QVERIFY(std::isnan(history.at(1).depth));
        QVERIFY(!std::isnan(history.at(2).depth));
    }

    void twoReadingsAtOnceAreNoRate()
    {
        start();
        m_time->advance(ControllersWatch::FirstInterval);
        QCOMPARE(last().history.at("Foos").size(), 1);
        m_port->texts["foo"] = queueText("Foos", 4, 11);
        m_time->advance(10ms);
        m_watch->lookAgain();
        m_time->run();
        QCOMPARE(last().history.at("Foos").size(), 1);
        m_port->texts["foo"] = queueText("Foos", 4, 16);
        m_time->advance(ControllersWatch::Interval);
        QCOMPARE(last().history.at("Foos").size(), 2);
        QCOMPARE(last().history.at("Foos").last().addsPerSecond, 1.0);
    }

    void aProgramThatFailsKeepsItsFiguresAndIsAskedSeldom()
    {
        start();
        m_port->errors.emplace("foo", refusedBy(QStringLiteral("no")));
        m_time->advance(ControllersWatch::FirstInterval);
        QCOMPARE(last().state, State::Failed);
        QVERIFY(last().now);
        const int before = asked("foo");
        m_time->advance(20s);
        QCOMPARE(asked("foo"), before);
        QVERIFY(asked("") > before); // others go on
        m_port->errors.clear();
        m_time->advance(20s);
        QCOMPARE(last().state, State::Telling);
        QVERIFY(!last().error);
    }

    void aPodThatIsGoneIsLookedForAtOnce()
    {
        start();
        kube::Error gone = refusedBy(QStringLiteral("pods \"foo\" not found"), kube::ErrorKind::NotFound);
        gone.status = kube::Status();
        gone.status->kind = QStringLiteral("pods");
        m_port->errors.emplace("foo", gone);
        m_port->found->targets.front().pod = "foo-2";
        m_port->texts["foo-2"] = queueText("Foos", 0, 1);
        m_time->advance(ControllersWatch::FirstInterval);
        QCOMPARE(m_port->looks, 1);
        m_time->advance(ControllersWatch::Interval);
        QCOMPARE(m_port->looks, 2);
        QCOMPARE(last().name, QStringLiteral("foo-2"));
    }

    void aProgramWithoutQueuesIsAskedSeldom()
    {
        m_port->add("web", "http_requests_total 1\n");
        start();
        QCOMPARE(last().state, State::Silent);
        m_time->advance(50s);
        QCOMPARE(asked("web"), 1);
        m_time->advance(20s);
        QCOMPARE(asked("web"), 2);
    }

    void fewAreAskedAtOnce()
    {
        for (const char *pod : {"a", "b", "c", "d", "e"})
            m_port->add(pod, queueText("q", 0, 0));
        m_port->holds = true;
        start();
        QCOMPARE(m_port->held.open(), std::size_t(ControllersWatch::AtOnce));
        m_port->held.give(kube::ControllerMetrics());
        m_time->run();
        QCOMPARE(m_port->held.open(), std::size_t(ControllersWatch::AtOnce));
        while (m_port->held.open() > 0) {
            m_port->held.give(kube::ControllerMetrics());
            m_time->run();
        }
        QCOMPARE(m_port->asked.size(), 7);
    }

    void programsComeAndGo()
    {
        start();
        m_port->found->targets.clear();
        m_port->add("bar", queueText("Bars", 0, 0));
        m_time->advance(ControllersWatch::TargetsInterval + ControllersWatch::Interval);
        QCOMPARE(m_watch->programs().size(), std::size_t(2));
        QCOMPARE(last().name, QStringLiteral("bar"));
    }

    void withoutTargetsTheApiServerIsAskedAllTheSame()
    {
        m_port->found = kube::fail(refusedBy(QStringLiteral("no Pods for you")));
        start();
        QCOMPARE(m_watch->stage(), ControllersWatch::Stage::Failed);
        QCOMPARE(m_watch->error()->message, QStringLiteral("no Pods for you"));
        QCOMPARE(last().state, State::Telling);
        m_port->found = kube::MetricsTargets{};
        m_watch->lookAgain();
        m_time->run();
        QCOMPARE(m_watch->stage(), ControllersWatch::Stage::Found);
    }
};

ORRERY_GUILESS_TEST(ControllersWatchTest)
} // namespace controllers_watch_test
#include "controllers_watch_test.moc"
