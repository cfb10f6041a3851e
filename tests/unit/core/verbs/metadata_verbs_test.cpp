// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/object/patch.h"
#include "core/verbs/metadata_rules.h"
#include "core/verbs/metadata_verbs.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace metadata_verbs_test {

using namespace kube;

class MetadataVerbsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aKeyIsAnOptionalPrefixAndAName_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("problem");
        const auto row = [](const QByteArray &key, MetadataKeyProblem problem) { QTest::addRow("%s", key.left(70).constData()) << key << static_cast<int>(problem); };
        row("app", MetadataKeyProblem::None);
        row("App_1.x-y", MetadataKeyProblem::None);
        row("app.kubernetes.io/name", MetadataKeyProblem::None);
        row("a/b", MetadataKeyProblem::None);
        row("", MetadataKeyProblem::Empty);
        row("a/b/c", MetadataKeyProblem::ManySlashes);
        row("/name", MetadataKeyProblem::PrefixEmpty);
        row(QByteArray(254, 'a') + "/name", MetadataKeyProblem::PrefixTooLong);
        row("Example.com/name", MetadataKeyProblem::PrefixNotDns);
        row("example..com/name", MetadataKeyProblem::PrefixNotDns);
        row("-a/name", MetadataKeyProblem::PrefixNotDns);
        row("example.com/", MetadataKeyProblem::NameEmpty);
        row(QByteArray(64, 'a'), MetadataKeyProblem::NameTooLong);
        row(QByteArray(63, 'a'), MetadataKeyProblem::None);
        row("-app", MetadataKeyProblem::NameCharacters);
        row("app.", MetadataKeyProblem::NameCharacters);
        row("a b", MetadataKeyProblem::NameCharacters);
        row("k\xc3\xb6nig", MetadataKeyProblem::NameCharacters);
    }
    void aKeyIsAnOptionalPrefixAndAName()
    {
        QFETCH(QByteArray, key);
        QFETCH(int, problem);
        QCOMPARE(static_cast<int>(keyProblem(key.toStdString())), problem);
    }

    void anAnnotationsPrefixMayHaveCapitals()
    {
        QCOMPARE(keyProblem("Example.com/name", PrefixCase::Any), MetadataKeyProblem::None);
    }

    void aLabelsValueMayBeEmptyAndIsShort()
    {
        QCOMPARE(labelValueProblem(""), ValueProblem::None);
        QCOMPARE(labelValueProblem("v1.2_3-x"), ValueProblem::None);
        QCOMPARE(labelValueProblem(std::string(64, 'a')), ValueProblem::TooLong);
        QCOMPARE(labelValueProblem("a/b"), ValueProblem::Characters);
        QCOMPARE(labelValueProblem("-"), ValueProblem::Characters);
    }

    void annotationsAreMeasuredWithTheirKeys()
    {
        QCOMPARE(annotationBytes({{"ab", "c"}, {"d", ""}}), std::size_t(4));
    }

    void onlyWhatDiffersIsAChange()
    {
        const StringPairs from{{"a", "1"}, {"b", "2"}, {"c", "3"}};
        const StringPairs to{{"b", "2"}, {"c", "4"}, {"d", "5"}};
        const std::vector<MetadataChange> wanted{{"a", "1", std::nullopt}, {"c", "3", "4"}, {"d", std::nullopt, "5"}};
        QVERIFY(metadataChanges(from, to) == wanted);
        QVERIFY(metadataChanges(to, to).empty());
    }

    void aPatchNamesTheChangedKeysAlone()
    {
        const std::vector<MetadataChange> changes{{"a", "1", std::nullopt}, {"x/y", std::nullopt, "n\n"}};
        QCOMPARE(metadataPatch(MetadataMap::Annotations, changes, "7"),
                 QByteArray(R"({"metadata":{"resourceVersion":"7","annotations":{"a":null,"x/y":"n\n"}}})"));
        QCOMPARE(metadataPatch(MetadataMap::Labels, {{"a", std::nullopt, "1"}}, ""), QByteArray(R"({"metadata":{"labels":{"a":"1"}}})"));
    }

    void aPatchedObjectHasTheWantedMap()
    {
        const std::string object = R"({"kind":"Pod","metadata":{"name":"p","labels":{"a":"1","b":"2"}}})";
        const StringPairs to{{"b", "3"}, {"c", ""}};
        const auto before = JsonDocument::parse(object);
        QVERIFY_RESULT(before);
        const auto changes = metadataChanges(metadataMap(MetadataMap::Labels, before->root()), to);
        const auto patched = applyMergePatch(object, metadataPatch(MetadataMap::Labels, changes, {}).toStdString());
        QVERIFY_RESULT(patched);
        const auto after = JsonDocument::parse(*patched);
        QVERIFY(metadataMap(MetadataMap::Labels, after->root()) == to);
    }

    void whatSomebodyElseHasChangedSinceIsSaid()
    {
        const std::vector<MetadataChange> changes{{"same", "1", "2"}, {"moved", "1", "2"}, {"gone", "1", "2"}, {"made", std::nullopt, "2"}, {"done", "1", "2"}};
        const StringPairs now{{"same", "1"}, {"moved", "9"}, {"made", "8"}, {"done", "2"}};
        const std::vector<MetadataChange> wanted{{"moved", "9", "2"}, {"gone", std::nullopt, "2"}, {"made", "8", "2"}};
        QVERIFY(movedChanges(changes, now) == wanted);
    }
};

ORRERY_GUILESS_TEST(MetadataVerbsTest)
} // namespace metadata_verbs_test
#include "metadata_verbs_test.moc"
