// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_meta.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/ui/models/test_rows.h"
#include "ui/base/table_roles.h"
#include "ui/models/columns/lease_clock.h"
#include "ui/models/resource_table_model.h"
#include "ui/models/row_filter.h"

namespace lease_clock_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;

namespace {

kube::WallTime at(const char *time)
{
    return *kube::parseTime(time);
}

} // namespace

class LeaseClockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void ofALeaseSeenForTheFirstTimeTheHolderIsBelieved()
    {
        LeaseClock clock;
        QCOMPARE(clock.renewed("u", "a", at("2026-01-01T00:00:00Z"), at("2026-01-01T01:00:00Z")), at("2026-01-01T00:00:00Z"));
    }

    void aRenewalThatIsSeenCountsByOurOwnClock()
    {
        LeaseClock clock;
        const auto now = at("2026-01-01T01:00:00Z");
        // The holder's clock is an hour slow: that it goes on says more than what it says.
        QCOMPARE(clock.renewed("u", "a", now - 1h, now), now - 1h);
        QCOMPARE(clock.renewed("u", "b", now - 1h + 2s, now + 2s), now + 2s);
        QCOMPARE(clock.renewed("u", "b", now - 1h + 2s, now + 9s), now + 2s); // nothing new
        QCOMPARE(clock.renewed("other", "b", now, now + 9s), now);
    }

    void aRenewalInTheFutureIsNotBelieved()
    {
        LeaseClock clock;
        const auto now = at("2026-01-01T01:00:00Z");
        QCOMPARE(clock.renewed("u", "a", now + 1h, now), now);
    }

    void aLeaseRunsOutByItself()
    {
        const auto then = at("2026-01-01T01:00:00Z");
        const CellValue value = renewal::of(then, 15, renewal::Holder::Holds);
        QCOMPARE(renewal::text(value, then + 15s), QStringLiteral("15s"));
        QCOMPARE(renewal::tone(value, then + 15s), Tone::Ready);
        QCOMPARE(renewal::text(value, then + 3min), QStringLiteral("expired (3m ago)"));
        QCOMPARE(renewal::tone(value, then + 3min), Tone::Failing);
        QVERIFY(!renewal::isExpired(renewal::of(then, 0, renewal::Holder::Holds), then + 1h)); // it does not say how long
    }

    void aLeaseThatWasGivenUpIsNotCalledExpired()
    {
        const auto then = at("2026-01-01T01:00:00Z");
        const CellValue value = renewal::of(then, 1, renewal::Holder::Released);
        QCOMPARE(renewal::text(value, then + 3min), QStringLiteral("released (3m ago)"));
        QCOMPARE(renewal::tone(value, then + 3min), Tone::Completed);
    }

    void theTableShowsItAndFiltersByItAsTimePasses()
    {
        const ColumnSetPtr columns = columnsFor(resourceInfo("coordination.k8s.io", "v1", "leases"));
        const int renewed = columns->indexOf(QStringLiteral("renewed"));
        auto time = std::make_shared<kube::test::ManualTime>();
        kube::WallTime now = at("2026-01-01T01:00:10Z");
        ResourceTableModel model(columns, {time, time, [&now] { return now; }});
        RowBuilder builder;
        const auto lease = kube::JsonDocument::parse(R"({"metadata":{"name":"n","uid":"u"},"spec":{"holderIdentity":"me","leaseDurationSeconds":15,"renewTime":"2026-01-01T01:00:00.000000Z"}})");
        model.apply({{0, columns->row({"a", "n"}, "u", lease->root(), builder)}});
        QCOMPARE(model.index(0, renewed).data().toString(), QStringLiteral("10s"));
        QCOMPARE(model.index(0, renewed).data(ToneRole).toInt(), static_cast<int>(Tone::Ready));
        QVERIFY(RowFilter::parse(QStringLiteral("renewed<1m"), *columns, now).matches(*model.rowAt(0)));
        now += 1min;
        QCOMPARE(model.index(0, renewed).data().toString(), QStringLiteral("expired (70s ago)"));
        QCOMPARE(model.index(0, renewed).data(ToneRole).toInt(), static_cast<int>(Tone::Failing));
        QVERIFY(RowFilter::parse(QStringLiteral("renewed>1m"), *columns, now).matches(*model.rowAt(0)));
        QVERIFY(model.index(0, renewed).data(Qt::ToolTipRole).toString().contains(QStringLiteral("2026-01-01T01:00:00.000000Z")));
    }
};

ORRERY_GUILESS_TEST(LeaseClockTest)
} // namespace lease_clock_test
#include "lease_clock_test.moc"
