// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout_status.h"
#include "core/rollout/scale_progress.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/rollout/workloads.h"

namespace rollout_status_test {

using namespace kube;
using namespace kube::test;

namespace {

using State = RolloutStatus::State;

const std::string rolling = "'updateStrategy':{'type':'RollingUpdate'}";
const std::string partitioned = "'updateStrategy':{'type':'RollingUpdate','rollingUpdate':{'partition':1}},'replicas':3";

} // namespace

class RolloutStatusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void eachStateHasKubectlsSentence_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("status");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("percent");
        const auto row = [](const char *name, const std::string &kind, const std::string &spec, const std::string &status, State state, const std::string &message, int percent) {
            QTest::newRow(name) << QString::fromStdString(kind) << QString::fromStdString(spec) << QString::fromStdString(status) << state
                                << QString::fromStdString(q(message)) << percent;
        };
        const std::string three = "'replicas':3";
        row("a Deployment's update is not seen yet", "Deployment", three, "'observedGeneration':1", State::Waiting, "Waiting for deployment spec update to be observed...", 0);
        row("new replicas lack", "Deployment", three, "'observedGeneration':2,'replicas':4,'updatedReplicas':1,'availableReplicas':3", State::Waiting,
            "Waiting for deployment 'web' rollout to finish: 1 out of 3 new replicas have been updated...", 16);
        row("old replicas are there still", "Deployment", three, "'observedGeneration':2,'replicas':5,'updatedReplicas':3,'availableReplicas':5", State::Waiting,
            "Waiting for deployment 'web' rollout to finish: 2 old replicas are pending termination...", 99);
        row("new replicas are not available", "Deployment", three, "'observedGeneration':2,'replicas':3,'updatedReplicas':3,'availableReplicas':1", State::Waiting,
            "Waiting for deployment 'web' rollout to finish: 1 of 3 updated replicas are available...", 66);
        row("a Deployment is done", "Deployment", three, "'observedGeneration':2,'replicas':3,'updatedReplicas':3,'availableReplicas':3", State::Done,
            "deployment 'web' successfully rolled out", 100);
        row("none are wanted", "Deployment", "'replicas':0", "'observedGeneration':2", State::Done, "deployment 'web' successfully rolled out", 100);
        row("the deadline is over", "Deployment", three,
            "'observedGeneration':2,'replicas':4,'updatedReplicas':1,'availableReplicas':3,'conditions':[{'type':'Progressing','status':'False','reason':'ProgressDeadlineExceeded'}]",
            State::Failed, "deployment 'web' exceeded its progress deadline", 16);
        row("a deadline of before the update does not count", "Deployment", three,
            "'observedGeneration':1,'conditions':[{'type':'Progressing','status':'False','reason':'ProgressDeadlineExceeded'}]", State::Waiting,
            "Waiting for deployment spec update to be observed...", 0);

        row("a DaemonSet by hand has no rollout", "DaemonSet", "'updateStrategy':{'type':'OnDelete'}", "'observedGeneration':2", State::Untold,
            "rollout status is only available for RollingUpdate strategy type", 0);
        row("a DaemonSet's update is not seen yet", "DaemonSet", rolling, "'observedGeneration':1", State::Waiting, "Waiting for daemon set spec update to be observed...", 0);
        row("new Pods of a DaemonSet lack", "DaemonSet", rolling, "'observedGeneration':2,'desiredNumberScheduled':4,'updatedNumberScheduled':1,'numberAvailable':3", State::Waiting,
            "Waiting for daemon set 'web' rollout to finish: 1 out of 4 new pods have been updated...", 12);
        row("Pods of a DaemonSet are not available", "DaemonSet", rolling, "'observedGeneration':2,'desiredNumberScheduled':4,'updatedNumberScheduled':4,'numberAvailable':3", State::Waiting,
            "Waiting for daemon set 'web' rollout to finish: 3 of 4 updated pods are available...", 87);
        row("a DaemonSet is done", "DaemonSet", rolling, "'observedGeneration':2,'desiredNumberScheduled':4,'updatedNumberScheduled':4,'numberAvailable':4", State::Done,
            "daemon set 'web' successfully rolled out", 100);

        row("a StatefulSet by hand has no rollout", "StatefulSet", "'updateStrategy':{'type':'OnDelete'}", "'observedGeneration':2", State::Untold,
            "rollout status is only available for RollingUpdate strategy type", 0);
        row("a StatefulSet was never seen", "StatefulSet", rolling, "", State::Waiting, "Waiting for statefulset spec update to be observed...", 0);
        row("a StatefulSet's update is not seen yet", "StatefulSet", rolling, "'observedGeneration':1", State::Waiting, "Waiting for statefulset spec update to be observed...", 0);
        row("Pods of a StatefulSet are not ready", "StatefulSet", rolling + ",'replicas':3", "'observedGeneration':2,'replicas':3,'readyReplicas':1,'updatedReplicas':3", State::Waiting,
            "Waiting for 2 pods to be ready...", 66);
        row("a partition is not reached", "StatefulSet", partitioned, "'observedGeneration':2,'replicas':3,'readyReplicas':3,'updatedReplicas':1", State::Waiting,
            "Waiting for partitioned roll out to finish: 1 out of 2 new pods have been updated...", 33);
        row("a partition is reached", "StatefulSet", partitioned, "'observedGeneration':2,'replicas':3,'readyReplicas':3,'updatedReplicas':2", State::Done,
            "partitioned roll out complete: 2 new pods have been updated...", 100);
        row("a StatefulSet without a partition goes on", "StatefulSet", rolling + ",'replicas':3",
            "'observedGeneration':2,'replicas':3,'readyReplicas':3,'updatedReplicas':1,'updateRevision':'web-2','currentRevision':'web-1'", State::Waiting,
            "waiting for statefulset rolling update to complete 1 pods at revision web-2...", 33);
        row("a StatefulSet without a partition is done", "StatefulSet", rolling + ",'replicas':3",
            "'observedGeneration':2,'replicas':3,'readyReplicas':3,'currentReplicas':3,'updatedReplicas':3,'updateRevision':'web-2','currentRevision':'web-2'", State::Done,
            "statefulset rolling update complete 3 pods at revision web-2...", 100);
        row("a kind without rollouts", "ReplicaSet", three, "", State::Untold, "no status viewer has been implemented for ReplicaSet", 0);
    }

    void eachStateHasKubectlsSentence()
    {
        QFETCH(QString, kind);
        QFETCH(QString, spec);
        QFETCH(QString, status);
        QFETCH(State, state);
        QFETCH(QString, message);
        QFETCH(int, percent);
        const RolloutStatus told = rolloutStatus(workload(kind.toStdString(), spec.toStdString(), status.toStdString()));
        QCOMPARE(QString::fromStdString(told.message), message);
        QCOMPARE(static_cast<int>(told.state), static_cast<int>(state));
        QCOMPARE(told.percent, percent);
    }

    void aScaleIsDoneWhenTheNumberIsSeenAndThereAndReady()
    {
        const auto progress = [](const std::string &status, std::int64_t current) { return scaleProgress(workload("Deployment", {}, status), 3, current); };
        QVERIFY(!progress("'observedGeneration':1,'readyReplicas':3", 3).isDone);
        QVERIFY(!progress("'observedGeneration':1,'readyReplicas':3", 3).isObserved);
        QVERIFY(!progress("'observedGeneration':2,'readyReplicas':3", 4).isDone);
        QVERIFY(!progress("'observedGeneration':2,'readyReplicas':2", 3).isDone);
        QVERIFY(progress("'observedGeneration':2,'readyReplicas':3", 3).isDone);
        QVERIFY(scaleProgress(workload("Deployment", {}, "'observedGeneration':2"), 0, 0).isDone); // zeros are left out
        QCOMPARE(*progress("'observedGeneration':2", 0).ready, std::int64_t(0));
    }

    void aKindThatDoesNotSayWhatIsReadyIsDoneByItsNumberAlone()
    {
        const JsonNode custom = node("{'apiVersion':'example.com/v1','kind':'Foo','metadata':{'name':'f','generation':4},'status':{'replicas':3}}");
        QVERIFY(scaleProgress(custom, 3, 3).isDone);
        QVERIFY(!scaleProgress(custom, 3, 2).isDone);
        QVERIFY(!scaleProgress(custom, 3, 3).ready);
        const JsonNode telling = node("{'apiVersion':'example.com/v1','kind':'Foo','metadata':{'name':'f','generation':4},'status':{'readyReplicas':2,'observedGeneration':4}}");
        QVERIFY(!scaleProgress(telling, 3, 3).isDone);
    }
};

ORRERY_GUILESS_TEST(RolloutStatusTest)
} // namespace rollout_status_test
#include "rollout_status_test.moc"
