// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/removal/finalizer_facts.h"
#include "core/removal/owner_index.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace owner_index_test {

using namespace kube;

namespace {

OwnedObject owned(const std::string &name, const std::vector<std::string> &owners, std::size_t kind = 0)
{
    OwnedObject object;
    object.kind = kind;
    object.key = {"shop", name};
    object.uid = name;
    for (const std::string &owner : owners)
        object.owners.push_back({"Thing", owner, owner, false, owner.ends_with('!')});
    return object;
}

/// "name", indented by depth, with '*' when it stays.
QString treeOf(const OwnerIndex &index, const std::vector<std::string> &uids)
{
    QStringList lines;
    for (const OwnedRow &row : index.below(uids))
        lines << QString(static_cast<qsizetype>(row.depth), QLatin1Char(' ')) + QString::fromStdString(row.object.key.name) + (row.stays ? QStringLiteral("*") : QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class OwnerIndexTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatIsOwnedIsFoundAtAnyDepth()
    {
        OwnerIndex index;
        index.add(owned("pod-b", {"set"}));
        index.add(owned("pod-a", {"set"}));
        index.add(owned("set", {"web"}));
        index.add(owned("other", {"another"}));
        QCOMPARE(treeOf(index, {"web"}), QStringLiteral(" set\n  pod-a\n  pod-b"));
        QCOMPARE(index.below({"web"})[1].parent, std::size_t(0));
    }

    void kindsComeInTheirOrder()
    {
        OwnerIndex index;
        index.add(owned("a", {"web"}, 2));
        index.add(owned("b", {"web"}, 1));
        QCOMPARE(treeOf(index, {"web"}), QStringLiteral(" b\n a"));
    }

    void oneWithAnotherOwnerStaysAndSoDoesWhatItOwns()
    {
        OwnerIndex index;
        index.add(owned("shared", {"web", "api"}));
        index.add(owned("below", {"shared"}));
        QCOMPARE(treeOf(index, {"web"}), QStringLiteral(" shared*"));
        QCOMPARE(index.below({"web"}).front().otherOwner, std::string("Thing/api"));
        QCOMPARE(treeOf(index, {"web", "api"}), QStringLiteral(" shared\n  below"));
    }

    void twoOwnersThatBothGoTakeItAlong()
    {
        OwnerIndex index;
        index.add(owned("left", {"web"}));
        index.add(owned("right", {"web"}));
        index.add(owned("both", {"left", "right"}));
        QCOMPARE(treeOf(index, {"web"}), QStringLiteral(" left\n  both\n right"));
    }

    void aCircleEnds()
    {
        OwnerIndex index;
        index.add(owned("a", {"web"}));
        index.add(owned("web", {"b"}));
        index.add(owned("b", {"a"}));
        QCOMPARE(treeOf(index, {"web"}), QStringLiteral(" a\n  b\n   web"));
    }

    void oneThatIsToldAgainIsReplaced()
    {
        OwnerIndex index;
        index.add(owned("pod", {"web"}));
        index.add(owned("pod", {"api"}));
        QCOMPARE(index.size(), std::size_t(1));
        QCOMPARE(treeOf(index, {"web"}), QString());
        QCOMPARE(treeOf(index, {"api"}), QStringLiteral(" pod"));
    }

    void whatBlocksItsOwnerInForegroundIsMarked()
    {
        OwnerIndex index;
        index.add(owned("pod", {"web!"}));
        QVERIFY(index.below({"web!"}).front().blocks);
    }

    void anObjectIsReadFromItsMetadata()
    {
        const auto document = JsonDocument::parse(R"({"metadata":{"name":"p","namespace":"shop","uid":"u","finalizers":["a/b"],"deletionTimestamp":"2026-01-01T00:00:00Z",)"
            R"("ownerReferences":[{"kind":"ReplicaSet","name":"web-1","uid":"o","controller":true,"blockOwnerDeletion":true}]}})");
        QVERIFY_RESULT(document);
        const OwnedObject object = OwnedObject::of(document->root(), 3);
        QCOMPARE(object.kind, std::size_t(3));
        QCOMPARE(object.key, (ObjectKey{"shop", "p"}));
        QCOMPARE(object.finalizers.size(), std::size_t(1));
        QVERIFY(object.deletionTimestamp.has_value());
        QCOMPARE(object.owners.front().name, std::string("web-1"));
        QVERIFY(object.owners.front().isController && object.owners.front().blocksDeletion);
    }

    void whoTakesAFinalizerAwayIsKnown()
    {
        QCOMPARE(finalizerFact("foregroundDeletion").kind, FinalizerFact::Kind::Foreground);
        QCOMPARE(finalizerFact("kubernetes.io/pvc-protection").kind, FinalizerFact::Kind::ClaimProtection);
        QCOMPARE(finalizerFact("kubernetes.io/pv-protection").kind, FinalizerFact::Kind::VolumeProtection);
        QCOMPARE(finalizerFact("kubernetes").kind, FinalizerFact::Kind::NamespaceContent);
        QVERIFY((finalizerFact("example.com/tidy") == FinalizerFact{FinalizerFact::Kind::Custom, "example.com/tidy", "example.com"}));
        QCOMPARE(finalizerFact("tidy").group, std::string());
    }
};

ORRERY_GUILESS_TEST(OwnerIndexTest)
} // namespace owner_index_test
#include "owner_index_test.moc"
