// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/object_json.h"
#include "app/demo/api/strategic_merge.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QJsonDocument>

namespace strategic_merge_test {

using namespace orrery::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class StrategicMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void itMerges_data();
    void itMerges();
    void kindAndVersionComeFirst();
    void theyCanBeLeftOut();
    void valuesAreReachedByPath();
};

void StrategicMergeTest::itMerges_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const char *patch, const char *after) { QTest::newRow(name) << QByteArray(before) << QByteArray(patch) << QByteArray(after); };
    row("members", R"({"a":1,"b":{"c":1}})", R"({"b":{"d":2}})", R"({"a":1,"b":{"c":1,"d":2}})");
    row("null removes", R"({"a":1,"b":2})", R"({"a":null})", R"({"b":2})");
    row("plain lists are replaced", R"({"args":[1,2]})", R"({"args":[3]})", R"({"args":[3]})");
    row("items by key", R"({"containers":[{"name":"a","image":"1"},{"name":"b","image":"1"}]})", R"({"containers":[{"name":"b","image":"2"}]})",
        R"({"containers":[{"name":"a","image":"1"},{"name":"b","image":"2"}]})");
    row("a new item", R"({"containers":[{"name":"a"}]})", R"({"containers":[{"name":"b"}]})", R"({"containers":[{"name":"a"},{"name":"b"}]})");
    row("an item deleted", R"({"containers":[{"name":"a"},{"name":"b"}]})", R"({"containers":[{"$patch":"delete","name":"a"}]})", R"({"containers":[{"name":"b"}]})");
    row("an object replaced", R"({"a":{"b":1,"c":2}})", R"({"a":{"$patch":"replace","d":3}})", R"({"a":{"d":3}})");
    row("a list replaced", R"({"containers":[{"name":"a"},{"name":"b"}]})", R"({"containers":[{"$patch":"replace"},{"name":"c"}]})", R"({"containers":[{"name":"c"}]})");
    row("ports by their number", R"({"ports":[{"containerPort":80},{"containerPort":81}]})", R"({"ports":[{"containerPort":81,"name":"x"}]})",
        R"({"ports":[{"containerPort":80},{"containerPort":81,"name":"x"}]})");
}

void StrategicMergeTest::itMerges()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, after);
    QCOMPARE(strategicMerge(json(before), json(patch)), json(after));
}

void StrategicMergeTest::kindAndVersionComeFirst()
{
    QCOMPARE(toJson(json(R"({"a":{"metadata":1},"apiVersion":"v1","kind":"K","metadata":{"name":"n"}})")),
             std::string(R"({"kind":"K","apiVersion":"v1","metadata":{"name":"n"},"a":{"metadata":1}})"));
    QCOMPARE(toJson({}), std::string("{}"));
    QCOMPARE(toJson(json(R"({"kind":"K"})")), std::string(R"({"kind":"K"})"));
}

void StrategicMergeTest::theyCanBeLeftOut()
{
    QCOMPARE(withoutKind(R"({"kind":"K","apiVersion":"v1","metadata":{"name":"n"}})"), std::string(R"({"metadata":{"name":"n"}})"));
    QCOMPARE(withoutKind(R"({"metadata":{},"kind":"K"})"), std::string(R"({"metadata":{},"kind":"K"})"));
    QCOMPARE(withoutKind(R"({"kind":"K"})"), std::string("{}"));
}

void StrategicMergeTest::valuesAreReachedByPath()
{
    const QJsonObject object = json(R"({"spec":{"replicas":3}})");
    QCOMPARE(valueAt(object, ".spec.replicas").toInt(), 3);
    QVERIFY(valueAt(object, ".status.replicas").isUndefined());
    QCOMPARE(withValueAt(object, ".spec.scale.size", 5), json(R"({"spec":{"replicas":3,"scale":{"size":5}}})"));
}

ORRERY_GUILESS_TEST(StrategicMergeTest)
} // namespace strategic_merge_test
#include "strategic_merge_test.moc"
