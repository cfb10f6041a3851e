// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/object_writer.h"
#include "app/demo/sim/workload_controllers.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;
using kube::Future;
using kube::ObjectKey;

namespace {

const kube::GroupVersionResource deploymentResource{"apps", "v1", "deployments"};
const kube::GroupVersionResource setResource{"apps", "v1", "replicasets"};

QJsonObject specOf(const QJsonObject &object)
{
    return object.value("spec"_L1).toObject();
}

QJsonObject metadataOf(const QJsonObject &object)
{
    return object.value("metadata"_L1).toObject();
}

/// A template as the Deployment wrote it, without the hash its ReplicaSet added.
QJsonObject plainTemplate(const QJsonObject &object)
{
    QJsonObject result = specOf(object).value("template"_L1).toObject();
    QJsonObject metadata = result.value("metadata"_L1).toObject();
    QJsonObject labels = metadata.value("labels"_L1).toObject();
    labels.remove("pod-template-hash"_L1);
    metadata["labels"_L1] = labels;
    metadata.remove("creationTimestamp"_L1);
    result["metadata"_L1] = metadata;
    return result;
}

QString hashOf(const QJsonObject &podTemplate)
{
    const QByteArray json = QJsonDocument(podTemplate).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().left(10));
}

qint64 replicasOf(const QJsonObject &object)
{
    return specOf(object).value("replicas"_L1).toInteger(1);
}

qint64 statusNumber(const QJsonObject &object, QLatin1String name)
{
    return object.value("status"_L1).toObject().value(name).toInteger(0);
}

ObjectKey keyOf(const QJsonObject &object)
{
    return {metadataOf(object).value("namespace"_L1).toString().toStdString(), metadataOf(object).value("name"_L1).toString().toStdString()};
}

} // namespace

DeploymentController::DeploymentController(SimClient &client)
    : m_client(client), m_deployments(client.informer(deploymentResource, "Deployment")), m_sets(client.informer(setResource, "ReplicaSet")),
      m_loop("deployment", client.executor(), client.scheduler(), 8, [this](const ObjectKey &key) { return reconcile(key); })
{
    kube::ResourceEventHandlers deployments;
    deployments.onAdd = [this](const kube::ObjectPtr &object, bool) { m_loop.add(object->key()); };
    deployments.onUpdate = [this](const kube::ObjectPtr &, const kube::ObjectPtr &now) { m_loop.add(now->key()); };
    kube::ResourceEventHandlers sets;
    const auto owner = [this](const kube::Object &set) {
        set.read([&](kube::JsonValue root) {
            root["metadata"]["ownerReferences"].forEachItem([&](kube::JsonValue reference) {
                if (reference["kind"].string() == "Deployment")
                    m_loop.add({set.key().namespaceName, std::string(reference["name"].string())});
            });
        });
    };
    sets.onAdd = [owner](const kube::ObjectPtr &object, bool isInInitialList) {
        if (!isInInitialList)
            owner(*object);
    };
    sets.onUpdate = [owner](const kube::ObjectPtr &, const kube::ObjectPtr &now) { owner(*now); };
    sets.onDelete = [owner](const kube::DeletedObject &deleted) {
        if (deleted.object)
            owner(*deleted.object);
    };
    if (auto registered = m_deployments.addEventHandler(std::move(deployments)))
        m_handlers.push_back(std::move(*registered));
    if (auto registered = m_sets.addEventHandler(std::move(sets)))
        m_handlers.push_back(std::move(*registered));
}

Future<bool> DeploymentController::resize(const QJsonObject &deployment, const QJsonObject &set, qint64 replicas)
{
    const qint64 before = replicasOf(set);
    const QString name = metadataOf(set).value("name"_L1).toString();
    m_client.record(deployment, u"Normal"_s, u"ScalingReplicaSet"_s,
                    u"Scaled %1 replica set %2 from %3 to %4"_s.arg(replicas > before ? u"up"_s : u"down"_s, name).arg(before).arg(replicas),
                    u"deployment-controller"_s);
    return m_client.mergePatch(setResource, keyOf(set), {{"spec"_L1, QJsonObject{{"replicas"_L1, replicas}}}});
}

Future<bool> DeploymentController::reconcile(const ObjectKey &key)
{
    const kube::ObjectPtr cached = m_deployments.indexer().getByKey(key);
    if (!cached || !m_sets.hasSynced())
        return cached ? Future<bool>::ready(false) : done();
    const QJsonObject deployment = documentOf(*cached);
    if (metadataOf(deployment).contains("deletionTimestamp"_L1))
        return done();
    const QJsonObject podTemplate = plainTemplate(deployment);

    std::vector<QJsonObject> old;
    std::vector<QJsonObject> all;
    QJsonObject current;
    if (const auto owned = m_sets.indexer().byIndex("owner", std::string(cached->uid()))) {
        for (const kube::ObjectPtr &object : *owned) {
            QJsonObject set = documentOf(*object);
            all.push_back(set);
            if (current.isEmpty() && plainTemplate(set) == podTemplate)
                current = std::move(set);
            else
                old.push_back(std::move(set));
        }
    }
    const qint64 desired = replicasOf(deployment);
    if (current.isEmpty()) {
        const QString hash = hashOf(podTemplate);
        QJsonObject labelled = podTemplate;
        QJsonObject metadata = labelled.value("metadata"_L1).toObject();
        QJsonObject labels = metadata.value("labels"_L1).toObject();
        labels["pod-template-hash"_L1] = hash;
        metadata["labels"_L1] = labels;
        labelled["metadata"_L1] = metadata;
        QJsonObject selector = specOf(deployment).value("selector"_L1).toObject();
        QJsonObject matchLabels = selector.value("matchLabels"_L1).toObject();
        matchLabels["pod-template-hash"_L1] = hash;
        selector["matchLabels"_L1] = matchLabels;
        const QJsonObject owner{{"apiVersion"_L1, "apps/v1"_L1}, {"kind"_L1, "Deployment"_L1}, {"name"_L1, metadataOf(deployment).value("name"_L1)},
                                {"uid"_L1, metadataOf(deployment).value("uid"_L1)}, {"controller"_L1, true}, {"blockOwnerDeletion"_L1, true}};
        const QString revision = QString::number(all.size() + 1);
        const QJsonObject set{{"apiVersion"_L1, "apps/v1"_L1}, {"kind"_L1, "ReplicaSet"_L1},
                              {"metadata"_L1, QJsonObject{{"name"_L1, QString(metadataOf(deployment).value("name"_L1).toString() + u'-' + hash)},
                                                          {"namespace"_L1, metadataOf(deployment).value("namespace"_L1)}, {"labels"_L1, labels},
                                                          {"annotations"_L1, QJsonObject{{"deployment.kubernetes.io/revision"_L1, revision}}}, {"ownerReferences"_L1, QJsonArray{owner}}}},
                              {"spec"_L1, QJsonObject{{"replicas"_L1, old.empty() ? desired : qint64(0)}, {"selector"_L1, selector}, {"template"_L1, labelled}}}};
        return m_client.create(setResource, set);
    }

    qint64 oldReplicas = 0;
    qint64 available = statusNumber(current, "availableReplicas"_L1);
    for (const QJsonObject &set : old) {
        oldReplicas += replicasOf(set);
        available += statusNumber(set, "availableReplicas"_L1);
    }
    const qint64 surge = (desired + 3) / 4;
    const qint64 unavailable = desired / 4;
    const qint64 now = replicasOf(current);
    qint64 target = desired;
    if (oldReplicas > 0)
        target = std::clamp(desired + surge - oldReplicas, std::min(now, desired), desired);
    if (target != now)
        return resize(deployment, current, target);
    qint64 spare = available - (desired - unavailable);
    for (const QJsonObject &set : old) {
        const qint64 replicas = replicasOf(set);
        // Replicas that never became available may go at once.
        const qint64 idle = replicas - statusNumber(set, "availableReplicas"_L1);
        const qint64 cut = std::min(replicas, std::max(spare, idle));
        if (cut > 0)
            return resize(deployment, set, replicas - cut);
    }
    return report(deployment, all, current);
}

Future<bool> DeploymentController::report(const QJsonObject &deployment, const std::vector<QJsonObject> &sets, const QJsonObject &current)
{
    qint64 replicas = 0;
    qint64 ready = 0;
    qint64 available = 0;
    for (const QJsonObject &set : sets) {
        replicas += statusNumber(set, "replicas"_L1);
        ready += statusNumber(set, "readyReplicas"_L1);
        available += statusNumber(set, "availableReplicas"_L1);
    }
    const QJsonObject before = deployment.value("status"_L1).toObject();
    QJsonObject status = before;
    status["observedGeneration"_L1] = metadataOf(deployment).value("generation"_L1);
    status["replicas"_L1] = replicas;
    status["updatedReplicas"_L1] = statusNumber(current, "replicas"_L1);
    status["readyReplicas"_L1] = ready;
    status["availableReplicas"_L1] = available;
    const qint64 desired = replicasOf(deployment);
    const bool enough = available >= desired - desired / 4;
    QString changedAt = nowText();
    for (const QJsonValue &condition : before.value("conditions"_L1).toArray()) {
        if (condition.toObject().value("type"_L1) == QJsonValue("Available"_L1)
            && condition.toObject().value("status"_L1).toString() == (enough ? "True"_L1 : "False"_L1))
            changedAt = condition.toObject().value("lastTransitionTime"_L1).toString();
    }
    status["conditions"_L1] = QJsonArray{QJsonObject{{"type"_L1, "Available"_L1}, {"status"_L1, enough ? "True"_L1 : "False"_L1},
                                                     {"reason"_L1, enough ? "MinimumReplicasAvailable"_L1 : "MinimumReplicasUnavailable"_L1},
                                                     {"lastTransitionTime"_L1, changedAt}, {"lastUpdateTime"_L1, changedAt}}};
    if (desired > available)
        status["unavailableReplicas"_L1] = desired - available;
    else
        status.remove("unavailableReplicas"_L1);
    if (status == before)
        return done();
    if (!status.contains("unavailableReplicas"_L1))
        status["unavailableReplicas"_L1] = QJsonValue::Null;
    return m_client.mergePatch(deploymentResource, keyOf(deployment), {{"status"_L1, status}}, "status");
}

} // namespace orrery::demo
