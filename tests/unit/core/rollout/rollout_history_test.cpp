// SPDX-License-Identifier: Apache-2.0
#include "core/object/patch.h"
#include "core/rollout/rollout_undo.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/rollout/workloads.h"

namespace rollout_history_test {

using namespace kube;
using namespace kube::test;

namespace {

std::string ownedBy(const std::string &uid)
{
    return "'ownerReferences':[{'kind':'X','name':'web','uid':'" + uid + "','controller':true}]";
}

JsonNode replicaSet(int number, const std::string &image, const std::string &uid = "u-1", const std::string &annotations = {})
{
    const std::string n = std::to_string(number);
    return node("{'metadata':{'name':'web-" + image + "','creationTimestamp':'2026-01-0" + n + "T00:00:00Z','labels':{'pod-template-hash':'h" + n
                + "'},'annotations':{'deployment.kubernetes.io/revision':'" + n + "'" + annotations + "}," + ownedBy(uid) + "},'spec':{'replicas':1,"
                + podTemplate(image, "'a':'b','pod-template-hash':'h" + n + "'") + "},'status':{'replicas':2,'readyReplicas':1}}");
}

JsonNode controllerRevision(int number, const std::string &image, const std::string &uid = "u-1")
{
    const std::string n = std::to_string(number);
    return node("{'metadata':{'name':'web-r" + n + "','creationTimestamp':'2026-01-0" + n + "T00:00:00Z','labels':{'controller-revision-hash':'r" + n + "'},"
                + ownedBy(uid) + "},'revision':" + n + ",'data':{'spec':{" + podTemplate(image, "'a':'b'", "'$patch':'replace',") + "}}}");
}

JsonNode deployment(const std::string &image, const std::string &spec = {}, const std::string &annotations = {})
{
    return workload("Deployment", spec + podTemplate(image), {}, annotations);
}

QString refusal(const Result<UndoPlan> &plan)
{
    return plan ? QStringLiteral("not refused") : plan.error().message;
}

} // namespace

class RolloutHistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aDeploymentsRevisionsAreItsReplicaSets()
    {
        const auto history = rolloutHistory(deployment("i:1"), {replicaSet(3, "i:1", "u-1", ",'kubernetes.io/change-cause':'back'"), replicaSet(2, "i:2"), replicaSet(1, "i:9", "u-2")});
        QCOMPARE(history.size(), std::size_t(2));
        QCOMPARE(history[0].number, std::int64_t(2));
        QCOMPARE(history[0].name, std::string("web-i:2"));
        QVERIFY(!history[0].isCurrent);
        QVERIFY(history[1].isCurrent);
        QCOMPARE(history[1].changeCause, std::string("back"));
        QCOMPARE(history[1].created, std::string("2026-01-03T00:00:00Z"));
        QCOMPARE(*history[1].pods, std::int64_t(2));
        QCOMPARE(*history[1].readyPods, std::int64_t(1));
    }

    void theOthersRevisionsAreControllerRevisions()
    {
        for (const char *kind : {"StatefulSet", "DaemonSet"}) {
            auto history = rolloutHistory(workload(kind, podTemplate("i:2")), {controllerRevision(2, "i:2"), controllerRevision(1, "i:1"), controllerRevision(3, "i:3", "u-2")});
            QCOMPARE(history.size(), std::size_t(2));
            QVERIFY(history[1].isCurrent);
            QVERIFY(!history[1].pods);
            const std::string hash = std::string(kind) == "StatefulSet" ? "web-r2" : "r2";
            countPods(history, {node("{'metadata':{'labels':{'controller-revision-hash':'" + hash + "'}},'status':{'conditions':[{'type':'Ready','status':'True'}]}}"),
                                node("{'metadata':{'labels':{'controller-revision-hash':'" + hash + "'}}}"), node("{'metadata':{}}")});
            QCOMPARE(*history[1].pods, std::int64_t(2));
            QCOMPARE(*history[1].readyPods, std::int64_t(1));
            QCOMPARE(*history[0].pods, std::int64_t(0));
        }
    }

    void templatesAreTextsWithoutWhatControllersAdd()
    {
        const auto ofSet = rolloutHistory(deployment("i:1"), {replicaSet(1, "i:1")});
        const auto ofRevision = rolloutHistory(workload("DaemonSet", podTemplate("i:1")), {controllerRevision(1, "i:1")});
        const std::string text = "metadata:\n  labels:\n    a: b\nspec:\n  containers:\n  - image: i:1\n    name: c\n";
        QCOMPARE(podTemplateYaml(ofSet[0].podTemplate), text);
        QCOMPARE(podTemplateYaml(ofRevision[0].podTemplate), text);
    }

    void undoOfADeploymentBringsTemplateAndAnnotationsBack()
    {
        const JsonNode object = deployment("i:2", {}, "'deployment.kubernetes.io/revision':'2','mine':'x'");
        const auto history = rolloutHistory(object, {replicaSet(1, "i:1", "u-1", ",'old':'y','deployment.kubernetes.io/desired-replicas':'9'"), replicaSet(2, "i:2")});
        for (const std::int64_t number : {0, 1}) {
            const auto plan = undoRollout(object, history, number);
            QVERIFY_RESULT(plan);
            QCOMPARE(plan->revision, std::int64_t(1));
            QCOMPARE(plan->patch.type, PatchType::Json);
            std::string text;
            object.write(text);
            const auto after = applyJsonPatch(text, plan->patch.body);
            QVERIFY_RESULT(after);
            const JsonNode stored = JsonNode::parse(*after, "test").value();
            QCOMPARE(podTemplateYaml(podTemplateOf(stored)), podTemplateYaml(podTemplateOf(deployment("i:1"))));
            QVERIFY(stored.find("metadata")->find("annotations")->equals(node("{'deployment.kubernetes.io/revision':'2','old':'y'}")));
        }
    }

    void undoOfADeploymentHoldsOnlyWhileNobodyElseChangedIt()
    {
        const JsonNode object = deployment("i:2");
        const auto plan = undoRollout(object, rolloutHistory(object, {replicaSet(1, "i:1"), replicaSet(2, "i:2")}), 1);
        QVERIFY_RESULT(plan);
        std::string text;
        workload("Deployment", podTemplate("i:3"), {}, {}, 3).write(text);
        const auto after = applyJsonPatch(text, plan->patch.body);
        QVERIFY(!after);
        QCOMPARE(after.error().kind, ErrorKind::Invalid);
    }

    void undoOfTheOthersSendsWhatTheRevisionKeeps()
    {
        const JsonNode object = workload("StatefulSet", podTemplate("i:2"));
        const auto plan = undoRollout(object, rolloutHistory(object, {controllerRevision(1, "i:1"), controllerRevision(2, "i:2")}), 0);
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->patch.type, PatchType::Strategic);
        const JsonNode sent = JsonNode::parse(plan->patch.body, "patch").value();
        QVERIFY(sent.find("spec")->equals(*controllerRevision(1, "i:1").find("data")->find("spec")));
        QVERIFY(sent.find("metadata")->equals(node("{'uid':'u-1'}")));
    }

    void undoToWhatIsThereIsSkipped()
    {
        const JsonNode object = deployment("i:2");
        const auto plan = undoRollout(object, rolloutHistory(object, {replicaSet(1, "i:1"), replicaSet(2, "i:2")}), 2);
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->skipped, std::string("skipped rollback (current template already matches revision 2)"));
        QVERIFY(plan->patch.body.empty());
    }

    void aPausedDeploymentIsNotUndone()
    {
        const JsonNode object = deployment("i:2", "'paused':true,");
        const auto history = rolloutHistory(object, {replicaSet(1, "i:1"), replicaSet(2, "i:2")});
        QCOMPARE(refusal(undoRollout(object, history, 1)),
                 QStringLiteral("you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume deployment/web' and try again"));
    }

    void undoToWhatIsNotKeptIsRefused()
    {
        const JsonNode object = deployment("i:2");
        QCOMPARE(refusal(undoRollout(object, rolloutHistory(object, {replicaSet(2, "i:2")}), 7)), QStringLiteral("unable to find specified revision 7 in history"));
        QCOMPARE(refusal(undoRollout(object, rolloutHistory(object, {replicaSet(2, "i:2")}), 0)), QStringLiteral("no rollout history found for deployment \"web\""));
        const JsonNode daemons = workload("DaemonSet", podTemplate("i:2"));
        QCOMPARE(refusal(undoRollout(daemons, rolloutHistory(daemons, {controllerRevision(2, "i:2")}), 0)), QStringLiteral("no last revision to roll back to"));
    }
};

ORRERY_GUILESS_TEST(RolloutHistoryTest)
} // namespace rollout_history_test
#include "rollout_history_test.moc"
