// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_driver.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>

namespace plain_status_cluster_test {

using namespace kube;
using kube::test::ClusterClient;
using kube::test::TestNamespace;

namespace {

const QByteArray definition =
    "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: notes.GROUP}\n"
    "spec:\n  group: GROUP\n  scope: Namespaced\n  names: {plural: notes, singular: note, kind: Note}\n"
    "  versions:\n  - name: v1\n    served: true\n    storage: true\n    schema: {openAPIV3Schema: {type: object, properties: {\n"
    "      spec: {type: object, properties: {text: {type: string}}},\n"
    "      status: {type: object, properties: {phase: {type: string}, seen: {type: integer}}}}}}\n";

/// A definition without a status subresource, gone with this object.
struct Defined {
    QByteArray group = "g" + QByteArray::number(QRandomGenerator::global()->generate64(), 36) + ".example.com";
    [[nodiscard]] bool made() const
    {
        const QByteArray text = QByteArray(definition).replace("GROUP", group);
        return kube::test::Cluster::kubectl({QStringLiteral("apply"), QStringLiteral("-f"), QStringLiteral("-")}, text).ok()
            && kube::test::Cluster::kubectl({QStringLiteral("wait"), QStringLiteral("--for=condition=Established"), QStringLiteral("crd/notes.") + QString::fromLatin1(group)}).ok();
    }
    ~Defined() { kube::test::Cluster::kubectl({QStringLiteral("delete"), QStringLiteral("--wait=false"), QStringLiteral("crd/notes.") + QString::fromLatin1(group)}); }
};

} // namespace

class PlainStatusClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void itIsSavedWithTheRest_data()
    {
        QTest::addColumn<bool>("applies");
        QTest::newRow("by a patch") << false;
        QTest::newRow("by server-side apply") << true;
    }
    void itIsSavedWithTheRest()
    {
        QFETCH(bool, applies);
        const Defined defined;
        QVERIFY(defined.made());
        const TestNamespace space;
        const QByteArray note = "apiVersion: " + defined.group + "/v1\nkind: Note\nmetadata: {name: one}\nspec: {text: old}\nstatus: {phase: New, seen: 1}\n";
        QVERIFY(QTest::qWaitFor([&] { return space.kubectl({QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("-")}, note).ok(); }, kube::test::patience));
        const ClusterClient cluster;
        DynamicClient client(*cluster.rest, cluster.executor);
        ObjectEditor::Config config;
        config.resource = {defined.group.toStdString(), "v1", "notes"};
        config.key = {space.name().toStdString(), "one"};
        config.save.part = EditPart::Whole;
        config.save.method = applies ? SaveConfig::Method::Apply : SaveConfig::Method::Patch;
        ObjectEditor editor(client, cluster.executor, *cluster.scheduler, systemRandom(), config);
        const auto object = cluster.answer(client.get(config.resource, config.key));
        QVERIFY_RESULT(object);
        editor.open(object->json.toStdString());
        QByteArray text = object->json;
        editor.edit(text.replace("\"old\"", "\"new\"").replace("\"New\"", "\"Good\"").toStdString());
        const auto reaches = [&](SaveState::Step step) { return QTest::qWaitFor([&] { return editor.state().step == step; }, kube::test::patience); };
        editor.save();
        if (applies) {
            QVERIFY(reaches(SaveState::Step::FieldConflict)); // kubectl made both
            editor.forceMine();
        }
        QVERIFY(reaches(SaveState::Step::Review));
        QCOMPARE(editor.state().reason, SaveReason::ReadIt);
        QCOMPARE(editor.state().patch.changes.size(), std::size_t(2));
        editor.confirm();
        QVERIFY(reaches(SaveState::Step::Saved));
        const auto stored = cluster.answer(client.get(config.resource, config.key));
        QVERIFY_RESULT(stored);
        QCOMPARE(kube::test::textAt(stored->json, "spec.text"), std::string("new"));
        QCOMPARE(kube::test::textAt(stored->json, "status.phase"), std::string("Good"));
        QVERIFY(stored->json.contains("\"seen\":1"));
    }
};

ORRERY_GUILESS_TEST(PlainStatusClusterTest)
} // namespace plain_status_cluster_test
#include "plain_status_cluster_test.moc"
