// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/models/columns/json_path.h"

namespace json_path_test {

using namespace orrery;

class JsonPathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void pathsSelect_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *path, const char *found) { QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(found); };
        row(".spec.replicas", "3");
        row("spec.replicas", "3");
        row("{.spec.replicas}", "3");
        row("$.spec.replicas", "3");
        row(".spec.nothing.at.all", "");
        row(".spec.none", "null");
        row(".metadata.annotations.example\\.com/a", "\"yes\"");
        row(".metadata.annotations['example.com/a']", "\"yes\"");
        row(".metadata['name','uid']", "\"n\" \"u\"");
        row(".spec.list[0]", "1");
        row(".spec.list[-1]", "4");
        row(".spec.list[9]", "");
        row(".spec.list[-9]", "");
        row(".spec.list[1:3]", "2 3");
        row(".spec.list[:2]", "1 2");
        row(".spec.list[-2:]", "3 4");
        row(".spec.list[0:4:2]", "1 3");
        row(".spec.list[0,2]", "1 3");
        row(".spec.list[*]", "1 2 3 4");
        row(".status.conditions[*].type", "\"Ready\" \"Synced\"");
        row(".status.conditions[?(@.type==\"Ready\")].status", "\"True\"");
        row(".status.conditions[?(@.type=='Synced')].status", "\"False\"");
        row(".status.conditions[?(@.type == \"Ready\")].status", "\"True\"");
        row(".status.conditions[?( @.type!=\"Ready\" )].type", "\"Synced\"");
        row(".status.conditions[?(@.weight>5)].type", "\"Synced\"");
        row(".status.conditions[?(@.weight<=5)].type", "\"Ready\"");
        row(".status.conditions[?(@.weight)].type", "\"Ready\" \"Synced\"");
        row(".status.conditions[?(@.flag==true)].type", "\"Synced\"");
        row(".status.conditions[?(@.nothing==\"x\")].type", "");
        row(".status..type", "\"Ready\" \"Synced\"");
        row("..flag", "true");
        row(".spec.map.*", "\"b\" \"d\"");
        row(".spec", R"({"replicas":3,"none":null,"list":[1,2,3,4],"map":{"a":"b","c":"d"}})");
    }
    void pathsSelect()
    {
        QFETCH(QString, path);
        QFETCH(QString, found);
        const auto document = kube::JsonDocument::parse(
            R"({"metadata":{"name":"n","uid":"u","annotations":{"example.com/a":"yes"}},)"
            R"("spec":{"replicas":3,"none":null,"list":[1,2,3,4],"map":{"a":"b","c":"d"}},)"
            R"("status":{"conditions":[{"type":"Ready","status":"True","weight":5},{"type":"Synced","status":"False","weight":6,"flag":true}]}})");
        QVERIFY_RESULT(document);
        const auto parsed = JsonPath::parse(path.toStdString());
        QVERIFY_RESULT(parsed);
        QStringList texts;
        for (const kube::JsonValue &value : parsed->select(document->root()))
            texts.append(QString::fromStdString(value.toJson()));
        QCOMPARE(texts.join(u' '), found);
    }

    void whatIsNoPathIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {".spec[", ".spec[0", ".spec['a", ".spec[?(@.a==)]", ".spec[?(@.a", ".a b", "{.a", ".a[x]", ".a[1:2:0]", ".a..", ".[]"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void whatIsNoPathIsRefusedWithItsPlace()
    {
        QFETCH(QString, path);
        const auto parsed = JsonPath::parse(path.toStdString());
        QVERIFY(!parsed);
        QVERIFY(parsed.error().message.contains(QStringLiteral("position")));
    }
};

ORRERY_GUILESS_TEST(JsonPathTest)
} // namespace json_path_test
#include "json_path_test.moc"
