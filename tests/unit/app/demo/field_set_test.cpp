// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/apply.h"
#include "app/demo/api/field_set.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace field_set_test {

using namespace orrery::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

const ResourceType type{"", "v1", "configmaps", "configmap", "ConfigMap"};

QJsonObject map(const char *data)
{
    return {{"kind"_L1, "ConfigMap"_L1}, {"apiVersion"_L1, "v1"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, "m"_L1}}}, {"data"_L1, json(data)}};
}

QJsonObject applied(const QJsonObject &live, const char *data, const char *manager, bool force = false)
{
    const auto result = serverSideApply(type, live, map(data), QLatin1String(manager), force, u"m"_s);
    return result ? *result : QJsonObject{{"refused"_L1, result.error().toJson()}};
}

QJsonObject dataOf(const QJsonObject &object)
{
    return object.value("data"_L1).toObject();
}

} // namespace

class FieldSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void leavesAreNamed();
    void setsAreCombined();
    void changedFieldsAreThoseThatDiffer();
    void fieldsAreTakenAway();
    void pathsAreWrittenAsTheServerDoes();
    void whoAppliesOwns();
    void aContestedFieldIsAConflict();
    void theSameValueIsShared();
    void forceTakesOwnership();
    void whatIsNoLongerAppliedGoes();
    void sayingItAgainChangesNothing();
    void anUpdateTakesFieldsFromTheirOwners();
};

void FieldSetTest::leavesAreNamed()
{
    QCOMPARE(fieldsOf(json(R"({"spec":{"replicas":1,"containers":[{"name":"a","image":"i"}],"args":["x"]}})")),
             json(R"({"f:spec":{"f:replicas":{},"f:containers":{"k:{\"name\":\"a\"}":{"f:name":{},"f:image":{}}},"f:args":{}}})"));
}

void FieldSetTest::setsAreCombined()
{
    const QJsonObject left = json(R"({"f:a":{"f:b":{},"f:c":{}},"f:d":{}})");
    const QJsonObject right = json(R"({"f:a":{"f:c":{},"f:e":{}}})");
    QCOMPARE(fieldUnion(left, right), json(R"({"f:a":{"f:b":{},"f:c":{},"f:e":{}},"f:d":{}})"));
    QCOMPARE(fieldDifference(left, right), json(R"({"f:a":{"f:b":{}},"f:d":{}})"));
    QCOMPARE(fieldIntersection(left, right), json(R"({"f:a":{"f:c":{}}})"));
    QCOMPARE(fieldDifference(left, left), QJsonObject());
}

void FieldSetTest::changedFieldsAreThoseThatDiffer()
{
    QCOMPARE(changedFields(json(R"({"a":1,"b":{"c":1},"d":1})"), json(R"({"a":1,"b":{"c":2},"e":1})")), json(R"({"f:b":{"f:c":{}},"f:e":{}})"));
    QCOMPARE(changedFields(json(R"({"data":{"a":"1","b":"2"}})"), json(R"({"data":{"a":"1"}})")), QJsonObject());
    QCOMPARE(changedFields(json(R"({"containers":[{"name":"a","image":"1"},{"name":"b","image":"1"}]})"), json(R"({"containers":[{"name":"b","image":"2"},{"name":"a","image":"1"}]})")),
             json(R"({"f:containers":{"k:{\"name\":\"b\"}":{"f:image":{}}}})"));
}

void FieldSetTest::fieldsAreTakenAway()
{
    QCOMPARE(withoutFields(json(R"({"a":{"b":1,"c":2},"d":3})"), json(R"({"f:a":{"f:b":{}},"f:x":{}})")).toObject(), json(R"({"a":{"c":2},"d":3})"));
    QCOMPARE(withoutFields(json(R"({"a":{"b":1}})"), json(R"({"f:a":{"f:b":{}}})")).toObject(), QJsonObject());
}

void FieldSetTest::pathsAreWrittenAsTheServerDoes()
{
    QCOMPARE(fieldPaths(json(R"({"f:spec":{"f:containers":{"k:{\"name\":\"a\"}":{"f:image":{}}},"f:replicas":{}}})")),
             (QStringList{u".spec.containers[name=\"a\"].image"_s, u".spec.replicas"_s}));
}

void FieldSetTest::whoAppliesOwns()
{
    const QJsonObject made = applied({}, R"({"a":"1"})", "alice");
    const QJsonArray managers = made.value("metadata"_L1).toObject().value("managedFields"_L1).toArray();
    QCOMPARE(managers.size(), 1);
    QCOMPARE(managers.at(0).toObject().value("manager"_L1).toString(), u"alice"_s);
    QCOMPARE(managers.at(0).toObject().value("operation"_L1).toString(), u"Apply"_s);
    QCOMPARE(managers.at(0).toObject().value("fieldsV1"_L1).toObject(), json(R"({"f:data":{"f:a":{}}})"));
}

void FieldSetTest::aContestedFieldIsAConflict()
{
    const QJsonObject refused = applied(applied({}, R"({"a":"1","b":"1"})", "alice"), R"({"a":"2"})", "bob").value("refused"_L1).toObject();
    QCOMPARE(refused.value("code"_L1).toInt(), 409);
    QCOMPARE(refused.value("message"_L1).toString(), u"Apply failed with 1 conflict: conflict with \"alice\": .data.a"_s);
    QCOMPARE(refused.value("details"_L1).toObject().value("causes"_L1).toArray().size(), 1);
}

void FieldSetTest::theSameValueIsShared()
{
    const QJsonObject shared = applied(applied({}, R"({"a":"1"})", "alice"), R"({"a":"1"})", "bob");
    QCOMPARE(shared.value("metadata"_L1).toObject().value("managedFields"_L1).toArray().size(), 2);
    // What two own stays when one lets go.
    QCOMPARE(dataOf(applied(shared, "{}", "alice")), json(R"({"a":"1"})"));
}

void FieldSetTest::forceTakesOwnership()
{
    const QJsonObject forced = applied(applied({}, R"({"a":"1","b":"1"})", "alice"), R"({"a":"2"})", "bob", true);
    QCOMPARE(dataOf(forced), json(R"({"a":"2","b":"1"})"));
    QCOMPARE(dataOf(applied(forced, R"({"b":"1"})", "alice")), json(R"({"a":"2","b":"1"})"));
}

void FieldSetTest::whatIsNoLongerAppliedGoes()
{
    QCOMPARE(dataOf(applied(applied({}, R"({"a":"1","b":"1"})", "alice"), R"({"b":"1"})", "alice")), json(R"({"b":"1"})"));
}

void FieldSetTest::sayingItAgainChangesNothing()
{
    const QJsonObject once = applied({}, R"({"a":"1"})", "alice");
    QCOMPARE(applied(once, R"({"a":"1"})", "alice"), once);
}

void FieldSetTest::anUpdateTakesFieldsFromTheirOwners()
{
    const QJsonObject before = applied({}, R"({"a":"1","b":"1"})", "alice");
    QJsonObject after = before;
    after["data"_L1] = json(R"({"a":"2","b":"1"})");
    recordUpdate(after, before, u"editor"_s, {});
    const QJsonArray managers = after.value("metadata"_L1).toObject().value("managedFields"_L1).toArray();
    QCOMPARE(managers.size(), 2);
    QCOMPARE(managers.at(0).toObject().value("fieldsV1"_L1).toObject(), json(R"({"f:data":{"f:b":{}}})"));
    QCOMPARE(managers.at(1).toObject().value("fieldsV1"_L1).toObject(), json(R"({"f:data":{"f:a":{}}})"));
}

ORRERY_GUILESS_TEST(FieldSetTest)
} // namespace field_set_test
#include "field_set_test.moc"
