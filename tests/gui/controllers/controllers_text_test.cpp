// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/controllers/controllers_text.h"

namespace controllers_text_test {

using namespace orrery;

class ControllersTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void twoDurationsOfACellAreInOneUnit()
    {
        QCOMPARE(spreadText(0.00025, 0.0099), QStringLiteral("0.3 · 9.9 ms"));
        QCOMPARE(spreadText(0.00006, 0.09), QStringLiteral("0.06 · 90 ms"));
        QCOMPARE(spreadText(0.5, 9), QStringLiteral("0.5 · 9 s"));
        QCOMPARE(spreadText(0.000006, 0.09), QStringLiteral("6 µs · 90 ms"));
        QCOMPARE(spreadText(0.000055, 0.000099), QStringLiteral("55 · 99 µs"));
        QCOMPARE(spreadText(0.5, 200), QStringLiteral("500 ms · 3m20s"));
    }

    void whatIsBeyondTheLastBoundIsMoreThanThat()
    {
        const auto waited = [](double within, double all) {
            kube::MetricHistogram made;
            made.addBucket(10, within);
            made.addBucket(std::numeric_limits<double>::infinity(), all);
            return made;
        };
        QCOMPARE(spreadText(waited(0, 5)), QStringLiteral(">10 s"));
        QCOMPARE(spreadText(waited(90, 100)), QStringLiteral("5.6 · >10 s"));
        QVERIFY(!spreadText(waited(100, 100)).contains(QLatin1Char('>')));
        QVERIFY(spreadText(waited(0, 0)).isEmpty());
        kube::QueueReading before, now;
        before.depth = 10;
        now.depth = 50;
        now.waiting = waited(0, 5);
        const auto found = kube::findingsOf(now, kube::QueueActivity::between(before, now, std::chrono::seconds(10)));
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY2(findingText(found.front()).endsWith(QStringLiteral("half of them more than 10 s")), qPrintable(findingText(found.front())));
    }

    void onlyAComponentThatWantsToKnowWhoAsksNamesItsFlagWithAllPaths()
    {
        const QString flag = QStringLiteral("--authorization-always-allow-paths");
        ControllerProgram program;
        program.id = program.name = QStringLiteral("bar-1");
        program.target = kube::MetricsTarget{"system", "bar-1", {}, {"http", 8080, "/metrics", kube::MetricsEndpoint::Sign::PortName}};
        program.state = ControllerProgram::State::Failed;
        program.error = kube::Error();
        program.error->kind = kube::ErrorKind::Unauthorized;
        const auto mend = [&] { return describeScrape(*program.error, program, {program}).mend; };
        QVERIFY2(mend().contains(QStringLiteral("passes no identity on")), qPrintable(mend()));
        QVERIFY2(!mend().contains(flag), qPrintable(mend())); // another program may not know it
        QCOMPARE(unreadTexts({program}), QStringList{QStringLiteral("1 want(s) to know who asks")});
        program.target->endpoint.sign = kube::MetricsEndpoint::Sign::Component;
        const QString whole = flag + QStringLiteral("=/healthz,/readyz,/livez,/metrics"); // its default is replaced, and the probes need that
        QVERIFY2(mend().contains(whole), qPrintable(mend()));
        QCOMPARE(unreadTexts({program}), QStringList{QStringLiteral("1 component(s) want(s) to know who asks: %1 mends it").arg(whole)});
    }

    void aProgramsOwnErrorIsNotTheProxys()
    {
        ControllerProgram program;
        program.id = program.name = QStringLiteral("bar-1");
        program.target = kube::MetricsTarget{"system", "bar-1", {}, {}};
        program.state = ControllerProgram::State::Failed;
        const auto answered = [&](const QString &words, bool isStatus) {
            kube::Status status;
            status.code = isStatus ? 503 : 500;
            status.message = words;
            if (!isStatus)
                status.causes.append({QStringLiteral("UnexpectedServerResponse"), words, {}});
            program.error = kube::Error::fromStatus(status);
            return describeScrape(*program.error, program, {program});
        };
        QVERIFY(answered(QStringLiteral("panic in a collector"), false).headline.contains(QStringLiteral("an error of its own, 500")));
        QCOMPARE(scrapeWord(*program.error), QStringLiteral("error 500"));
        QCOMPARE(unreadTexts({program}), QStringList{QStringLiteral("1 answer(s) with an error of its own")});
        QVERIFY(answered(QStringLiteral("error trying to reach service: dial tcp 10.0.0.1:80: connect: connection refused"), true).headline.contains(QStringLiteral("does not reach")));
        QVERIFY(answered(QStringLiteral("Error: 'dial tcp 10.0.0.1:80: i/o timeout'\nTrying to reach: 'http://10.0.0.1:80/metrics'"), false).headline.contains(QStringLiteral("does not reach")));
        QCOMPARE(scrapeWord(*program.error), QStringLiteral("no answer"));
    }
};

ORRERY_GUILESS_TEST(ControllersTextTest)
} // namespace controllers_text_test
#include "controllers_text_test.moc"
