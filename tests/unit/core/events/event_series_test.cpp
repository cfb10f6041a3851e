// SPDX-License-Identifier: Apache-2.0
#include "core/events/event_series.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/events/recorder_fixture.h"

namespace event_series_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::detailsOf;

namespace {

struct World {
    SteadyTime now = SteadyTime{} + 1h;
    int names = 0;
    EventSeries series;

    [[nodiscard]] WallTime wall() const
    {
        return WallTime(1'767'366'245s) + std::chrono::duration_cast<WallTime::duration>(now - SteadyTime{});
    }
    std::optional<SeriesEvent> tell(EventDetails details = detailsOf("m"))
    {
        return series.observe({{"shop", "event-" + std::to_string(++names)}, std::move(details), "c", "c-1", wall(), {}}, now);
    }
};

} // namespace

class EventSeriesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theSecondOfAKindBeginsASeriesAndTheRestAreCounted()
    {
        World world;
        const auto first = world.tell();
        QVERIFY(first && !first->series);
        world.now += 1min;
        const auto second = world.tell(detailsOf("another note"));
        QVERIFY(second && second->series);
        QCOMPARE(second->key, first->key);
        QCOMPARE(second->details.note, std::string("m"));
        QCOMPARE(second->series->count, std::int64_t(2));
        QVERIFY(second->series->lastObservedTime == world.wall());
        world.now += 1min;
        QVERIFY(!world.tell());
        const auto living = world.series.living();
        QCOMPARE(living.size(), std::size_t(1));
        QCOMPARE(living[0].series->count, std::int64_t(3));
        QVERIFY(living[0].series->lastObservedTime == world.wall());
    }

    void whatDiffersButInItsNoteIsAnotherEvent()
    {
        World world;
        QVERIFY(world.tell());
        EventDetails details = detailsOf("m");
        details.action = "Other";
        QVERIFY(!world.tell(details)->series);
        details.related = kube::test::podReference("other");
        QVERIFY(!world.tell(details)->series);
        details.type = EventType::Warning;
        QVERIFY(!world.tell(details)->series);
        details.regarding.uid = "other";
        QVERIFY(!world.tell(details)->series);
        QVERIFY(!world.tell(detailsOf("m", "Other"))->series);
        QCOMPARE(world.series.size(), std::size_t(6));
        QVERIFY(world.series.living().empty());
    }

    void aSingleEventIsForgottenAfterSixMinutes()
    {
        World world;
        (void)world.tell();
        world.now += 6min;
        QVERIFY(world.series.ended(world.now).empty());
        QCOMPARE(world.series.size(), std::size_t(1));
        world.now += 1ns;
        QVERIFY(world.series.ended(world.now).empty());
        QCOMPARE(world.series.size(), std::size_t(0));
        QVERIFY(!world.tell()->series);
    }

    void aSeriesEndsSixMinutesAfterItsLastAndIsForgottenOnceWritten()
    {
        World world;
        (void)world.tell();
        world.now += 5min;
        (void)world.tell();
        world.now += 6min;
        QVERIFY(world.series.ended(world.now).empty());
        world.now += 1ns;
        const auto ended = world.series.ended(world.now);
        QCOMPARE(ended.size(), std::size_t(1));
        QCOMPARE(world.series.size(), std::size_t(1));
        QCOMPARE(world.series.ended(world.now).size(), std::size_t(1)); // could not be written
        world.series.forget(ended[0]);
        QCOMPARE(world.series.size(), std::size_t(0));
    }

    void aSeriesObservedWhileItsEndIsWrittenGoesOn()
    {
        World world;
        (void)world.tell();
        (void)world.tell();
        world.now += 7min;
        const auto ended = world.series.ended(world.now);
        QVERIFY(!world.tell());
        world.series.forget(ended[0]);
        QCOMPARE(world.series.size(), std::size_t(1));
        QCOMPARE(world.series.living()[0].series->count, std::int64_t(3));
    }
};

ORRERY_GUILESS_TEST(EventSeriesTest)
} // namespace event_series_test
#include "event_series_test.moc"
