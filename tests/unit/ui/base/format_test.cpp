// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/format.h"
#include "ui/base/table_roles.h"

namespace format_test {

using namespace orrery;
using namespace std::chrono_literals;

class FormatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void agesReadAsKubectls_data()
    {
        QTest::addColumn<qint64>("msecs");
        QTest::addColumn<QString>("age");
        constexpr qint64 s = 1000, m = 60 * s, h = 60 * m, d = 24 * h, y = 365 * d;
        const std::pair<qint64, const char *> table[] = {
            {-2 * s, "<invalid>"}, {-1500, "0s"}, {-500, "0s"}, {0, "0s"}, {999, "0s"}, {1 * s, "1s"},
            {119 * s, "119s"}, {2 * m, "2m"}, {2 * m + 1 * s, "2m1s"}, {9 * m + 59 * s, "9m59s"}, {10 * m, "10m"},
            {10 * m + 59 * s, "10m"}, {3 * h - 1, "179m"}, {3 * h, "3h"}, {3 * h + 1 * m, "3h1m"},
            {8 * h - 1, "7h59m"}, {8 * h, "8h"}, {8 * h + 59 * m, "8h"}, {48 * h - 1, "47h"}, {48 * h, "2d"},
            {49 * h, "2d1h"}, {8 * d - 1, "7d23h"}, {8 * d, "8d"}, {8 * d + 23 * h, "8d"}, {2 * y - 1, "729d"},
            {2 * y, "2y"}, {2 * y + 1 * d, "2y1d"}, {8 * y - 1, "7y364d"}, {8 * y, "8y"}, {8 * y + 364 * d, "8y"}};
        for (const auto &[msecs, age] : table)
            QTest::newRow(qPrintable(QStringLiteral("%1 ms").arg(msecs))) << msecs << QString::fromLatin1(age);
    }

    void agesReadAsKubectls()
    {
        QFETCH(qint64, msecs);
        QFETCH(QString, age);
        QCOMPARE(humanDuration(std::chrono::milliseconds(msecs)), age);
    }

    void countsAreGroupedInThousands()
    {
        QCOMPARE(count(0), QStringLiteral("0"));
        QCOMPARE(count(412), QStringLiteral("412"));
        QCOMPARE(count(100310), QStringLiteral("100,310"));
        QCOMPARE(count(-1234567), QStringLiteral("-1,234,567"));
    }

    void bytesCarryTheirUnit_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << QStringLiteral("0 B");
        QTest::newRow("bytes") << qint64(999) << QStringLiteral("999 B");
        QTest::newRow("a kilobyte") << qint64(1000) << QStringLiteral("1.0 kB");
        QTest::newRow("rounded up to ten") << qint64(9960) << QStringLiteral("10 kB");
        QTest::newRow("no thousand of a unit") << qint64(999600) << QStringLiteral("1.0 MB");
        QTest::newRow("megabytes") << qint64(148200000) << QStringLiteral("148 MB");
        QTest::newRow("the largest") << std::numeric_limits<qint64>::max() << QStringLiteral("9,223 PB");
    }

    void bytesCarryTheirUnit()
    {
        QFETCH(qint64, number);
        QFETCH(QString, text);
        QCOMPARE(bytes(number).replace(QChar(QChar::Nbsp), QLatin1Char(' ')), text);
    }

    void aMomentHasItsDateUnlessItIsToday()
    {
        const kube::WallTime now = std::chrono::system_clock::now();
        QCOMPARE(momentText(now), clockTime(now));
        QVERIFY(momentText(now - 48h).endsWith(QLatin1Char(' ') + clockTime(now - 48h)));
    }

    void aUnitOfTwoValuesIsWrittenOnce()
    {
        QCOMPARE(withoutSharedUnit(QStringLiteral("5.5 ms"), QStringLiteral("10 ms")), QStringLiteral("5.5"));
        QCOMPARE(withoutSharedUnit(QStringLiteral("5.5 ms"), QStringLiteral("1 s")), QStringLiteral("5.5 ms"));
        QCOMPARE(withoutSharedUnit(QStringLiteral("5 ms"), QStringLiteral(">5 s")), QStringLiteral("5 ms"));
        QCOMPARE(withoutSharedUnit(QStringLiteral("0"), QStringLiteral("0")), QStringLiteral("0"));
    }

    void absoluteTimesAreLocalAndUtc()
    {
        qputenv("TZ", "UTC-2");
        tzset();
        const kube::WallTime noon{std::chrono::seconds(1767366245)}; // 2026-01-02T15:04:05Z
        QCOMPARE(absoluteTime(noon), QStringLiteral("2026-01-02 17:04:05 (15:04:05 UTC)"));
        QCOMPARE(clockTime(noon), QStringLiteral("17:04:05"));
        QCOMPARE(absoluteTime(noon + 8h), QStringLiteral("2026-01-03 01:04:05 (2026-01-02 23:04:05 UTC)"));
    }

    void theClockOfChangesNeverGoesBack()
    {
        const qint64 before = monotonicMsecs();
        QVERIFY(monotonicMsecs() >= before);
    }
};

ORRERY_GUILESS_TEST(FormatTest)
} // namespace format_test
#include "format_test.moc"
