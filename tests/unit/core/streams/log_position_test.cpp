// SPDX-License-Identifier: Apache-2.0
#include "core/streams/log_position.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace log_position_test {

using namespace kube;

namespace {

bool isNew(LogPosition &position, std::string_view line)
{
    return position.advance(StampedLine::of(line));
}

} // namespace

class LogPositionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aLineIsCutAtItsTimestamp()
    {
        const auto line = StampedLine::of("2026-11-23T06:24:38.589567000Z INFO  two blanks");
        QCOMPARE(line.timestamp, std::string_view("2026-11-23T06:24:38.589567000Z"));
        QCOMPARE(line.text, std::string_view("INFO  two blanks"));
        QCOMPARE(StampedLine::of("2026-11-23T06:24:38Z").text, std::string_view());
        QCOMPARE(StampedLine::of("failed to watch file: too many open files").timestamp, std::string_view());
        QCOMPARE(StampedLine::of("2026-11-23 not").text, std::string_view("2026-11-23 not"));
        QCOMPARE(StampedLine::of("").text, std::string_view());
    }

    void itGoesOnFromTheLastWholeSecond()
    {
        LogPosition position;
        QVERIFY(position.since().empty());
        QVERIFY(isNew(position, "2026-11-23T06:24:38.589567000Z a"));
        QVERIFY(isNew(position, "2026-11-23T06:24:39.000000001Z b"));
        QCOMPARE(position.since(), std::string("2026-11-23T06:24:39Z"));
        LogPosition zoned;
        QVERIFY(isNew(zoned, "2026-11-23T08:24:38.589567000+02:00 a"));
        QCOMPARE(zoned.since(), std::string("2026-11-23T08:24:38+02:00"));
    }

    void repeatedLinesOfTheLastSecondAreKnown()
    {
        LogPosition position;
        QVERIFY(isNew(position, "2026-11-23T06:24:38.1Z a"));
        QVERIFY(isNew(position, "2026-11-23T06:24:39.1Z b"));
        QVERIFY(isNew(position, "2026-11-23T06:24:39.2Z c"));
        position.resume();
        QVERIFY(!isNew(position, "2026-11-23T06:24:39.1Z b"));
        QVERIFY(!isNew(position, "2026-11-23T06:24:39.2Z c"));
        QVERIFY(isNew(position, "2026-11-23T06:24:39.2Z d"));
        QVERIFY(isNew(position, "2026-11-23T06:24:40.0Z e"));
    }

    void theSameLineTwiceIsTwoLines()
    {
        LogPosition position;
        QVERIFY(isNew(position, "2026-11-23T06:24:39.1Z same"));
        QVERIFY(isNew(position, "2026-11-23T06:24:39.1Z same"));
        position.resume();
        QVERIFY(!isNew(position, "2026-11-23T06:24:39.1Z same"));
        QVERIFY(!isNew(position, "2026-11-23T06:24:39.1Z same"));
        QVERIFY(isNew(position, "2026-11-23T06:24:39.1Z same"));
    }

    void theSameTextAtAnotherTimeIsAnotherLine()
    {
        LogPosition position;
        QVERIFY(isNew(position, "2026-11-23T06:24:39.1Z tick"));
        position.resume();
        QVERIFY(!isNew(position, "2026-11-23T06:24:39.1Z tick"));
        QVERIFY(isNew(position, "2026-11-23T06:24:39.2Z tick"));
    }

    void twoCutsInOneSecondDoubleNothing()
    {
        LogPosition position;
        QVERIFY(isNew(position, "2026-11-23T06:24:39.1Z a"));
        position.resume();
        QVERIFY(!isNew(position, "2026-11-23T06:24:39.1Z a"));
        QVERIFY(isNew(position, "2026-11-23T06:24:39.2Z b"));
        position.resume();
        QVERIFY(!isNew(position, "2026-11-23T06:24:39.1Z a"));
        QVERIFY(!isNew(position, "2026-11-23T06:24:39.2Z b"));
    }

    void aLateLineDoesNotTurnTheClockBack()
    {
        LogPosition position;
        QVERIFY(isNew(position, "2026-11-23T06:24:40.1Z out"));
        QVERIFY(isNew(position, "2026-11-23T06:24:39.9Z err"));
        QCOMPARE(position.since(), std::string("2026-11-23T06:24:40Z"));
        position.resume();
        QVERIFY(!isNew(position, "2026-11-23T06:24:40.1Z out"));
    }

    void whatTheKubeletSaysIsAlwaysNew()
    {
        LogPosition position;
        QVERIFY(isNew(position, "unable to retrieve container logs"));
        QVERIFY(isNew(position, "unable to retrieve container logs"));
        QVERIFY(position.since().empty());
    }
};

ORRERY_GUILESS_TEST(LogPositionTest)
} // namespace log_position_test
#include "log_position_test.moc"
