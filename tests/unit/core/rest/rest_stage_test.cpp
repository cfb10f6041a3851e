// SPDX-License-Identifier: Apache-2.0
#include "client_fixture.h"

#include "tests/support/gzip.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <thread>

namespace rest_stage_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

struct Sink final : StreamSink {
    int openings = 0;
    QByteArray received;
    int ends = 0;
    std::optional<Error> error;

    void opened(const HttpHead &) override { ++openings; }
    void data(QByteArrayView bytes) override { received.append(bytes.data(), bytes.size()); }
    void end(std::optional<Error> what) override
    {
        ++ends;
        error = std::move(what);
    }
};

Request version()
{
    return Request::get().absolutePath(QStringLiteral("/version"));
}

Request watch()
{
    return Request::get().resource({"", "v1", "pods"}).parameter(QStringLiteral("watch"), QStringLiteral("true")).lane(HttpRequest::Lane::Stream);
}

std::string answersOf(const RestSnapshot &snapshot)
{
    std::string text;
    for (const RestAnswerCount &each : snapshot.answers)
        text += each.method.toStdString() + ' ' + std::to_string(each.status) + ": " + std::to_string(each.count) + '\n';
    return text;
}

std::uint64_t accountedFor(const RestSnapshot &snapshot)
{
    return snapshot.succeeded + snapshot.failed + snapshot.canceled + snapshot.requests.size();
}

class RestStageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void aRequestIsSeenInEachPhaseUntilItEnds()
    {
        ClientFixture f([](RestConfig &config) { config.qps = 1; config.burst = 1; });
        const auto stage = f.client->stage();
        auto first = f.client->send(version());
        QCOMPARE(stage->snapshot().inPhase(RestPhase::Credential), 1U);
        f.time->run();
        QCOMPARE(stage->snapshot().inPhase(RestPhase::Sent), 1U);
        auto second = f.send(version());
        QCOMPARE(stage->snapshot().inPhase(RestPhase::Throttled), 1U);
        f.transport->last().answer(503, "busy", {{"Retry-After", "1"}});
        const RestSnapshot waiting = stage->snapshot();
        QCOMPARE(waiting.inPhase(RestPhase::Retrying), 1U);
        QCOMPARE(waiting.requests.front().retries, 1);
        QCOMPARE(waiting.requests.front().status, 503);
        QCOMPARE(waiting.requests.front().url.path(), QStringLiteral("/version"));
        QCOMPARE(waiting.requests.front().began, SteadyTime{} + 1h);
        f.time->advance(1s);
        f.transport->last().head(200);
        QCOMPARE(stage->snapshot().inPhase(RestPhase::Receiving), 1U);
        f.transport->last().data("{}");
        f.transport->last().end();
        f.time->advance(1s);
        f.transport->last().answer(200, "{}");
        f.time->run();
        const RestSnapshot done = stage->snapshot();
        QVERIFY(done.requests.empty());
        QCOMPARE(done.succeeded, std::uint64_t(2));
        QCOMPARE(done.retries, std::uint64_t(1));
        QCOMPARE(done.throttled, Duration(2s)); // one of them a second for its turn, the other one more for its second try
        QCOMPARE(done.longestThrottled, Duration(1s));
    }

    void answersAreCountedByVerbAndCode()
    {
        ClientFixture f;
        auto rejected = f.send(version());
        f.transport->last().answer(401, "{}");
        f.time->run();
        f.transport->last().answer(200, "{}");
        auto refused = f.send(version());
        f.transport->last().end(Error::transport(QStringLiteral("Connection refused")));
        auto missing = f.send(Request::remove().resource({"", "v1", "pods"}).inNamespace("a").name("b"));
        f.transport->last().answer(404, "no such pod");
        f.time->run();
        const RestSnapshot snapshot = f.client->stage()->snapshot();
        QCOMPARE(answersOf(snapshot), std::string("DELETE 404: 1\nGET 0: 1\nGET 200: 1\nGET 401: 1\n"));
        QCOMPARE(snapshot.replays, std::uint64_t(1));
        QCOMPARE(snapshot.succeeded, std::uint64_t(1));
        QCOMPARE(snapshot.failed, std::uint64_t(2));
        QCOMPARE(snapshot.lastFailure->method, QByteArray("DELETE"));
        QCOMPARE(snapshot.lastFailure->error.kind, ErrorKind::NotFound);
        QCOMPARE(snapshot.lastFailure->at, f.time->wallNow());
    }

    void bytesAreCountedAsTheyWereSent()
    {
        ClientFixture f;
        const QByteArray body = gzipped(QByteArray(10000, 'x'));
        auto future = f.send(Request::post().resource({"", "v1", "pods"}).inNamespace("web").body("{\"a\":1}"));
        f.transport->last().answer(201, body, {{"Content-Encoding", "gzip"}});
        f.time->run();
        const RestSnapshot snapshot = f.client->stage()->snapshot();
        QCOMPARE(snapshot.sent, std::uint64_t(7));
        QCOMPARE(snapshot.received, static_cast<std::uint64_t>(body.size()));
    }

    void openStreamsAreSeenWithWhatTheyGave()
    {
        ClientFixture f;
        Sink sink;
        auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().head(200);
        f.transport->last().data("one");
        const RestSnapshot open = f.client->stage()->snapshot();
        QCOMPARE(open.openStreams(), 1U);
        QCOMPARE(open.requests.front().received, std::uint64_t(3));
        stream.reset();
        const RestSnapshot dropped = f.client->stage()->snapshot();
        QVERIFY(dropped.requests.empty());
        QCOMPARE(dropped.canceled, std::uint64_t(1));
    }

    void whilePausedRequestsWaitAndAStepLetsOneGo()
    {
        ClientFixture f;
        const auto stage = f.client->stage();
        stage->pause();
        QVERIFY(stage->isPaused());
        std::vector<Future<Response>> futures;
        for (int i = 0; i < 3; ++i)
            futures.push_back(f.send(version().parameter(QStringLiteral("n"), QString::number(i))));
        QCOMPARE(f.transport->count(), 0U);
        QCOMPARE(stage->snapshot().inPhase(RestPhase::Held), 3U);
        stage->step();
        f.time->run();
        QCOMPARE(f.transport->count(), 1U);
        QCOMPARE(f.transport->last().line(), QByteArray("GET /version?n=0"));
        f.transport->last().answer(200, "{}");
        QVERIFY(f.answerOf(futures[0]).has_value());
        stage->resume();
        f.time->run();
        QCOMPARE(f.transport->count(), 3U);
        QCOMPARE(f.transport->last().line(), QByteArray("GET /version?n=2"));
        for (std::size_t i = 1; i < 3; ++i) {
            f.transport->exchanges[i]->answer(200, "{}");
            QVERIFY(f.answerOf(futures[i]).has_value());
        }
        QCOMPARE(accountedFor(stage->snapshot()), stage->snapshot().began);
    }

    void whatIsOnItsWayIsFinishedButNotTriedAgainWhilePaused()
    {
        ClientFixture f;
        auto finished = f.send(version().timeout(3s));
        auto retried = f.send(version().timeout(3s));
        f.client->stage()->pause();
        f.time->run();
        f.transport->exchanges[0]->answer(200, "{}");
        QVERIFY(f.answerOf(finished).has_value());
        f.transport->exchanges[1]->answer(429, {}, {{"Retry-After", "2"}});
        f.time->advance(1h);
        QCOMPARE(f.transport->count(), 2U); // nor is it given up: its clock stands still
        QVERIFY(!retried.isReady());
        f.client->stage()->resume();
        f.time->run();
        QCOMPARE(f.transport->count(), 3U);
        f.time->advance(1s);
        QCOMPARE(f.answerOf(retried).error().message, QStringLiteral("no answer within 3 s"));
    }

    void watchesAreHeldBackAndLoseNothing()
    {
        ClientFixture f;
        Sink sink;
        const auto stage = f.client->stage();
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        auto &exchange = f.transport->last();
        exchange.head(200);
        exchange.data("one");
        stage->pause();
        f.time->run();
        QVERIFY(exchange.paused);
        QVERIFY(stage->snapshot().requests.front().isHeld);
        exchange.data("two");
        exchange.end();
        f.time->advance(1h);
        QCOMPARE(sink.received, QByteArray("one"));
        QCOMPARE(sink.ends, 0);
        stage->resume();
        f.time->run();
        QCOMPARE(sink.received, QByteArray("onetwo"));
        QCOMPARE(sink.ends, 1);
        QVERIFY(!sink.error);
    }

    void aWatchLetThroughByAStepIsHeldBackToo()
    {
        ClientFixture f;
        Sink sink;
        f.client->stage()->pause();
        f.time->run();
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        QCOMPARE(f.transport->count(), 0U);
        f.client->stage()->step();
        f.time->run();
        QCOMPARE(f.transport->count(), 1U);
        QVERIFY(f.transport->last().paused);
        f.client->stage()->resume();
        f.time->run();
        QVERIFY(!f.transport->last().paused);
    }

    void aStepLetsGoFirstWhatItNames()
    {
        ClientFixture f;
        const auto stage = f.client->stage();
        stage->pause();
        std::vector<Future<Response>> futures;
        for (int i = 0; i < 3; ++i)
            futures.push_back(f.send(version().parameter(QStringLiteral("n"), QString::number(i))));
        const auto second = [](const QUrl &url) { return url.query().endsWith(QLatin1String("n=1")); };
        stage->stepFirst(second);
        f.time->run();
        QCOMPARE(f.transport->count(), 1U);
        QCOMPARE(f.transport->last().line(), QByteArray("GET /version?n=1"));
        stage->stepFirst(second); // there is none any more: the oldest
        f.time->run();
        QCOMPARE(f.transport->count(), 2U);
        QCOMPARE(f.transport->last().line(), QByteArray("GET /version?n=0"));
    }

    void aStepLetsTheWatchItNamesGiveOnePiece()
    {
        ClientFixture f;
        Sink sink;
        const auto stage = f.client->stage();
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        auto &exchange = f.transport->last();
        exchange.head(200);
        stage->pause();
        f.time->run();
        exchange.data("one");
        exchange.data("two");
        const auto pods = [](const QUrl &url) { return url.path().endsWith(QLatin1String("pods")); };
        stage->stepFirst(pods);
        f.time->run();
        QCOMPARE(sink.received, QByteArray("one"));
        QVERIFY(exchange.paused);
        stage->stepFirst(pods);
        f.time->run();
        QCOMPARE(sink.received, QByteArray("onetwo"));
        QVERIFY(exchange.paused);
    }

    void aStepThatTheNamedWatchHasNothingForIsTheOldestRequests()
    {
        ClientFixture f;
        Sink sink;
        const auto stage = f.client->stage();
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        auto &exchange = f.transport->last();
        exchange.head(200);
        stage->pause();
        f.time->run();
        auto other = f.send(version());
        stage->stepFirst([](const QUrl &url) { return url.path().endsWith(QLatin1String("pods")); });
        f.time->advance(1s);
        QCOMPARE(f.transport->count(), 2U);
        QCOMPARE(f.transport->last().line(), QByteArray("GET /version"));
        QVERIFY(f.transport->exchanges.front()->paused);
    }

    void aStreamThatItsUserPausedStaysSoWhenTheStageGoesOn()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().head(200);
        stream->pause();
        f.client->stage()->pause();
        f.time->run();
        f.client->stage()->resume();
        f.time->run();
        QVERIFY(f.transport->last().paused);
        f.client->stage()->pause();
        f.time->run();
        stream->resume();
        f.time->run();
        QVERIFY(f.transport->last().paused);
        f.client->stage()->resume();
        f.time->run();
        QVERIFY(!f.transport->last().paused);
    }

    void streamedListsThatBeganAreFinished()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(Request::get().resource({"", "v1", "pods"}), sink);
        f.time->run();
        f.client->stage()->pause();
        f.time->run();
        f.transport->last().answer(200, "{}");
        f.time->run();
        QCOMPARE(sink.received, QByteArray("{}"));
        QCOMPARE(sink.ends, 1);
    }

    void aRequestMayBeStoppedWhileItIsHeld()
    {
        ClientFixture f;
        f.client->stage()->pause();
        std::stop_source stop;
        auto stopped = f.send(version(), stop.get_token());
        auto other = f.send(version());
        stop.request_stop();
        QCOMPARE(f.answerOf(stopped).error().kind, ErrorKind::Canceled);
        f.client->stage()->step();
        f.time->run();
        QCOMPARE(f.transport->count(), 1U); // the step was not lost on the one that left
        QCOMPARE(f.client->stage()->snapshot().canceled, std::uint64_t(1));
    }

    void theEndOfTheCertificateInUseIsKnownBeforeItBites()
    {
        ClientFixture f;
        QVERIFY(!f.client->stage()->snapshot().certificateExpires);
        f.transport->expires = f.time->wallNow() + 24h; // read from a file, or given by a plugin
        auto future = f.send(version());
        QCOMPARE(f.client->stage()->snapshot().certificateExpires, f.transport->expires);
    }

    void theStageOutlivesItsClient()
    {
        ClientFixture f;
        const auto stage = f.client->stage();
        stage->pause();
        auto held = f.send(version());
        f.client.reset();
        QCOMPARE(f.answerOf(held).error().kind, ErrorKind::Canceled);
        stage->resume();
        f.time->run();
        QCOMPARE(stage->snapshot().canceled, std::uint64_t(1));
        QVERIFY(stage->snapshot().requests.empty());
    }

    void anotherThreadMayLookAtAnyTime()
    {
        ClientFixture f([](RestConfig &config) { config.qps = 0; });
        const auto stage = f.client->stage();
        std::atomic<bool> done = false;
        std::uint64_t wrong = 0;
        std::thread observer([&] {
            while (!done) {
                const RestSnapshot snapshot = stage->snapshot();
                wrong += accountedFor(snapshot) == snapshot.began ? 0 : 1;
            }
        });
        for (int i = 0; i < 500; ++i) {
            auto future = f.send(version());
            f.transport->last().answer(200, "{}");
            f.time->run();
        }
        done = true;
        observer.join();
        QCOMPARE(wrong, std::uint64_t(0));
        QCOMPARE(stage->snapshot().succeeded, std::uint64_t(500));
    }
};

ORRERY_GUILESS_TEST(RestStageTest)
} // namespace rest_stage_test
#include "rest_stage_test.moc"
