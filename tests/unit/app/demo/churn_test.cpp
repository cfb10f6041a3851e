// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/churn.h"
#include "tests/support/warnings.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace orrery::demo;

namespace {

const kube::GroupResource pods{"", "pods"};

std::string pod(const std::string &name)
{
    return "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"x\"},\"status\":{\"containerStatuses\":[{\"restartCount\":7}]}}";
}

QJsonObject annotationsOf(const StoredObject &object)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(object.json));
    return document.object()[QStringLiteral("metadata")].toObject()[QStringLiteral("annotations")].toObject();
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
};

QTEST_GUILESS_MAIN(ChurnTest)
#include "churn_test.moc"
