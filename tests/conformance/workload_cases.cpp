// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto mergePatch = "application/merge-patch+json";

bool isAvailable(const QJsonObject &deployment, int replicas)
{
    return at(deployment, u"status.observedGeneration"_s) == at(deployment, u"metadata.generation"_s)
        && at(deployment, u"status.availableReplicas"_s).toInt() == replicas && at(deployment, u"status.updatedReplicas"_s).toInt() == replicas
        && at(deployment, u"status.replicas"_s).toInt() == replicas;
}

} // namespace

class WorkloadCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void defaultsAreFilledIn();
    void everyChangeOfTheSpecIsAGenerationAndIsObserved();
    void theStatusIsNotWrittenWithTheObject();
    void aScaleIsReadAndWritten();
    void aScaleOfAnOldVersionConflicts();
    void aScaleBelowNothingIsInvalid();
    void aDeploymentMakesItsPods();
    void aPodThatIsDeletedIsReplaced();
    void aNewTemplateRollsOut();
    void aDeploymentTakesItsPodsAlong();

private:
    QString deployments() const { return path(u"apps/v1/deployments"_s); }
    QString one(const QString &name) const { return path(u"apps/v1/deployments"_s, name); }
};

void WorkloadCases::defaultsAreFilledIn()
{
    QJsonObject object = deployment(u"defaults"_s, 0);
    QJsonObject spec = object.value("spec"_L1).toObject();
    spec.remove("replicas"_L1);
    spec["strategy"_L1] = QJsonObject(); // as `kubectl create deployment` has it
    object["spec"_L1] = spec;
    const Answer made = api().post(deployments() + u"?dryRun=All"_s, object);
    QCOMPARE(made.code, 201);
    QCOMPARE(at(made.body, u"spec.replicas"_s).toInt(), 1);
    QCOMPARE(at(made.body, u"spec.revisionHistoryLimit"_s).toInt(), 10);
    QCOMPARE(at(made.body, u"spec.progressDeadlineSeconds"_s).toInt(), 600);
    QCOMPARE(textAt(made.body, u"spec.strategy.rollingUpdate.maxSurge"_s), u"25%"_s);
    const QJsonValue pod = at(made.body, u"spec.template.spec"_s);
    QCOMPARE(textAt(pod, u"restartPolicy"_s), u"Always"_s);
    QCOMPARE(textAt(pod, u"dnsPolicy"_s), u"ClusterFirst"_s);
    QCOMPARE(textAt(pod, u"containers.0.terminationMessagePath"_s), u"/dev/termination-log"_s);
    QCOMPARE(at(made.body, u"metadata.generation"_s).toInt(), 1);
    QVERIFY(at(made.body, u"status"_s).isObject());
}

void WorkloadCases::everyChangeOfTheSpecIsAGenerationAndIsObserved()
{
    QCOMPARE(at(api().post(deployments(), deployment(u"generations"_s, 0)).body, u"metadata.generation"_s).toInt(), 1);
    const auto observed = [](int generation) {
        return [generation](const QJsonObject &object) { return at(object, u"status.observedGeneration"_s).toInt() == generation; };
    };
    QVERIFY(!await(api(), deployments(), u"generations"_s, observed(1)).isEmpty());
    const Answer labelled = api().patch(one(u"generations"_s), mergePatch, R"({"metadata":{"labels":{"a":"b"}}})");
    QCOMPARE(at(labelled.body, u"metadata.generation"_s).toInt(), 1);
    const Answer changed = api().patch(one(u"generations"_s), mergePatch, R"({"spec":{"revisionHistoryLimit":3}})");
    QCOMPARE(at(changed.body, u"metadata.generation"_s).toInt(), 2);
    QVERIFY(!await(api(), deployments(), u"generations"_s, observed(2)).isEmpty());
}

void WorkloadCases::theStatusIsNotWrittenWithTheObject()
{
    QCOMPARE(api().post(deployments(), deployment(u"status"_s, 0)).code, 201);
    QVERIFY(!await(api(), deployments(), u"status"_s, [](const QJsonObject &object) { return isAvailable(object, 0); }).isEmpty());
    const Answer object = api().patch(one(u"status"_s), mergePatch, R"({"status":{"collisionCount":7}})");
    QCOMPARE(object.code, 200);
    QVERIFY(at(object.body, u"status.collisionCount"_s).isUndefined());
    const Answer status = api().patch(one(u"status"_s) + u"/status"_s, mergePatch, R"({"spec":{"revisionHistoryLimit":1},"status":{"collisionCount":7}})");
    QCOMPARE(status.code, 200);
    QCOMPARE(at(status.body, u"status.collisionCount"_s).toInt(), 7);
    QCOMPARE(at(status.body, u"spec.revisionHistoryLimit"_s).toInt(), 10);
    QCOMPARE(at(status.body, u"metadata.generation"_s).toInt(), 1);
}

void WorkloadCases::aScaleIsReadAndWritten()
{
    const QJsonObject object = api().post(deployments(), deployment(u"scaled"_s, 0)).body;
    const Answer scale = api().get(one(u"scaled"_s) + u"/scale"_s);
    QCOMPARE(scale.code, 200);
    QCOMPARE(textAt(scale.body, u"kind"_s), u"Scale"_s);
    QCOMPARE(textAt(scale.body, u"apiVersion"_s), u"autoscaling/v1"_s);
    QCOMPARE(textAt(scale.body, u"metadata.uid"_s), textAt(object, u"metadata.uid"_s));
    QCOMPARE(at(scale.body, u"status.replicas"_s).toInt(-1), 0);
    QCOMPARE(textAt(scale.body, u"status.selector"_s), u"app=scaled"_s);
    QVERIFY(at(scale.body, u"metadata.labels"_s).isUndefined());

    const QJsonObject wanted{{"kind"_L1, "Scale"_L1}, {"apiVersion"_L1, "autoscaling/v1"_L1},
                             {"metadata"_L1, QJsonObject{{"name"_L1, "scaled"_L1}, {"namespace"_L1, space()}}}, {"spec"_L1, QJsonObject{{"replicas"_L1, 2}}}};
    const Answer written = api().put(one(u"scaled"_s) + u"/scale"_s, wanted);
    QCOMPARE(written.code, 200);
    QCOMPARE(at(written.body, u"spec.replicas"_s).toInt(), 2);
    QCOMPARE(at(api().get(one(u"scaled"_s)).body, u"spec.replicas"_s).toInt(), 2);
    const Answer patched = api().patch(one(u"scaled"_s) + u"/scale"_s, mergePatch, R"({"spec":{"replicas":0}})");
    QCOMPARE(patched.code, 200);
    // Zero is not written in a Scale, but is in the object.
    QVERIFY(at(patched.body, u"spec"_s).isObject() && at(patched.body, u"spec.replicas"_s).isUndefined());
    QCOMPARE(at(api().get(one(u"scaled"_s)).body, u"spec.replicas"_s).toInt(-1), 0);
}

void WorkloadCases::aScaleOfAnOldVersionConflicts()
{
    QCOMPARE(api().post(deployments(), deployment(u"stale"_s, 0)).code, 201);
    const QJsonObject wanted{{"kind"_L1, "Scale"_L1}, {"apiVersion"_L1, "autoscaling/v1"_L1},
                             {"metadata"_L1, QJsonObject{{"name"_L1, "stale"_L1}, {"namespace"_L1, space()}, {"resourceVersion"_L1, "1"_L1}}}, {"spec"_L1, QJsonObject{{"replicas"_L1, 2}}}};
    const Answer refused = api().put(one(u"stale"_s) + u"/scale"_s, wanted);
    QCOMPARE(refused.code, 409);
    QCOMPARE(refused.reason(), u"Conflict"_s);
    QCOMPARE(refused.message(), u"Operation cannot be fulfilled on deployments.apps \"stale\": the object has been modified; please apply your changes to the latest version and try again"_s);
    QCOMPARE(at(api().get(one(u"stale"_s)).body, u"spec.replicas"_s).toInt(), 0);
}

void WorkloadCases::aScaleBelowNothingIsInvalid()
{
    const Answer refused = api().patch(one(u"stale"_s) + u"/scale"_s, mergePatch, R"({"spec":{"replicas":-1}})");
    QCOMPARE(refused.code, 422);
    QCOMPARE(causesOf(refused), QStringList{u"spec.replicas FieldValueInvalid"_s});
    QCOMPARE(api().get(path(u"configmaps"_s, u"x/scale"_s)).code, 404);
}

void WorkloadCases::aDeploymentMakesItsPods()
{
    QCOMPARE(api().post(deployments(), deployment(u"alive"_s, 2)).code, 201);
    QVERIFY(!await(api(), deployments(), u"alive"_s, [](const QJsonObject &object) { return isAvailable(object, 2); }).isEmpty());
    const QJsonArray sets = api().get(path(u"apps/v1/replicasets"_s) + u"?labelSelector=app%3Dalive"_s).body.value("items"_L1).toArray();
    QCOMPARE(sets.size(), 1);
    QCOMPARE(textAt(sets.at(0), u"metadata.ownerReferences.0.kind"_s), u"Deployment"_s);
    QCOMPARE(textAt(sets.at(0), u"metadata.annotations.deployment\\.kubernetes\\.io/revision"_s), u"1"_s);
    const QJsonArray pods = api().get(path(u"pods"_s) + u"?labelSelector=app%3Dalive"_s).body.value("items"_L1).toArray();
    QCOMPARE(pods.size(), 2);
    for (const QJsonValue &pod : pods) {
        QCOMPARE(textAt(pod, u"metadata.ownerReferences.0.uid"_s), textAt(sets.at(0), u"metadata.uid"_s));
        QCOMPARE(at(pod, u"metadata.ownerReferences.0.controller"_s), QJsonValue(true));
        QCOMPARE(textAt(pod, u"metadata.labels.pod-template-hash"_s), textAt(sets.at(0), u"metadata.labels.pod-template-hash"_s));
        QVERIFY(textAt(pod, u"metadata.name"_s).startsWith(textAt(sets.at(0), u"metadata.name"_s) + u'-'));
        QCOMPARE(textAt(pod, u"status.phase"_s), u"Running"_s);
        QVERIFY(!textAt(pod, u"spec.nodeName"_s).isEmpty());
    }
    QVERIFY(!namesOf(api().get(path(u"pods"_s) + u"?fieldSelector=status.phase%3DRunning"_s).body).isEmpty());
}

void WorkloadCases::aPodThatIsDeletedIsReplaced()
{
    const QStringList before = namesOf(api().get(path(u"pods"_s) + u"?labelSelector=app%3Dalive"_s).body);
    QVERIFY(!before.isEmpty());
    const Answer asked = api().remove(path(u"pods"_s, before.first()));
    QCOMPARE(asked.code, 200);
    QCOMPARE(textAt(asked.body, u"kind"_s), u"Pod"_s);
    QVERIFY(!textAt(asked.body, u"metadata.deletionTimestamp"_s).isEmpty());
    QVERIFY(awaitEnd(api(), path(u"pods"_s), before.first()));
    // The Deployment's status may still be that of before: the Pods themselves tell.
    QTRY_COMPARE_WITH_TIMEOUT(namesOf(api().get(path(u"pods"_s) + u"?labelSelector=app%3Dalive"_s).body).size(), 2, 60'000);
    QVERIFY(!namesOf(api().get(path(u"pods"_s) + u"?labelSelector=app%3Dalive"_s).body).contains(before.first()));
    QVERIFY(!await(api(), deployments(), u"alive"_s, [](const QJsonObject &object) { return isAvailable(object, 2); }).isEmpty());
}

void WorkloadCases::aNewTemplateRollsOut()
{
    const Answer changed = api().patch(one(u"alive"_s), "application/strategic-merge-patch+json",
                                       R"({"spec":{"template":{"spec":{"containers":[{"name":"app","image":"registry.example.com/web:2"}]}}}})");
    QCOMPARE(changed.code, 200);
    QVERIFY(!await(api(), deployments(), u"alive"_s, [](const QJsonObject &object) { return isAvailable(object, 2); }).isEmpty());
    const QJsonArray sets = api().get(path(u"apps/v1/replicasets"_s) + u"?labelSelector=app%3Dalive"_s).body.value("items"_L1).toArray();
    QCOMPARE(sets.size(), 2);
    for (const QJsonValue &set : sets) {
        const bool isNew = textAt(set, u"spec.template.spec.containers.0.image"_s) == "registry.example.com/web:2"_L1;
        QCOMPARE(at(set, u"spec.replicas"_s).toInt(-1), isNew ? 2 : 0);
        QCOMPARE(textAt(set, u"metadata.annotations.deployment\\.kubernetes\\.io/revision"_s), isNew ? u"2"_s : u"1"_s);
    }
    QCOMPARE(textAt(api().get(one(u"alive"_s)).body, u"metadata.annotations.deployment\\.kubernetes\\.io/revision"_s), u"2"_s);
}

void WorkloadCases::aDeploymentTakesItsPodsAlong()
{
    // Those of the old template may still be on their way out: the last one's end tells.
    const QStringList pods = namesOf(api().get(path(u"pods"_s) + u"?labelSelector=app%3Dalive"_s).body);
    QVERIFY(!pods.isEmpty());
    QCOMPARE(api().remove(one(u"alive"_s), {{"propagationPolicy"_L1, "Background"_L1}}).code, 200);
    for (const QString &pod : pods)
        QVERIFY(awaitEnd(api(), path(u"pods"_s), pod));
    QTRY_COMPARE_WITH_TIMEOUT(api().get(path(u"apps/v1/replicasets"_s) + u"?labelSelector=app%3Dalive"_s).body.value("items"_L1).toArray().size(), 0, 60'000);
}

int runWorkloadCases(Server &server, const QStringList &args)
{
    WorkloadCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "workload_cases.moc"
