// SPDX-License-Identifier: Apache-2.0
#include "core/rest/watch_decoder.h"

#include "core/object/json.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace watch_decoder_test {

using namespace kube;
using namespace kube::test;

namespace {

struct Frame {
    WatchFrame::Type type;
    std::string object;
    std::string resourceVersion;
    bool initialEventsEnd;
    std::optional<ErrorKind> error;
    friend bool operator==(const Frame &, const Frame &) = default;
};

struct Decoded {
    std::vector<Frame> frames;
    std::optional<Error> error;
};

Decoded decode(const QByteArray &body, qsizetype chunk, WatchDecoder::Limits limits = {})
{
    Decoded result;
    WatchDecoder decoder(limits);
    for (qsizetype at = 0; at < body.size(); at += chunk) {
        const QByteArray piece(body.constData() + at, std::min(chunk, body.size() - at));
        decoder.feed({piece.constData(), static_cast<std::size_t>(piece.size())});
        for (;;) {
            const auto frame = decoder.next();
            if (!frame) {
                result.error = frame.error();
                return result;
            }
            if (!*frame)
                break;
            const WatchFrame &got = **frame;
            result.frames.push_back({got.type, std::string(got.object), got.resourceVersion, got.initialEventsEnd,
                                     got.error ? std::optional(got.error->kind) : std::nullopt});
        }
    }
    result.error = decoder.finish();
    return result;
}

const QList<qsizetype> chunkSizes = {1, 2, 3, 7, 64, 1021, 1 << 20};

} // namespace

class WatchDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void recordedWatchesAreDecodedTheSameAtEveryChunkSize_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : kubernetesFixtures(QStringLiteral("watch"), QStringLiteral(".ndjson")))
            QTest::newRow(qPrintable(name)) << name;
    }
    void recordedWatchesAreDecodedTheSameAtEveryChunkSize()
    {
        QFETCH(QString, name);
        const QByteArray body = kubernetesFixture(name);
        const QList<QByteArray> lines = body.trimmed().split('\n');
        for (const qsizetype chunk : chunkSizes) {
            const Decoded result = decode(body, chunk);
            QVERIFY2(!result.error, result.error ? qPrintable(result.error->message) : "");
            QCOMPARE(result.frames.size(), static_cast<std::size_t>(lines.size()));
            for (qsizetype i = 0; i < lines.size(); ++i) {
                const auto line = JsonDocument::parse(lines[i].toStdString());
                QVERIFY_RESULT(line);
                const auto object = JsonDocument::parse(result.frames[static_cast<std::size_t>(i)].object);
                QVERIFY_RESULT(object);
                QCOMPARE(object->root().toJson(), line->root()["object"].toJson());
            }
        }
    }

    void theEndOfTheInitialEventsIsTold()
    {
        const Decoded result = decode(kubernetesFixture(QStringLiteral("watch/initial-events")), 10);
        const auto end = std::find_if(result.frames.begin(), result.frames.end(),
                                      [](const Frame &frame) { return frame.initialEventsEnd; });
        QVERIFY(end != result.frames.end());
        QCOMPARE(end->type, WatchFrame::Type::Bookmark);
        QCOMPARE(end->resourceVersion, std::string("562"));
    }

    void anExpiredVersionIsAnEventOfKindGone()
    {
        const Decoded result = decode(kubernetesFixture(QStringLiteral("watch/expired-410")), 4);
        QCOMPARE(result.frames.size(), 1U);
        QCOMPARE(result.frames[0].type, WatchFrame::Type::Error);
        QCOMPARE(result.frames[0].error, std::optional(ErrorKind::Gone));
        QVERIFY(!result.error);
    }

    void aBareStatusIsAnErrorEvent()
    {
        const Decoded result = decode(kubernetesFixture(QStringLiteral("errors/410-list-exact")), 4);
        QCOMPARE(result.frames.size(), 1U);
        QCOMPARE(result.frames[0].type, WatchFrame::Type::Error);
        QCOMPARE(result.frames[0].error, std::optional(ErrorKind::Gone));
    }

    void eventsAreToldApartByGrammarNotByLine()
    {
        const QByteArray one = "{\"type\":\"ADDED\",\n \"object\":{\"a\":\"\xC3\xA4}\\\"\n\"}}";
        const QByteArray two = "{\"object\":{\"b\":[1,{}]},\"other\":[{\"type\":\"X\"}],\"type\":\"DELETED\"}";
        for (const qsizetype chunk : chunkSizes) {
            const Decoded result = decode(one + two + "\r\n\n " + one, chunk);
            QVERIFY(!result.error);
            QCOMPARE(result.frames.size(), 3U);
            QCOMPARE(result.frames[0].object, std::string("{\"a\":\"\xC3\xA4}\\\"\n\"}"));
            QCOMPARE(result.frames[1].type, WatchFrame::Type::Deleted);
            QCOMPARE(result.frames[1].object, std::string("{\"b\":[1,{}]}"));
            QCOMPARE(result.frames[2], result.frames[0]);
        }
    }

    void theObjectIsFoundWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
        row("last", "{\"type\":\"ADDED\",\"object\":{\"a\":{\"b\":\"}\"}}}");
        row("last, with spaces", "{ \"type\" : \"ADDED\" , \"object\" : {\"a\":{\"b\":\"}\"}} \r\n\t}");
        row("first", "{\"object\":{\"a\":{\"b\":\"}\"}},\"type\":\"ADDED\"}");
        row("before a string that ends as it does", "{\"type\":\"ADDED\",\"object\":{\"a\":{\"b\":\"}\"}},\"x\":\"}\"}");
        row("before another object", "{\"type\":\"ADDED\",\"object\":{\"a\":{\"b\":\"}\"}},\"x\":{\"y\":1}}");
        row("after another object", "{\"x\":{\"y\":1},\"type\":\"ADDED\",\"object\":{\"a\":{\"b\":\"}\"}}}");
        row("after an array", "{\"x\":[{\"y\":1}],\"type\":\"ADDED\",\"object\":{\"a\":{\"b\":\"}\"}}}");
    }
    void theObjectIsFoundWhereverItStands()
    {
        QFETCH(QByteArray, body);
        for (const qsizetype chunk : chunkSizes) {
            const Decoded result = decode(body + '\n' + body, chunk);
            QVERIFY(!result.error);
            QCOMPARE(result.frames.size(), 2U);
            QCOMPARE(result.frames[0].object, std::string("{\"a\":{\"b\":\"}\"}}"));
            QCOMPARE(result.frames[1], result.frames[0]);
        }
    }

    void malformedStreamsEndWithBadInput_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"x", "[]", "{}", "{\"type\":\"ADDED\"}", "{\"type\":\"MOVED\",\"object\":{}}", "{\"type\":1,\"object\":{}}",
                                 "{\"type\":\"ADDED\",\"object\":1}", "{\"type\" \"ADDED\"}", "{\"type\":\"ADDED\",}", "<html></html>",
                                 "{\"type\":\"ADDED\",\"object\":{}}garbage", "{\"type\":\"BOOKMARK\",\"object\":{\"a\":}}"})
            QTest::newRow(body) << QByteArray(body);
    }
    void malformedStreamsEndWithBadInput()
    {
        QFETCH(QByteArray, body);
        for (const qsizetype chunk : chunkSizes) {
            const Decoded result = decode(body, chunk);
            QVERIFY(result.error);
            QCOMPARE(result.error->kind, ErrorKind::BadInput);
        }
    }

    void aCutWithinAnEventIsTransport()
    {
        const Decoded result = decode("{\"type\":\"ADDED\",\"object\":{}} {\"type\":\"ADDED\",\"obj", 9);
        QCOMPARE(result.frames.size(), 1U);
        QVERIFY(result.error);
        QCOMPARE(result.error->kind, ErrorKind::Transport);
    }

    void aFrameIsOnlySoLarge()
    {
        WatchDecoder::Limits limits;
        limits.frameBytes = 100;
        const QByteArray body = "{\"type\":\"ADDED\",\"object\":{\"a\":\"" + QByteArray(100, 'x') + "\"}}";
        for (const qsizetype chunk : chunkSizes) {
            const Decoded result = decode(body, chunk, limits);
            QVERIFY(result.error);
            QVERIFY(result.error->message.contains(QStringLiteral("larger than 100")));
        }
    }

    void anErrorEventWithoutAStatusIsStillAnError()
    {
        const Decoded result = decode("{\"type\":\"ERROR\",\"object\":{\"kind\":\"Pod\"}}", 100);
        QCOMPARE(result.frames.size(), 1U);
        QCOMPARE(result.frames[0].error, std::optional(ErrorKind::Server));
    }
};

ORRERY_GUILESS_TEST(WatchDecoderTest)
} // namespace watch_decoder_test
#include "watch_decoder_test.moc"
