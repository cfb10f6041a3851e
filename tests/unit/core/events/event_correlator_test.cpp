// SPDX-License-Identifier: Apache-2.0
#include "core/events/event_correlator.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/events/recorder_fixture.h"

namespace event_correlator_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::detailsOf;

namespace {

struct World {
    SteadyTime now = SteadyTime{} + 1h;
    int names = 0;
    EventCorrelator correlator;

    std::optional<CoreEvent> tell(EventDetails details, EventSource source = {"c", "h"})
    {
        const WallTime at = WallTime(1'767'366'245s) + std::chrono::duration_cast<WallTime::duration>(now - SteadyTime{});
        return correlator.correlate({{"shop", "event-" + std::to_string(++names)}, std::move(details), std::move(source), at, at, 1}, now);
    }
};

} // namespace

class EventCorrelatorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theSameEventIsCounted()
    {
        World world;
        const auto first = world.tell(detailsOf("m"));
        QCOMPARE(first->count, std::int64_t(1));
        world.now += 1min;
        const auto second = world.tell(detailsOf("m"));
        QCOMPARE(second->count, std::int64_t(2));
        QCOMPARE(second->key, first->key);
        QVERIFY(second->firstTimestamp == first->firstTimestamp);
        QVERIFY(second->lastTimestamp == first->lastTimestamp + 1min);
    }

    void whatDiffersInAnythingIsAnotherEvent()
    {
        World world;
        QCOMPARE(world.tell(detailsOf("m"))->count, std::int64_t(1));
        QCOMPARE(world.tell(detailsOf("n"))->count, std::int64_t(1));
        QCOMPARE(world.tell(detailsOf("m", "Other"))->count, std::int64_t(1));
        QCOMPARE(world.tell(detailsOf("m"), {"c", "elsewhere"})->count, std::int64_t(1));
        EventDetails details = detailsOf("m");
        details.type = EventType::Warning;
        QCOMPARE(world.tell(details)->count, std::int64_t(1));
        details.regarding.fieldPath = "spec.containers{web}";
        QCOMPARE(world.tell(details)->count, std::int64_t(1));
        details.regarding.uid = "another";
        QCOMPARE(world.tell(details)->count, std::int64_t(1));
    }

    void theTenthMessageOfAKindIsCombinedWithThoseAfter()
    {
        World world;
        for (int i = 1; i <= 9; ++i)
            QCOMPARE(world.tell(detailsOf("m" + std::to_string(i)))->details.note, "m" + std::to_string(i));
        const auto tenth = world.tell(detailsOf("m10"));
        QCOMPARE(tenth->details.note, std::string("(combined from similar events): m10"));
        QCOMPARE(tenth->count, std::int64_t(1));
        const auto eleventh = world.tell(detailsOf("m11"));
        QCOMPARE(eleventh->details.note, std::string("(combined from similar events): m11"));
        QCOMPARE(eleventh->count, std::int64_t(2));
        QCOMPARE(eleventh->key, tenth->key);
    }

    void combiningEndsTenMinutesAfterTheLast()
    {
        World world;
        for (int i = 1; i <= 10; ++i)
            (void)world.tell(detailsOf("m" + std::to_string(i)));
        world.now += 10min;
        QVERIFY(world.tell(detailsOf("m11"))->details.note.starts_with("(combined"));
        world.now += 10min + 1ns;
        QCOMPARE(world.tell(detailsOf("m12"))->details.note, std::string("m12"));
    }

    void twentyFiveAreLetThroughAndThenOneEachFiveMinutes()
    {
        World world;
        for (int i = 1; i <= 25; ++i)
            QVERIFY(world.tell(detailsOf("m")));
        QVERIFY(!world.tell(detailsOf("m")));
        QVERIFY(!world.tell(detailsOf("n", "Other")));
        world.now += 299s;
        QVERIFY(!world.tell(detailsOf("m")));
        world.now += 2s;
        const auto next = world.tell(detailsOf("m"));
        QVERIFY(next);
        QCOMPARE(next->count, std::int64_t(28)); // those kept back are counted
        QVERIFY(!world.tell(detailsOf("m")));
    }

    void theLimitIsOfASourceAnObjectAndAType()
    {
        World world;
        for (int i = 1; i <= 30; ++i)
            (void)world.tell(detailsOf("m"));
        QVERIFY(!world.tell(detailsOf("m")));
        QVERIFY(world.tell(detailsOf("m"), {"c", "elsewhere"}));
        EventDetails other = detailsOf("m");
        other.regarding.name = "another";
        QVERIFY(world.tell(other));
        EventDetails warning = detailsOf("m");
        warning.type = EventType::Warning;
        QVERIFY(world.tell(warning));
    }

    void namesThatRunTogetherAreKeptApart()
    {
        World world;
        EventDetails one = detailsOf("m");
        one.regarding.namespaceName = "ab";
        one.regarding.name = "c";
        EventDetails other = one;
        other.regarding.namespaceName = "a";
        other.regarding.name = "bc";
        QCOMPARE(world.tell(one)->count, std::int64_t(1));
        QCOMPARE(world.tell(other)->count, std::int64_t(1));
    }

    void whatWasLongAgoIsForgotten()
    {
        LruCache<int> cache(2);
        cache.obtain("a", [] { return 1; });
        cache.obtain("b", [] { return 2; });
        QCOMPARE(cache.obtain("a", [] { return 9; }), 1);
        cache.obtain("c", [] { return 3; });
        QCOMPARE(cache.size(), std::size_t(2));
        QCOMPARE(cache.obtain("a", [] { return 9; }), 1);
        QCOMPARE(cache.obtain("b", [] { return 9; }), 9);
    }
};

ORRERY_GUILESS_TEST(EventCorrelatorTest)
} // namespace event_correlator_test
#include "event_correlator_test.moc"
