// SPDX-License-Identifier: Apache-2.0
#include "client_fixture.h"

#include "core/rest/warnings.h"
#include "tests/support/fixtures.h"
#include "tests/support/gzip.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace rest_client_stream_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

namespace {

struct Sink final : StreamSink {
    int openings = 0;
    QByteArray received;
    int ends = 0;
    std::optional<Error> error;
    std::function<void()> onData;

    void opened(const HttpHead &) override { ++openings; }
    void data(QByteArrayView bytes) override
    {
        received.append(bytes.data(), bytes.size());
        if (onData)
            onData();
    }
    void end(std::optional<Error> what) override
    {
        ++ends;
        error = std::move(what);
    }
};

Request watch()
{
    return Request::get().resource({"", "v1", "pods"}).parameter(QStringLiteral("watch"), QStringLiteral("true"))
        .lane(HttpRequest::Lane::Stream).idleTimeout(90s);
}

} // namespace

class RestClientStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void bytesArriveAsTheyCome()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        auto &exchange = f.transport->last();
        QCOMPARE(exchange.request.lane, HttpRequest::Lane::Stream);
        QCOMPARE(exchange.request.idleTimeout, Duration(90s));
        exchange.head(200);
        QCOMPARE(sink.openings, 1);
        exchange.data("one");
        QCOMPARE(sink.received, QByteArray("one"));
        exchange.data("two");
        QCOMPARE(sink.received, QByteArray("onetwo"));
        exchange.end();
        QCOMPARE(sink.ends, 1);
        QVERIFY(!sink.error);
    }

    void warningsOfCallsAndStreamsReachTheOneWhoAskedForThem()
    {
        QStringList told;
        ClientFixture f([&told](RestConfig &config) { config.onWarnings = warningsOnce([&told](const QString &text) { told.append(text); }); });
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().head(200, {{"Warning", "299 - \"old\""}, {"Warning", "299 - \"older\""}});
        QCOMPARE(told, (QStringList{QStringLiteral("old"), QStringLiteral("older")}));
        auto call = f.send(Request::get().absolutePath(QStringLiteral("/version")));
        f.transport->last().answer(404, "{}", {{"Warning", "299 - \"old\", 299 - \"oldest\""}});
        QCOMPARE(told, (QStringList{QStringLiteral("old"), QStringLiteral("older"), QStringLiteral("oldest")}));
    }

    void eachMemberOfACompressedStreamIsGivenAtOnce()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().head(200, {{"Content-Encoding", "gzip"}});
        f.transport->last().data(gzipped("one"));
        QCOMPARE(sink.received, QByteArray("one"));
        f.transport->last().data(gzipped("two"));
        QCOMPARE(sink.received, QByteArray("onetwo"));
        f.transport->last().end();
        QVERIFY(!sink.error);
    }

    void aRefusalIsAnErrorAndNeverOpens()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().head(410, {{"Content-Encoding", "gzip"}});
        f.transport->last().data(gzipped(kubernetesFixture(QStringLiteral("errors/410-list-exact"))));
        QCOMPARE(sink.ends, 0);
        f.transport->last().end();
        QCOMPARE(sink.openings, 0);
        QVERIFY(sink.received.isEmpty());
        QCOMPARE(sink.error->kind, ErrorKind::Gone);
        QCOMPARE(sink.error->place, QStringLiteral("/api/v1/pods"));
    }

    void anEndlessRefusalIsCutOff()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().head(500);
        for (int i = 0; i < 100; ++i)
            f.transport->last().data(QByteArray(1024, 'x'));
        QCOMPARE(sink.ends, 1);
        QCOMPARE(sink.error->kind, ErrorKind::Server);
        QVERIFY(!f.transport->last().isOpen());
    }

    void aRejectedCredentialIsReplayedOnce()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().answer(401, "{}");
        f.time->run();
        QCOMPARE(f.transport->count(), 2U);
        QCOMPARE(f.transport->last().header("Authorization"), QByteArray("Bearer token-2"));
        f.transport->last().head(200);
        QCOMPARE(sink.openings, 1);
        QCOMPARE(sink.ends, 0);
    }

    void nothingElseIsTriedAgain()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().answer(429, "later", {{"Retry-After", "1"}});
        QCOMPARE(sink.error->kind, ErrorKind::Throttled);
        QCOMPARE(sink.error->status->retryAfter, std::optional(std::chrono::seconds(1)));
        Sink second;
        const auto other = f.client->stream(watch(), second);
        f.time->run();
        f.transport->last().loseConnection();
        QCOMPARE(second.error->kind, ErrorKind::Transport);
        QCOMPARE(f.transport->count(), 2U);
    }

    void aPausedStreamGivesNothingUntilItResumes()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().head(200, {{"Content-Encoding", "gzip"}});
        stream->pause();
        QVERIFY(f.transport->last().paused);
        f.transport->last().data(gzipped("was under way"));
        f.transport->last().end();
        QVERIFY(sink.received.isEmpty());
        QCOMPARE(sink.ends, 0);
        stream->resume();
        QVERIFY(sink.received.isEmpty()); // not within resume()
        f.time->run();
        QCOMPARE(sink.received, QByteArray("was under way"));
        QCOMPARE(sink.ends, 1);
    }

    void pausingWithinDataHoldsTheRestBack()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().head(200, {{"Content-Encoding", "gzip"}});
        sink.onData = [&] { stream->pause(); };
        f.transport->last().data(gzipped(QByteArray(300'000, 'x')));
        const qsizetype first = sink.received.size();
        QVERIFY(first > 0 && first < 300'000);
        int turns = 1;
        while (sink.received.size() < 300'000 && turns < 100) {
            stream->resume();
            f.time->run();
            ++turns;
        }
        QCOMPARE(sink.received.size(), 300'000);
        QVERIFY(turns > 2);
    }

    void aStreamMayBeDestroyedWithinItsOwnCalls()
    {
        for (const bool compressed : {false, true}) {
            ClientFixture f;
            Sink sink;
            auto stream = f.client->stream(watch(), sink);
            f.time->run();
            sink.onData = [&] { stream.reset(); };
            f.transport->last().head(200, compressed ? QList<Header>{{"Content-Encoding", "gzip"}} : QList<Header>{});
            f.transport->last().data(compressed ? gzipped(QByteArray(300'000, 'x')) : QByteArray("x"));
            QVERIFY(!f.transport->last().isOpen());
            f.time->run();
            QCOMPARE(sink.ends, 0);
        }
    }

    void damagedCompressionEndsTheStream()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.transport->last().head(200, {{"Content-Encoding", "gzip"}});
        f.transport->last().data(gzipped("good") + "garbage, no member");
        QCOMPARE(sink.received, QByteArray("good"));
        QCOMPARE(sink.error->kind, ErrorKind::BadInput);
        QVERIFY(!f.transport->last().isOpen());
    }

    void watchesAreNotHeldByFlowControlButStreamedListsAre()
    {
        ClientFixture f([](RestConfig &config) { config.qps = 1; config.burst = 1; });
        Sink sink;
        auto list = Request::get().resource({"", "v1", "pods"});
        const auto first = f.client->stream(list, sink);
        const auto second = f.client->stream(list, sink);
        const auto third = f.client->stream(watch(), sink);
        f.time->run();
        QCOMPARE(f.transport->count(), 2U);
        f.time->advance(1s);
        QCOMPARE(f.transport->count(), 3U);
    }

    void whatCannotBeSentEndsLater()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(Request::get().resource({"", "v1", "pods"}).name("a/b"), sink);
        QCOMPARE(sink.ends, 0);
        f.time->run();
        QCOMPARE(sink.error->kind, ErrorKind::BadInput);

        f.auth->refusal = Error{ErrorKind::Unauthorized, QStringLiteral("no token"), {}, std::nullopt};
        Sink refused;
        const auto other = f.client->stream(watch(), refused);
        QCOMPARE(refused.ends, 0);
        f.time->run();
        QCOMPARE(refused.error->message, QStringLiteral("no token"));
    }

    void aStreamOutlivesItsClient()
    {
        ClientFixture f;
        Sink sink;
        const auto stream = f.client->stream(watch(), sink);
        f.time->run();
        f.client.reset();
        f.transport->last().head(200);
        f.transport->last().data("still here");
        QCOMPARE(sink.received, QByteArray("still here"));
    }
};

ORRERY_GUILESS_TEST(RestClientStreamTest)
} // namespace rest_client_stream_test
#include "rest_client_stream_test.moc"
