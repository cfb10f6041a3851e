// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_driver.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

namespace field_conflict_cluster_test {

using namespace kube;
using kube::test::ClusterClient;
using kube::test::TestNamespace;

namespace {

/// One ConfigMap, fields of which kubectl has applied as several managers, and an editor of it that saves by server-side apply.
struct Shared {
    TestNamespace space;
    ClusterClient cluster;
    DynamicClient client{*cluster.rest, cluster.executor};
    ObjectEditor editor{client, cluster.executor, *cluster.scheduler, systemRandom(), config()};

    [[nodiscard]] ObjectEditor::Config config() const
    {
        ObjectEditor::Config config;
        config.resource = {"", "v1", "configmaps"};
        config.key = {space.name().toStdString(), "shared"};
        config.save.method = SaveConfig::Method::Apply;
        return config;
    }
    [[nodiscard]] bool applyAs(const char *manager, const QByteArray &data) const
    {
        return space.kubectl({QStringLiteral("apply"), QStringLiteral("--server-side"), QStringLiteral("--field-manager=%1").arg(QString::fromLatin1(manager)), QStringLiteral("-f"), QStringLiteral("-")},
                             "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shared}\ndata: " + data + "\n").ok();
    }
    /// Begins from what is there, with these pairs of values replaced in its JSON.
    void begin(std::initializer_list<std::pair<const char *, const char *>> changes)
    {
        const auto object = cluster.answer(client.get(config().resource, config().key));
        QByteArray text = object.value().json;
        editor.open(text.toStdString());
        for (const auto &[before, after] : changes)
            text.replace(before, after);
        editor.edit(text.toStdString());
    }
    [[nodiscard]] bool reaches(SaveState::Step step) const
    {
        return QTest::qWaitFor([&] { return editor.state().step == step; }, kube::test::patience);
    }
    [[nodiscard]] QByteArray valueOf(const char *path) const
    {
        return space.kubectl({QStringLiteral("get"), QStringLiteral("configmap/shared"), QStringLiteral("-o"), QStringLiteral("jsonpath={%1}").arg(QString::fromLatin1(path))}).out;
    }
    /// The data that a manager's applies own.
    [[nodiscard]] QByteArray ownedBy(const char *manager) const
    {
        return space.kubectl({QStringLiteral("get"), QStringLiteral("configmap/shared"), QStringLiteral("-o"),
                              QStringLiteral("jsonpath={.metadata.managedFields[?(@.manager==\"%1\")].fieldsV1.f:data}").arg(QString::fromLatin1(manager))})
            .out;
    }
};

} // namespace

class FieldConflictClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void oneManagersFieldsAreTakenAndAnothersForced()
    {
        Shared s;
        QVERIFY(s.applyAs("helm", "{a: helm}") && s.applyAs("argo", "{b: argo}"));
        s.begin({{"\"a\":\"helm\"", "\"a\":\"ours\""}, {"\"b\":\"argo\"", "\"b\":\"ours\",\"c\":\"new\""}});
        s.editor.save();
        QVERIFY(s.reaches(SaveState::Step::FieldConflict));
        const auto owners = s.editor.state().owners;
        QCOMPARE(owners.size(), std::size_t(2));
        QCOMPARE(owners[0].manager, std::string("argo"));
        QCOMPARE(owners[1].manager, std::string("helm"));
        s.editor.decide({owners[0].path});
        QVERIFY(s.reaches(SaveState::Step::Review));
        QCOMPARE(s.editor.state().patch.changes.size(), std::size_t(2));
        s.editor.confirm();
        QVERIFY(s.reaches(SaveState::Step::Saved));
        QCOMPARE(s.valueOf(".data"), kube::test::json("{'a':'ours','b':'argo','c':'new'}"));
        QCOMPARE(s.ownedBy("argo"), kube::test::json("{'f:b':{}}"));
        QCOMPARE(s.ownedBy("helm").contains("f:a"), false);
        QVERIFY(s.ownedBy("orrery").contains("f:a") && s.ownedBy("orrery").contains("f:c") && !s.ownedBy("orrery").contains("f:b"));
    }

    void aManagerThatComesBetweenIsAskedAbout()
    {
        Shared s;
        QVERIFY(s.applyAs("helm", "{a: helm, b: helm}"));
        s.begin({{"\"a\":\"helm\"", "\"a\":\"ours\""}});
        s.editor.save();
        QVERIFY(s.reaches(SaveState::Step::FieldConflict));
        s.editor.forceMine();
        QVERIFY(s.reaches(SaveState::Step::Review));
        QVERIFY(s.applyAs("argo", "{a: helm}")); // the same value: no conflict for them, and one more owner
        s.editor.confirm();
        QVERIFY(s.reaches(SaveState::Step::FieldConflict));
        QVERIFY(std::any_of(s.editor.state().owners.begin(), s.editor.state().owners.end(), [](const FieldConflict &one) { return one.manager == "argo"; }));
        QCOMPARE(s.valueOf(".data.a"), QByteArray("helm"));
        s.editor.takeTheirs();
        QVERIFY(s.reaches(SaveState::Step::Saved));
        QCOMPARE(s.editor.state().reason, SaveReason::NothingToSave);
    }
};

ORRERY_GUILESS_TEST(FieldConflictClusterTest)
} // namespace field_conflict_cluster_test
#include "field_conflict_cluster_test.moc"
