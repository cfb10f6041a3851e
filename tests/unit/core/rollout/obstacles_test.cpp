// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/obstacles.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/rollout/workloads.h"

namespace obstacles_test {

using namespace kube;
using namespace kube::test;

namespace {

JsonNode pod(const std::string &name, const std::string &status, const std::string &metadata = {})
{
    return node("{'metadata':{'name':'" + name + "','uid':'p-" + name + "'" + metadata + "},'status':{" + status + "}}");
}

JsonNode waiting(const std::string &name, const std::string &reason, const std::string &message)
{
    return pod(name, "'phase':'Pending','containerStatuses':[{'state':{'running':{}}},{'state':{'waiting':{'reason':'" + reason + "','message':'" + message + "'}}}]");
}

JsonNode warning(const std::string &uid, const std::string &reason, const std::string &time, const std::string &type = "Warning")
{
    return node("{'type':'" + type + "','reason':'" + reason + "','message':'m','lastTimestamp':'" + time + "','involvedObject':{'kind':'ReplicaSet','name':'web-1','uid':'" + uid + "'}}");
}

std::string told(const std::vector<Obstacle> &obstacles)
{
    std::string text;
    for (const Obstacle &one : obstacles)
        text += one.subject + ' ' + one.reason + (one.count > 1 ? " x" + std::to_string(one.count) : "") + (one.message.empty() ? "" : ": " + one.message) + '\n';
    return text;
}

const JsonNode plain = workload("Deployment", {});

} // namespace

class ObstaclesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void conditionsThatAreBadAreTold()
    {
        const JsonNode object = workload("Deployment", {},
                                         "'conditions':[{'type':'Available','status':'False','reason':'MinimumReplicasUnavailable','message':'few'},"
                                         "{'type':'Progressing','status':'True','reason':'ReplicaSetUpdated'},"
                                         "{'type':'ReplicaFailure','status':'True','reason':'FailedCreate','message':'quota'}]");
        QCOMPARE(told(obstaclesOf(object, {}, {}, {})), std::string("Deployment/web FailedCreate: quota\nDeployment/web MinimumReplicasUnavailable: few\n"));
    }

    void whatAReplicaSetSaysIsToldOnce()
    {
        const std::string failure = "'conditions':[{'type':'ReplicaFailure','status':'True','reason':'FailedCreate','message':'quota'}]";
        const auto set = [&](const std::string &owner) {
            return node("{'metadata':{'name':'web-1','uid':'r-1','ownerReferences':[{'controller':true,'uid':'" + owner + "'}]},'status':{" + failure + "}}");
        };
        QCOMPARE(told(obstaclesOf(plain, {set("u-1")}, {}, {})), std::string("ReplicaSet/web-1 FailedCreate: quota\n"));
        QCOMPARE(told(obstaclesOf(plain, {set("u-2")}, {}, {})), std::string());
        QCOMPARE(told(obstaclesOf(workload("Deployment", {}, failure), {set("u-1")}, {}, {})), std::string("Deployment/web FailedCreate: quota\n"));
    }

    void podsAreCountedByWhatTheyWaitFor()
    {
        const std::vector<JsonNode> pods{
            waiting("a", "CrashLoopBackOff", "back-off"), waiting("b", "ImagePullBackOff", "no image"), waiting("c", "ImagePullBackOff", "no image"),
            pod("d", "'phase':'Running','conditions':[{'type':'Ready','status':'True'}]"),
            pod("e", "'phase':'Pending','conditions':[{'type':'PodScheduled','status':'False','reason':'Unschedulable','message':'0/3 nodes'}]"),
            pod("f", "'phase':'Running'", ",'deletionTimestamp':'2026-01-01T00:00:00Z'"), pod("g", "'phase':'Failed','reason':'Evicted','message':'disk'")};
        QCOMPARE(told(obstaclesOf(plain, {}, pods, {})),
                 std::string("Pod/b ImagePullBackOff x2: no image\nPod/a CrashLoopBackOff: back-off\nPod/e Unschedulable: 0/3 nodes\nPod/f Terminating\nPod/g Evicted: disk\n"));
    }

    void aContainerInTroubleComesBeforeOneThatIsBeingMade()
    {
        const JsonNode one = pod("a", "'phase':'Pending','initContainerStatuses':[{'state':{'waiting':{'reason':'PodInitializing'}}}],"
                                      "'containerStatuses':[{'state':{'waiting':{'reason':'ErrImagePull'}}}]");
        QCOMPARE(told(obstaclesOf(plain, {}, {one}, {})), std::string("Pod/a ErrImagePull\n"));
        QCOMPARE(told(obstaclesOf(plain, {}, {waiting("a", "ContainerCreating", "")}, {})), std::string("Pod/a ContainerCreating\n"));
    }

    void theNewestWarningAboutAnyOfThemIsTold()
    {
        const JsonNode set = node("{'metadata':{'name':'web-1','uid':'r-1','ownerReferences':[{'controller':true,'uid':'u-1'}]}}");
        const std::vector<JsonNode> events{warning("r-1", "Old", "2026-01-01T00:00:00Z"), warning("r-1", "FailedCreate", "2026-01-01T00:00:05Z"),
                                           warning("u-1", "Scaled", "2026-01-01T00:00:09Z", "Normal"), warning("other", "Other", "2026-01-01T00:00:09Z")};
        QCOMPARE(told(obstaclesOf(plain, {set}, {}, events)), std::string("ReplicaSet/web-1 FailedCreate: m\n"));
        QCOMPARE(obstaclesOf(plain, {set}, {}, events)[0].time, std::string("2026-01-01T00:00:05Z"));
    }

    void anEventOfTheNewGroupIsReadToo()
    {
        const JsonNode one = node("{'type':'Warning','reason':'FailedScheduling','note':'0/3','eventTime':'2026-01-01T00:00:00.000001Z','regarding':{'kind':'Pod','name':'a','uid':'p-a'}}");
        QCOMPARE(told(obstaclesOf(plain, {}, {waiting("a", "ContainerCreating", "")}, {one})), std::string("Pod/a ContainerCreating\nPod/a FailedScheduling: 0/3\n"));
    }
};

ORRERY_GUILESS_TEST(ObstaclesTest)
} // namespace obstacles_test
#include "obstacles_test.moc"
