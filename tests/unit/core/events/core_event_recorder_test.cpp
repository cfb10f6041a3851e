// SPDX-License-Identifier: Apache-2.0
#include "core/events/core_event_recorder.h"
#include "tests/support/test_program.h"
#include "tests/unit/core/events/recorder_fixture.h"

#include <thread>

namespace core_event_recorder_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::detailsOf;
using kube::test::EventServer;
using kube::test::RecorderFixture;
using Answer = EventServer::Answer;

namespace {

const QByteArray events = " /api/v1/namespaces/shop/events";

struct Fixture : RecorderFixture<CoreEventRecorder> {
    Fixture() : RecorderFixture(EventSource{"c", "h"}) {}
};

} // namespace

class CoreEventRecorderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anEventIsCreatedAndItsLikesArePatched()
    {
        Fixture f;
        f.recorder.record(detailsOf("m"));
        QVERIFY(f.server->exchanges.empty()); // not within the call
        f.serve();
        f.recorder.record(detailsOf("m"));
        f.serve();
        QCOMPARE(f.lines.size(), std::size_t(2));
        QCOMPARE(f.lines[0], "POST" + events);
        QVERIFY(f.lines[1].startsWith("PATCH" + events + "/web."));
        QCOMPARE(f.server->last().header("Content-Type"), QByteArray("application/strategic-merge-patch+json"));
        QVERIFY(f.bodies[0].contains(R"("count":1)"));
        QVERIFY(f.bodies[1].startsWith(R"({"count":2,)"));
        QCOMPARE(f.recorder.status().written, std::uint64_t(2));
        QCOMPARE(f.recorder.status().waiting, std::size_t(0));
    }

    void eventsOfClusterScopedObjectsGoToDefault()
    {
        Fixture f;
        f.recorder.event({"v1", "Node", {}, "node-1", {}, {}, {}}, EventType::Warning, "NotReady", {}, "it went away");
        f.serve();
        QCOMPARE(f.lines[0], QByteArray("POST /api/v1/namespaces/default/events"));
        QVERIFY(f.bodies[0].contains(R"("namespace":"default")"));
    }

    void anEventThatHasGoneIsCreatedAgainWithItsCount()
    {
        Fixture f;
        f.recorder.record(detailsOf("m"));
        f.serve();
        f.answers = [](const auto &exchange) { return exchange.request.method == "PATCH" ? EventServer::status(404, "NotFound") : Answer{201}; };
        f.recorder.record(detailsOf("m"));
        f.serve();
        QCOMPARE(f.lines.size(), std::size_t(3));
        QCOMPARE(f.lines[2], "POST" + events);
        QVERIFY(f.bodies[2].contains(R"("count":2)"));
        QCOMPARE(f.recorder.status().written, std::uint64_t(2));
    }

    void whileTheServerIsOutOfReachItIsTriedTwelveTimes()
    {
        Fixture f;
        f.refuseConnections();
        f.recorder.record(detailsOf("m"));
        f.serve();
        QCOMPARE(f.lines.size(), std::size_t(1));
        f.advance(4500ms);
        QCOMPARE(f.lines.size(), std::size_t(1));
        f.advance(500ms); // half of ten seconds: the chance was 0.5
        QCOMPARE(f.lines.size(), std::size_t(2));
        f.advance(9500ms);
        QCOMPARE(f.lines.size(), std::size_t(2));
        f.advance(500ms);
        QCOMPARE(f.lines.size(), std::size_t(3));
        f.advance(10min);
        QCOMPARE(f.lines.size(), std::size_t(12));
        QCOMPARE(f.recorder.status().failed, std::uint64_t(1));
        QCOMPARE(f.recorder.status().lastError->kind, ErrorKind::Transport);
    }

    void whatTheServerRefusesIsNotTriedAgain()
    {
        for (const auto &refusal : {EventServer::status(403, "Forbidden"), EventServer::status(409, "AlreadyExists"),
                                    EventServer::status(422, "Invalid"), EventServer::status(500, "InternalError")}) {
            Fixture f;
            f.answers = [refusal](const auto &) { return refusal; };
            f.recorder.record(detailsOf("m"));
            f.recorder.record(detailsOf("other", "Other"));
            f.serve();
            f.advance(2min);
            QCOMPARE(f.lines.size(), std::size_t(2));
            QCOMPARE(f.recorder.status().failed, std::uint64_t(2));
        }
    }

    void whatWaitsIsWrittenOnceTheServerIsBack()
    {
        Fixture f;
        f.refuseConnections();
        for (int i = 0; i < 5; ++i)
            f.recorder.record(detailsOf("m", "Reason" + std::to_string(i)));
        f.serve();
        QCOMPARE(f.recorder.status().waiting, std::size_t(5));
        f.answers = [](const auto &) { return Answer{201}; };
        f.advance(5s);
        QCOMPARE(f.lines.size(), std::size_t(6));
        QCOMPARE(f.recorder.status().waiting, std::size_t(0));
    }

    void aWriteWithoutAnAnswerEndsAfterThirtySecondsAndIsTriedAgain()
    {
        Fixture f;
        f.recorder.record(detailsOf("m"));
        f.time->advance(29s);
        QVERIFY(f.server->last().isOpen());
        f.time->advance(1s);
        QVERIFY(!f.server->last().isOpen());
        QCOMPARE(f.server->exchanges.size(), std::size_t(1));
        f.time->advance(5s);
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        f.time->advance(1h);
        QCOMPARE(f.server->exchanges.size(), std::size_t(12));
        QCOMPARE(f.recorder.status().failed, std::uint64_t(1));
        QVERIFY(f.recorder.status().lastError->is(ErrorKind::Transport));
        QCOMPARE(f.time->timers(), std::size_t(0));
    }

    void theCreationOfAnEventThatHasGoneHasATimeOfItsOwn()
    {
        Fixture f;
        f.recorder.record(detailsOf("m"));
        f.serve();
        f.recorder.record(detailsOf("m"));
        f.time->advance(20s);
        QVERIFY(f.server->last().line().startsWith("PATCH"));
        f.server->last().answer(404, EventServer::status(404, "NotFound").body, {{"Content-Type", "application/json"}});
        f.time->advance(29s);
        QVERIFY(f.server->last().line().startsWith("POST"));
        QVERIFY(f.server->last().isOpen());
        f.time->advance(1s);
        QVERIFY(!f.server->last().isOpen());
    }

    void aThousandWaitAndTheRestIsDroppedAndCounted()
    {
        Fixture f;
        f.refuseConnections();
        f.recorder.record(detailsOf("in hand"));
        f.serve();
        for (int i = 0; i < 1010; ++i)
            f.recorder.record(detailsOf("m" + std::to_string(i)));
        QCOMPARE(f.recorder.status().dropped, std::uint64_t(10));
        QCOMPARE(f.recorder.status().waiting, std::size_t(1001));
        QCOMPARE(f.recorder.status().recorded, std::uint64_t(1011));
    }

    void aFloodAboutOneObjectIsFiltered()
    {
        Fixture f;
        for (int i = 0; i < 100; ++i)
            f.recorder.record(detailsOf("m" + std::to_string(i)));
        f.serve();
        QCOMPARE(f.recorder.status().written, std::uint64_t(25));
        QCOMPARE(f.recorder.status().filtered, std::uint64_t(75));
        QCOMPARE(f.count("POST"), std::size_t(10));
        QVERIFY(f.bodies.back().contains("(combined from similar events): m24"));
        QVERIFY(f.bodies.back().startsWith(R"({"count":16,)"));
    }

    void manyThreadsMayTell()
    {
        struct LockedPost final : Executor {
            std::mutex mutex;
            std::vector<std::function<void()>> tasks;
            void post(std::function<void()> task) override
            {
                const std::lock_guard lock(mutex);
                tasks.push_back(std::move(task));
            }
        };
        EventServer server;
        const auto posted = std::make_shared<LockedPost>();
        CoreEventRecorder recorder(server.dynamic, posted, *server.time, [] { return 0.5; }, {"c", "h"});
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&recorder, i] {
                for (int j = 0; j < 100; ++j)
                    recorder.record(detailsOf("m", "Reason" + std::to_string(i)));
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(recorder.status().waiting, std::size_t(400));
        QCOMPARE(posted->tasks.size(), std::size_t(1)); // one wake-up for all
    }

    void destroyedItAbortsWhatIsUnderWay()
    {
        EventServer server;
        auto recorder = std::make_unique<CoreEventRecorder>(server.dynamic, server.time, *server.time, [] { return 0.5; }, EventSource{"c", "h"});
        recorder->record(detailsOf("m"));
        server.time->run();
        QVERIFY(server.server->last().isOpen());
        recorder.reset();
        server.time->run();
        QVERIFY(!server.server->last().isOpen());
        QCOMPARE(server.time->timers(), std::size_t(0));
    }
};

ORRERY_GUILESS_TEST(CoreEventRecorderTest)
} // namespace core_event_recorder_test
#include "core_event_recorder_test.moc"
