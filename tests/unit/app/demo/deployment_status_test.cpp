// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/deployment_status.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QJsonArray>

namespace deployment_status_test {

using namespace orrery::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

RolloutSet setOf(const QString &name, qint64 replicas, qint64 current, qint64 available)
{
    RolloutSet set;
    set.name = name;
    set.replicas = replicas;
    set.current = current;
    set.ready = set.available = available;
    return set;
}

QDateTime at(int seconds)
{
    return QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(seconds);
}

/// "True NewReplicaSetAvailable"
QString condition(const QJsonObject &status, QLatin1String type, QLatin1String member = {})
{
    for (const QJsonValue &value : status.value("conditions"_L1).toArray()) {
        const QJsonObject condition = value.toObject();
        if (condition.value("type"_L1).toString() != type)
            continue;
        return member.isEmpty() ? condition.value("status"_L1).toString() + u' ' + condition.value("reason"_L1).toString() : condition.value(member).toString();
    }
    return u"none"_s;
}

} // namespace

class DeploymentStatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init() { m_status = {}; }
    void aRolloutIsToldFromItsBeginningToItsEnd();
    void aRolloutThatStandsStillIsOutOfTime();
    void aCompleteDeploymentThatIsResizedDoesNotBeginAgain();
    void whatIsPausedIsNotOutOfTime();
    void tooFewAvailableAreToldWithTheTimeOfTheChange();
    void zeroIsNotWritten();

private:
    /// The status after one more look, which the next one starts from.
    const QJsonObject &look(int second, const std::vector<RolloutSet> &sets, std::optional<std::size_t> current, RolloutStrategy strategy = {4, 1, 1})
    {
        m_deployment = QJsonObject{{"metadata"_L1, QJsonObject{{"generation"_L1, 3}}}, {"spec"_L1, QJsonObject{{"progressDeadlineSeconds"_L1, 60}}}, {"status"_L1, m_status}};
        m_status = deploymentStatus(m_deployment, strategy, sets, current, at(second));
        return m_status;
    }
    QString progressing() const { return condition(m_status, "Progressing"_L1); }

    QJsonObject m_deployment;
    QJsonObject m_status;
};

void DeploymentStatusTest::aRolloutIsToldFromItsBeginningToItsEnd()
{
    look(0, {setOf(u"old"_s, 4, 4, 4)}, 0);
    QCOMPARE(progressing(), u"True NewReplicaSetAvailable"_s);
    look(10, {setOf(u"old"_s, 4, 4, 4), setOf(u"new"_s, 1, 0, 0)}, 1);
    QCOMPARE(progressing(), u"True NewReplicaSetCreated"_s);
    QCOMPARE(m_status.value("updatedReplicas"_L1).toInt(), 0);
    QCOMPARE(m_status.value("observedGeneration"_L1).toInt(), 3);
    look(11, {setOf(u"old"_s, 3, 3, 3), setOf(u"new"_s, 2, 2, 0)}, 1);
    QCOMPARE(progressing(), u"True ReplicaSetUpdated"_s);
    QCOMPARE(m_status.value("replicas"_L1).toInt(), 5);
    QCOMPARE(m_status.value("updatedReplicas"_L1).toInt(), 2);
    QCOMPARE(m_status.value("unavailableReplicas"_L1).toInt(), 2);
    QCOMPARE(progressDeadline(m_deployment, m_status), at(71));
    look(12, {setOf(u"old"_s, 0, 0, 0), setOf(u"new"_s, 4, 4, 4)}, 1);
    QCOMPARE(progressing(), u"True NewReplicaSetAvailable"_s);
    QCOMPARE(condition(m_status, "Progressing"_L1, "message"_L1), u"ReplicaSet \"new\" has successfully progressed."_s);
    QCOMPARE(condition(m_status, "Progressing"_L1, "lastTransitionTime"_L1), u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(condition(m_status, "Progressing"_L1, "lastUpdateTime"_L1), u"2026-01-01T00:00:12Z"_s);
    QVERIFY(progressDeadline(m_deployment, m_status).isNull());
}

void DeploymentStatusTest::aRolloutThatStandsStillIsOutOfTime()
{
    const std::vector<RolloutSet> stuck{setOf(u"old"_s, 3, 3, 3), setOf(u"new"_s, 2, 2, 0)};
    look(0, stuck, 1);
    look(1, stuck, 1);
    look(59, stuck, 1);
    QCOMPARE(progressing(), u"True NewReplicaSetCreated"_s);
    look(60, stuck, 1);
    QCOMPARE(progressing(), u"False ProgressDeadlineExceeded"_s);
    QVERIFY(progressDeadline(m_deployment, m_status).isNull());
    look(90, {setOf(u"old"_s, 3, 3, 3), setOf(u"new"_s, 2, 2, 1)}, 1);
    QCOMPARE(progressing(), u"True ReplicaSetUpdated"_s);
}

void DeploymentStatusTest::aCompleteDeploymentThatIsResizedDoesNotBeginAgain()
{
    look(0, {setOf(u"only"_s, 4, 4, 4)}, 0);
    look(1, {setOf(u"only"_s, 9, 9, 5)}, 0, {9, 3, 2});
    QCOMPARE(progressing(), u"True NewReplicaSetAvailable"_s);
    QVERIFY(condition(m_status, "Available"_L1).startsWith("False"_L1));
}

void DeploymentStatusTest::whatIsPausedIsNotOutOfTime()
{
    RolloutStrategy paused{4, 1, 1};
    paused.paused = true;
    const std::vector<RolloutSet> half{setOf(u"old"_s, 3, 3, 3), setOf(u"new"_s, 2, 2, 1)};
    look(0, half, 1);
    look(1, half, 1, paused);
    QCOMPARE(progressing(), u"Unknown DeploymentPaused"_s);
    look(500, half, 1, paused);
    QCOMPARE(progressing(), u"Unknown DeploymentPaused"_s);
    look(501, half, 1);
    QCOMPARE(progressing(), u"Unknown DeploymentResumed"_s);
    look(502, {setOf(u"old"_s, 0, 0, 0), setOf(u"new"_s, 4, 4, 4)}, 1);
    QCOMPARE(progressing(), u"True NewReplicaSetAvailable"_s);
}

void DeploymentStatusTest::tooFewAvailableAreToldWithTheTimeOfTheChange()
{
    look(0, {setOf(u"only"_s, 4, 4, 3)}, 0);
    QCOMPARE(condition(m_status, "Available"_L1), u"True MinimumReplicasAvailable"_s);
    look(5, {setOf(u"only"_s, 4, 4, 2)}, 0);
    QCOMPARE(condition(m_status, "Available"_L1), u"False MinimumReplicasUnavailable"_s);
    look(9, {setOf(u"only"_s, 4, 4, 1)}, 0);
    QCOMPARE(condition(m_status, "Available"_L1, "lastTransitionTime"_L1), u"2026-01-01T00:00:05Z"_s);
}

void DeploymentStatusTest::zeroIsNotWritten()
{
    look(0, {setOf(u"only"_s, 0, 0, 0)}, 0, {0, 0, 0});
    QCOMPARE(m_status.keys(), (QStringList{u"conditions"_s, u"observedGeneration"_s}));
}

ORRERY_GUILESS_TEST(DeploymentStatusTest)
} // namespace deployment_status_test
#include "deployment_status_test.moc"
