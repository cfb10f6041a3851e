// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/chart_axis.h"
#include "ui/widgets/line_chart.h"

#include <cmath>

namespace line_chart_test {

using namespace orrery;

class LineChartTest : public QObject
{
    Q_OBJECT

    static QList<qint64> times(int count)
    {
        QList<qint64> list;
        for (int i = 0; i < count; ++i)
            list << 1'767'312'000'000 + i * 5000;
        return list;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anAxisHasFewRoundTicks()
    {
        const struct {
            double highest, step, top;
        } cases[] = {{1, 0.5, 1}, {3, 1, 3}, {4, 2, 4}, {7, 5, 10}, {0.013, 0.005, 0.015}, {1204, 500, 1500}, {30, 10, 30}};
        for (const auto &one : cases) {
            const ChartAxis axis = ChartAxis::upTo(one.highest, 3);
            QVERIFY2(qFuzzyCompare(axis.step, one.step), qPrintable(QString::number(axis.step)));
            QVERIFY2(qFuzzyCompare(axis.top(), one.top), qPrintable(QString::number(axis.top())));
        }
        QCOMPARE(ChartAxis::upTo(1, 3, 1).step, 1.0);
        for (const double odd : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()})
            QCOMPARE(ChartAxis::upTo(odd, 3).top(), 1.0);
    }

    void timesAreMarkedAtRoundSteps()
    {
        QCOMPARE(timeStep(300, 5), 60);
        QCOMPARE(timeStep(60, 4), 15);
        QCOMPARE(timeStep(10, 5), 5);
        QCOMPARE(timeStep(100 * 86400, 5), 100 * 86400 / 5);
    }

    void aLongTitleLeavesTheFiguresTheirPlace()
    {
        const auto figures = [](const QString &title) {
            LineChart chart(title);
            chart.resize(240, 120);
            chart.setData(times(3), {{QStringLiteral("adds"), {1, 2, 3}}, {QStringLiteral("retries"), {4, 5, 6}}}, 60);
            return chart.grab(QRect(120, 0, 120, 24)).toImage();
        };
        QCOMPARE(figures(QStringLiteral("Waits, over the last minute or two")), figures(QStringLiteral("W")));
    }

    void theNewestIsReadOutUntilATimeIsChosen()
    {
        LineChart chart(QStringLiteral("Waits"));
        chart.setFormat([](double value) { return QString::number(value) + QStringLiteral(" s"); }, 0);
        chart.setData(times(3), {{QStringLiteral("p50"), {1, 2, 3}}, {QStringLiteral("p99"), {4, std::nan(""), 6}}}, 60);
        QCOMPARE(chart.readOut(), QStringLiteral("p50 3 s   p99 6 s"));
        QTest::keyClick(&chart, Qt::Key_Left);
        QVERIFY2(chart.readOut().endsWith(QStringLiteral("   p50 2 s   p99 –")), qPrintable(chart.readOut()));
        QVERIFY(chart.accessibleDescription().startsWith(chart.readOut()));
        QTest::keyClick(&chart, Qt::Key_Home);
        QVERIFY(chart.readOut().contains(QStringLiteral("p50 1 s")));
        QTest::keyClick(&chart, Qt::Key_Escape);
        QCOMPARE(chart.readOut(), QStringLiteral("p50 3 s   p99 6 s"));
    }

    void aChosenTimeStaysChosenWhenNewOnesCome()
    {
        LineChart chart(QStringLiteral("Depth"));
        chart.setData(times(3), {{{}, {1, 2, 3}}}, 60);
        QTest::keyClick(&chart, Qt::Key_Left);
        chart.setData(times(5).mid(1), {{{}, {2, 3, 4, 5}}}, 60);
        QVERIFY(chart.readOut().endsWith(QStringLiteral(" 2")));
        chart.setData(times(5).mid(3), {{{}, {4, 5}}}, 60); // it has gone
        QCOMPARE(chart.readOut(), QStringLiteral("5"));
    }

    void thePointerChoosesTheNearestTime()
    {
        LineChart chart(QStringLiteral("Depth"));
        chart.resize(400, 140);
        chart.setData(times(3), {{{}, {1, 2, 3}}}, 10);
        chart.show();
        QTest::mouseMove(&chart, QPoint(391, 70));
        QTRY_COMPARE(chart.content().cursor, 2);
        QTest::mouseMove(&chart, QPoint(210, 70));
        QTRY_COMPARE(chart.content().cursor, 1);
    }

    void whatItShowsIsSaidInWords()
    {
        LineChart chart(QStringLiteral("Depth"));
        QCOMPARE(chart.accessibleName(), QStringLiteral("Depth"));
        chart.setData({}, {{{}, {}}}, 60);
        QCOMPARE(chart.accessibleDescription(), QStringLiteral("nothing known yet"));
        chart.setData(times(3), {{{}, {1, 5000, 3}}}, 60);
        QCOMPARE(chart.accessibleDescription(), QStringLiteral("now 3, between 1 and 5,000"));
        QCOMPARE(orrery::test::unnamedWidgets(&chart).join(QLatin1Char('\n')), QString());
    }

    void itIsDrawnWithoutDataToo()
    {
        LineChart chart(QStringLiteral("Depth"));
        chart.resize(400, 140);
        const auto grab = [&chart] { return chart.grab().toImage(); };
        const QImage empty = grab();
        chart.setData(times(3), {{{}, {1, 2, 3}}, {{}, {std::nan(""), 1, std::nan("")}}}, 10);
        QVERIFY(grab() != empty);
    }
};

ORRERY_TEST(LineChartTest)
} // namespace line_chart_test
#include "line_chart_test.moc"
