// SPDX-License-Identifier: Apache-2.0
#include "core/object/quantity.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace quantity_test {

using namespace kube;

class QuantityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void quantitiesAreReadAsTheApiReadsThem_data();
    void quantitiesAreReadAsTheApiReadsThem();
    void whatIsNoQuantityIsRefused_data();
    void whatIsNoQuantityIsRefused();
    void quantitiesAreOrderedByTheirAmount();
};

void QuantityTest::quantitiesAreReadAsTheApiReadsThem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milli");
    QTest::addColumn<qint64>("value");
    const auto row = [](const char *text, qint64 milli, qint64 value) { QTest::newRow(text) << QByteArray(text) << milli << value; };
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    row("0", 0, 0);
    row("1", 1000, 1);
    row("100m", 100, 1);
    row("1500m", 1500, 2);
    row("-1500m", -1500, -2);
    row("+2", 2000, 2);
    row("1.5", 1500, 2);
    row(".5", 500, 1);
    row("5.", 5000, 5);
    row("1k", 1000'000, 1000);
    row("1Ki", 1024'000, 1024);
    row("1.5Ki", 1536'000, 1536);
    row("0.001Ki", 1024, 2);
    row("128Mi", 134217728000, 134217728);
    row("1Gi", 1073741824000, 1073741824);
    row("2G", 2000000000000, 2000000000);
    row("8191Ti", 9006099743113216000, 9006099743113216);
    row("1e3", 1000'000, 1000);
    row("1E3", 1000'000, 1000);
    row("1.5e+3", 1500'000, 1500);
    row("12e-1", 1200, 2);
    row("1n", 1, 1);
    row("-1n", -1, -1);
    row("1u", 1, 1);
    row("1001u", 2, 1);
    row("0n", 0, 0);
    row("0e99999999999999999999", 0, 0);
    row("1e-99999999999999999999", 1, 1);
    row("0000000000000000000000001", 1000, 1);
    row("1.0000000000000000000000000", 1000, 1);
    row("1.0000000000000000000000001", 1001, 2);
    row("9223372036854775.807", most, 9223372036854776);
    row("9223372036854775807m", most, 9223372036854776);
    row("9223372036854775808m", most, 9223372036854776);
    row("1E", most, 9223372036854776);
    row("10Ei", most, 9223372036854776);
    row("-10Ei", -most, -9223372036854776);
    row("1e400", most, 9223372036854776);
    row("99999999999999999999999999999999999999", most, 9223372036854776);
}

void QuantityTest::quantitiesAreReadAsTheApiReadsThem()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, milli);
    QFETCH(qint64, value);
    const auto quantity = Quantity::parse(text.toStdString());
    QVERIFY_RESULT(quantity);
    QCOMPARE(qint64(quantity->milliValue()), milli);
    QCOMPARE(qint64(quantity->value()), value);
}

void QuantityTest::whatIsNoQuantityIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", " ", "1 ", " 1", "m", ".", "+", "-", "--1", "1K", "1ki", "1mi", "1e", "1e+", "1e1.5", "1E3m",
                             "1.2.3", "0x10", "1,5", "Ki", "1KiB", "1i", "1kk", "NaN", "inf", "1m1"})
        QTest::newRow(text) << QByteArray(text);
}

void QuantityTest::whatIsNoQuantityIsRefused()
{
    QFETCH(QByteArray, text);
    const auto quantity = Quantity::parse(text.toStdString());
    QVERIFY(!quantity);
    QVERIFY(quantity.error().is(ErrorKind::BadInput));
    QVERIFY(quantity.error().message.contains(QString::fromUtf8(text)));
}

void QuantityTest::quantitiesAreOrderedByTheirAmount()
{
    const auto quantity = [](const char *text) { return Quantity::parse(text).value(); };
    QVERIFY(quantity("1000m") == quantity("1"));
    QVERIFY(quantity("1Ki") > quantity("1k"));
    QVERIFY(quantity("-1") < quantity("0"));
}

ORRERY_GUILESS_TEST(QuantityTest)
} // namespace quantity_test
#include "quantity_test.moc"
