// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/metric_text.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <cmath>

namespace metric_text_test {

using namespace kube;

class MetricTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aSampleHasItsNameLabelsAndValue()
    {
        const auto samples = parseMetrics("# HELP depth of a queue\n# TYPE depth gauge\ndepth{name=\"foo\",path=\"a\\\\b\\\"c\\nd\"} 3.5 1700000000000\n\nup 1\r\n");
        QVERIFY_RESULT(samples);
        QCOMPARE(samples->size(), std::size_t(2));
        const MetricSample &depth = samples->front();
        QCOMPARE(depth.name, std::string("depth"));
        QCOMPARE(depth.value, 3.5);
        QCOMPARE(std::string(depth.label("name")), std::string("foo"));
        QCOMPARE(std::string(depth.label("path")), std::string("a\\b\"c\nd"));
        QVERIFY(depth.label("none").empty());
        QCOMPARE(samples->back().value, 1.0);
    }

    void whatCannotBeMeasuredIsAsIfItWereNotTold()
    {
        const auto samples = parseMeasures("a +Inf\nb -Inf\nc NaN\nd nan\ne -1\nf 1e300\ng -0\nh 2\n", {});
        QVERIFY_RESULT(samples);
        QCOMPARE(samples->size(), std::size_t(2));
        QCOMPARE(samples->at(0).name, std::string("g"));
        QCOMPARE(samples->at(1).name, std::string("h"));
    }

    void valuesMayBeInfiniteOrNoNumber()
    {
        const auto samples = parseMetrics("a +Inf\nb -Inf\nc NaN\nd 1e-08\ne{} +2\nf{x=\"y\",} 7 # {trace=\"1\"} 0.5\n# EOF\n");
        QVERIFY_RESULT(samples);
        QVERIFY(std::isinf(samples->at(0).value) && samples->at(0).value > 0);
        QVERIFY(std::isinf(samples->at(1).value) && samples->at(1).value < 0);
        QVERIFY(std::isnan(samples->at(2).value));
        QCOMPARE(samples->at(3).value, 1e-08);
        QCOMPARE(samples->at(4).value, 2.0);
        QCOMPARE(samples->at(5).value, 7.0);
    }

    void onlyWhatIsWantedIsRead()
    {
        const auto samples = parseMetrics("a{broken 1\nb 2\n", [](std::string_view name) { return name == "b"; });
        QVERIFY_RESULT(samples);
        QCOMPARE(samples->size(), std::size_t(1));
    }

    void badLinesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("no value") << QByteArray("depth") << QStringLiteral("after the name and its labels comes a number");
        QTest::newRow("a word for a value") << QByteArray("depth many") << QStringLiteral("after the name and its labels comes a number");
        QTest::newRow("no name") << QByteArray("{a=\"b\"} 1") << QStringLiteral("a line begins with a metric's name");
        QTest::newRow("html") << QByteArray("<html>") << QStringLiteral("a line begins with a metric's name");
        QTest::newRow("label without quotes") << QByteArray("d{a=b} 1") << QStringLiteral("a label's value stands in quotes");
        QTest::newRow("open quotes") << QByteArray("d{a=\"b} 1") << QStringLiteral("a label's value stands in quotes");
        QTest::newRow("label without a value") << QByteArray("d{a} 1") << QStringLiteral("a label is NAME=\"VALUE\"");
        QTest::newRow("no comma") << QByteArray("d{a=\"b\" c=\"d\"} 1") << QStringLiteral("labels are separated by commas and end with }");
    }

    void badLinesAreNamed()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, says);
        const auto samples = parseMetrics(("# fine\n" + line + "\n").toStdString());
        QVERIFY(!samples);
        QCOMPARE(samples.error().kind, ErrorKind::BadInput);
        QCOMPARE(samples.error().place, QStringLiteral("line 2"));
        QCOMPARE(samples.error().message, says);
    }

    void everyLineOfAServerIsRead()
    {
        for (const char *name : {"kube-apiserver", "kube-controller-manager"}) {
            const QByteArray text = kube::test::fixture(QStringLiteral("kubernetes-1.36/metrics/%1.prom").arg(QLatin1String(name)));
            qsizetype lines = 0;
            for (const QByteArray &line : text.split('\n'))
                lines += !line.isEmpty() && !line.startsWith('#');
            const auto samples = parseMetrics(text.toStdString());
            QVERIFY_RESULT(samples);
            QCOMPARE(static_cast<qsizetype>(samples->size()), lines);
        }
    }
};

ORRERY_GUILESS_TEST(MetricTextTest)
} // namespace metric_text_test
#include "metric_text_test.moc"
