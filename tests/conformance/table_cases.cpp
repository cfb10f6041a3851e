// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto tableForm = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
constexpr auto listMetadataForm = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json";
constexpr auto metadataForm = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io,application/json";

/// "Name|Ready|…", those shown only when wide in brackets.
QString columnsOf(const QJsonObject &table)
{
    QStringList names;
    for (const QJsonValue &column : table.value("columnDefinitions"_L1).toArray())
        names.append(at(column, u"priority"_s).toInt() > 0 ? u'[' + textAt(column, u"name"_s) + u']' : textAt(column, u"name"_s));
    return names.join(u'|');
}

} // namespace

class TableCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void everyKindHasItsColumns_data();
    void everyKindHasItsColumns();
    void rowsHaveAsManyCellsAsColumns_data() { everyKindHasItsColumns_data(); }
    void rowsHaveAsManyCellsAsColumns();
    void rowsCarryWhatWasAskedFor();
    void oneObjectIsATableOfOneRow();
    void aWatchSendsColumnsOnce();
    void metadataAloneIsAForm();
};

void TableCases::everyKindHasItsColumns_data()
{
    QTest::addColumn<QString>("collection");
    QTest::addColumn<QString>("columns");
    const auto row = [](const char *collection, const char *columns) { QTest::newRow(collection) << QString::fromLatin1(collection) << QString::fromLatin1(columns); };
    row("/api/v1/pods", "Name|Ready|Status|Restarts|Age|[IP]|[Node]|[Nominated Node]|[Readiness Gates]");
    row("/api/v1/nodes", "Name|Status|Roles|Age|Version|[Internal-IP]|[External-IP]|[OS-Image]|[Kernel-Version]|[Container-Runtime]");
    row("/api/v1/namespaces", "Name|Status|Age");
    row("/api/v1/configmaps", "Name|Data|Age");
    row("/api/v1/secrets", "Name|Type|Data|Age");
    row("/api/v1/services", "Name|Type|Cluster-IP|External-IP|Port(s)|Age|[Selector]");
    row("/api/v1/events", "Last Seen|Type|Reason|Object|[Subobject]|[Source]|Message|[First Seen]|[Count]|[Name]");
    row("/apis/apps/v1/deployments", "Name|Ready|Up-to-date|Available|Age|[Containers]|[Images]|[Selector]");
    row("/apis/apps/v1/replicasets", "Name|Desired|Current|Ready|Age|[Containers]|[Images]|[Selector]");
    row("/apis/coordination.k8s.io/v1/leases", "Name|Holder|Age");
}

void TableCases::everyKindHasItsColumns()
{
    QFETCH(QString, collection);
    QFETCH(QString, columns);
    const Answer answer = api().get(collection + u"?limit=1&includeObject=None"_s, tableForm);
    QCOMPARE(answer.code, 200);
    QCOMPARE(answer.contentType, QByteArray("application/json"));
    QCOMPARE(textAt(answer.body, u"kind"_s), u"Table"_s);
    QCOMPARE(textAt(answer.body, u"apiVersion"_s), u"meta.k8s.io/v1"_s);
    QCOMPARE(columnsOf(answer.body), columns);
    for (const QJsonValue &column : at(answer.body, u"columnDefinitions"_s).toArray()) {
        QCOMPARE(column.toObject().keys(), (QStringList{u"description"_s, u"format"_s, u"name"_s, u"priority"_s, u"type"_s}));
        QCOMPARE(textAt(column, u"format"_s) == "name"_L1, textAt(column, u"name"_s) == "Name"_L1);
    }
}

void TableCases::rowsHaveAsManyCellsAsColumns()
{
    QFETCH(QString, collection);
    const Answer answer = api().get(collection + u"?includeObject=None"_s, tableForm);
    const qsizetype columns = at(answer.body, u"columnDefinitions"_s).toArray().size();
    for (const QJsonValue &row : at(answer.body, u"rows"_s).toArray()) {
        QCOMPARE(at(row, u"cells"_s).toArray().size(), columns);
        QVERIFY(at(row, u"object"_s).isNull());
    }
}

void TableCases::rowsCarryWhatWasAskedFor()
{
    const QJsonObject object = api().post(path(u"configmaps"_s), configMap(u"row"_s, {{"a"_L1, "1"_L1}, {"b"_L1, "2"_L1}}, {{"in"_L1, "table"_L1}})).body;
    const QString query = path(u"configmaps"_s) + u"?labelSelector=in%3Dtable"_s;
    const QJsonValue plain = at(api().get(query, tableForm).body, u"rows.0"_s);
    QCOMPARE(at(plain, u"cells.0"_s).toString(), u"row"_s);
    QCOMPARE(at(plain, u"cells.1"_s).toInt(), 2);
    QCOMPARE(textAt(plain, u"object.kind"_s), u"PartialObjectMetadata"_s);
    QCOMPARE(textAt(plain, u"object.metadata.uid"_s), textAt(object, u"metadata.uid"_s));
    QVERIFY(at(plain, u"object.data"_s).isUndefined());
    const QJsonValue whole = at(api().get(query + u"&includeObject=Object"_s, tableForm).body, u"rows.0"_s);
    QCOMPARE(at(whole, u"object.data"_s).toObject().size(), 2);
    QCOMPARE(textAt(whole, u"object.kind"_s), u"ConfigMap"_s);
}

void TableCases::oneObjectIsATableOfOneRow()
{
    QCOMPARE(api().post(path(u"configmaps"_s), configMap(u"single"_s)).code, 201);
    const Answer answer = api().get(path(u"configmaps"_s, u"single"_s), tableForm);
    QCOMPARE(textAt(answer.body, u"kind"_s), u"Table"_s);
    QCOMPARE(at(answer.body, u"rows"_s).toArray().size(), 1);
    QCOMPARE(columnsOf(answer.body), u"Name|Data|Age"_s);
}

void TableCases::aWatchSendsColumnsOnce()
{
    QCOMPARE(api().post(path(u"configmaps"_s), configMap(u"columns"_s, {}, {{"in"_L1, "watch"_L1}})).code, 201);
    Watch watch(api(), path(u"configmaps"_s) + u"?watch=true&labelSelector=in%3Dwatch"_s, tableForm);
    QVERIFY(watch.waitForEvents(1));
    QCOMPARE(api().patch(path(u"configmaps"_s, u"columns"_s), "application/merge-patch+json", R"({"data":{"a":"1"}})").code, 200);
    QVERIFY(watch.waitForEvents(2));
    QCOMPARE(columnsOf(at(watch.events().at(0), u"object"_s).toObject()), u"Name|Data|Age"_s);
    QVERIFY(at(watch.events().at(1), u"object.columnDefinitions"_s).toArray().isEmpty());
    QCOMPARE(textAt(watch.events().at(1), u"object.kind"_s), u"Table"_s);
    QCOMPARE(at(watch.events().at(1), u"object.rows.0.cells.1"_s).toInt(), 1);
}

void TableCases::metadataAloneIsAForm()
{
    QCOMPARE(api().post(path(u"configmaps"_s), configMap(u"partial"_s, {{"a"_L1, "1"_L1}}, {{"in"_L1, "metadata"_L1}})).code, 201);
    const Answer list = api().get(path(u"configmaps"_s) + u"?labelSelector=in%3Dmetadata"_s, listMetadataForm);
    QCOMPARE(textAt(list.body, u"kind"_s), u"PartialObjectMetadataList"_s);
    QCOMPARE(textAt(list.body, u"apiVersion"_s), u"meta.k8s.io/v1"_s);
    QCOMPARE(namesOf(list.body), QStringList{u"partial"_s});
    QVERIFY(at(list.body, u"items.0.data"_s).isUndefined());
    const Answer one = api().get(path(u"configmaps"_s, u"partial"_s), metadataForm);
    QCOMPARE(textAt(one.body, u"kind"_s), u"PartialObjectMetadata"_s);
    QCOMPARE(textAt(one.body, u"metadata.labels.in"_s), u"metadata"_s);
    QVERIFY(at(one.body, u"data"_s).isUndefined());
}

int runTableCases(Server &server, const QStringList &args)
{
    TableCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "table_cases.moc"
