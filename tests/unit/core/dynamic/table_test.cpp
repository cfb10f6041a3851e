// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/table.h"
#include "core/object/json.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace table_test {

using namespace kube;
using kube::test::fixture;

namespace {

Result<Table> table(const char *name)
{
    return Table::decode(fixture(name).toStdString());
}

} // namespace

class TableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void columnsAndCellsAreRead()
    {
        const auto pods = table("kubernetes-1.36/list/pods-table-metadata.json");
        QVERIFY_RESULT(pods);
        QCOMPARE(pods->resourceVersion, std::string("377"));
        QCOMPARE(pods->columns.at(0).name, std::string("Name"));
        QCOMPARE(pods->columns.at(0).format, std::string("name"));
        QCOMPARE(pods->columns.at(5).name, std::string("IP"));
        QCOMPARE(pods->columns.at(5).priority, 1);
        QCOMPARE(pods->rows.size(), std::size_t(7));
        const TableRow &crasher = pods->rows.front();
        QCOMPARE(crasher.cells.at(0), std::string("crasher"));
        QCOMPARE(crasher.cells.at(2), std::string("CrashLoopBackOff"));
        QCOMPARE(crasher.cells.size(), pods->columns.size());
        QCOMPARE(crasher.object->key(), (ObjectKey{"shop", "crasher"}));
    }

    void numbersBecomeText()
    {
        const auto deployments = table("kubernetes-1.36/list/deployments-table.json");
        QVERIFY_RESULT(deployments);
        const auto column = [&](const char *name) {
            for (std::size_t i = 0; i < deployments->columns.size(); ++i) {
                if (deployments->columns[i].name == name)
                    return i;
            }
            return std::size_t(0);
        };
        QCOMPARE(deployments->rows.front().cells.at(column("Up-to-date")).find_first_not_of("0123456789"), std::string::npos);
    }

    void rowsMayComeWithoutObjects()
    {
        const auto pods = table("kubernetes-1.36/list/pods-table-none.json");
        QVERIFY_RESULT(pods);
        QVERIFY(!pods->rows.empty());
        QVERIFY(!pods->rows.front().object);
    }

    void whatIsNoTableIsRefused()
    {
        QCOMPARE(table("kubernetes-1.36/list/pods-page1.json").error().kind, ErrorKind::BadInput);
        QCOMPARE(Table::decode("[").error().kind, ErrorKind::BadInput);
    }

    void aRowBecomesADocumentOfItsKind()
    {
        const auto row = JsonDocument::parse(R"({"cells":["a",1],"conditions":[{"type":"Completed","status":"True"}],
            "object":{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{"name":"a","namespace":"n"}}})");
        QVERIFY_RESULT(row);
        QCOMPARE(QByteArray::fromStdString(tableRowDocument(row->root(), {"batch", "v1", "Job"}).value_or("")),
                 QByteArray(R"({"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"a","namespace":"n"},)"
                            R"("cells":["a",1],"conditions":[{"type":"Completed","status":"True"}]})"));
    }

    void aRowWithoutCellsIsStillAnObject()
    {
        for (const char *text : {R"({"object":{"metadata":{"name":"a"}}})", R"({"cells":null,"object":{"metadata":{"name":"a"}}})"}) {
            const auto row = JsonDocument::parse(text);
            QVERIFY_RESULT(row);
            QCOMPARE(QByteArray::fromStdString(tableRowDocument(row->root(), {"", "v1", "Pod"}).value_or("")),
                     QByteArray(R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}})"));
        }
    }

    void theZeroRowOfABookmarkIsNoDocument()
    {
        const auto row = JsonDocument::parse(R"({"cells":["",0],"object":{"metadata":{"resourceVersion":"5"}}})");
        QVERIFY_RESULT(row);
        QVERIFY(!tableRowDocument(row->root(), {"", "v1", "Pod"}));
        const auto none = JsonDocument::parse(R"({"cells":["",0],"object":null})");
        QVERIFY(!tableRowDocument(none->root(), {"", "v1", "Pod"}));
    }
};

ORRERY_GUILESS_TEST(TableTest)
} // namespace table_test
#include "table_test.moc"
