// SPDX-License-Identifier: Apache-2.0
#include "core/rest/list_splitter.h"

#include "core/object/json.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace list_splitter_test {

using namespace kube;
using namespace kube::test;

namespace {

struct Split {
    std::vector<std::string> items;
    Result<ListHead> head = ListHead{};
};

Split split(const QByteArray &body, qsizetype chunk, ListSplitter::Form form = ListSplitter::Form::List,
            ListSplitter::Limits limits = {})
{
    Split result;
    ListSplitter splitter(form, limits);
    for (qsizetype at = 0; at < body.size(); at += chunk) {
        const QByteArray piece(body.constData() + at, std::min(chunk, body.size() - at)); // ASan sees what is kept too long
        splitter.feed({piece.constData(), static_cast<std::size_t>(piece.size())});
        for (;;) {
            const auto item = splitter.next();
            if (!item) {
                result.head = fail(item.error());
                return result;
            }
            if (!*item)
                break;
            result.items.emplace_back(**item);
        }
    }
    result.head = splitter.finish();
    return result;
}

const QList<qsizetype> chunkSizes = {1, 2, 3, 7, 64, 1021, 4096, 1 << 20};

QString errorOf(const char *body, ListSplitter::Limits limits = {})
{
    const Split result = split(body, 3, ListSplitter::Form::List, limits);
    return result.head ? QString() : QLatin1String(errorKindName(result.head.error().kind)) + QStringLiteral(": ") + result.head.error().message;
}

} // namespace

class ListSplitterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void recordedListsAreCutTheSameAtEveryChunkSize_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("table");
        for (const char *name : {"pods-page1", "pods-page2", "pods-page3-last", "pods-empty", "pods-rv0", "deployments"})
            QTest::newRow(name) << QStringLiteral("list/") + QLatin1String(name) << false;
        for (const char *name : {"pods-table-metadata", "pods-table-none"})
            QTest::newRow(name) << QStringLiteral("list/") + QLatin1String(name) << true;
    }
    void recordedListsAreCutTheSameAtEveryChunkSize()
    {
        QFETCH(QString, name);
        QFETCH(bool, table);
        const QByteArray body = kubernetesFixture(name);
        const auto whole = JsonDocument::parse(body.toStdString());
        QVERIFY_RESULT(whole);
        const JsonValue metadata = whole->root()["metadata"];
        const JsonValue items = whole->root()[table ? "rows" : "items"];
        for (const qsizetype chunk : chunkSizes) {
            const Split result = split(body, chunk, table ? ListSplitter::Form::Table : ListSplitter::Form::List);
            QVERIFY_RESULT(result.head);
            QCOMPARE(result.items.size(), items.size());
            for (std::size_t i = 0; i < result.items.size(); ++i) {
                const auto item = JsonDocument::parse(result.items[i]);
                QVERIFY_RESULT(item);
                QCOMPARE(item->root().toJson(), items.at(i).toJson());
            }
            QCOMPARE(result.head->kind, std::string(whole->root()["kind"].string()));
            QCOMPARE(result.head->apiVersion, std::string(whole->root()["apiVersion"].string()));
            QCOMPARE(result.head->resourceVersion, std::string(metadata["resourceVersion"].string()));
            QCOMPARE(result.head->continueToken, std::string(metadata["continue"].string()));
            QCOMPARE(result.head->remainingItemCount, metadata["remainingItemCount"].integer());
            QCOMPARE(result.head->columnDefinitions,
                     table ? whole->root()["columnDefinitions"].toJson() : std::string());
        }
    }

    void everyTruncationIsNoticed()
    {
        const QByteArray body = kubernetesFixture(QStringLiteral("list/pods-page3-last")).trimmed();
        for (qsizetype length = 0; length < body.size(); length += 1 + length / 100) {
            const Split result = split(body.left(length), 500);
            QVERIFY(!result.head);
            QCOMPARE(result.head.error().kind, ErrorKind::Transport);
        }
    }

    void metadataMayStandAfterTheItems()
    {
        for (const qsizetype chunk : chunkSizes) {
            const Split result = split(" { \"items\" : [ {\"a\":1} , {\"b\":[{\"items\":[1]}]} ] ,\"metadata\":{\"continue\":\"x\",\"resourceVersion\":\"9\",\"remainingItemCount\":3}, \"kind\":\"L\"} ", chunk);
            QVERIFY_RESULT(result.head);
            QCOMPARE(result.items, (std::vector<std::string>{"{\"a\":1}", "{\"b\":[{\"items\":[1]}]}"}));
            QCOMPARE(result.head->resourceVersion, std::string("9"));
            QCOMPARE(result.head->continueToken, std::string("x"));
            QCOMPARE(result.head->remainingItemCount, std::optional<std::int64_t>(3));
            QCOMPARE(result.head->kind, std::string("L"));
        }
    }

    void itemsElsewhereThanAtTheRootAreNotTheItems()
    {
        const Split result = split("{\"metadata\":{\"items\":[{\"no\":1}]},\"x\":[{\"items\":[{\"no\":2}]}],\"items\":[{\"yes\":1}]}", 2);
        QVERIFY_RESULT(result.head);
        QCOMPARE(result.items, std::vector<std::string>{"{\"yes\":1}"});
    }

    void stringsMayHoldBracketsQuotesAndBackslashes()
    {
        const QByteArray item = "{\"a\":\"}]\\\"{[\\\\\",\"b\\\\\\\"\":\"\\\\\\\\\\\"}\",\"c\":\"\\\\\\\\\"}";
        for (const qsizetype chunk : chunkSizes) {
            const Split result = split("{\"items\":[" + item + "," + item + "]}", chunk);
            QVERIFY_RESULT(result.head);
            QCOMPARE(result.items, (std::vector<std::string>{item.toStdString(), item.toStdString()}));
        }
    }

    void nullItemsAreAnEmptyList()
    {
        const Split result = split("{\"items\":null,\"metadata\":{\"resourceVersion\":\"4\"}}", 1);
        QVERIFY_RESULT(result.head);
        QVERIFY(result.items.empty());
        QCOMPARE(result.head->resourceVersion, std::string("4"));
    }

    void aSuccessfulAnswerThatIsNoListIsAnError()
    {
        QVERIFY(errorOf("{\"kind\":\"Status\",\"status\":\"Success\"}").startsWith(QStringLiteral("BadInput")));
        QVERIFY(errorOf("{}").startsWith(QStringLiteral("BadInput")));
    }

    void aFailureInDisguiseIsTheServersError()
    {
        const Split result = split(kubernetesFixture(QStringLiteral("errors/410-continue-expired")), 5);
        QVERIFY(!result.head);
        QCOMPARE(result.head.error().kind, ErrorKind::Gone);
        QVERIFY(!result.head.error().status->continueToken.isEmpty());
    }

    void malformedBodiesAreBadInput_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"[]", "x", "null", "{,}", "{\"a\":1,}", "{\"a\" 1}", "{\"items\":[{}{}]}", "{\"items\":[{},]}",
                                 "{\"items\":[,{}]}", "{\"items\":[1]}", "{\"items\":[null]}", "{\"items\":[]}x",
                                 "{\"items\":[]}{}", "{\"a\":}", "{\"a\":1 2}", "{\"items\":[}]}", "{\"a\":nul,\"items\":[]}",
                                 "<html>"})
            QTest::newRow(body) << QByteArray(body);
    }
    void malformedBodiesAreBadInput()
    {
        QFETCH(QByteArray, body);
        for (const qsizetype chunk : chunkSizes) {
            const Split result = split(body, chunk);
            QVERIFY(!result.head);
            QCOMPARE(result.head.error().kind, ErrorKind::BadInput);
        }
    }

    void limitsHold()
    {
        ListSplitter::Limits limits;
        limits.itemBytes = 10;
        QVERIFY(errorOf("{\"items\":[{\"a\":\"12345678901\"}]}", limits).contains(QStringLiteral("larger than 10")));
        QVERIFY(errorOf("{\"items\":[{\"a\":\"1\"}]}", limits).isEmpty());
        limits = {};
        limits.headBytes = 20;
        QVERIFY(errorOf("{\"metadata\":{\"a\":\"12345678901234567890\"},\"items\":[]}", limits).contains(QStringLiteral("metadata")));
        limits = {};
        limits.depth = 3;
        QVERIFY(errorOf("{\"items\":[{\"a\":[[[1]]]}]}", limits).contains(QStringLiteral("deeply")));
        QVERIFY(errorOf("{\"b\":{\"a\":[[1]]},\"items\":[]}", limits).isEmpty());
        QVERIFY(errorOf("{\"b\":{\"a\":[[[1]]]},\"items\":[]}", limits).contains(QStringLiteral("deeply")));
    }

    void anErrorSticks()
    {
        ListSplitter splitter;
        splitter.feed("[");
        QVERIFY(!splitter.next());
        splitter.feed("{\"items\":[]}");
        QVERIFY(!splitter.next());
        QVERIFY(!splitter.finish());
    }

    void aTablesColumnsAreKnownBeforeItsRowsEnd()
    {
        const QByteArray body = kubernetesFixture(QStringLiteral("list/pods-table-none"));
        ListSplitter splitter(ListSplitter::Form::Table);
        splitter.feed({body.constData(), static_cast<std::size_t>(body.indexOf("},{\"cells\"") + 3)});
        const auto row = splitter.next();
        QVERIFY_RESULT(row);
        QVERIFY(row->has_value());
        const auto head = splitter.headSoFar();
        QVERIFY_RESULT(head);
        QVERIFY(QByteArray::fromStdString(head->columnDefinitions).startsWith("[{\"name\":\"Name\""));
        QCOMPARE(head->kind, std::string("Table"));
        QCOMPARE(head->resourceVersion, std::string("377"));
    }
};

ORRERY_GUILESS_TEST(ListSplitterTest)
} // namespace list_splitter_test
#include "list_splitter_test.moc"
