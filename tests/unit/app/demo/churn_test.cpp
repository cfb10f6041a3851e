// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/churn.h"
#include "core/object/json.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace churn_test {

using namespace orrery::demo;

namespace {

const kube::GroupResource pods{"", "pods"};

std::string pod(const std::string &name)
{
    return "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"x\"},\"status\":{\"containerStatuses\":[{\"restartCount\":7}]}}";
}

const std::array<std::string, 3> podsWithAnnotations{
    "{\"kind\":\"Pod\",\"metadata\":{\"annotations\":{\"of\":\"a \\\"},\"},\"name\":\"a\",\"namespace\":\"x\"}}",
    "{\"kind\":\"Pod\",\"spec\":{\"volumes\":[{\"metadata\":{\"annotations\":{}}}]},\"metadata\":{\"labels\":{\"annotations\":\"{\"},\"name\":\"b\",\"namespace\":\"x\",\"annotations\":{}}}",
    "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"c\",\"namespace\":\"x\",\"annotations\":{\"of\":\"c\",\"demo.orrery/change\":\"7\"}}}"};

QJsonObject annotationsOf(const StoredObject &object)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(object.json));
    return document.object()[QStringLiteral("metadata")].toObject()[QStringLiteral("annotations")].toObject();
}

/// The keys that stand twice in an object, or in one within it.
QStringList twice(kube::JsonValue value)
{
    QStringList found;
    std::set<std::string_view> seen;
    value.forEachMember([&](std::string_view key, kube::JsonValue member) {
        if (!seen.insert(key).second)
            found << QString::fromStdString(std::string(key));
        found << twice(member);
    });
    value.forEachItem([&found](kube::JsonValue item) { found << twice(item); });
    return found;
}

QStringList twice(const StoredObject &object)
{
    const auto document = kube::JsonDocument::parse(object.json);
    return document ? twice(document->root()) : QStringList(QStringLiteral("no JSON: ") + QString::fromStdString(object.json));
}

} // namespace

class ChurnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void changesAreNumberedWithoutAGap()
    {
        ApiStore store;
        for (const char *name : {"a", "b", "c"})
            QVERIFY(store.create(pods, pod(name)));
        QStringList numbers;
        const auto subscription = store.subscribe(pods, [&numbers](const StoreEvent &event) {
            const QJsonObject annotations = annotationsOf(*event.object);
            QVERIFY(annotations.contains(QStringLiteral("demo.orrery/written-at")));
            numbers.append(annotations[QStringLiteral("demo.orrery/change")].toString());
        });
        const Churn churn(store, {1000, 0}, 1);
        QTRY_VERIFY(numbers.size() >= 20);
        for (qsizetype i = 0; i < numbers.size(); ++i)
            QCOMPARE(numbers[i], QString::number(i + 1));
    }

    void theAnnotationsThereWereStayAndNoKeyStandsTwice()
    {
        ApiStore store;
        for (const std::string &json : podsWithAnnotations)
            QVERIFY(store.create(pods, json));
        int changes = 0;
        const auto subscription = store.subscribe(pods, [&changes](const StoreEvent &) { ++changes; });
        const Churn churn(store, {2000, 0}, 1);
        QTRY_VERIFY(changes >= 50);
        for (const StoredPtr &object : store.list(pods, {})) {
            const QJsonObject annotations = annotationsOf(*object);
            QVERIFY2(annotations.contains(QStringLiteral("demo.orrery/written-at")), object->json.c_str());
            QVERIFY2(annotations.size() == (object->key.name == "b" ? 2 : 3), object->json.c_str());
            QCOMPARE(twice(*object), QStringList());
        }
    }
};

ORRERY_GUILESS_TEST(ChurnTest)
} // namespace churn_test
#include "churn_test.moc"
