// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

#include <QJsonDocument>

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto mergePatch = "application/merge-patch+json";
constexpr auto strategicPatch = "application/strategic-merge-patch+json";

/// What `kubectl rollout status` waits for.
bool isRolledOut(const QJsonObject &deployment)
{
    const int wanted = at(deployment, u"spec.replicas"_s).toInt();
    const QJsonValue status = at(deployment, u"status"_s);
    const auto number = [&status](const char *name) { return at(status, QLatin1String(name)).toInt(); };
    return number("observedGeneration") >= at(deployment, u"metadata.generation"_s).toInt() && number("updatedReplicas") == wanted && number("replicas") == wanted
        && number("availableReplicas") == wanted;
}

/// "True NewReplicaSetAvailable"
QString condition(const QJsonObject &deployment, const QString &type)
{
    for (const QJsonValue &value : at(deployment, u"status.conditions"_s).toArray()) {
        if (textAt(value, u"type"_s) == type)
            return textAt(value, u"status"_s) + u' ' + textAt(value, u"reason"_s);
    }
    return u"none"_s;
}

int revisionOf(const QJsonValue &object)
{
    return textAt(object, u"metadata.annotations.deployment\\.kubernetes\\.io/revision"_s).toInt();
}

} // namespace

class RolloutCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void aRolloutStaysWithinItsBounds();
    void itsProgressIsTold();
    void aRollbackIsTheNextRevision();
    void aPausedDeploymentWaits();
    void recreateEndsTheOldFirst();
    void aRolloutThatCannotEndIsOutOfTime();
    void oldReplicaSetsAreForgotten();

private:
    QString deployments() const { return path(u"apps/v1/deployments"_s); }
    QString one(const QString &name) const { return path(u"apps/v1/deployments"_s, name); }
    QJsonArray setsOf(const QString &name) { return api().get(path(u"apps/v1/replicasets"_s) + u"?labelSelector=app%3D"_s + name).body.value("items"_L1).toArray(); }
    /// A Deployment with this in its spec, rolled out.
    void begin(const QString &name, int replicas, const QJsonObject &more)
    {
        QJsonObject object = deployment(name, replicas);
        QJsonObject spec = object.value("spec"_L1).toObject();
        for (auto it = more.begin(); it != more.end(); ++it)
            spec[it.key()] = it.value();
        object["spec"_L1] = spec;
        QCOMPARE(api().post(deployments(), object).code, 201);
        QVERIFY(!await(api(), deployments(), name, isRolledOut).isEmpty());
    }
    QJsonObject setImage(const QString &name, const QByteArray &image)
    {
        return api().patch(one(name), strategicPatch, R"({"spec":{"template":{"spec":{"containers":[{"name":"app","image":")" + image + R"("}]}}}})").body;
    }
};

void RolloutCases::aRolloutStaysWithinItsBounds()
{
    begin(u"bounded"_s, 4, {{"strategy"_L1, QJsonObject{{"type"_L1, "RollingUpdate"_L1}, {"rollingUpdate"_L1, QJsonObject{{"maxSurge"_L1, 1}, {"maxUnavailable"_L1, 1}}}}}});
    const QJsonObject changed = setImage(u"bounded"_s, "registry.example.com/web:2");
    QCOMPARE(at(changed, u"metadata.generation"_s).toInt(), 2);
    // From the version of the change on: no step is missed, however late the watches come.
    const QString since = u"&resourceVersion="_s + textAt(changed, u"metadata.resourceVersion"_s);
    Watch sets(api(), path(u"apps/v1/replicasets"_s) + u"?watch=true&labelSelector=app%3Dbounded"_s + since);
    Watch watch(api(), deployments() + u"?watch=true&fieldSelector=metadata.name%3Dbounded"_s + since);
    QVERIFY(watch.waitFor([](const Watch &so) { return !so.events().isEmpty() && isRolledOut(at(so.events().constLast(), u"object"_s).toObject()); }));
    for (const QJsonObject &event : watch.events()) {
        QVERIFY2(at(event, u"object.status.availableReplicas"_s).toInt() >= 3, QJsonDocument(event).toJson().constData());
        QVERIFY2(condition(at(event, u"object"_s).toObject(), u"Available"_s).startsWith("True"_L1), QJsonDocument(event).toJson().constData());
    }
    // The wanted sizes, in their order: never more than five together, and not all at once.
    QVERIFY(sets.waitFor([](const Watch &so) {
        return !so.events().isEmpty() && std::any_of(so.events().begin(), so.events().end(), [](const QJsonObject &event) {
            return at(event, u"object.spec.replicas"_s).toInt(-1) == 0 && revisionOf(at(event, u"object"_s)) == 1;
        });
    }));
    QHash<int, int> sizes{{1, 4}};
    int steps = 0;
    for (const QJsonObject &event : sets.events()) {
        int &size = sizes[revisionOf(at(event, u"object"_s))];
        steps += size != at(event, u"object.spec.replicas"_s).toInt() ? 1 : 0;
        size = at(event, u"object.spec.replicas"_s).toInt();
        QVERIFY2(sizes.value(1) + sizes.value(2) <= 5, qPrintable(u"%1 and %2"_s.arg(sizes.value(1)).arg(sizes.value(2))));
    }
    QVERIFY2(steps >= 4, qPrintable(QString::number(steps)));
    for (const QJsonValue &pod : api().get(path(u"pods"_s) + u"?labelSelector=app%3Dbounded&fieldSelector=status.phase%3DRunning"_s).body.value("items"_L1).toArray()) {
        if (at(pod, u"metadata.deletionTimestamp"_s).isUndefined())
            QCOMPARE(textAt(pod, u"spec.containers.0.image"_s), u"registry.example.com/web:2"_s);
    }
}

void RolloutCases::itsProgressIsTold()
{
    const QJsonObject object = await(api(), deployments(), u"bounded"_s, [](const QJsonObject &so) {
        return isRolledOut(so) && condition(so, u"Progressing"_s) == "True NewReplicaSetAvailable"_L1;
    });
    QVERIFY(!object.isEmpty());
    QCOMPARE(condition(object, u"Available"_s), u"True MinimumReplicasAvailable"_s);
    QVERIFY(at(object, u"status.unavailableReplicas"_s).isUndefined());
    QCOMPARE(revisionOf(object), 2);
    for (const QJsonValue &set : setsOf(u"bounded"_s)) {
        const bool isNew = revisionOf(set) == 2;
        QCOMPARE(textAt(set, u"metadata.annotations.deployment\\.kubernetes\\.io/desired-replicas"_s), u"4"_s);
        QCOMPARE(textAt(set, u"metadata.annotations.deployment\\.kubernetes\\.io/max-replicas"_s), u"5"_s);
        QCOMPARE(at(set, u"spec.replicas"_s).toInt(-1), isNew ? 4 : 0);
        if (!isNew)
            QVERIFY(at(set, u"status.readyReplicas"_s).isUndefined());
    }
    bool told = false;
    for (const QJsonValue &event : api().get(path(u"events"_s) + u"?fieldSelector=involvedObject.name%3Dbounded,reason%3DScalingReplicaSet"_s).body.value("items"_L1).toArray())
        told |= textAt(event, u"message"_s).startsWith("Scaled down replica set bounded-"_L1);
    QVERIFY(told);
}

void RolloutCases::aRollbackIsTheNextRevision()
{
    (void)setImage(u"bounded"_s, "registry.example.com/web:1");
    const QJsonObject object = await(api(), deployments(), u"bounded"_s, [](const QJsonObject &so) { return isRolledOut(so) && revisionOf(so) == 3; });
    QVERIFY(!object.isEmpty());
    QList<int> revisions;
    for (const QJsonValue &set : setsOf(u"bounded"_s))
        revisions.append(revisionOf(set));
    std::sort(revisions.begin(), revisions.end());
    QCOMPARE(revisions, (QList<int>{2, 3}));
}

void RolloutCases::aPausedDeploymentWaits()
{
    begin(u"paused"_s, 2, {{"paused"_L1, false}});
    QCOMPARE(api().patch(one(u"paused"_s), mergePatch, R"({"spec":{"paused":true}})").code, 200);
    const auto pausedAt = [](int generation) {
        return [generation](const QJsonObject &so) {
            return at(so, u"status.observedGeneration"_s).toInt() == generation && condition(so, u"Progressing"_s) == "Unknown DeploymentPaused"_L1;
        };
    };
    QVERIFY(!await(api(), deployments(), u"paused"_s, pausedAt(2)).isEmpty());
    (void)setImage(u"paused"_s, "registry.example.com/web:2");
    QVERIFY(!await(api(), deployments(), u"paused"_s, pausedAt(3)).isEmpty());
    QCOMPARE(setsOf(u"paused"_s).size(), 1);
    // It is resized all the same.
    QCOMPARE(api().patch(one(u"paused"_s) + u"/scale"_s, mergePatch, R"({"spec":{"replicas":3}})").code, 200);
    QVERIFY(!await(api(), deployments(), u"paused"_s, [](const QJsonObject &so) { return at(so, u"status.availableReplicas"_s).toInt() == 3; }).isEmpty());
    QCOMPARE(setsOf(u"paused"_s).size(), 1);
    QCOMPARE(api().patch(one(u"paused"_s), mergePatch, R"({"spec":{"paused":false}})").code, 200);
    const QJsonObject resumed = await(api(), deployments(), u"paused"_s, [](const QJsonObject &so) {
        return isRolledOut(so) && condition(so, u"Progressing"_s) == "True NewReplicaSetAvailable"_L1;
    });
    QVERIFY(!resumed.isEmpty());
    QCOMPARE(setsOf(u"paused"_s).size(), 2);
}

void RolloutCases::recreateEndsTheOldFirst()
{
    begin(u"recreated"_s, 2, {{"strategy"_L1, QJsonObject{{"type"_L1, "Recreate"_L1}}}});
    const QString version = textAt(api().get(path(u"pods"_s)).body, u"metadata.resourceVersion"_s);
    const QString hash = textAt(setsOf(u"recreated"_s).at(0), u"metadata.labels.pod-template-hash"_s);
    Watch pods(api(), path(u"pods"_s) + u"?watch=true&labelSelector=app%3Drecreated&resourceVersion="_s + version);
    (void)setImage(u"recreated"_s, "registry.example.com/web:2");
    QVERIFY(!await(api(), deployments(), u"recreated"_s, [](const QJsonObject &so) { return revisionOf(so) == 2 && isRolledOut(so); }).isEmpty());
    int left = 2;
    int made = 0;
    QVERIFY(pods.waitFor([&made](const Watch &so) {
        made = static_cast<int>(so.told().filter(u"ADDED "_s).size());
        return made == 2;
    }));
    for (const QJsonObject &event : pods.events()) {
        const bool isOld = textAt(event, u"object.metadata.labels.pod-template-hash"_s) == hash;
        left -= isOld && textAt(event, u"type"_s) == "DELETED"_L1 ? 1 : 0;
        QVERIFY2(isOld || left == 0, "a new Pod beside an old one");
    }
}

void RolloutCases::aRolloutThatCannotEndIsOutOfTime()
{
    // No node has room for this Pod in the one cluster, its image is not there in the other: it never is ready.
    begin(u"stuck"_s, 1, {{"progressDeadlineSeconds"_L1, 2}, {"strategy"_L1, QJsonObject{{"rollingUpdate"_L1, QJsonObject{{"maxUnavailable"_L1, 0}}}}}});
    const Answer changed = api().patch(one(u"stuck"_s), strategicPatch,
                                       R"({"spec":{"template":{"metadata":{"annotations":{"orrery.test/state":"pending"}},"spec":{"containers":[{"name":"app","image":"registry.example.com/web:3-rc1"}]}}}})");
    QCOMPARE(changed.code, 200);
    // Two seconds may be over before the new Pod is even made; that is progress then, and they begin again.
    const QJsonObject object = await(api(), deployments(), u"stuck"_s, [](const QJsonObject &so) {
        return condition(so, u"Progressing"_s) == "False ProgressDeadlineExceeded"_L1 && at(so, u"status.updatedReplicas"_s).toInt() == 1;
    });
    QVERIFY(!object.isEmpty());
    QCOMPARE(condition(object, u"Available"_s), u"True MinimumReplicasAvailable"_s);
    QCOMPARE(at(object, u"status.availableReplicas"_s).toInt(), 1);
    QCOMPARE(at(object, u"status.unavailableReplicas"_s).toInt(), 1);
    QCOMPARE(at(object, u"status.updatedReplicas"_s).toInt(), 1);
}

void RolloutCases::oldReplicaSetsAreForgotten()
{
    begin(u"forgetful"_s, 1, {{"revisionHistoryLimit"_L1, 1}});
    for (int revision = 2; revision <= 4; ++revision) {
        (void)setImage(u"forgetful"_s, "registry.example.com/web:" + QByteArray::number(revision));
        QVERIFY(!await(api(), deployments(), u"forgetful"_s, [revision](const QJsonObject &so) { return revisionOf(so) == revision && isRolledOut(so); }).isEmpty());
    }
    // Which one is kept is not said: those made in the same second are equally old.
    QTRY_COMPARE_WITH_TIMEOUT(setsOf(u"forgetful"_s).size(), 2, 60'000);
    const QJsonArray left = setsOf(u"forgetful"_s);
    QVERIFY(revisionOf(left.at(0)) == 4 || revisionOf(left.at(1)) == 4);
}

int runRolloutCases(Server &server, const QStringList &args)
{
    RolloutCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "rollout_cases.moc"
