// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_meta.h"
#include "core/rollout/rollout_change.h"
#include "core/rollout/workload_kind.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/rollout/workloads.h"

namespace rollout_change_test {

using namespace kube;
using namespace kube::test;

namespace {

const WallTime noon = *parseTime("2026-01-02T12:00:00Z");

QString refusal(const Result<ObjectPatch> &patch)
{
    return patch ? QStringLiteral("not refused: ") + QString::fromStdString(patch->body) : patch.error().message;
}

const std::string twoContainers =
    "'template':{'spec':{'initContainers':[{'name':'setup','image':'s:1'}],'containers':[{'name':'web','image':'w:1'},{'name':'log','image':'l:1'}]}}";

} // namespace

class RolloutChangeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aRestartSetsTheTimeInThePodTemplateOfThisVeryObject()
    {
        for (const char *kind : {"Deployment", "StatefulSet", "DaemonSet"}) {
            const auto patch = restartPatch(workload(kind, podTemplate("i:1")), noon);
            QVERIFY_RESULT(patch);
            QCOMPARE(patch->type, PatchType::Merge);
            QCOMPARE(patch->body, q("{'spec':{'template':{'metadata':{'annotations':{'kubectl.kubernetes.io/restartedAt':'2026-01-02T12:00:00Z'}}}},'metadata':{'uid':'u-1'}}"));
        }
    }

    void aPausedDeploymentIsNotRestarted()
    {
        QCOMPARE(refusal(restartPatch(workload("Deployment", "'paused':true"), noon)), QStringLiteral("can't restart paused deployment (run rollout resume first)"));
        QCOMPARE(refusal(restartPatch(workload("ReplicaSet", {}), noon)), QStringLiteral("restarting is not supported"));
    }

    void aSecondRestartWithinASecondIsRefused()
    {
        const JsonNode restarted = workload("DaemonSet", "'template':{'metadata':{'annotations':{'kubectl.kubernetes.io/restartedAt':'2026-01-02T12:00:00Z'}}}");
        QVERIFY(refusal(restartPatch(restarted, noon)).startsWith(QStringLiteral("if restart has already been triggered within the past second")));
        QVERIFY_RESULT(restartPatch(restarted, noon + std::chrono::seconds(1)));
    }

    void whatIsPausedIsNotPausedAgain()
    {
        const JsonNode paused = workload("Deployment", "'paused':true");
        const JsonNode running = workload("Deployment", "'paused':false");
        QCOMPARE(refusal(pausePatch(paused)), QStringLiteral("is already paused"));
        QCOMPARE(refusal(resumePatch(running)), QStringLiteral("is not paused"));
        QCOMPARE(refusal(resumePatch(workload("Deployment", {}))), QStringLiteral("is not paused"));
        QCOMPARE(pausePatch(running)->body, q("{'spec':{'paused':true},'metadata':{'uid':'u-1'}}"));
        QCOMPARE(resumePatch(paused)->body, q("{'spec':{'paused':null},'metadata':{'uid':'u-1'}}"));
    }

    void onlyDeploymentsArePaused()
    {
        QCOMPARE(refusal(pausePatch(workload("StatefulSet", {}))), QStringLiteral("pausing is not supported"));
        QCOMPARE(refusal(resumePatch(workload("DaemonSet", {}))), QStringLiteral("resuming is not supported"));
    }

    void imagesAreListedInitContainersFirst()
    {
        const std::vector<ContainerImage> images = containerImages(workload("StatefulSet", twoContainers));
        const std::vector<ContainerImage> wanted{{"setup", "s:1", ContainerImage::Role::Init}, {"web", "w:1", ContainerImage::Role::Main}, {"log", "l:1", ContainerImage::Role::Main}};
        QVERIFY(images == wanted);
    }

    void onlyImagesThatDifferAreSent()
    {
        const JsonNode object = workload("Deployment", twoContainers);
        const auto patch = imagePatch(object, {{"setup", "s:2"}, {"web", "w:1"}, {"log", "l:2"}});
        QVERIFY_RESULT(patch);
        QCOMPARE(patch->type, PatchType::Strategic);
        QCOMPARE(patch->body, q("{'spec':{'template':{'spec':{'initContainers':[{'name':'setup','image':'s:2'}],'containers':[{'name':'log','image':'l:2'}]}}},'metadata':{'uid':'u-1'}}"));
    }

    void anImageOfAContainerThatIsNotThereIsRefused()
    {
        const JsonNode object = workload("Deployment", twoContainers);
        QCOMPARE(refusal(imagePatch(object, {{"x", "s:2"}})), QStringLiteral("unable to find container named \"x\""));
        QVERIFY(!imagePatch(object, {{"web", "w:1"}}));
        QVERIFY(!imagePatch(object, {{"web", ""}}));
    }

    void theKindsAreKnownByGroupAndKind()
    {
        QVERIFY(workloadKindOf("apps", "Deployment") == WorkloadKind::Deployment);
        QVERIFY(workloadKindOf("extensions", "DaemonSet") == WorkloadKind::DaemonSet);
        QVERIFY(!workloadKindOf("apps", "ReplicaSet"));
        QVERIFY(!workloadKindOf("example.com", "Deployment"));
    }

    void aSelectorIsWrittenAsListsTakeIt()
    {
        QCOMPARE(selectorOf(workload("Deployment", "'selector':{'matchLabels':{'a':'b','c':'d'},'matchExpressions':[{'key':'e','operator':'In','values':['f','g']},"
                                                   "{'key':'h','operator':'NotIn','values':['i']},{'key':'j','operator':'Exists'},{'key':'k','operator':'DoesNotExist'}]}")),
                 std::string("a=b,c=d,e in (f,g),h notin (i),j,!k"));
        QCOMPARE(selectorOf(workload("Deployment", {})), std::string());
    }
};

ORRERY_GUILESS_TEST(RolloutChangeTest)
} // namespace rollout_change_test
#include "rollout_change_test.moc"
