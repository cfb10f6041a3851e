// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/object/object_meta.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace object_meta_test {

using namespace kube;
using namespace std::chrono_literals;

class ObjectMetaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void metadataIsReadWhole();
    void oddMetadataIsReadAsFarAsItGoes();
    void timesAreReadAsGoReadsThem_data();
    void timesAreReadAsGoReadsThem();
    void whatIsNoTimeIsRefused_data();
    void whatIsNoTimeIsRefused();
    void timesArePrintedInUtc();
};

void ObjectMetaTest::metadataIsReadWhole()
{
    const auto document = JsonDocument::parse(R"({"metadata":{"name":"web","generateName":"we","namespace":"shop",
        "uid":"u-1","resourceVersion":"42","generation":3,"creationTimestamp":"2026-01-02T15:04:05Z",
        "deletionTimestamp":"2026-01-02T15:04:06Z","labels":{"b":"2","a":"1"},"annotations":{"note":"x"},
        "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"rs","uid":"u-2","controller":true}],
        "finalizers":["kubernetes"]}})");
    QVERIFY_RESULT(document);
    const ObjectMeta meta = ObjectMeta::of(document->root());
    QCOMPARE(meta.name, std::string("web"));
    QCOMPARE(meta.generateName, std::string("we"));
    QCOMPARE(meta.namespaceName, std::string("shop"));
    QCOMPARE(meta.uid, std::string("u-1"));
    QCOMPARE(meta.resourceVersion, std::string("42"));
    QCOMPARE(meta.generation, std::int64_t(3));
    QCOMPARE(formatTime(meta.creationTimestamp.value()), std::string("2026-01-02T15:04:05Z"));
    QVERIFY(*meta.deletionTimestamp - *meta.creationTimestamp == 1s);
    QCOMPARE(meta.labels, (std::vector<std::pair<std::string, std::string>>{{"b", "2"}, {"a", "1"}}));
    QCOMPARE(meta.annotations.size(), std::size_t(1));
    QCOMPARE(meta.ownerReferences.size(), std::size_t(1));
    QCOMPARE(meta.ownerReferences[0].kind, std::string("ReplicaSet"));
    QVERIFY(meta.ownerReferences[0].controller);
    QCOMPARE(meta.finalizers, std::vector<std::string>{"kubernetes"});
}

void ObjectMetaTest::oddMetadataIsReadAsFarAsItGoes()
{
    const auto document = JsonDocument::parse(R"({"metadata":{"name":5,"labels":["a"],"annotations":{"n":1,"s":"t"},
        "creationTimestamp":null,"ownerReferences":{},"finalizers":[1,"f"],"generation":"7"}})");
    QVERIFY_RESULT(document);
    const ObjectMeta meta = ObjectMeta::of(document->root());
    QVERIFY(meta.name.empty() && meta.labels.empty() && meta.ownerReferences.empty() && !meta.creationTimestamp);
    QCOMPARE(meta.generation, std::int64_t(0));
    QCOMPARE(meta.annotations, (std::vector<std::pair<std::string, std::string>>{{"s", "t"}}));
    QCOMPARE(meta.finalizers, std::vector<std::string>{"f"});
    QVERIFY(ObjectMeta::of(JsonValue()).name.empty());
}

void ObjectMetaTest::timesAreReadAsGoReadsThem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("utc");
    QTest::newRow("utc") << QByteArray("2026-11-23T16:00:00Z") << QByteArray("2026-11-23T16:00:00.000000Z");
    QTest::newRow("micro") << QByteArray("2026-11-23T16:00:00.123456Z") << QByteArray("2026-11-23T16:00:00.123456Z");
    QTest::newRow("nano") << QByteArray("2026-11-23T16:00:00.123456789Z") << QByteArray("2026-11-23T16:00:00.123456Z");
    QTest::newRow("finer") << QByteArray("2026-11-23T16:00:00.1234567890123Z") << QByteArray("2026-11-23T16:00:00.123456Z");
    QTest::newRow("short fraction") << QByteArray("2026-11-23T16:00:00.5Z") << QByteArray("2026-11-23T16:00:00.500000Z");
    QTest::newRow("east") << QByteArray("2026-01-01T01:30:00+05:30") << QByteArray("2025-12-31T20:00:00.000000Z");
    QTest::newRow("west") << QByteArray("2025-12-31T20:00:00-08:00") << QByteArray("2026-01-01T04:00:00.000000Z");
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << QByteArray("2024-02-29T00:00:00.000000Z");
    QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59.9Z") << QByteArray("1969-12-31T23:59:59.900000Z");
}

void ObjectMetaTest::timesAreReadAsGoReadsThem()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, utc);
    const auto time = parseTime(text.toStdString());
    QVERIFY(time.has_value());
    QCOMPARE(formatMicroTime(*time), utc.toStdString());
}

void ObjectMetaTest::whatIsNoTimeIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "2026", "2026-11-23", "2026-11-23 16:00:00Z", "2026-11-23T16:00:00", "2026-02-29T00:00:00Z",
                             "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z",
                             "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00+0000",
                             "2026-01-01T00:00:00Zx", "26-01-01T00:00:00Z", "-026-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
                             "9999-12-31T23:59:59Z", "2026-01-01T00:00:00+99:00"})
        QTest::newRow(text) << QByteArray(text);
}

void ObjectMetaTest::whatIsNoTimeIsRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseTime(text.toStdString()));
}

void ObjectMetaTest::timesArePrintedInUtc()
{
    const WallTime time = WallTime{} + 24h * 365 * 30 + 1h + 2min + 3s + 4us;
    QCOMPARE(formatTime(time), std::string("1999-12-25T01:02:03Z"));
    QCOMPARE(formatMicroTime(time), std::string("1999-12-25T01:02:03.000004Z"));
    QCOMPARE(formatTime(WallTime{} - 1ms), std::string("1969-12-31T23:59:59Z"));
}

ORRERY_GUILESS_TEST(ObjectMetaTest)
} // namespace object_meta_test
#include "object_meta_test.moc"
