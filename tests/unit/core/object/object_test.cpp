// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_decoder.h"
#include "tests/support/lost_memory.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <thread>

namespace object_test {

using namespace kube;

class ObjectTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void identityIsAtHand();
    void aListItemIsToldItsKind();
    void anItemKeepsTheKindItNames();
    void aHalfNamedKindIsCompleted();
    void managedFieldsAreCutOutAndNothingElse_data();
    void managedFieldsAreCutOutAndNothingElse();
    void numbersOrderAndEscapesStayAsTheServerSentThem();
    void readingMayBeNested();
    void readingSurvivesAThrowingLook();
    void whatMemoryHasLostReadsAsAbsent();
    void objectsAreReadOnSeveralThreadsAtOnce();
    void aNewUidIsAnotherObject();
    void documentsThatAreNoObjectAreRefused_data();
    void documentsThatAreNoObjectAreRefused();
};

namespace {
const GroupVersionKind podKind{"", "v1", "Pod"};
}

void ObjectTest::identityIsAtHand()
{
    const auto object = decodeObject(R"({"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"web","uid":"u","resourceVersion":"7"}})");
    QVERIFY_RESULT(object);
    QCOMPARE((*object)->key(), (ObjectKey{"shop", "web"}));
    QCOMPARE((*object)->uid(), std::string_view("u"));
    QCOMPARE((*object)->resourceVersion(), std::string_view("7"));
    QCOMPARE((*object)->gvk(), podKind);
    QVERIFY((*object)->heldBytes() > sizeof(Object));
}

void ObjectTest::aListItemIsToldItsKind()
{
    const auto object = decodeObject(R"( {"metadata":{"name":"web"}})", {"apps", "v1", "Deployment"});
    QVERIFY_RESULT(object);
    QCOMPARE((*object)->json(), std::string(R"( {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"}})"));
    (*object)->read([](JsonValue root) { QCOMPARE(root["kind"].string(), std::string_view("Deployment")); });
}

void ObjectTest::anItemKeepsTheKindItNames()
{
    const std::string json = R"({"kind":"Foo","apiVersion":"example.com/v1","metadata":{"name":"a"}})";
    ObjectDecoder decoder(podKind);
    const auto object = decoder.decode(json);
    QVERIFY_RESULT(object);
    QCOMPARE((*object)->gvk(), (GroupVersionKind{"example.com", "v1", "Foo"}));
    QCOMPARE((*object)->json(), json);
}

void ObjectTest::aHalfNamedKindIsCompleted()
{
    const auto object = decodeObject(R"({"kind":"Pod","metadata":{"name":"web"}})", podKind);
    QVERIFY_RESULT(object);
    QCOMPARE((*object)->json(), std::string(R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web"}})"));
    const auto unknown = decodeObject(R"({"metadata":{"name":"web"}})");
    QVERIFY_RESULT(unknown);
    QCOMPARE((*unknown)->json(), std::string(R"({"metadata":{"name":"web"}})"));
}

void ObjectTest::managedFieldsAreCutOutAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *json, const char *expected) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(expected);
    };
    row("last", R"({"metadata":{"name":"a","managedFields":[{"f":{"}]":"\"}"}}]},"spec":1})", R"({"metadata":{"name":"a"},"spec":1})");
    row("first", R"({"metadata":{"managedFields":[1,2],"name":"a"}})", R"({"metadata":{"name":"a"}})");
    row("between", R"({"metadata":{"uid":"u","managedFields":null,"name":"a"}})", R"({"metadata":{"uid":"u","name":"a"}})");
    row("twice first", R"({"metadata":{"managedFields":[],"managedFields":[],"name":"a"}})", R"({"metadata":{"name":"a"}})");
    row("twice after", R"({"metadata":{"name":"a","managedFields":[],"managedFields":[]}})", R"({"metadata":{"name":"a"}})");
    row("around", R"({"metadata":{"managedFields":[],"name":"a","managedFields":"\\"}})", R"({"metadata":{"name":"a"}})");
    row("spaces", "{ \"metadata\" : { \"managedFields\" : [ ] , \"name\" : \"a\" } }", "{ \"metadata\" : { \"name\" : \"a\" } }");
    row("spaces after", "{\"metadata\":{\"name\":\"a\" ,\n \"managedFields\" : [ ]\n}}", "{\"metadata\":{\"name\":\"a\"\n}}");
    row("elsewhere stays", R"({"managedFields":[1],"metadata":{"name":"a","labels":{"managedFields":"x"}},"spec":{"metadata":{"managedFields":[1]}}})",
        R"({"managedFields":[1],"metadata":{"name":"a","labels":{"managedFields":"x"}},"spec":{"metadata":{"managedFields":[1]}}})");
    row("as a value", R"({"metadata":{"name":"managedFields","uid":"managedFields"}})", R"({"metadata":{"name":"managedFields","uid":"managedFields"}})");
    row("metadata last", R"({"spec":{"a":[{},[],"x"]},"n":-1.50e2,"metadata":{"name":"a","managedFields":[{}]}})",
        R"({"spec":{"a":[{},[],"x"]},"n":-1.50e2,"metadata":{"name":"a"}})");
}

void ObjectTest::managedFieldsAreCutOutAndNothingElse()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    const auto object = decodeObject(json.toStdString());
    QVERIFY_RESULT(object);
    QCOMPARE((*object)->json(), expected.toStdString());
}

void ObjectTest::numbersOrderAndEscapesStayAsTheServerSentThem()
{
    const std::string json = R"({"metadata":{"name":"a"},"z":1.0,"a":1e2,"n":9007199254740993,"s":"\u003c\u00e9/\/"})";
    const auto object = decodeObject(json);
    QVERIFY_RESULT(object);
    QCOMPARE((*object)->json(), json);
}

void ObjectTest::readingMayBeNested()
{
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 8; ++i)
        objects.push_back(decodeObject(R"({"metadata":{"name":")" + std::string(std::size_t(i) * 3000 + 1, char('a' + i)) + "\"}}").value());
    int reads = 0;
    const std::function<void(std::size_t)> readFrom = [&](std::size_t index) {
        if (index == objects.size())
            return;
        objects[index]->read([&](JsonValue root) {
            const std::string before(root["metadata"]["name"].string());
            readFrom(index + 1);
            readFrom(index + 1);
            ++reads;
            QCOMPARE(root["metadata"]["name"].string(), std::string_view(before));
            QCOMPARE(before, objects[index]->key().name);
        });
    };
    readFrom(0);
    QCOMPARE(reads, 255);
}

void ObjectTest::readingSurvivesAThrowingLook()
{
    const auto object = decodeObject(R"({"metadata":{"name":"a"}})");
    QVERIFY_RESULT(object);
    QVERIFY_THROWS_EXCEPTION(int, (*object)->read([](JsonValue) { throw 1; }));
    std::string name;
    (*object)->read([&](JsonValue root) { name = root["metadata"]["name"].string(); });
    QCOMPARE(name, std::string("a"));
}

void ObjectTest::whatMemoryHasLostReadsAsAbsent()
{
    ObjectDecoder::Options options;
    options.trainAfter = 20;
    ObjectDecoder decoder(podKind, options);
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 30; ++i)
        objects.push_back(decoder.decode(R"({"metadata":{"name":"pod-)" + std::to_string(i) + R"("},"spec":{"nodeName":"a node with a long name"}})").value());
    const ObjectPtr plain = objects.front();
    const ObjectPtr compressed = objects[28];
    QVERIFY(!plain->isCompressed() && compressed->isCompressed());
    const auto wordOf = [](const ObjectPtr &object) {
        std::string word = "not asked";
        object->read([&](JsonValue root) { word = root.exists() ? root["metadata"]["name"].string() : "absent"; });
        return word;
    };
    for (const ObjectPtr &object : {plain, compressed}) {
        const std::string name = object->key().name;
        {
            const test::LostMemory lost(object);
            QCOMPARE(wordOf(object), std::string("absent"));
            QCOMPARE(object->key().name, name);
        }
        QCOMPARE(wordOf(object), name);
    }
    const test::LostMemory lost(compressed);
    QVERIFY(compressed->json().empty());
}

void ObjectTest::objectsAreReadOnSeveralThreadsAtOnce()
{
    ObjectDecoder::Options options;
    options.trainAfter = 20;
    ObjectDecoder decoder(podKind, options);
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 60; ++i) {
        objects.push_back(decoder.decode(R"({"metadata":{"name":"pod-)" + std::to_string(i)
                                         + R"(","labels":{"app":"web","tier":"front","team":"shop"}},"spec":{"containers":[{"image":"registry.example/web:1"}]}})").value());
    }
    QVERIFY(objects.back()->isCompressed());
    std::atomic<int> wrong = 0;
    std::vector<std::thread> readers;
    for (int reader = 0; reader < 4; ++reader) {
        readers.emplace_back([&] {
            for (int round = 0; round < 20; ++round) {
                for (const auto &object : objects) {
                    object->read([&](JsonValue root) {
                        if (root["metadata"]["name"].string() != object->key().name)
                            ++wrong;
                    });
                    if (object->json().find(object->key().name) == std::string::npos)
                        ++wrong;
                }
            }
        });
    }
    for (auto &reader : readers)
        reader.join();
    QCOMPARE(wrong.load(), 0);
}

void ObjectTest::aNewUidIsAnotherObject()
{
    const auto object = [](const char *uid) {
        return decodeObject(std::string(R"({"metadata":{"name":"a","uid":")") + uid + "\"}}").value();
    };
    QVERIFY(isSameObject(*object("1"), *object("1")));
    QVERIFY(!isSameObject(*object("1"), *object("2")));
}

void ObjectTest::documentsThatAreNoObjectAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"", "{", "[]", "null", "\"x\"", "{}", R"({"metadata":{}})", R"({"metadata":{"name":""}})",
                             R"({"metadata":{"name":5}})", R"({"metadata":[]})", R"({"metadata":{"name":"a"}} x)"})
        QTest::newRow(json) << QByteArray(json);
    QTest::newRow("uid beyond measure") << R"({"metadata":{"name":"a","uid":")" + QByteArray(70000, 'u') + "\"}}";
}

void ObjectTest::documentsThatAreNoObjectAreRefused()
{
    QFETCH(QByteArray, json);
    const auto object = decodeObject(json.toStdString(), podKind);
    QVERIFY(!object);
    QVERIFY(object.error().is(ErrorKind::BadInput));
}

ORRERY_GUILESS_TEST(ObjectTest)
} // namespace object_test
#include "object_test.moc"
