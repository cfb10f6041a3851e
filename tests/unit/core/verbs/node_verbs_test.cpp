// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/verbs/node_verbs.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace node_verbs_test {

using namespace kube;

namespace {

const char tainted[] = R"({"kind":"Node","metadata":{"name":"n","resourceVersion":"12"},"spec":{"taints":[)"
                       R"({"key":"node.kubernetes.io/unreachable","effect":"NoExecute","timeAdded":"2026-01-01T00:00:00Z"},)"
                       R"({"key":"tier","value":"db","effect":"NoSchedule"}]}})";

QByteArray patchOf(const TaintChanges &changes)
{
    const auto node = JsonDocument::parse(tainted);
    return node ? taintPatch(node->root(), changes) : QByteArray();
}

} // namespace

class NodeVerbsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aTaintIsReadAndWrittenAsKubectlDoes()
    {
        const auto taint = Taint::parse("tier=db:NoSchedule");
        QVERIFY_RESULT(taint);
        QVERIFY((*taint == Taint{"tier", "db", "NoSchedule"}));
        QCOMPARE(taint->toString(), std::string("tier=db:NoSchedule"));
        QCOMPARE(Taint::parse("tier:NoExecute")->toString(), std::string("tier:NoExecute"));
        QCOMPARE(Taint::parse("tier=db").error().kind, ErrorKind::BadInput);
        QCOMPARE(Taint::parse("tier:").error().kind, ErrorKind::BadInput);
    }

    void whatTheServerWouldRefuseIsFoundBefore()
    {
        QCOMPARE(taintProblem({"tier", "db", "NoSchedule"}), TaintProblem::None);
        QCOMPARE(taintProblem({"tier", "", "PreferNoSchedule"}), TaintProblem::None);
        QCOMPARE(taintProblem({"", "db", "NoSchedule"}), TaintProblem::Key);
        QCOMPARE(taintProblem({"tier", "d b", "NoSchedule"}), TaintProblem::Value);
        QCOMPARE(taintProblem({"tier", "db", "Never"}), TaintProblem::Effect);
    }

    void anotherValueReplacesTheTaintOfItsKeyAndEffect()
    {
        const TaintChanges changes = taintChanges({{"a", "1", "NoSchedule"}, {"b", "", "NoExecute"}}, {{"a", "2", "NoSchedule"}});
        QCOMPARE(changes.put.size(), std::size_t(1));
        QCOMPARE(changes.put.front().value, std::string("2"));
        QCOMPARE(changes.taken.size(), std::size_t(1));
        QCOMPARE(changes.taken.front().key, std::string("b"));
    }

    void theOthersStayWithAllTheirFields()
    {
        QCOMPARE(patchOf({{{"tier", "web", "NoSchedule"}, {"new", "", "NoExecute"}}, {}}),
                 QByteArray(R"({"metadata":{"resourceVersion":"12"},"spec":{"taints":[)"
                            R"({"key":"node.kubernetes.io/unreachable","effect":"NoExecute","timeAdded":"2026-01-01T00:00:00Z"},)"
                            R"({"key":"tier","value":"web","effect":"NoSchedule"},{"key":"new","effect":"NoExecute"}]}})"));
    }

    void oneThatIsThereAlreadyKeepsTheTimeItWasAdded()
    {
        QVERIFY(patchOf({{{"node.kubernetes.io/unreachable", "", "NoExecute"}}, {}}).contains("timeAdded"));
    }

    void withoutAnyLeftTheListGoes()
    {
        QCOMPARE(patchOf({{}, {{"tier", "", "NoSchedule"}, {"node.kubernetes.io/unreachable", "", "NoExecute"}}}),
                 QByteArray(R"({"metadata":{"resourceVersion":"12"},"spec":{"taints":null}})"));
    }

    void cordoningAndUncordoningNameOneField()
    {
        QCOMPARE(cordonPatch(Schedulable::No), QByteArray(R"({"spec":{"unschedulable":true}})"));
        QCOMPARE(cordonPatch(Schedulable::Yes), QByteArray(R"({"spec":{"unschedulable":null}})"));
    }
};

ORRERY_GUILESS_TEST(NodeVerbsTest)
} // namespace node_verbs_test
#include "node_verbs_test.moc"
