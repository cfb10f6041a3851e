// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "transport_fixture.h"

#include "tests/support/gzip.h"

namespace transport_answers_test {

using namespace kube;
using namespace kube::test;

class TransportAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void everyVerbGoesWithItsBody()
    {
        HttpServer server([](const auto &request, auto reply) { reply.answer(200, request.body); });
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        for (const char *method : {"POST", "PUT", "PATCH", "DELETE", "GET"}) {
            HttpRequest request = getOf(config, "/x");
            request.method = method;
            request.headers = {{"Content-Type", "application/json"}};
            request.body = QByteArray(method) + QByteArray(100'000, 'b');
            Exchanged exchange(*transport, request);
            QTRY_VERIFY(exchange.probe.ended);
            QVERIFY(!exchange.probe.error);
            QCOMPARE(exchange.probe.body, request.body);
            QCOMPARE(server.requests().back().method, QByteArray(method));
        }
        HttpRequest remove = getOf(config, "/x");
        remove.method = "DELETE";
        Exchanged exchange(*transport, remove);
        QTRY_VERIFY(exchange.probe.ended);
        QVERIFY(!exchange.probe.error);
    }

    void refusalsKeepTheirBody_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {201, 304, 400, 401, 403, 404, 405, 409, 410, 413, 418, 422, 429, 500, 502, 503, 504})
            QTest::addRow("%d", status) << status;
    }
    void refusalsKeepTheirBody()
    {
        QFETCH(int, status);
        const QByteArray body = status == 304 ? QByteArray() : QByteArray("{\"kind\":\"Status\"}");
        HttpServer server([=](const auto &, auto reply) {
            reply.answer(status, body, {{"Retry-After", "1"}, {"WWW-Authenticate", "Basic realm=\"x\""}});
        });
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        QTRY_VERIFY(exchange.probe.ended);
        QVERIFY2(!exchange.probe.error, exchange.probe.error ? qPrintable(exchange.probe.error->message) : "");
        QCOMPARE(exchange.probe.answer->status, status);
        QCOMPARE(exchange.probe.body, body);
        QCOMPARE(exchange.probe.answer->header("retry-after"), QByteArray("1"));
    }

    void aRedirectIsNotFollowed()
    {
        HttpServer elsewhere([](const auto &, auto reply) { reply.answer(200, "stolen"); });
        HttpServer server([&](const auto &, auto reply) { reply.answer(302, {}, {{"Location", elsewhere.url().toEncoded() + "/y"}}); });
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        HttpRequest request = getOf(config, "/x");
        request.headers = {{"Authorization", "Bearer secret"}};
        Exchanged exchange(*transport, request);
        QTRY_VERIFY(exchange.probe.ended);
        QVERIFY(!exchange.probe.error);
        QCOMPARE(exchange.probe.answer->status, 302);
        QVERIFY(elsewhere.requests().empty());
        QCOMPARE(elsewhere.connections(), 0);
    }

    void compressedBytesArriveAsSent()
    {
        const QByteArray body = gzipped("one") + gzipped("two");
        HttpServer server([&](const auto &, auto reply) { reply.answer(200, body, {{"Content-Encoding", "gzip"}}); });
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        HttpRequest request = getOf(config, "/x");
        request.headers = {{"Accept-Encoding", "gzip"}};
        Exchanged exchange(*transport, request);
        QTRY_VERIFY(exchange.probe.ended);
        QCOMPARE(exchange.probe.body, body);
        QCOMPARE(exchange.probe.answer->header("Content-Encoding"), QByteArray("gzip"));
        QCOMPARE(server.requests().front().values("Accept-Encoding"), QList<QByteArray>{"gzip"});
    }

    void aBodyCutShortIsAnError_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::addColumn<bool>("reset");
        for (const bool chunked : {false, true}) {
            for (const bool reset : {false, true})
                QTest::addRow("%s %s", chunked ? "chunked" : "counted", reset ? "reset" : "closed") << chunked << reset;
        }
    }
    void aBodyCutShortIsAnError()
    {
        QFETCH(bool, chunked);
        QFETCH(bool, reset);
        std::optional<HttpServer::Reply> kept;
        HttpServer server([&](const auto &, auto reply) {
            if (chunked) {
                reply.head(200);
                reply.raw("100\r\nhalf of it");
            } else {
                reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 256\r\n\r\nhalf of it");
            }
            kept = reply;
        });
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        QTRY_COMPARE(exchange.probe.body, QByteArray("half of it"));
        reset ? kept->abort() : kept->close();
        QTRY_VERIFY(exchange.probe.ended);
        QVERIFY(exchange.probe.error);
        QCOMPARE(exchange.probe.error->kind, ErrorKind::Transport);
    }

    void interimAnswersAndTrailersAreSkipped()
    {
        HttpServer server([](const auto &, auto reply) {
            reply.raw("HTTP/1.1 100 Continue\r\n\r\n"
                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n5;a=b\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n");
        });
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        QTRY_VERIFY(exchange.probe.ended);
        QVERIFY(!exchange.probe.error);
        QCOMPARE(exchange.probe.answer->status, 200);
        QCOMPARE(exchange.probe.body, QByteArray("hello"));
    }

    void aBodyMayEndWithItsConnection()
    {
        HttpServer server([](const auto &, auto reply) {
            reply.raw("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(300'000, 'x'));
            reply.close();
        }, HttpServer::Tls{});
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        QTRY_VERIFY(exchange.probe.ended);
        QVERIFY(!exchange.probe.error);
        QCOMPARE(exchange.probe.received, 300'000);
    }

    void whatCameBeforeTheEndIsGivenAfterAPause()
    {
        std::optional<HttpServer::Reply> download;
        HttpServer server([&](const auto &, auto reply) {
            reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + QByteArray(150'000, 'x'));
            download = reply;
        }, HttpServer::Tls{});
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        exchange.probe.onHead = [&] { exchange.stream->pause(); };
        QTRY_VERIFY(exchange.probe.answer);
        download->close();
        QTRY_COMPARE(server.openConnections(), 0);
        QCOMPARE(exchange.probe.received, 0);
        QVERIFY(!exchange.probe.ended);
        exchange.stream->resume();
        QTRY_VERIFY(exchange.probe.ended);
        QCOMPARE(exchange.probe.received, 150'000);
        QCOMPARE(exchange.probe.error->kind, ErrorKind::Transport);
    }

    void whatIsNotHttpIsAnError()
    {
        HttpServer server([](const auto &, auto reply) {
            reply.raw("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            reply.close();
        });
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        QTRY_VERIFY(exchange.probe.ended);
        QCOMPARE(exchange.probe.error->kind, ErrorKind::Transport);
        QVERIFY(!exchange.probe.answer);
    }
};

ORRERY_GUILESS_TEST(TransportAnswersTest)
} // namespace transport_answers_test
#include "transport_answers_test.moc"
