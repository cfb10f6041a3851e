// SPDX-License-Identifier: Apache-2.0
#include "core/streams/log_stream.h"
#include "tests/support/fixtures.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace log_stream_test {

using namespace kube;
using kube::test::fixture;
using State = LogEvent::State;

namespace {

const char path[] = "GET /api/v1/namespaces/shop/pods/web/log";

struct Fixture : kube::test::RestFixture {
    QByteArray text;
    QByteArray states; ///< "CLREF": a letter whenever the state changes
    std::optional<Error> reason;
    std::unique_ptr<LogStream> log;
    std::function<void()> onEvent = [] {};

    explicit Fixture(LogOptions options)
    {
        options.pod = {"shop", "web"};
        log = std::make_unique<LogStream>(client, std::move(options), LogStream::Parts{time, time, [] { return 0.0; }},
                                          [this](LogEvent event) { note(std::move(event)); });
        time->run();
    }
    void note(LogEvent event)
    {
        const char letter = "CLREF"[static_cast<int>(event.state)];
        if (!states.endsWith(letter))
            states += letter;
        text += event.lines;
        if (event.reason)
            reason = std::move(event.reason);
        onEvent();
    }
    void say(const QByteArray &bytes)
    {
        server->last().data(bytes);
        time->run();
    }
    void open()
    {
        server->last().head(200, {{"Content-Type", "text/plain"}});
        time->run();
    }
    void end(std::optional<Error> error = std::nullopt)
    {
        server->last().end(std::move(error));
        time->run();
    }
    void cut() { end(Error::transport(QStringLiteral("reset by peer"))); }
};

} // namespace

class LogStreamTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void optionsStandInTheQuery()
    {
        Fixture once({.container = "nginx", .follow = false, .previous = true, .sinceSeconds = 60, .tailLines = 8, .limitBytes = 1000});
        QCOMPARE(once.server->last().line(), QByteArray(path) + "?container=nginx&previous=true&sinceSeconds=60&tailLines=8&limitBytes=1000");
        Fixture follow({.sinceTime = WallTime(std::chrono::seconds(1700000000))});
        QCOMPARE(follow.server->last().line(), QByteArray(path) + "?follow=true&timestamps=true&sinceTime=2023-11-14T22%3A13%3A20Z");
        QVERIFY(follow.server->last().request.lane == HttpRequest::Lane::Stream);
    }

    void optionsThatCannotBeAreNotSent()
    {
        Fixture both({.sinceSeconds = 1, .sinceTime = WallTime()});
        QCOMPARE(both.states, QByteArray("F"));
        QCOMPARE(both.reason->kind, ErrorKind::BadInput);
        QVERIFY(both.server->exchanges.empty());
        QVERIFY(LogOptions{}.check());
    }

    void aLogReadOnceEnds()
    {
        Fixture f({.follow = false, .timestamps = true});
        f.open();
        const QByteArray log = fixture("kubernetes-1.36/log/timestamps.log");
        for (qsizetype at = 0; at < log.size(); at += 100)
            f.say(log.mid(at, 100));
        f.end();
        QCOMPARE(f.text, log);
        QCOMPARE(f.states, QByteArray("CLE"));
    }

    void timestampsAskedForInternallyAreStripped()
    {
        Fixture f({});
        f.open();
        f.say(fixture("kubernetes-1.36/log/follow.log").left(150));
        QCOMPARE(f.text, QByteArray("INFO web-99864bdf6-5xjgm/nginx line 198 request id=5ee81ee6 served in 126 ms\n"));
    }

    void onlyWholeLinesAreGiven()
    {
        Fixture f({});
        f.open();
        f.say("2026-11-23T06:24:39.1Z B\xC3");
        QVERIFY(f.text.isEmpty());
        f.say("\xA4r\n2026-");
        QCOMPARE(f.text, QByteArray("Bär\n"));
    }

    void aCutFollowGoesOnWithoutLosingOrDoublingALine()
    {
        Fixture f({.tailLines = 5});
        QVERIFY(f.server->last().line().contains("tailLines=5"));
        f.open();
        f.say("2026-11-23T06:24:38.9Z a\n2026-11-23T06:24:39.1Z b\n2026-11-23T06:24:39.2Z ha");
        f.cut();
        QCOMPARE(f.states, QByteArray("CLR"));
        QCOMPARE(f.reason->kind, ErrorKind::Transport);
        QCOMPARE(f.server->exchanges.size(), std::size_t(1));
        f.time->advance(std::chrono::milliseconds(800));
        QCOMPARE(f.server->last().line(), QByteArray(path) + "?follow=true&timestamps=true&sinceTime=2026-11-23T06%3A24%3A39Z");
        f.open();
        f.say("2026-11-23T06:24:39.1Z b\n2026-11-23T06:24:39.2Z half\n2026-11-23T06:24:40.0Z c\n");
        QCOMPARE(f.text, QByteArray("a\nb\nhalf\nc\n"));
        QCOMPARE(f.states, QByteArray("CLRL"));
    }

    void aServerThatStopsAnsweringIsSaidAndLinesThatComeAllTheSameAreNotLost()
    {
        Fixture f({});
        f.open();
        f.say("2026-11-23T06:24:38.9Z a\n");
        f.log->distrust(Error::transport(QStringLiteral("no answer within 10 s")));
        QCOMPARE(f.states, QByteArray("CLR"));
        QCOMPARE(f.reason->message, QStringLiteral("no answer within 10 s"));
        f.say("2026-11-23T06:24:39.1Z b\n");
        QCOMPARE(f.states, QByteArray("CLRL"));
        f.log->distrust(std::nullopt);
        f.log->reconnect();
        f.time->run();
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        QVERIFY(f.server->last().line().endsWith("sinceTime=2026-11-23T06%3A24%3A39Z"));
        f.open();
        f.say("2026-11-23T06:24:39.1Z b\n2026-11-23T06:24:40.0Z c\n");
        QCOMPARE(f.text, QByteArray("a\nb\nc\n"));
        QCOMPARE(f.states, QByteArray("CLRLRL"));
    }

    void aLogThatHasEndedIsNotDistrusted()
    {
        Fixture f({.follow = false});
        f.open();
        f.end();
        f.log->distrust(std::nullopt);
        QCOMPARE(f.states, QByteArray("CLE"));
    }

    void aFollowThatIsCutAgainAndAgainWaitsLonger()
    {
        Fixture f({});
        f.cut();
        f.time->advance(std::chrono::milliseconds(800));
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        f.cut();
        f.time->advance(std::chrono::milliseconds(800));
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        f.time->advance(std::chrono::milliseconds(800));
        QCOMPARE(f.server->exchanges.size(), std::size_t(3));
        f.open();
        f.say("2026-11-23T06:24:39.1Z b\n");
        f.cut();
        f.time->advance(std::chrono::milliseconds(800));
        QCOMPARE(f.server->exchanges.size(), std::size_t(4));
    }

    void aFollowThatIsClosedIsAskedOnceMoreAndHasEnded()
    {
        Fixture f({});
        f.open();
        f.say("2026-11-23T06:24:39.1Z b\n2026-11-23T06:24:39.2Z last");
        f.end();
        QCOMPARE(f.text, QByteArray("b\nlast\n"));
        QCOMPARE(f.states, QByteArray("CL"));
        f.time->advance(std::chrono::seconds(1));
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        f.open();
        f.say("2026-11-23T06:24:39.1Z b\n2026-11-23T06:24:39.2Z last\n");
        f.end();
        QCOMPARE(f.states, QByteArray("CLE"));
        QCOMPARE(f.text, QByteArray("b\nlast\n"));
        f.time->advance(std::chrono::minutes(5));
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
    }

    void aRotatedLogGoesOn()
    {
        Fixture f({});
        f.open();
        f.say("2026-11-23T06:24:39.1Z a\n");
        f.end();
        f.time->advance(std::chrono::seconds(1));
        f.open();
        f.say("2026-11-23T06:24:39.1Z a\n2026-11-23T06:24:41.1Z b\n");
        QCOMPARE(f.text, QByteArray("a\nb\n"));
        f.end();
        f.time->advance(std::chrono::seconds(2));
        QCOMPARE(f.server->exchanges.size(), std::size_t(3));
        f.cut();
        QCOMPARE(f.states, QByteArray("CLR"));
        f.time->advance(std::chrono::seconds(5));
        f.open();
        f.time->advance(std::chrono::seconds(2));
        QCOMPARE(f.states, QByteArray("CLRL"));
    }

    void aRefusalIsTheEnd()
    {
        Fixture f({.container = "nope"});
        f.server->last().answer(400, fixture("kubernetes-1.36/log/unknown-container-400.json"), {{"Content-Type", "application/json"}});
        f.time->run();
        QCOMPARE(f.states, QByteArray("CF"));
        QCOMPARE(f.reason->kind, ErrorKind::Invalid);
        f.time->advance(std::chrono::minutes(1));
        QCOMPARE(f.server->exchanges.size(), std::size_t(1));
    }

    void aContainerThatWaitsToStartIsWaitedFor()
    {
        Fixture f({});
        f.server->last().answer(400, "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"BadRequest\",\"code\":400,\"message\":\"container \\\"a\\\" in pod \\\"web\\\" is waiting to start: ContainerCreating\"}");
        f.time->run();
        QCOMPARE(f.states, QByteArray("CR"));
        f.time->advance(std::chrono::seconds(1));
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
    }

    void reconnectingNowCutsTheWaitShort()
    {
        Fixture f({});
        f.cut();
        f.log->reconnect();
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        f.time->advance(std::chrono::seconds(5));
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        f.open();
        const auto silent = f.server->exchanges.back();
        f.log->reconnect();
        QVERIFY(!silent->isOpen());
        QCOMPARE(f.server->exchanges.size(), std::size_t(3));
    }

    void theHandlerMayDropTheLog()
    {
        Fixture f({});
        f.open();
        f.onEvent = [&] { f.log.reset(); };
        f.say("2026-11-23T06:24:39.1Z a\n");
        QVERIFY(!f.log);
        QVERIFY(!f.server->last().isOpen());
        f.time->advance(std::chrono::minutes(1));
        QCOMPARE(f.server->exchanges.size(), std::size_t(1));
    }

    void pausingReachesTheTransport()
    {
        Fixture f({});
        f.open();
        f.log->pause();
        QVERIFY(f.server->last().paused);
        f.log->resume();
        f.time->run();
        QVERIFY(!f.server->last().paused);
    }
};

ORRERY_GUILESS_TEST(LogStreamTest)
} // namespace log_stream_test
#include "log_stream_test.moc"
