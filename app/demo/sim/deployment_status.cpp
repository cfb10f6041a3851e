// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/deployment_status.h"

#include <QJsonArray>

#include <algorithm>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

/// progressDeadlineSeconds of a Deployment that wants none.
constexpr qint64 noDeadline = 2'147'483'647;

QJsonObject conditionOf(const QJsonObject &status, QLatin1String type)
{
    for (const QJsonValue &condition : status.value("conditions"_L1).toArray()) {
        if (condition.toObject().value("type"_L1).toString() == type)
            return condition.toObject();
    }
    return {};
}

struct Finding {
    QLatin1String status;
    QLatin1String reason;
    QString message;
};

/// Written again only when it says something new; it changes when its status does.
QJsonObject deploymentCondition(QLatin1String type, const Finding &finding, const QJsonObject &before, const QString &now)
{
    const bool isSame = before.value("status"_L1).toString() == finding.status;
    const bool saysTheSame = isSame && before.value("reason"_L1).toString() == finding.reason;
    if (saysTheSame && finding.reason != "ReplicaSetUpdated"_L1)
        return before;
    const QJsonValue since = before.value("lastTransitionTime"_L1);
    return {{"type"_L1, type}, {"status"_L1, finding.status}, {"reason"_L1, finding.reason}, {"message"_L1, finding.message},
            {"lastUpdateTime"_L1, now}, {"lastTransitionTime"_L1, isSame && !since.isUndefined() ? since : QJsonValue(now)}};
}

qint64 numberIn(const QJsonObject &status, QLatin1String name)
{
    return status.value(name).toInteger();
}

bool isComplete(const QJsonObject &status, qint64 desired)
{
    return numberIn(status, "updatedReplicas"_L1) == desired && numberIn(status, "replicas"_L1) == desired && numberIn(status, "availableReplicas"_L1) == desired;
}

bool hasProgressed(const QJsonObject &before, const QJsonObject &now)
{
    const auto old = [](const QJsonObject &status) { return numberIn(status, "replicas"_L1) - numberIn(status, "updatedReplicas"_L1); };
    return numberIn(now, "updatedReplicas"_L1) > numberIn(before, "updatedReplicas"_L1) || numberIn(now, "readyReplicas"_L1) > numberIn(before, "readyReplicas"_L1)
        || numberIn(now, "availableReplicas"_L1) > numberIn(before, "availableReplicas"_L1) || old(now) < old(before);
}

Finding availability(const QJsonObject &status, const RolloutStrategy &strategy)
{
    if (numberIn(status, "availableReplicas"_L1) >= strategy.desired - strategy.maxUnavailable)
        return {"True"_L1, "MinimumReplicasAvailable"_L1, u"Deployment has minimum availability."_s};
    return {"False"_L1, "MinimumReplicasUnavailable"_L1, u"Deployment does not have minimum availability."_s};
}

bool hasDeadline(const QJsonObject &deployment)
{
    return deployment.value("spec"_L1).toObject().value("progressDeadlineSeconds"_L1).toInteger(noDeadline) != noDeadline;
}

QDateTime timeOf(const QJsonObject &condition)
{
    return QDateTime::fromString(condition.value("lastUpdateTime"_L1).toString(), Qt::ISODate);
}

QDateTime deadlineAfter(const QJsonObject &deployment, const QJsonObject &progressing)
{
    return timeOf(progressing).addSecs(deployment.value("spec"_L1).toObject().value("progressDeadlineSeconds"_L1).toInteger());
}

/// What is new about the rollout; nothing when it is as it was.
std::optional<Finding> progress(const QJsonObject &deployment, const QJsonObject &status, const RolloutStrategy &strategy, const RolloutSet &current, const QDateTime &now)
{
    const QString &set = current.name;
    const QJsonObject before = deployment.value("status"_L1).toObject();
    const QJsonObject was = conditionOf(before, "Progressing"_L1);
    const QString reason = was.value("reason"_L1).toString();
    if (strategy.paused)
        return Finding{"Unknown"_L1, "DeploymentPaused"_L1, u"Deployment is paused"_s};
    if (reason == "DeploymentPaused"_L1)
        return Finding{"Unknown"_L1, "DeploymentResumed"_L1, u"Deployment is resumed"_s};
    const bool isNewTemplate = reason != "DeploymentResumed"_L1 && !was.value("message"_L1).toString().contains(u'"' + set + u'"');
    if (reason == "NewReplicaSetAvailable"_L1 && numberIn(status, "replicas"_L1) == numberIn(status, "updatedReplicas"_L1) && !isNewTemplate)
        return std::nullopt; // a complete one that is merely resized, or loses a Pod, does not begin again
    if (isComplete(status, strategy.desired))
        return Finding{"True"_L1, "NewReplicaSetAvailable"_L1, u"ReplicaSet \"%1\" has successfully progressed."_s.arg(set)};
    if (isNewTemplate && current.observed)
        return Finding{"True"_L1, "FoundNewReplicaSet"_L1, u"Found new replica set \"%1\""_s.arg(set)};
    if (isNewTemplate)
        return Finding{"True"_L1, "NewReplicaSetCreated"_L1, u"Created new replica set \"%1\""_s.arg(set)};
    if (hasProgressed(before, status))
        return Finding{"True"_L1, "ReplicaSetUpdated"_L1, u"ReplicaSet \"%1\" is progressing."_s.arg(set)};
    if (reason != "NewReplicaSetAvailable"_L1 && now >= deadlineAfter(deployment, was))
        return Finding{"False"_L1, "ProgressDeadlineExceeded"_L1, u"ReplicaSet \"%1\" has timed out progressing."_s.arg(set)};
    return std::nullopt;
}

} // namespace

QJsonObject deploymentStatus(const QJsonObject &deployment, const RolloutStrategy &strategy, const std::vector<RolloutSet> &sets,
                             std::optional<std::size_t> current, const QDateTime &now)
{
    qint64 wanted = 0;
    qint64 replicas = 0;
    qint64 ready = 0;
    qint64 available = 0;
    for (const RolloutSet &set : sets) {
        wanted += set.replicas;
        replicas += set.current;
        ready += set.ready;
        available += set.available;
    }
    const QJsonObject before = deployment.value("status"_L1).toObject();
    QJsonObject status;
    if (before.contains("collisionCount"_L1))
        status["collisionCount"_L1] = before.value("collisionCount"_L1);
    status["observedGeneration"_L1] = deployment.value("metadata"_L1).toObject().value("generation"_L1);
    // Zero is omitted, as the API's types have it.
    const std::pair<QLatin1String, qint64> numbers[] = {{"replicas"_L1, replicas},          {"updatedReplicas"_L1, current ? sets[*current].current : 0},
                                                        {"readyReplicas"_L1, ready},        {"availableReplicas"_L1, available},
                                                        {"unavailableReplicas"_L1, std::max<qint64>(0, wanted - available)}};
    for (const auto &[name, number] : numbers) {
        if (number > 0)
            status[name] = number;
    }
    const QString time = now.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
    QJsonArray conditions{deploymentCondition("Available"_L1, availability(status, strategy), conditionOf(before, "Available"_L1), time)};
    if (hasDeadline(deployment)) {
        const QJsonObject was = conditionOf(before, "Progressing"_L1);
        const auto news = current || strategy.paused ? progress(deployment, status, strategy, current ? sets[*current] : RolloutSet{}, now) : std::nullopt;
        if (news)
            conditions.append(deploymentCondition("Progressing"_L1, *news, was, time));
        else if (!was.isEmpty())
            conditions.append(was);
    }
    status["conditions"_L1] = conditions;
    return status;
}

QDateTime progressDeadline(const QJsonObject &deployment, const QJsonObject &status)
{
    const QJsonObject progressing = conditionOf(status, "Progressing"_L1);
    const QString reason = progressing.value("reason"_L1).toString();
    if (!hasDeadline(deployment) || progressing.value("status"_L1).toString() != "True"_L1 || reason == "NewReplicaSetAvailable"_L1)
        return {};
    return deadlineAfter(deployment, progressing);
}

} // namespace orrery::demo
