// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "transport_fixture.h"

#include "tests/support/manual_time.h"

namespace transport_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

class TransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void anAnswerArrivesInOrderAndNeverWithinOpen()
    {
        HttpServer server([](const auto &, auto reply) { reply.answer(200, "hello", {{"X-One", "1"}}); }, HttpServer::Tls{});
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        HttpRequest request = getOf(config, "/version");
        request.headers = {{"User-Agent", "orrery/test"}, {"Impersonate-Group", "a"}, {"Impersonate-Group", "b"}};
        Exchanged exchange(*transport, request);
        QVERIFY(!exchange.probe.answer);
        QTRY_VERIFY(exchange.probe.ended);
        QVERIFY(!exchange.probe.error);
        QCOMPARE(exchange.probe.answer->status, 200);
        QCOMPARE(exchange.probe.answer->header("x-one"), QByteArray("1"));
        QCOMPARE(exchange.probe.body, QByteArray("hello"));
        const auto &seen = server.requests().front();
        QCOMPARE(seen.target, QByteArray("/version"));
        QCOMPARE(seen.values("User-Agent"), QList<QByteArray>{"orrery/test"});
        QCOMPARE(seen.values("Impersonate-Group"), (QList<QByteArray>{"a", "b"}));
        QCOMPARE(seen.values("Accept-Encoding"), QList<QByteArray>{"identity"});
        QVERIFY(seen.values("Cookie").isEmpty());
    }

    void manyStreamsDoNotHoldUpCallsOrEachOther()
    {
        std::vector<HttpServer::Reply> watches;
        HttpServer server([&](const auto &request, auto reply) {
            if (request.target != "/watch") {
                reply.answer(200, "ok");
                return;
            }
            reply.head(200);
            reply.chunk("first");
            watches.push_back(reply);
        }, HttpServer::Tls{});
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        std::vector<std::unique_ptr<Exchanged>> streams;
        for (int i = 0; i < 23; ++i)
            streams.push_back(std::make_unique<Exchanged>(*transport, getOf(config, "/watch", HttpRequest::Lane::Stream)));
        for (const auto &stream : streams)
            QTRY_COMPARE(stream->probe.body, QByteArray("first"));
        std::vector<std::unique_ptr<Exchanged>> calls;
        for (int i = 0; i < 20; ++i)
            calls.push_back(std::make_unique<Exchanged>(*transport, getOf(config, "/call", HttpRequest::Lane::Call)));
        for (const auto &call : calls)
            QTRY_VERIFY(call->probe.ended && !call->probe.error);
        for (auto &watch : watches)
            watch.chunk("-second");
        for (const auto &stream : streams) {
            QTRY_COMPARE(stream->probe.body, QByteArray("first-second"));
            QVERIFY(!stream->probe.ended);
        }
        for (auto &watch : watches)
            watch.endChunks();
        for (const auto &stream : streams) {
            QTRY_VERIFY(stream->probe.ended);
            QVERIFY(!stream->probe.error);
        }
    }

    void aPausedStreamMakesTheServerWaitAndLosesNothing()
    {
        static constexpr qint64 total = 64 * 1024 * 1024;
        qint64 written = 0;
        std::optional<HttpServer::Reply> download;
        HttpServer server([&](const auto &request, auto reply) {
            if (request.target == "/call") {
                reply.answer(200, "ok");
                return;
            }
            reply.raw("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(total) + "\r\n\r\n");
            download = reply;
            auto pump = [&written, reply]() mutable {
                while (written < total && reply.unsentBytes() < 1024 * 1024) {
                    reply.raw(QByteArray(64 * 1024, static_cast<char>('a' + written / (64 * 1024) % 26)));
                    written += 64 * 1024;
                }
            };
            QObject::connect(reply.socket(), &QSslSocket::encryptedBytesWritten, reply.socket(), pump);
            pump();
        }, HttpServer::Tls{});
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/big", HttpRequest::Lane::Stream));
        exchange.probe.keepsBody = false;
        exchange.probe.onData = [&] { exchange.stream->pause(); };
        QTRY_VERIFY(exchange.probe.received > 0);
        // The loop runs on meanwhile: what could come has come.
        for (int i = 0; i < 50; ++i) {
            Exchanged call(*transport, getOf(config, "/call", HttpRequest::Lane::Call));
            QTRY_VERIFY(call.probe.ended);
        }
        const qint64 received = exchange.probe.received;
        QVERIFY(received <= 64 * 1024);
        QVERIFY2(written < total / 2, qPrintable(QString::number(written)));
        exchange.probe.onData = {};
        exchange.stream->resume();
        QCOMPARE(exchange.probe.received, received);
        QTRY_VERIFY_WITH_TIMEOUT(exchange.probe.ended, 30'000);
        QVERIFY(!exchange.probe.error);
        QCOMPARE(exchange.probe.received, total);
    }

    void pausingAtEachPieceStillEndsProperly()
    {
        HttpServer server([](const auto &, auto reply) { reply.answer(200, QByteArray(900'000, 'x')); });
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        exchange.probe.onData = [&] {
            exchange.stream->pause();
            exchange.stream->resume();
        };
        QTRY_VERIFY(exchange.probe.ended);
        QVERIFY(!exchange.probe.error);
        QCOMPARE(exchange.probe.received, 900'000);
    }

    void silenceEndsAStreamButNotWhilePaused()
    {
        std::optional<HttpServer::Reply> watch;
        HttpServer server([&](const auto &, auto reply) {
            reply.head(200);
            reply.chunk("x");
            watch = reply;
        });
        const auto config = trusting(server);
        const auto time = std::make_shared<ManualTime>();
        const auto transport = transportTo(config, time);
        HttpRequest request = getOf(config, "/watch", HttpRequest::Lane::Stream);
        request.idleTimeout = 90s;
        Exchanged exchange(*transport, request);
        QTRY_COMPARE(exchange.probe.received, 1);
        time->advance(89s);
        QVERIFY(!exchange.probe.ended);
        watch->chunk("y");
        QTRY_COMPARE(exchange.probe.received, 2);
        time->advance(89s);
        QVERIFY(!exchange.probe.ended);
        exchange.stream->pause();
        time->advance(1h);
        QVERIFY(!exchange.probe.ended);
        exchange.stream->resume();
        time->advance(89s);
        QVERIFY(!exchange.probe.ended);
        time->advance(91s);
        QVERIFY(exchange.probe.ended);
        QCOMPARE(exchange.probe.error->kind, ErrorKind::Transport);
        QCOMPARE(exchange.probe.error->message, QStringLiteral("not a byte came for 90 s"));
        QVERIFY(!exchange.stream->connectionLost());
    }

    void aServerThatNeverAnswersIsGivenUp()
    {
        HttpServer server([](const auto &, auto) {});
        const auto config = trusting(server);
        const auto time = std::make_shared<ManualTime>();
        const auto transport = transportTo(config, time);
        HttpRequest request = getOf(config, "/x");
        request.idleTimeout = 10s;
        Exchanged exchange(*transport, request);
        QTRY_COMPARE(server.requests().size(), 1U);
        time->advance(10s);
        QVERIFY(exchange.probe.ended);
        QCOMPARE(exchange.probe.error->kind, ErrorKind::Transport);
    }

    void aLostConnectionIsToldApartFromARefusedOne()
    {
        HttpServer server([](const auto &, auto reply) { reply.abort(); });
        auto config = trusting(server);
        const auto transport = transportTo(config);
        HttpRequest post = getOf(config, "/x");
        post.method = "POST";
        post.body = "{}";
        Exchanged lost(*transport, post);
        QTRY_VERIFY(lost.probe.ended);
        QCOMPARE(lost.probe.error->kind, ErrorKind::Transport);
        QVERIFY(lost.stream->connectionLost());

        server.stopListening();
        Exchanged refused(*transport, getOf(config, "/x"));
        QTRY_VERIFY(refused.probe.ended);
        QCOMPARE(refused.probe.error->kind, ErrorKind::Transport);
        QVERIFY(!refused.stream->connectionLost());
    }

    void renewFailsWhatRunsAndOpensNewConnections()
    {
        HttpServer server([](const auto &request, auto reply) {
            reply.head(200);
            reply.chunk("x");
            if (request.target != "/watch")
                reply.endChunks();
        });
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        Exchanged watch(*transport, getOf(config, "/watch", HttpRequest::Lane::Stream));
        QTRY_COMPARE(watch.probe.received, 1);
        Exchanged before(*transport, getOf(config, "/call", HttpRequest::Lane::Call));
        QTRY_VERIFY(before.probe.ended);
        transport->renew();
        QVERIFY(!watch.probe.ended);
        QTRY_VERIFY(watch.probe.ended);
        QCOMPARE(watch.probe.error->kind, ErrorKind::Transport);
        const int connections = server.connections();
        Exchanged after(*transport, getOf(config, "/call", HttpRequest::Lane::Call));
        QTRY_VERIFY(after.probe.ended && !after.probe.error);
        QCOMPARE(server.connections(), connections + 1);
    }

    void streamsMayGoWithinTheirOwnCalls()
    {
        int status = 200;
        HttpServer server([&status](const auto &, auto reply) {
            reply.head(status);
            reply.chunk("x");
            reply.endChunks();
        }, HttpServer::Tls{});
        const auto config = trusting(server);
        for (int when = 0; when < 12; ++when) {
            status = when < 6 ? 200 : 401; // dropped to be asked again with another credential
            auto transport = transportTo(config);
            auto exchange = std::make_unique<Exchanged>(*transport, getOf(config, "/x"));
            bool called = false;
            const auto drop = [&] {
                called = true;
                const auto last = std::move(exchange->stream); // the probe must live until its call returns
                if (when % 6 >= 3)
                    transport.reset();
            };
            (when % 3 == 0 ? exchange->probe.onHead : when % 3 == 1 ? exchange->probe.onData : exchange->probe.onEnd) = drop;
            QTRY_VERIFY(called);
            QCOMPARE(exchange->probe.ended, when % 3 == 2);
        }
    }

    void anExchangeMayBeGivenUpAtEachStepOfItsBeginning()
    {
        HttpServer server([](const auto &, auto reply) {
            reply.head(200);
            reply.chunk("x");
        }, HttpServer::Tls{});
        auto config = trusting(server);
        config.host.setHost(QStringLiteral("localhost"));
        for (const char *name : {"localhost", "nowhere.test"}) { // whose certificate it is, and is not
            config.tls.serverName = QString::fromLatin1(name);
            for (int steps = 0; steps < 30; ++steps) {
                auto transport = transportTo(config);
                Exchanged given(*transport, getOf(config, "/x"));
                Exchanged left(*transport, getOf(config, "/x"));
                for (int i = 0; i < steps; ++i)
                    QCoreApplication::processEvents();
                given.stream.reset();
                const bool ended = left.probe.ended;
                transport.reset();
                QTRY_VERIFY(left.probe.ended);
                QCOMPARE(left.probe.error->kind, ended ? ErrorKind::Tls : ErrorKind::Canceled);
            }
        }
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void aTransportThatGoesEndsItsStreamsAsCanceled()
    {
        HttpServer server([](const auto &, auto reply) { reply.head(200); });
        const auto config = trusting(server);
        auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        QTRY_VERIFY(exchange.probe.answer);
        transport.reset();
        QVERIFY(!exchange.probe.ended);
        QTRY_VERIFY(exchange.probe.ended);
        QCOMPARE(exchange.probe.error->kind, ErrorKind::Canceled);
    }

    void aNameIsReachedAtTheAddressThatAnswers()
    {
        HttpServer server([](const auto &, auto reply) { reply.answer(200, "ok"); }); // at 127.0.0.1, not at ::1
        auto config = trusting(server);
        config.host.setHost(QStringLiteral("localhost"));
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        QTRY_VERIFY(exchange.probe.ended);
        QVERIFY(!exchange.probe.error);
        QCOMPARE(server.requests().front().value("Host"), "localhost:" + QByteArray::number(server.port()));
    }

    void whatCannotBeReachedIsNamed_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("words");
        QTest::newRow("a name refuses") << "localhost" << "Connection refused";
        QTest::newRow("an address refuses") << "127.0.0.1" << "Connection refused";
        QTest::newRow("no such name") << "nowhere.invalid" << "Host nowhere.invalid not found";
    }
    void whatCannotBeReachedIsNamed()
    {
        QFETCH(QString, host);
        QFETCH(QString, words);
        HttpServer server([](const auto &, auto) {});
        auto config = trusting(server);
        config.host.setHost(host);
        server.stopListening();
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        QVERIFY(!exchange.probe.ended);
        QTRY_VERIFY(exchange.probe.ended);
        QCOMPARE(exchange.probe.error->kind, ErrorKind::Transport);
        QCOMPARE(exchange.probe.error->message, words);
        QVERIFY(!exchange.stream->connectionLost());
    }

    void aStreamHasAConnectionOfItsOwnThatEndsWithIt()
    {
        HttpServer server([](const auto &, auto reply) { reply.answer(200, "ok"); }, HttpServer::Tls{});
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        for (int i = 1; i <= 3; ++i) {
            Exchanged exchange(*transport, getOf(config, "/x", HttpRequest::Lane::Stream));
            QTRY_VERIFY(exchange.probe.ended && !exchange.probe.error);
            QCOMPARE(server.connections(), i);
            QTRY_COMPARE(server.openConnections(), 0);
        }
    }

    void callsShareAKeptConnection()
    {
        HttpServer server([](const auto &, auto reply) { reply.answer(200, "ok"); }, HttpServer::Tls{});
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        for (int i = 0; i < 5; ++i) {
            Exchanged exchange(*transport, getOf(config, "/x", HttpRequest::Lane::Call));
            QTRY_VERIFY(exchange.probe.ended && !exchange.probe.error);
        }
        QCOMPARE(server.connections(), 1);
    }
};

ORRERY_GUILESS_TEST(TransportTest)
} // namespace transport_test
#include "transport_test.moc"
