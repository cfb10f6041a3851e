// SPDX-License-Identifier: Apache-2.0
#include "core/requests/request_summary.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QTest>

namespace request_summary_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

namespace {

const WallTime now = WallTime{} + 24h;

RequestRecord call(Duration ago, Duration lasted, RequestEnd end = RequestEnd::Succeeded)
{
    RequestRecord record;
    record.began = now - std::chrono::duration_cast<WallTime::duration>(ago);
    record.spent[static_cast<std::size_t>(RestPhase::Sent)] = lasted;
    record.end = end;
    return record;
}

RequestRecord stream(Duration ago)
{
    RequestRecord record = call(ago, ago, RequestEnd::None);
    record.lane = HttpRequest::Lane::Stream;
    record.phase = RestPhase::Receiving;
    return record;
}

RequestSummary summaryOf(const std::vector<RequestRecord> &records)
{
    std::vector<const RequestRecord *> pointers;
    for (const RequestRecord &record : records)
        pointers.push_back(&record);
    return RequestSummary::of(pointers, now);
}

} // namespace

class RequestSummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void nothingIsSaidOfNothing()
    {
        const RequestSummary summary = summaryOf({});
        QCOMPARE(summary.perSecond, 0.0);
        QVERIFY(!summary.median && !summary.slowest1Percent && !summary.oldestStream);
    }

    void durationsAreOfCallsThatEndedLately()
    {
        std::vector<RequestRecord> records;
        for (int each = 1; each <= 100; ++each)
            records.push_back(call(30s, std::chrono::milliseconds(each)));
        records.push_back(call(1h, 9s));
        records.push_back(call(1s, 9s, RequestEnd::Canceled));
        records.push_back(stream(1h));
        const RequestSummary summary = summaryOf(records);
        QCOMPARE(summary.calls, 100);
        QCOMPARE(*summary.median, Duration(51ms));
        QCOMPARE(*summary.slowest1Percent, Duration(99ms));
    }

    void watchesSayHowLongTheyAreOpen()
    {
        const RequestSummary summary = summaryOf({stream(1h), stream(5s), call(1s, 1s, RequestEnd::None)});
        QCOMPARE(summary.streams, 2);
        QCOMPARE(summary.inFlight, 1);
        QCOMPARE(*summary.oldestStream, Duration(1h));
        QCOMPARE(*summary.youngestStream, Duration(5s));
    }

    void waitsAndFailuresAreCounted()
    {
        RequestRecord waiting = call(2s, 0s, RequestEnd::None);
        waiting.phase = RestPhase::Throttled;
        waiting.spent[static_cast<std::size_t>(RestPhase::Throttled)] = 2s;
        RequestRecord passing = call(3s, 10ms, RequestEnd::Failed);
        passing.spent[static_cast<std::size_t>(RestPhase::Throttled)] = 3us;
        const RequestSummary summary = summaryOf({waiting, passing, call(2h, 10ms, RequestEnd::Failed)});
        QCOMPARE(summary.waiting, 1);
        QCOMPARE(summary.throttled, Duration(2s));
        QCOMPARE(summary.throttledCalls, 1);
        QCOMPARE(summary.failed, 1);
        QCOMPARE(summary.perSecond, 0.2);
    }
};

ORRERY_GUILESS_TEST(RequestSummaryTest)
} // namespace request_summary_test
#include "request_summary_test.moc"
