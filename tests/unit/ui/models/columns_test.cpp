// SPDX-License-Identifier: Apache-2.0
// Our columns against the server's own Table of the same objects, recorded from Kubernetes 1.36.
#include "core/object/object_meta.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/ui/models/test_rows.h"
#include "ui/models/columns/crd_columns.h"
#include "ui/models/columns/table_columns.h"

#include <QFile>
#include <QRegularExpression>

namespace columns_test {

using namespace orrery;
using namespace orrery::test;

namespace {

QByteArray readFixture(const QString &name)
{
    QFile file(QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/kubernetes-1.36/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

kube::Result<kube::JsonDocument> fixture(const QString &name)
{
    const QByteArray bytes = readFixture(name + QStringLiteral(".json"));
    return kube::JsonDocument::parse({bytes.constData(), std::size_t(bytes.size())});
}

/// When the server made the reply.
kube::WallTime dateOf(const QString &name)
{
    static const QRegularExpression date(QStringLiteral("Date: (.*) GMT"));
    const QString text = date.match(QString::fromLatin1(readFixture(name + QStringLiteral(".http")))).captured(1);
    const QDateTime time = QLocale::c().toDateTime(text.trimmed(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    return kube::WallTime(std::chrono::seconds(QDateTime(time.date(), time.time(), Qt::UTC).toSecsSinceEpoch()));
}

kube::ResourceInfo infoOf(const QString &name, bool namespaced)
{
    const QStringList parts = name.split(u'/');
    return resourceInfo(parts[0] == QLatin1String("core") ? "" : parts[0].toStdString(), "v1", parts[1].toStdString(), namespaced);
}

QStringList titlesOf(const ColumnSet &set)
{
    QStringList titles;
    for (const Column &column : set.columns)
        titles.append(column.title);
    return titles;
}

/// The cells of every object of the lists, by name; without NAMESPACE.
std::map<QString, QStringList> cellsByName(const ColumnSet &set, const QStringList &lists, kube::WallTime now)
{
    std::map<QString, QStringList> result;
    for (const QString &list : lists) {
        const auto document = fixture(list);
        if (!document)
            continue;
        document->root()["items"].forEachItem([&](kube::JsonValue item) {
            QStringList cells = cellsOf(set, item, now);
            if (set.namespaced)
                cells.removeFirst();
            result[QString::fromStdString(std::string(item["metadata"]["name"].string()))] = cells;
        });
    }
    return result;
}

/// "45s" and "44s" are one: an age may be rounded on either side of a second.
QString withoutSeconds(QString cell)
{
    static const QRegularExpression seconds(QStringLiteral("^(\\d+)s$"));
    const auto match = seconds.match(cell);
    return match.hasMatch() ? QStringLiteral("~%1").arg((match.captured(1).toInt() + 1) / 3) : cell;
}

} // namespace

class ColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void cellsAreTheServers_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("namespaced");
        QTest::addColumn<QStringList>("lists");
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("rows");
        const auto row = [](const char *kind, bool namespaced, const QStringList &lists, const char *table, int rows) {
            QTest::newRow(qPrintable(QStringLiteral("%1 of %2").arg(QLatin1String(kind), lists.last())))
                << QString::fromLatin1(kind) << namespaced << lists << QString::fromLatin1(table) << rows;
        };
        row("core/pods", true, strings({"list/pods-page1", "list/pods-page2", "list/pods-page3-last"}), "list/pods-table-none", 7);
        row("apps/deployments", true, strings({"list/deployments"}), "list/deployments-table", 1);
        row("core/nodes", false, strings({"list/nodes"}), "list/nodes-table-none", 1);
        row("core/events", true, strings({"events/core-v1"}), "events/table-none", 8);
        row("events.k8s.io/events", true, strings({"events/events-v1"}), "events/table-none", 8);
    }
    void cellsAreTheServers()
    {
        QFETCH(QString, kind);
        QFETCH(bool, namespaced);
        QFETCH(QStringList, lists);
        QFETCH(QString, table);
        QFETCH(int, rows);
        const auto set = columnsFor(infoOf(kind, namespaced));
        QVERIFY(set->known);
        const auto document = fixture(table);
        QVERIFY_RESULT(document);

        QStringList titles = titlesOf(*set);
        if (namespaced)
            QCOMPARE(titles.takeFirst(), QStringLiteral("NAMESPACE"));
        int nameColumn = 0;
        std::size_t index = 0;
        QStringList expectedTitles;
        document->root()["columnDefinitions"].forEachItem([&](kube::JsonValue column) {
            expectedTitles.append(QString::fromStdString(std::string(column["name"].string())).toUpper());
            const std::size_t ours = index + (namespaced ? 1 : 0);
            // How often an event came is worth its place on our page; kubectl shows it with -o wide alone.
            if (column["name"].string() != "Count")
                QCOMPARE(set->columns.at(ours).priority, int(column["priority"].integer(0)));
            if (column["format"].string() == "name")
                nameColumn = int(index);
            ++index;
        });
        QCOMPARE(titles, expectedTitles);

        const auto ours = cellsByName(*set, lists, dateOf(table));
        int compared = 0;
        document->root()["rows"].forEachItem([&](kube::JsonValue row) {
            QStringList expected;
            row["cells"].forEachItem([&](kube::JsonValue cell) { expected.append(withoutSeconds(QString::fromStdString(cell.toText()))); });
            const auto found = ours.find(QString::fromStdString(row["cells"].at(std::size_t(nameColumn)).toText()));
            if (found == ours.end())
                return;
            QStringList cells;
            for (const QString &cell : found->second)
                cells.append(withoutSeconds(cell));
            QCOMPARE(cells, expected);
            ++compared;
        });
        QCOMPARE(compared, rows);
    }

    void aCustomResourcesCellsAreTheServers()
    {
        const auto definition = fixture(QStringLiteral("crd/crd"));
        QVERIFY_RESULT(definition);
        std::vector<kube::PrinterColumn> printers;
        definition->root()["spec"]["versions"].at(0)["additionalPrinterColumns"].forEachItem([&](kube::JsonValue column) {
            printers.push_back({std::string(column["name"].string()), std::string(column["type"].string()), {}, {},
                                std::string(column["jsonPath"].string()), int(column["priority"].integer(0))});
        });
        const auto set = crdColumns(printers, true);
        QCOMPARE(titlesOf(*set), strings({"NAMESPACE", "NAME", "COLOR", "DESIRED", "READY", "SIZE", "AGE"}));
        const auto ours = cellsByName(*set, strings({"crd/gadgets"}), dateOf(QStringLiteral("crd/gadgets-table")));
        const auto table = fixture(QStringLiteral("crd/gadgets-table"));
        QVERIFY_RESULT(table);
        int compared = 0;
        table->root()["rows"].forEachItem([&](kube::JsonValue row) {
            QStringList expected;
            row["cells"].forEachItem([&](kube::JsonValue cell) { expected.append(withoutSeconds(QString::fromStdString(cell.toText()))); });
            QStringList cells;
            for (const QString &cell : ours.at(expected.first()))
                cells.append(withoutSeconds(cell));
            QCOMPARE(cells, expected);
            ++compared;
        });
        QCOMPARE(compared, 3);
    }

    void aCustomResourcesCellIsTheServers_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("cell");
        const auto row = [](const char *type, const char *path, const char *cell) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(type), QLatin1String(path)))) << QString::fromLatin1(type) << QString::fromLatin1(path) << QString::fromLatin1(cell);
        };
        row("string", ".missing", "");
        row("string", ".none", "<no value>");
        row("integer", ".none", "");
        row("string", ".list[*]", "1.5");
        row("string", ".list", "[1.5,2,10000000]");
        row("string", ".list[2]", "10000000");
        row("string", ".big", "1.0000005e+06");
        row("number", ".big", "1000000.5");
        row("string", ".huge", "1e+23");
        row("string", ".small", "1e-05");
        row("integer", ".negative", "-1");
        row("integer", ".digits", "");
        row("boolean", ".digits", "");
        row("date", ".missing", "");
        row("date", ".none", "");
        row("date", ".list", "");
        row("date", ".empty", "<unknown>");
        row("date", ".digits", "<invalid>");
        row("date", ".time", "3h");
    }
    void aCustomResourcesCellIsTheServers()
    {
        QFETCH(QString, type);
        QFETCH(QString, path);
        const auto set = crdColumns({{"Cell", type.toStdString(), {}, {}, path.toStdString(), 0}}, false);
        const auto document = kube::JsonDocument::parse(
            R"({"none":null,"list":[1.5,2,10000000],"big":1000000.5,"huge":1e+23,"small":0.00001,"negative":-1.9,"digits":"42","empty":"","time":"2026-01-01T09:00:00Z"})");
        QVERIFY_RESULT(document);
        const QStringList cells = cellsOf(*set, document->root(), *kube::parseTime("2026-01-01T12:00:00Z"));
        QTEST(cells.value(1), "cell");
    }

    void conditionsStandBeforeAnAge()
    {
        const auto titles = [](const std::vector<kube::PrinterColumn> &columns) { return titlesOf(*crdColumns(columns, false, ConditionColumn::Shown)); };
        const kube::PrinterColumn age{"Age", "date", {}, {}, ".metadata.creationTimestamp", 0};
        QCOMPARE(titles({}), strings({"NAME", "CONDITIONS", "AGE"}));
        QCOMPARE(titles({{"Size", "string", {}, {}, ".spec.size", 0}, age}), strings({"NAME", "SIZE", "CONDITIONS", "AGE"}));
        QCOMPARE(titles({age, {"Size", "string", {}, {}, ".spec.size", 0}}), strings({"NAME", "AGE", "SIZE", "CONDITIONS"}));
        QCOMPARE(titles({{"Conditions", "string", {}, {}, ".status.phase", 0}}), strings({"NAME", "CONDITIONS"}));
        const auto said = crdColumns({{"Ready", "string", {}, {}, ".status.conditions[?(@.type==\"Ready\")].status", 0}}, false, ConditionColumn::Shown);
        QCOMPARE(said->columns.back().priority, 1); // a printer column shows one already
    }

    void aTableOfTheServerIsShownAsItIs()
    {
        const auto table = fixture(QStringLiteral("list/pods-table-metadata"));
        QVERIFY_RESULT(table);
        std::vector<kube::TableColumn> columns;
        table->root()["columnDefinitions"].forEachItem([&](kube::JsonValue column) {
            columns.push_back({std::string(column["name"].string()), std::string(column["type"].string()), std::string(column["format"].string()),
                               int(column["priority"].integer(0))});
        });
        const auto set = tableColumns(columns, true);
        QCOMPARE(titlesOf(*set).mid(0, 6), strings({"NAMESPACE", "NAME", "READY", "STATUS", "RESTARTS", "AGE"}));
        QCOMPARE(set->columns[5].type, CellType::Age);
        table->root()["rows"].forEachItem([&](kube::JsonValue row) {
            const std::string json = R"({"metadata":)" + row["object"]["metadata"].toJson() + R"(,"cells":)" + row["cells"].toJson() + "}";
            const auto object = kube::JsonDocument::parse(json);
            QVERIFY_RESULT(object);
            const QStringList cells = cellsOf(*set, object->root(), dateOf(QStringLiteral("list/pods-table-metadata")));
            QCOMPARE(cells[0], QStringLiteral("shop"));
            for (std::size_t i = 0; i < row["cells"].size(); ++i)
                QCOMPARE(withoutSeconds(cells[int(i) + 1]), withoutSeconds(QString::fromStdString(row["cells"].at(i).toText())));
        });
    }

    void aSecretsValuesNeverGetIntoARow()
    {
        const auto document = fixture(QStringLiteral("list/secrets"));
        QVERIFY_RESULT(document);
        const auto set = columnsFor(resourceInfo("", "v1", "secrets"));
        int checked = 0;
        document->root()["items"].forEachItem([&](kube::JsonValue item) {
            const QString row = cellsOf(*set, item, {}).join(u' ');
            item["data"].forEachMember([&](std::string_view, kube::JsonValue value) {
                const QString secret = QString::fromStdString(std::string(value.string()));
                QVERIFY(!row.contains(secret));
                QVERIFY(!row.contains(QString::fromUtf8(QByteArray::fromBase64(secret.toLatin1()))));
                ++checked;
            });
        });
        QVERIFY(checked > 0);
    }

    void everyListWeHaveFillsAllItsColumns_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("list");
        for (const auto &[kind, list] : std::initializer_list<std::pair<const char *, const char *>>{
                 {"batch/jobs", "list/jobs"}, {"core/services", "list/services"}, {"core/configmaps", "list/configmaps"},
                 {"core/namespaces", "list/namespaces"}, {"apps/replicasets", "list/replicasets"}})
            QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(list);
    }
    void everyListWeHaveFillsAllItsColumns()
    {
        QFETCH(QString, kind);
        QFETCH(QString, list);
        const auto set = columnsFor(infoOf(kind, kind != QLatin1String("core/namespaces")));
        const auto rows = cellsByName(*set, {list}, dateOf(list));
        QVERIFY(!rows.empty());
        for (const auto &[name, cells] : rows) {
            QVERIFY(cells.contains(name));
            QVERIFY2(!cells.contains(QString()), qPrintable(cells.join(u'|')));
        }
    }

    void aKindWeDoNotKnowHasNameAndAgeAndSaysSo()
    {
        const auto set = columnsFor(resourceInfo("example.com", "v1", "things"));
        QVERIFY(!set->known);
        QCOMPARE(titlesOf(*set), strings({"NAMESPACE", "NAME", "AGE"}));
        QVERIFY(!columnsFor(resourceInfo("example.com", "v1", "pods"))->known);
        QVERIFY(columnsFor(resourceInfo("extensions", "v1beta1", "deployments"))->known);
    }
};

ORRERY_GUILESS_TEST(ColumnsTest)
} // namespace columns_test
#include "columns_test.moc"
