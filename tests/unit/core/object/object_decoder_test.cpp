// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_decoder.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <random>

namespace object_decoder_test {

using namespace kube;

const GroupVersionKind podKind{"", "v1", "Pod"};

/// A pod of about 2.5 KB, alike and yet of its own.
std::string pod(int number)
{
    std::mt19937 random{std::uint32_t(number)};
    const std::string name = "web-" + std::to_string(random() % 100) + "-" + std::to_string(number);
    std::string json = R"({"metadata":{"name":")" + name + R"(","namespace":"shop","uid":")" + std::to_string(random())
        + R"(-uid","resourceVersion":")" + std::to_string(1000 + number) + R"(","labels":{"app":"web","hash":")"
        + std::to_string(random()) + R"("},"managedFields":[{"manager":"kubelet","operation":"Update"}]},"spec":{"containers":[)";
    for (int i = 0; i < 4; ++i) {
        json += std::string(i ? "," : "") + R"({"name":"c)" + std::to_string(i) + R"(","image":"registry.example.com/shop/web:)"
            + std::to_string(random() % 50)
            + R"(","resources":{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"memory":"256Mi"}},"livenessProbe":{"httpGet":{"path":"/healthz","port":8080,"scheme":"HTTP"},"initialDelaySeconds":10,"timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3},"terminationMessagePath":"/dev/termination-log","imagePullPolicy":"IfNotPresent"})";
    }
    return json + R"(]},"status":{"phase":"Running","podIP":"10.0.)" + std::to_string(random() % 255) + "." + std::to_string(random() % 255) + "\"}}";
}

std::string withoutManaged(std::string json)
{
    const std::string cut = R"(,"managedFields":[{"manager":"kubelet","operation":"Update"}])";
    json.erase(json.find(cut), cut.size());
    return R"({"apiVersion":"v1","kind":"Pod",)" + json.substr(1);
}

ObjectDecoder::Options trainingAfter(std::size_t objects)
{
    ObjectDecoder::Options options;
    options.trainAfter = objects;
    return options;
}

} // namespace object_decoder_test

namespace object_decoder_test { // anew: moc loses count of braces in raw strings

class ObjectDecoderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void objectsAfterTheTrainingAreCompressed();
    void whatIsReadIsWhatWasDecoded();
    void anIntegerOfMoreThan64BitsIsReadAsADouble();
    void anObjectReadsAsItselfWhateverWasDecodedSince();
    void decodingWithinAReadLeavesItAlone();
    void whatIsNoJsonIsAnError_data();
    void whatIsNoJsonIsAnError();
    void earlierObjectsMayBeCompacted();
    void objectsOutliveTheirDecoder();
    void goneObjectsDoNotTrain();
    void largeObjectsTrainSooner();
    void identicalObjectsCompressToo();
    void incompressibleObjectsStayAsTheyAre();
    void zeroNeverCompresses();
    void objectsOfAnotherKindAreNotCompressed();
    void aCompressedPodHoldsLittle();
};

void ObjectDecoderTest::objectsAfterTheTrainingAreCompressed()
{
    ObjectDecoder decoder(podKind, trainingAfter(30));
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 60; ++i) {
        objects.push_back(decoder.decode(pod(i)).value());
        QCOMPARE(decoder.hasDictionary(), i >= 29);
        QCOMPARE(objects.back()->isCompressed(), i >= 30);
    }
}

void ObjectDecoderTest::whatIsReadIsWhatWasDecoded()
{
    ObjectDecoder decoder(podKind, trainingAfter(30));
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 200; ++i)
        objects.push_back(decoder.decode(pod(i)).value());
    for (int i = 0; i < 200; ++i) {
        const auto &object = objects[std::size_t(i)];
        QCOMPARE(object->json(), withoutManaged(pod(i)));
        QCOMPARE(object->resourceVersion(), std::string_view(std::to_string(1000 + i)));
        object->read([&](JsonValue root) {
            QCOMPARE(root["metadata"]["name"].string(), std::string_view(object->key().name));
            QCOMPARE(root["kind"].string(), std::string_view("Pod"));
            QVERIFY(!root["metadata"]["managedFields"].exists());
        });
        QCOMPARE(object->gvk(), podKind);
    }
}

void ObjectDecoderTest::anIntegerOfMoreThan64BitsIsReadAsADouble()
{
    ObjectDecoder decoder(podKind);
    const std::string json = R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"text":"100000000000000000000","x":100000000000000000000}})";
    const auto object = decoder.decode(json);
    QVERIFY_RESULT(object);
    QCOMPARE((*object)->json(), json); // as the server wrote it
    (*object)->read([](JsonValue root) {
        QCOMPARE(root["spec"]["x"].number(), std::optional(1e20));
        QCOMPARE(root["spec"]["text"].string(), std::string_view("100000000000000000000"));
    });
}

void ObjectDecoderTest::anObjectReadsAsItselfWhateverWasDecodedSince()
{
    ObjectDecoder decoder(podKind, trainingAfter(3));
    std::vector<ObjectPtr> objects;
    const auto nameOf = [](const ObjectPtr &object) {
        std::string name;
        object->read([&name](JsonValue root) {
            QVERIFY(!root["metadata"]["managedFields"].exists());
            QCOMPARE(root["kind"].string(), std::string_view("Pod"));
            name = root["metadata"]["name"].string();
        });
        return name;
    };
    for (int i = 0; i < 10; ++i) {
        // As a watch sends it, and as a list does.
        std::string json = i % 3 == 0 ? pod(i) : R"({"apiVersion":"v1","kind":"Pod",)" + pod(i).substr(1);
        if (i == 5)
            json.insert(json.size() - 1, ",\"padding\":\"" + std::string(200'000, 'x') + '"');
        objects.push_back(decoder.decode(json).value());
        for (const ObjectPtr &object : {objects.back(), objects.front(), objects.back()})
            QCOMPARE(nameOf(object), object->key().name);
        QVERIFY(!decoder.decode("{}"));
        QCOMPARE(nameOf(objects.back()), objects.back()->key().name);
    }
    // The memory of one that is gone may become another's.
    for (int i = 0; i < 100; ++i) {
        const ObjectPtr object = decoder.decode(R"({"apiVersion":"v1","kind":"Pod",)" + pod(i).substr(1)).value();
        QCOMPARE(nameOf(decoder.compact(object)), object->key().name);
    }
}

void ObjectDecoderTest::decodingWithinAReadLeavesItAlone()
{
    ObjectDecoder decoder(podKind);
    const auto whole = [](int number) { return R"({"apiVersion":"v1","kind":"Pod",)" + pod(number).substr(1); };
    const ObjectPtr first = decoder.decode(whole(1)).value();
    first->read([&](JsonValue root) {
        const std::string_view name = root["metadata"]["name"].string();
        for (int i = 2; i < 5; ++i) {
            const ObjectPtr other = decoder.decode(whole(i)).value();
            other->read([&](JsonValue inner) { QCOMPARE(inner["metadata"]["name"].string(), std::string_view(other->key().name)); });
        }
        QCOMPARE(name, std::string_view(first->key().name));
        QCOMPARE(root["metadata"]["name"].string(), name);
    });
}

void ObjectDecoderTest::whatIsNoJsonIsAnError_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray json = "{\"metadata\":{\"name\":\"a\",\"managedFields\":[{\"f\":{}}],\"uid\":\"\\\\\"},\"managedFields\":1}";
    for (qsizetype size = 0; size < json.size(); ++size)
        QTest::addRow("cut after %d", static_cast<int>(size)) << json.left(size);
    QTest::newRow("ends in an escape") << QByteArray("{\"metadata\":{\"managedFields\":\"\\");
    QTest::newRow("no value") << QByteArray("{\"metadata\":{\"name\":\"a\",\"managedFields\":");
    QTest::newRow("no colon") << QByteArray("{\"metadata\":{\"managedFields\" \"x\"}}");
}

void ObjectDecoderTest::whatIsNoJsonIsAnError()
{
    QFETCH(QByteArray, json);
    ObjectDecoder decoder(podKind);
    const auto object = decoder.decode(json.toStdString());
    QVERIFY(!object);
    QCOMPARE(object.error().kind, ErrorKind::BadInput);
}

void ObjectDecoderTest::earlierObjectsMayBeCompacted()
{
    ObjectDecoder decoder(podKind, trainingAfter(30));
    std::vector<ObjectPtr> objects;
    const auto first = decoder.decode(pod(0)).value();
    QCOMPARE(decoder.compact(first), first);
    objects.push_back(first);
    for (int i = 1; i < 30; ++i)
        objects.push_back(decoder.decode(pod(i)).value());
    for (const auto &object : objects) {
        const auto packed = decoder.compact(object);
        QVERIFY(packed->isCompressed());
        QVERIFY(packed->heldBytes() < object->heldBytes() / 2);
        QCOMPARE(packed->json(), object->json());
        QCOMPARE(packed->key(), object->key());
        QCOMPARE(packed->resourceVersion(), object->resourceVersion());
        QVERIFY(isSameObject(*packed, *object));
        QCOMPARE(decoder.compact(packed), packed);
    }
    QVERIFY(!decoder.compact(nullptr));
}

void ObjectDecoderTest::objectsOutliveTheirDecoder()
{
    auto decoder = std::make_unique<ObjectDecoder>(podKind, trainingAfter(20));
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 25; ++i)
        objects.push_back(decoder->decode(pod(i)).value());
    decoder.reset();
    QVERIFY(objects[24]->isCompressed());
    QCOMPARE(objects[24]->json(), withoutManaged(pod(24)));
}

void ObjectDecoderTest::goneObjectsDoNotTrain()
{
    ObjectDecoder decoder(podKind, trainingAfter(20));
    ObjectPtr kept;
    for (int i = 0; i < 200; ++i)
        kept = decoder.decode(pod(i)).value();
    QVERIFY(!decoder.hasDictionary());
}

void ObjectDecoderTest::largeObjectsTrainSooner()
{
    auto options = trainingAfter(1000);
    options.trainAfterBytes = 1024 * 1024;
    ObjectDecoder decoder(podKind, options);
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 12; ++i) {
        std::string json = pod(i);
        json.insert(json.size() - 1, R"(,"data":")" + std::string(100 * 1024, char('a' + i)) + "\"");
        objects.push_back(decoder.decode(json).value());
    }
    QVERIFY(decoder.hasDictionary());
    QVERIFY(objects.back()->isCompressed());
    QVERIFY(objects.back()->heldBytes() < 4096);
    objects.back()->read([](JsonValue root) { QCOMPARE(root["data"].string().size(), std::size_t(100 * 1024)); });
}

void ObjectDecoderTest::identicalObjectsCompressToo()
{
    ObjectDecoder decoder(podKind, trainingAfter(10));
    const std::string json = R"({"metadata":{"name":"a","uid":"0000-1111"},"spec":{"text":"always the same words here"}})";
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 12; ++i)
        objects.push_back(decoder.decode(json).value());
    QVERIFY(objects.back()->isCompressed());
    QCOMPARE(objects.back()->json(), objects.front()->json());
}

void ObjectDecoderTest::incompressibleObjectsStayAsTheyAre()
{
    ObjectDecoder decoder(podKind, trainingAfter(10));
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 10; ++i)
        objects.push_back(decoder.decode(pod(i)).value());
    std::mt19937 random(1); // NOLINT: the same noise each run
    std::string noise;
    for (int i = 0; i < 40; ++i)
        noise += char(0x23 + random() % 0x39);
    const auto object = decoder.decode(R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":"n"},")" + noise + "\":1}");
    QVERIFY_RESULT(object);
    QVERIFY((*object)->json().find(noise) != std::string::npos);
}

void ObjectDecoderTest::zeroNeverCompresses()
{
    ObjectDecoder decoder(podKind, trainingAfter(0));
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 300; ++i)
        objects.push_back(decoder.decode(pod(i)).value());
    QVERIFY(!decoder.hasDictionary());
    QVERIFY(!objects.back()->isCompressed());
}

void ObjectDecoderTest::objectsOfAnotherKindAreNotCompressed()
{
    ObjectDecoder decoder(podKind, trainingAfter(10));
    std::vector<ObjectPtr> objects;
    for (int i = 0; i < 12; ++i)
        objects.push_back(decoder.decode(pod(i)).value());
    const auto other = decoder.decode(R"({"kind":"Node","apiVersion":"v1","metadata":{"name":"n"}})");
    QVERIFY_RESULT(other);
    QVERIFY(!(*other)->isCompressed());
    QCOMPARE(decoder.compact(*other), *other);
    QCOMPARE((*other)->gvk().kind, std::string("Node"));
}

void ObjectDecoderTest::aCompressedPodHoldsLittle()
{
    ObjectDecoder decoder(podKind);
    std::vector<ObjectPtr> objects;
    std::size_t packed = 0;
    for (int i = 0; i < 1200; ++i)
        objects.push_back(decoder.decode(pod(i)).value());
    for (std::size_t i = 200; i < objects.size(); ++i)
        packed += objects[i]->heldBytes();
    QVERIFY2(packed / 1000 < 900, std::to_string(packed / 1000).c_str());
}

ORRERY_GUILESS_TEST(ObjectDecoderTest)
} // namespace object_decoder_test
#include "object_decoder_test.moc"
