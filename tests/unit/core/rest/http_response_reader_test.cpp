// SPDX-License-Identifier: Apache-2.0
#include "core/rest/http_response_reader.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace http_response_reader_test {

using namespace kube;
using namespace kube::test;

namespace {

struct Answer {
    std::optional<HttpHead> head;
    QByteArray body;
    bool isWhole = false; ///< before the connection was closed
    bool isWholeOnceClosed = false;
    QString error;
};

Answer answerOf(const QByteArray &bytes, const QByteArray &method = "GET", qsizetype piece = 0)
{
    HttpResponseReader reader(method);
    Answer answer;
    const qsizetype step = piece > 0 ? piece : std::max<qsizetype>(bytes.size(), 1);
    for (qsizetype at = 0; at < bytes.size(); at += step)
        answer.body += reader.feed(bytes.mid(at, step));
    answer.head = reader.head();
    answer.isWhole = reader.isWhole();
    answer.isWholeOnceClosed = reader.close();
    answer.error = reader.error() ? reader.error()->message : QString();
    return answer;
}

} // namespace

class HttpResponseReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void bodiesOfEveryFramingAreRead_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("wholeBeforeClose");
        const auto row = [](const char *name, const char *method, const QByteArray &bytes, int status, const char *body, bool whole = true) {
            QTest::newRow(name) << QByteArray(method) << bytes << status << QByteArray(body) << whole;
        };
        row("counted", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello");
        row("counted, and more after it", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1", 200, "hello");
        row("counted twice alike", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\ncontent-length: 2\r\n\r\nhi", 200, "hi");
        row("empty", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 200, "");
        row("chunked", "GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n", 200, "hello");
        row("chunked with extensions and trailers", "GET",
            "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n03;a=b\r\nhel\r\n2 ; c\r\nlo\r\n0\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n", 200, "hello");
        row("chunks, whatever the length says", "GET",
            "HTTP/1.1 200 OK\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n", 200, "0123456789");
        row("until it is closed", "GET", "HTTP/1.0 200 OK\r\n\r\nhello", 200, "hello", false);
        row("nothing until it is closed", "GET", "HTTP/1.0 200 OK\r\n\r\n", 200, "", false);
        row("lines that end bare", "GET", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n0\n\n", 200, "hello");
        row("no words after the status", "GET", "HTTP/1.1 410\r\nContent-Length: 2\r\n\r\nhi", 410, "hi");
        row("to HEAD", "HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", 200, "");
        row("204", "GET", "HTTP/1.1 204 No Content\r\n\r\n", 204, "");
        row("304", "GET", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304, "");
        row("after interim answers", "GET",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno", 403, "no");
    }
    void bodiesOfEveryFramingAreRead()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, wholeBeforeClose);
        for (qsizetype piece = 0; piece < bytes.size(); ++piece) {
            const Answer answer = answerOf(bytes, method, piece);
            QCOMPARE(answer.error, QString());
            QCOMPARE(answer.head->status, status);
            QCOMPARE(answer.body, body);
            QCOMPARE(answer.isWhole, wholeBeforeClose);
            QVERIFY(answer.isWholeOnceClosed);
        }
    }

    void headersKeepTheirOrderAndRepetitions()
    {
        const Answer answer = answerOf("HTTP/1.1 200 OK\r\nWarning: 299 - \"a\"\r\nX-Empty:\r\nwarning:\t299 - \"b: c\" \r\nX-Long: one\r\n  two\r\n\r\n");
        const QList<Header> expected{{"Warning", "299 - \"a\""}, {"X-Empty", ""}, {"warning", "299 - \"b: c\""}, {"X-Long", "one two"}};
        QCOMPARE(answer.head->headers, expected);
    }

    void interimHeadersAreForgotten()
    {
        const Answer answer = answerOf("HTTP/1.1 103 Early Hints\r\nContent-Length: 9\r\nX-One: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(answer.head->headers, (QList<Header>{{"Content-Length", "0"}}));
    }

    void whatIsNoAnswerIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &bytes, const char *words, const char *body = "") {
            QTest::newRow(name) << bytes << QString::fromLatin1(words) << QByteArray(body);
        };
        const QByteArray ok("HTTP/1.1 200 OK\r\n");
        const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
        row("TLS", QByteArray("\x15\x03\x01\x00\x02\x02\x16\r\n", 9), "does not begin with a status");
        row("HTTP/2", "HTTP/2.0 200 OK\r\n\r\n", "does not begin with a status");
        row("no status", "HTTP/1.1 OK\r\n\r\n", "does not begin with a status");
        row("a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", "does not begin with a status");
        row("a status of four digits", "HTTP/1.1 2000 OK\r\n\r\n", "does not begin with a status");
        row("a status below a hundred", "HTTP/1.1 099 OK\r\n\r\n", "does not begin with a status");
        row("a header without a colon", ok + "nonsense\r\n\r\n", "a header has no name");
        row("a header without a name", ok + ": x\r\n\r\n", "a header has no name");
        row("a space before the colon", ok + "Content-Length : 5\r\n\r\n", "a header has no name");
        row("a first header that goes on", ok + " x: y\r\n\r\n", "a header has no name");
        row("a control character", ok + QByteArray("X: a\0b\r\n\r\n", 10), "a control character");
        row("a bare return", ok + "X: a\rB: c\r\n\r\n", "a control character");
        row("two lengths", ok + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n", "its length is no number");
        row("a length with a sign", ok + "Content-Length: +5\r\n\r\n", "its length is no number");
        row("a length below zero", ok + "Content-Length: -5\r\n\r\n", "its length is no number");
        row("a length beyond 63 bits", ok + "Content-Length: 9223372036854775808\r\n\r\n", "its length is no number");
        row("an empty length", ok + "Content-Length:\r\n\r\n", "its length is no number");
        row("another encoding", ok + "Transfer-Encoding: gzip, chunked\r\n\r\n", "a transfer encoding");
        row("chunked twice", ok + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", "a transfer encoding");
        row("another protocol", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", "another protocol");
        row("interim answers without end", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(6), "without end");
        row("a chunk without a length", chunked + "3\r\nhel\r\n\r\n", "the length of a chunk is no number", "hel");
        row("a chunk's length with a sign", chunked + "-3\r\nhel\r\n", "the length of a chunk is no number");
        row("a chunk's length beyond 63 bits", chunked + "8000000000000000\r\n", "the length of a chunk is no number");
        row("a chunk longer than it says", chunked + "3\r\nhello\r\n", "a chunk is longer than it says", "hel");
        row("a chunk with a byte too many", chunked + "3\r\nhell\n", "a chunk is longer than it says", "hel");
        row("a chunk's line without end", chunked + "1;" + QByteArray(HttpResponseReader::maxChunkLineBytes, 'x'), "no end");
        row("a head without end", ok + ("X: " + QByteArray(1000, 'x') + "\r\n").repeated(300), "no end");
        row("a line without end", QByteArray(HttpResponseReader::maxHeadBytes + 1, 'x'), "no end");
        row("trailers without end", chunked + "0\r\n" + ("X: " + QByteArray(1000, 'x') + "\r\n").repeated(300), "no end");
    }
    void whatIsNoAnswerIsAnError()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        QFETCH(QByteArray, body);
        for (const qsizetype piece : {0, 1, 2, 3, 7, 64, 1000}) {
            const Answer answer = answerOf(bytes, "GET", piece);
            QVERIFY2(answer.error.contains(words), qPrintable(answer.error));
            QCOMPARE(answer.body, body);
            QVERIFY(!answer.isWholeOnceClosed);
        }
    }

    void anAnswerCutShortIsNotWhole()
    {
        const QList<QByteArray> answers{"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
                                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\r\n\r\n"};
        for (const QByteArray &bytes : answers) {
            for (qsizetype size = 0; size < bytes.size(); ++size) {
                const Answer answer = answerOf(bytes.first(size));
                QVERIFY2(!answer.isWholeOnceClosed, bytes.first(size).constData());
                QCOMPARE(answer.error, QString());
                QVERIFY(QByteArray("hello").startsWith(answer.body));
            }
        }
    }
};

ORRERY_GUILESS_TEST(HttpResponseReaderTest)
} // namespace http_response_reader_test
#include "http_response_reader_test.moc"
