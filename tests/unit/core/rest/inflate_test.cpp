// SPDX-License-Identifier: Apache-2.0
#include "core/rest/inflate.h"

#include "tests/support/gzip.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace inflate_test {

using namespace kube;
using namespace kube::test;

namespace {

struct Inflated {
    QByteArray plain;
    std::optional<Error> error;
    qsizetype largestPiece = 0;
};

Inflated inflated(const QByteArray &body, qsizetype chunk)
{
    Inflated result;
    GzipInflater inflater;
    for (qsizetype at = 0; at < body.size(); at += chunk) {
        inflater.feed(body.mid(at, chunk));
        for (;;) {
            const auto piece = inflater.next();
            if (!piece) {
                result.error = piece.error();
                return result;
            }
            if (!*piece)
                break;
            result.plain.append((*piece)->data(), (*piece)->size());
            result.largestPiece = std::max(result.largestPiece, (*piece)->size());
        }
    }
    result.error = inflater.finish();
    return result;
}

QByteArray sample(int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += "line " + QByteArray::number(i * 7919) + '\n';
    return text;
}

} // namespace

class InflateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void membersInAnySplitAreOneBody()
    {
        const QByteArray one = sample(10);
        const QByteArray two = sample(3000);
        const QByteArray body = gzipped(one) + gzipped({}) + gzipped(two) + gzipped(one);
        for (const qsizetype chunk : {1, 2, 3, 7, 100, 1 << 20}) {
            const Inflated result = inflated(body, chunk);
            QVERIFY(!result.error);
            QCOMPARE(result.plain, one + two + one);
        }
    }

    void everyMemberIsGivenAsSoonAsItEnds()
    {
        GzipInflater inflater;
        for (const char *text : {"first", "second", "third"}) {
            inflater.feed(gzipped(text));
            const auto piece = inflater.next();
            QVERIFY_RESULT(piece);
            QVERIFY(piece->has_value());
            QCOMPARE((*piece)->toByteArray(), QByteArray(text));
            QVERIFY(!inflater.next()->has_value());
        }
    }

    void aBombComesInSmallPieces()
    {
        const QByteArray body = gzipped(QByteArray(64 * 1024 * 1024, '\0'));
        QVERIFY(body.size() < 100 * 1024);
        const Inflated result = inflated(body, body.size());
        QVERIFY(!result.error);
        QCOMPARE(result.plain.size(), 64 * 1024 * 1024);
        QVERIFY(result.largestPiece <= static_cast<qsizetype>(GzipInflater::pieceBytes));
    }

    void outputOfExactlyOnePieceLosesNothing()
    {
        for (const qsizetype extra : {-1, 0, 1}) {
            const QByteArray plain(static_cast<qsizetype>(GzipInflater::pieceBytes) + extra, 'x');
            for (const qsizetype chunk : {1, 5, 1 << 20}) {
                const Inflated result = inflated(gzipped(plain) + gzipped(plain), chunk);
                QVERIFY(!result.error);
                QCOMPARE(result.plain, plain + plain);
            }
        }
    }

    void trailingGarbageIsAnErrorAfterTheGoodBytes()
    {
        for (const qsizetype chunk : {1, 3, 1 << 20}) {
            const Inflated result = inflated(gzipped("good") + "garbage that is no member", chunk);
            QCOMPARE(result.plain, QByteArray("good"));
            QVERIFY(result.error);
            QCOMPARE(result.error->kind, ErrorKind::BadInput);
        }
    }

    void damageIsAnError()
    {
        QByteArray body = gzipped(sample(1000));
        body[body.size() - 6] = static_cast<char>(body[body.size() - 6] ^ 0x55); // the checksum
        const Inflated result = inflated(body, 100);
        QVERIFY(result.error);
        QCOMPARE(result.error->kind, ErrorKind::BadInput);
        QVERIFY(inflated("plain text", 4).error);
    }

    void everyTruncationIsNoticed()
    {
        const QByteArray body = gzipped(sample(20));
        for (qsizetype length = 1; length < body.size(); ++length) {
            const Inflated result = inflated(body.left(length), 10);
            QVERIFY(result.error);
            QCOMPARE(result.error->kind, ErrorKind::Transport);
        }
        QVERIFY(!inflated({}, 1).error);
    }
};

ORRERY_GUILESS_TEST(InflateTest)
} // namespace inflate_test
#include "inflate_test.moc"
