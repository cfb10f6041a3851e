// SPDX-License-Identifier: Apache-2.0
#include "core/informers/lister_watcher_shared.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/informers/lister_watcher_fixture.h"

namespace table_lister_watcher_test {

using namespace kube;
using kube::test::fixture;

namespace {

struct Fixture : test::ListerWatcherFixture {
    Fixture(const char *resource, const char *kind)
        : ListerWatcherFixture({{"", "v1", resource}, kind, "shop", {}, {}, DynamicListerWatcher::Form::Table})
    {
    }
};

} // namespace

/// DynamicListerWatcher with Form::Table.
class TableListerWatcherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void rowsBecomeObjectsWithCells_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {1, 1000, 1000000})
            QTest::newRow(QByteArray::number(bytes).constData()) << bytes;
    }
    void rowsBecomeObjectsWithCells()
    {
        QFETCH(int, bytes);
        Fixture f("pods", "Pod");
        const auto operation = f.source.list({}, f.listed);
        f.answerInPieces(fixture("kubernetes-1.36/list/pods-table-metadata.json"), bytes);
        QCOMPARE(f.server->last().line(), QByteArray("GET /api/v1/namespaces/shop/pods?includeObject=Metadata"));
        QCOMPARE(f.server->last().header("Accept"), QByteArray("application/json;as=Table;v=v1;g=meta.k8s.io,application/json"));
        QVERIFY_RESULT(*f.listed.result);
        QCOMPARE((*f.listed.result)->resourceVersion, std::string("377"));
        QCOMPARE(f.listed.objects.size(), std::size_t(7));
        const Object &crasher = *f.listed.objects.front();
        QCOMPARE(crasher.gvk(), (GroupVersionKind{"", "v1", "Pod"}));
        QCOMPARE(crasher.key(), (ObjectKey{"shop", "crasher"}));
        QVERIFY(!crasher.uid().empty());
        crasher.read([](JsonValue root) {
            QCOMPARE(root["cells"].size(), std::size_t(9));
            QCOMPARE(std::string(root["cells"].at(2).string()), std::string("CrashLoopBackOff"));
        });
        QCOMPARE(f.columns.size(), std::size_t(1));
        QCOMPARE(f.columns.front().size(), std::size_t(9));
        QCOMPARE(f.columns.front().at(2).name, std::string("Status"));
    }

    void columnsAreToldBeforeTheFirstRow()
    {
        Fixture f("pods", "Pod");
        std::size_t toldAtFirstItem = 0;
        f.listed.onItem = [&] {
            if (f.listed.objects.size() == 1)
                toldAtFirstItem = f.columns.size();
        };
        const auto operation = f.source.list({}, f.listed);
        f.answerInPieces(fixture("kubernetes-1.36/list/pods-table-metadata.json"), 500);
        QCOMPARE(toldAtFirstItem, std::size_t(1));
    }

    void anEmptyTableTellsItsColumnsToo()
    {
        Fixture f("pods", "Pod");
        const auto operation = f.source.list({}, f.listed);
        f.answerInPieces(R"({"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"4"},"columnDefinitions":[{"name":"Name","type":"string","format":"name","priority":0}],"rows":[]})", 10);
        QVERIFY_RESULT(*f.listed.result);
        QCOMPARE(f.columns.size(), std::size_t(1));
        QCOMPARE(f.columns.front().size(), std::size_t(1));
    }

    void aWatchSkipsTheZeroRowsOfBookmarks()
    {
        Fixture f("configmaps", "ConfigMap");
        const auto operation = f.source.watch({.resourceVersion = "576"}, f.watched);
        f.answerInPieces(fixture("kubernetes-1.36/watch/table.ndjson"), 100);
        QCOMPARE(f.watched.types(), QByteArray("AMDBB"));
        QCOMPARE(f.watched.events.at(1).object->resourceVersion(), std::string_view("578"));
        QCOMPARE(f.watched.events.at(2).object->key(), (ObjectKey{"shop", "one"}));
        QCOMPARE(f.watched.events.at(3).resourceVersion, std::string("580"));
        QVERIFY(!f.watched.events.at(3).object);
        QCOMPARE(f.columns.size(), std::size_t(1));
        QCOMPARE(f.source.traffic().skipped, std::uint64_t(0));
    }

    void theEndOfInitialEventsIsFoundInItsRow()
    {
        Fixture f("pods", "Pod");
        const auto operation = f.source.watch({.allowWatchBookmarks = true, .sendInitialEvents = true}, f.watched);
        f.answerInPieces(fixture("kubernetes-1.36/watch/initial-events-table.ndjson"), 1000);
        QCOMPARE(f.watched.types(), QByteArray("AAAAAAAb"));
        QCOMPARE(f.watched.events.back().resourceVersion, std::string("575"));
    }

    void columnsAreToldAgainOnlyWhenTheyChange()
    {
        Fixture f("pods", "Pod");
        const auto list = f.source.list({}, f.listed);
        f.answerInPieces(fixture("kubernetes-1.36/list/pods-table-metadata.json"), 1000000);
        const auto watch = f.source.watch({}, f.watched);
        f.answerInPieces(fixture("kubernetes-1.36/watch/initial-events-table.ndjson"), 1000000);
        QCOMPARE(f.columns.size(), std::size_t(1));
    }

    void anErrorEventIsNoTable()
    {
        Fixture f("pods", "Pod");
        const auto operation = f.source.watch({}, f.watched);
        f.answerInPieces(fixture("kubernetes-1.36/watch/expired-410.ndjson"), 1000000);
        QCOMPARE(f.watched.types(), QByteArray("E"));
    }

    void aServerWithoutTablesGivesItsObjects_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {1, 1000000})
            QTest::newRow(QByteArray::number(bytes).constData()) << bytes;
    }
    void aServerWithoutTablesGivesItsObjects()
    {
        QFETCH(int, bytes);
        Fixture f("pods", "Pod");
        const auto list = f.source.list({}, f.listed);
        f.answerInPieces(fixture("kubernetes-1.36/list/pods-page1.json"), bytes);
        QVERIFY_RESULT(*f.listed.result);
        QCOMPARE(f.listed.objects.size(), std::size_t(3));
        QCOMPARE(f.columns.size(), std::size_t(1));
        QVERIFY(f.columns.front().empty());
        const auto watch = f.source.watch({}, f.watched);
        f.answerInPieces(R"({"type":"ADDED","object":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","namespace":"shop"}}})", bytes);
        QCOMPARE(f.watched.types(), QByteArray("A"));
    }

    void theFormOfAnAnswerIsReadFromItsBeginning()
    {
        QVERIFY(!answerForm(R"({"kind":"PodList","apiVersion":"v1","metadata":{)"));
        QVERIFY(answerForm(R"({"kind":"PodList","apiVersion":"v1","metadata":{},"items":[{"a":"rows"}]})") == AnswerForm::Objects);
        QVERIFY(answerForm(R"({"apiVersion":"v1","columnDefinitions":[{"name":"items"}])") == AnswerForm::Table);
        QVERIFY(answerForm(std::string(100000, ' ')) == AnswerForm::Objects);
    }
};

ORRERY_GUILESS_TEST(TableListerWatcherTest)
} // namespace table_lister_watcher_test
#include "table_lister_watcher_test.moc"
