// SPDX-License-Identifier: Apache-2.0
#include "core/events/series_event_recorder.h"
#include "tests/support/test_program.h"
#include "tests/unit/core/events/recorder_fixture.h"

namespace series_event_recorder_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::detailsOf;
using kube::test::EventServer;
using kube::test::RecorderFixture;
using Answer = EventServer::Answer;

namespace {

const QByteArray events = " /apis/events.k8s.io/v1/namespaces/shop/events";

struct Fixture : RecorderFixture<SeriesEventRecorder> {
    Fixture() : RecorderFixture(SeriesEventRecorder::Reporter{"example.com/c", "c-1"}) {}
};

} // namespace

class SeriesEventRecorderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theSecondOfAKindIsPatchedInAndTheRestAreCounted()
    {
        Fixture f;
        for (int i = 0; i < 10; ++i)
            f.recorder.record(detailsOf("m"));
        f.serve();
        QCOMPARE(f.lines.size(), std::size_t(2));
        QCOMPARE(f.lines[0], "POST" + events);
        QVERIFY(f.lines[1].startsWith("PATCH" + events + "/web."));
        QVERIFY(f.bodies[1].startsWith(R"({"series":{"count":2,)"));
        QCOMPARE(f.recorder.status().written, std::uint64_t(2));
        QCOMPARE(f.recorder.status().counted, std::uint64_t(8));
    }

    void aSeriesWaitsForTheEventItIsOf()
    {
        Fixture f;
        f.recorder.record(detailsOf("m"));
        f.recorder.record(detailsOf("m"));
        f.time->run();
        QCOMPARE(f.server->exchanges.size(), std::size_t(1));
        f.serve();
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
    }

    void eightAreWrittenAtATime()
    {
        Fixture f;
        for (int i = 0; i < 20; ++i)
            f.recorder.record(detailsOf("m", "Reason" + std::to_string(i)));
        f.time->run();
        QCOMPARE(f.server->exchanges.size(), std::size_t(8));
        QCOMPARE(f.recorder.status().waiting, std::size_t(20));
        f.serve();
        QCOMPARE(f.lines.size(), std::size_t(20));
        QCOMPARE(f.recorder.status().waiting, std::size_t(0));
    }

    void theLastCountIsWrittenWhenASeriesHasEnded()
    {
        Fixture f;
        for (int i = 0; i < 10; ++i)
            f.recorder.record(detailsOf("m"));
        f.serve();
        f.advance(6min, 10s);
        QCOMPARE(f.lines.size(), std::size_t(2)); // not longer than six minutes ago
        f.advance(6min, 10s);
        QCOMPARE(f.lines.size(), std::size_t(3));
        QVERIFY(f.bodies[2].startsWith(R"({"series":{"count":10,)"));
        f.recorder.record(detailsOf("m"));
        f.serve();
        QCOMPARE(f.lines[3], "POST" + events); // a new one
    }

    void anEndThatCouldNotBeWrittenIsTriedAtTheNextTidyingUp()
    {
        Fixture f;
        for (int i = 0; i < 3; ++i)
            f.recorder.record(detailsOf("m"));
        f.serve();
        f.refuseConnections();
        f.advance(12min, 10s);
        QCOMPARE(f.lines.size(), std::size_t(3));
        f.answers = [](const auto &) { return Answer{200}; };
        f.advance(6min, 10s);
        QCOMPARE(f.lines.size(), std::size_t(4));
        f.advance(6min, 10s);
        QCOMPARE(f.lines.size(), std::size_t(4));
    }

    void aLivingSeriesIsRefreshedEachHalfHour()
    {
        Fixture f;
        for (int i = 0; i < 29; ++i) {
            f.recorder.record(detailsOf("m"));
            f.advance(1min, 10s);
        }
        QCOMPARE(f.lines.size(), std::size_t(2));
        f.advance(1min, 10s);
        QCOMPARE(f.lines.size(), std::size_t(3));
        QVERIFY(f.bodies[2].startsWith(R"({"series":{"count":29,)"));
    }

    void whatStillWaitsToBeFinishedIsNotQueuedASecondTime()
    {
        Fixture f;
        for (int i = 0; i < 200; ++i) {
            f.recorder.record(detailsOf("m", "Reason" + std::to_string(i)));
            f.recorder.record(detailsOf("m", "Reason" + std::to_string(i)));
        }
        f.serve();
        QCOMPARE(f.count("PATCH"), std::size_t(200));
        f.time->advance(12min); // eight at a time hang for 30 s: by the next tidying up most have not been tried
        QCOMPARE(f.recorder.status().waiting, std::size_t(200));
        f.time->advance(6min);
        QVERIFY(f.recorder.status().waiting <= 208); // all of them once, and what is under way
    }

    void anEventOfASeriesThatHasGoneIsCreatedAgain()
    {
        Fixture f;
        f.recorder.record(detailsOf("m"));
        f.serve();
        f.answers = [](const auto &exchange) { return exchange.request.method == "PATCH" ? EventServer::status(404, "NotFound") : Answer{201}; };
        f.recorder.record(detailsOf("m"));
        f.serve();
        QCOMPARE(f.lines.back(), "POST" + events);
        QVERIFY(f.bodies.back().contains(R"("series":{"count":2,)"));
    }

    void anEventThatIsBackWhenCreatedAgainIsTriedOnceMore()
    {
        Fixture f;
        f.recorder.record(detailsOf("m"));
        f.serve();
        f.answers = [](const auto &exchange) { return exchange.request.method == "PATCH" ? EventServer::status(404, "NotFound") : EventServer::status(409, "AlreadyExists"); };
        f.recorder.record(detailsOf("m"));
        f.serve();
        QCOMPARE(f.lines.size(), std::size_t(3));
        f.answers = [](const auto &) { return Answer{200}; };
        f.advance(11s);
        QCOMPARE(f.lines.size(), std::size_t(3));
        f.advance(500ms); // 10 s · (1 + 0.25 · 0.5)
        QCOMPARE(f.lines.size(), std::size_t(4));
        QVERIFY(f.lines.back().startsWith("PATCH"));
        QCOMPARE(f.recorder.status().written, std::uint64_t(2));
    }

    void whileTheServerIsOutOfReachEachIsTriedTwelveTimes()
    {
        Fixture f;
        f.refuseConnections();
        f.recorder.record(detailsOf("m"));
        f.recorder.record(detailsOf("m", "Other"));
        f.serve();
        f.advance(5min);
        QCOMPARE(f.lines.size(), std::size_t(24));
        QCOMPARE(f.recorder.status().failed, std::uint64_t(2));
        QCOMPARE(f.recorder.status().waiting, std::size_t(0));
    }

    void aThousandWaitAndTheRestIsDroppedAndCounted()
    {
        Fixture f;
        f.refuseConnections();
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 600; ++i)
                f.recorder.record(detailsOf("m", "Reason" + std::to_string(round * 600 + i)));
            f.time->run();
        }
        QCOMPARE(f.recorder.status().dropped, std::uint64_t(792));
        QCOMPARE(f.recorder.status().waiting, std::size_t(1008));
    }

    void whatWasDroppedIsNotTakenForWritten()
    {
        Fixture f;
        for (int i = 0; i < 2000; i += 500) {
            for (int j = i; j < i + 500; ++j)
                f.recorder.record(detailsOf("m", "Reason" + std::to_string(j)));
            f.time->run();
        }
        QVERIFY(f.recorder.status().dropped > 0);
        f.serve();
        f.recorder.record(detailsOf("m", "Reason1999"));
        f.serve();
        QCOMPARE(f.lines.back(), "POST" + events);
        QVERIFY(f.bodies.back().contains("Reason1999"));
    }

    void aReporterIsNamedAfterItsHost()
    {
        const auto reporter = SeriesEventRecorder::Reporter::onThisHost("example.com/c");
        QCOMPARE(reporter.instance, "example.com/c-" + QSysInfo::machineHostName().toStdString());
    }
};

ORRERY_GUILESS_TEST(SeriesEventRecorderTest)
} // namespace series_event_recorder_test
#include "series_event_recorder_test.moc"
