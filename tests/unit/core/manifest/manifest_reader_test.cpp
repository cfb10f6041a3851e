// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/manifest_reader.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QTest>

namespace manifest_reader_test {

using namespace kube;

namespace {

const std::string pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n";

std::vector<ManifestDocument> read(const std::string &text, const ManifestLimits &limits = {})
{
    return readManifest(text, QStringLiteral("a.yaml"), limits);
}

/// "Pod p 1 | ConfigMap c 9 | 12:3 why" for what was found.
QByteArray told(const std::vector<ManifestDocument> &documents)
{
    QStringList all;
    for (const ManifestDocument &one : documents) {
        if (one.problem)
            all << QStringLiteral("%1:%2 %3").arg(one.problem->place.line).arg(one.problem->place.column).arg(one.problem->message);
        else
            all << QStringLiteral("%1 %2 %3").arg(QString::fromStdString(one.gvk.kind), QString::fromStdString(one.key.toString())).arg(one.place.line);
    }
    return all.join(QStringLiteral(" | ")).toUtf8();
}

} // namespace

class ManifestReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void documentsStandWithTheLineTheyBeginIn()
    {
        QCOMPARE(told(read("# a head\n---\n" + pod + "---\n# only words\n---\n\n" + pod)), QByteArray("Pod p 3 | Pod p 11"));
        QCOMPARE(read(pod).front().place.toString(), QStringLiteral("a.yaml:1"));
        QCOMPARE(read(pod).front().gvk, (GroupVersionKind{"", "v1", "Pod"}));
        QCOMPARE(read("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d, namespace: web}\n").front().key, (ObjectKey{"web", "d"}));
        QVERIFY(read("").empty());
        QVERIFY(read("---\n---\n# nothing\n...\n---\n").empty());
        QVERIFY(read("--- null\n").empty());
    }

    void whatIsBehindTheDashesBelongsToTheDocument()
    {
        QCOMPARE(told(read("--- {apiVersion: v1, kind: Pod, metadata: {name: p}}\n--- # words\n" + pod)), QByteArray("Pod p 1 | Pod p 3"));
        QCOMPARE(told(read("%YAML 1.1\n---\n" + pod + "...\n%YAML 1.1\n---\n" + pod)), QByteArray("Pod p 3 | Pod p 10"));
    }

    void dashesWithinATextCutNothing()
    {
        const auto found = read("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  a: |\n    ---\n    b\n  ----: x\n");
        QCOMPARE(told(found), QByteArray("ConfigMap c 1"));
        QCOMPARE(QByteArray::fromStdString(found.front().json),
                 QByteArray("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c\"},\"data\":{\"a\":\"---\\nb\\n\",\"----\":\"x\"}}"));
    }

    void filesOfWindowsAreRead()
    {
        std::string text = "\xEF\xBB\xBF---\n" + pod + "---\n" + pod;
        for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
            text.insert(at, "\r");
        QCOMPARE(told(read(text)), QByteArray("Pod p 2 | Pod p 7"));
        // Files that were put behind one another bring their marks along.
        QCOMPARE(told(read(pod + "\xEF\xBB\xBF---\n" + pod)), QByteArray("Pod p 1 | Pod p 6"));
        QCOMPARE(told(read(std::string("\xFF\xFE" "a\0:\0", 6))), QByteArray("1:1 the text is no UTF-8: it seems to be UTF-16"));
    }

    void jsonIsRead()
    {
        const std::string one = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\",\"labels\":{\"a\":\"}\\\"{\"}}}";
        QCOMPARE(told(read(one)), QByteArray("Pod p 1"));
        QCOMPARE(told(read("\n " + one + "\n\n" + one + one)), QByteArray("Pod p 2 | Pod p 4 | Pod p 4"));
        QCOMPARE(read("\n " + one).front().place.column, 2);
        QCOMPARE(told(read("{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"Pod\",\n\t\"metadata\": {\"name\": \"\\ud83d\\ude00\"}\n}\n")),
                 QByteArray("Pod \xF0\x9F\x98\x80 1"));
        QCOMPARE(told(read("{apiVersion: v1, kind: Pod, metadata: {name: p}} # flow\n")), QByteArray("Pod p 1"));
    }

    void listsAreTheirItems()
    {
        const std::string list = "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n- kind: Pod\n  metadata: {name: b}\n"
                                 "- apiVersion: v1\n  kind: List\n  items:\n  - {apiVersion: v1, kind: Pod, metadata: {name: c}}\n";
        QCOMPARE(told(read(list)), QByteArray("Pod a 4 | 7:3 \"apiVersion\" is missing | Pod c 12"));
        QCOMPARE(told(read("apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n")), QByteArray("Pod a 4"));
        QCOMPARE(told(read("apiVersion: v1\nkind: List\nitems: []\n")), QByteArray());
        QCOMPARE(told(read("apiVersion: x/v1\nkind: ShoppingList\nmetadata: {name: a}\nspec: {}\n")), QByteArray("ShoppingList a 1"));
    }

    void aBrokenDocumentStandsInItsPlaceAndHidesNoOther()
    {
        const auto found = read(pod + "---\nkind: Pod\nspec:\n  a: [1, 2\n---\n" + pod);
        QCOMPARE(found.size(), std::size_t(3));
        QVERIFY(found[1].problem);
        QCOMPARE(found[1].problem->place.line, 8);
        QVERIFY(!found[1].problem->mend.isEmpty());
        QCOMPARE(found[2].place.line, 10);
        QVERIFY(!found[2].problem);
    }

    void whatADocumentLacksIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no kind") << QByteArray("apiVersion: v1\nmetadata: {name: a}\n") << QByteArray("1:1 \"kind\" is missing");
        QTest::newRow("no apiVersion") << QByteArray("\nkind: Pod\nmetadata: {name: a}\n") << QByteArray("2:1 \"apiVersion\" is missing");
        QTest::newRow("bad apiVersion") << QByteArray("apiVersion: a/b/c\nkind: Pod\nmetadata: {name: a}\n") << QByteArray("1:1 \"a/b/c\" is no apiVersion");
        QTest::newRow("no metadata") << QByteArray("apiVersion: v1\nkind: Pod\n") << QByteArray("1:1 \"metadata\" is missing");
        QTest::newRow("no name") << QByteArray("apiVersion: v1\nkind: Pod\nmetadata:\n  labels: {}\n") << QByteArray("3:1 \"name\" is missing");
        QTest::newRow("a number as name") << QByteArray("apiVersion: v1\nkind: Pod\nmetadata:\n  name: 12\n") << QByteArray("4:3 \"name\" wants text");
        QTest::newRow("a path as name") << QByteArray("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a/b\n") << QByteArray("4:3 a name cannot hold \"/\"");
        QTest::newRow("a list") << QByteArray("- a\n") << QByteArray("1:1 an object is wanted, and this is a list");
        QTest::newRow("a word") << QByteArray("hello\n") << QByteArray("1:1 an object is wanted, and this is a single value");
    }
    void whatADocumentLacksIsSaidWithItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, said);
        const auto found = read(text.toStdString());
        QCOMPARE(told(found), said);
        QVERIFY(!found.front().problem->mend.isEmpty());
    }

    void aNameMayBeLeftToTheServer()
    {
        const auto found = read("apiVersion: v1\nkind: Pod\nmetadata: {generateName: p-}\n");
        QVERIFY(!found.front().problem);
        QCOMPARE(found.front().generateName, std::string("p-"));
    }

    void whatTheServerKeepsIsNotSent()
    {
        const auto found = read("apiVersion: v1\nkind: Pod\nmetadata: {name: p, uid: u, resourceVersion: '1', managedFields: [], creationTimestamp: null, labels: {a: b}}\n");
        QCOMPARE(QByteArray::fromStdString(found.front().json), QByteArray("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\",\"labels\":{\"a\":\"b\"}}}"));
    }

    void whatIsTooMuchIsSaid()
    {
        QVERIFY(told(read(pod, {.bytes = 10})).contains("10 is the most"));
        QCOMPARE(told(read(pod + "---\n" + pod + "---\n" + pod, {.documents = 2})), QByteArray("Pod p 1 | Pod p 6 | 11:1 there are more than 2 documents"));
        QVERIFY(told(read(pod, {.documentBytes = 20})).contains("takes no more than 20"));
    }

    void whatIsThereTwiceIsTold()
    {
        const auto found = read(pod + "---\n" + pod + "---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: other}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: here}\n");
        const auto repeated = repeatedDocuments(found, "here");
        QCOMPARE(repeated.size(), std::size_t(2));
        QCOMPARE(repeated[0].first, std::size_t(1));
        QCOMPARE(repeated[0].second.line, 1);
        QCOMPARE(repeated[1].first, std::size_t(3));
    }
};

ORRERY_GUILESS_TEST(ManifestReaderTest)
} // namespace manifest_reader_test
#include "manifest_reader_test.moc"
