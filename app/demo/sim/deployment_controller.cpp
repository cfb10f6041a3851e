// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/deployment_status.h"
#include "app/demo/sim/resources.h"
#include "app/demo/sim/workload_controllers.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;
using kube::Future;
using kube::ObjectKey;

namespace {

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

qint64 revisionOf(const QJsonObject &object)
{
    return metadataOf(object).value("annotations"_L1).toObject().value("deployment.kubernetes.io/revision"_L1).toString().toLongLong();
}

qint64 newestRevision(const std::vector<RolloutSet> &sets)
{
    qint64 newest = 0;
    for (const RolloutSet &set : sets)
        newest = std::max(newest, set.revision);
    return newest;
}

/// As a merge patch.
QJsonObject annotations(std::initializer_list<std::pair<QLatin1String, qint64>> values)
{
    QJsonObject members;
    for (const auto &[name, value] : values)
        members[u"deployment.kubernetes.io/"_s + name] = QString::number(value);
    return {{"metadata"_L1, QJsonObject{{"annotations"_L1, members}}}};
}

ObjectKey objectKey(const QJsonObject &object)
{
    return {metadataOf(object).value("namespace"_L1).toString().toStdString(), metadataOf(object).value("name"_L1).toString().toStdString()};
}

} // namespace

DeploymentController::DeploymentController(SimClient &client)
    : m_client(client), m_deployments(client.informer(deploymentResource, "Deployment")), m_sets(client.informer(setResource, "ReplicaSet")), m_pods(client.informer(podResource, "Pod")),
      m_loop("deployment", client.executor(), client.scheduler(), 8, [this](const ObjectKey &key) { return reconcile(key); }, client.metrics())
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
    if (auto registered = m_deployments.addEventHandler(client.told().timed(deploymentResource, std::move(deployments))))
        m_handlers.push_back(std::move(*registered));
    if (auto registered = m_sets.addEventHandler(std::move(sets)))
        m_handlers.push_back(std::move(*registered));
}

Future<bool> DeploymentController::reconcile(const ObjectKey &key)
{
    const kube::ObjectPtr cached = m_deployments.indexer().getByKey(key);
    if (!cached || !m_sets.hasSynced() || !m_pods.hasSynced())
        return cached ? Future<bool>::ready(false) : done();
    const Rollout rollout = rolloutOf(*cached);
    if (metadataOf(rollout.deployment).contains("deletionTimestamp"_L1))
        return done();
    if (!rollout.current && !rollout.strategy.paused && !mustWait(key, rollout))
        return make(rollout);
    std::vector<qint64> sizes = nextSizes(rollout.strategy, rollout.sets, rollout.current);
    if (rollout.current && rollout.strategy.recreate && mustWait(key, rollout))
        sizes[*rollout.current] = rollout.sets[*rollout.current].replicas;
    Future<bool> step = resize(rollout, sizes);
    if (rollout.current) {
        const qint64 newest = newestRevision(rollout.sets);
        const RolloutSet &current = rollout.sets[*rollout.current];
        if (current.revision < newest) // rolled back to
            step = m_client.mergePatch(setResource, objectKey(rollout.documents[*rollout.current]), annotations({{"revision"_L1, newest + 1}}));
        else if (revisionOf(rollout.deployment) != current.revision)
            step = m_client.mergePatch(deploymentResource, key, annotations({{"revision"_L1, current.revision}}));
    }
    return kube::then(step, m_client.owner(), [this, key, rollout](const kube::Result<bool> &stepped) -> Future<bool> {
        if (!stepped)
            return Future<bool>::ready(kube::fail(stepped.error()));
        return report(key, rollout);
    });
}

DeploymentController::Rollout DeploymentController::rolloutOf(const kube::Object &cached) const
{
    Rollout rollout{documentOf(cached), {}, {}, {}, {}};
    rollout.strategy = RolloutStrategy::of(rollout.deployment);
    if (const auto owned = m_sets.indexer().byIndex("owner", std::string(cached.uid()))) {
        for (const kube::ObjectPtr &object : *owned)
            rollout.documents.push_back(documentOf(*object));
    }
    std::sort(rollout.documents.begin(), rollout.documents.end(), [](const QJsonObject &left, const QJsonObject &right) {
        const QString leftTime = metadataOf(left).value("creationTimestamp"_L1).toString();
        const QString rightTime = metadataOf(right).value("creationTimestamp"_L1).toString();
        return leftTime != rightTime ? leftTime < rightTime : revisionOf(left) < revisionOf(right);
    });
    const QJsonObject podTemplate = plainTemplate(rollout.deployment);
    for (const QJsonObject &set : rollout.documents) {
        if (!rollout.current && plainTemplate(set) == podTemplate)
            rollout.current = rollout.sets.size();
        rollout.sets.push_back(RolloutSet::of(set));
    }
    return rollout;
}

bool DeploymentController::mustWait(const ObjectKey &key, const Rollout &rollout)
{
    if (!rollout.strategy.recreate)
        return false;
    for (std::size_t i = 0; i < rollout.sets.size(); ++i) {
        if (i == rollout.current)
            continue;
        const auto pods = m_pods.indexer().byIndex("owner", metadataOf(rollout.documents[i]).value("uid"_L1).toString().toStdString());
        if (rollout.sets[i].replicas > 0 || (pods && !pods->empty())) {
            // Its ReplicaSet does not tell of a Pod's end.
            m_loop.addAfter(key, std::chrono::milliseconds(500));
            return true;
        }
    }
    return false;
}

Future<bool> DeploymentController::make(const Rollout &rollout)
{
    const QJsonObject deployment = rollout.deployment;
    const QJsonObject metadata = metadataOf(deployment);
    QJsonObject podTemplate = plainTemplate(deployment);
    const QString hash = hashOf(podTemplate);
    const auto hashed = [&hash](QJsonObject object, QLatin1String member) {
        QJsonObject labels = object.value(member).toObject();
        labels["pod-template-hash"_L1] = hash;
        object[member] = labels;
        return object;
    };
    const QJsonObject templateMetadata = hashed(podTemplate.value("metadata"_L1).toObject(), "labels"_L1);
    podTemplate["metadata"_L1] = templateMetadata;
    const QJsonObject owner{{"apiVersion"_L1, "apps/v1"_L1}, {"kind"_L1, "Deployment"_L1}, {"name"_L1, metadata.value("name"_L1)},
                            {"uid"_L1, metadata.value("uid"_L1)}, {"controller"_L1, true}, {"blockOwnerDeletion"_L1, true}};
    const QString name = metadata.value("name"_L1).toString() + u'-' + hash;
    const qint64 size = firstSize(rollout.strategy, rollout.sets);
    QJsonObject setMetadata = annotations({{"revision"_L1, newestRevision(rollout.sets) + 1},
                                           {"desired-replicas"_L1, rollout.strategy.desired},
                                           {"max-replicas"_L1, rollout.strategy.largest()}}).value("metadata"_L1).toObject();
    // Why it was made goes with it: `kubectl rollout history` reads it there.
    QJsonObject notes = metadata.value("annotations"_L1).toObject();
    notes.remove("kubectl.kubernetes.io/last-applied-configuration"_L1);
    const QJsonObject own = setMetadata.value("annotations"_L1).toObject();
    for (auto it = own.begin(); it != own.end(); ++it)
        notes[it.key()] = it.value();
    setMetadata["annotations"_L1] = notes;
    setMetadata["name"_L1] = name;
    setMetadata["namespace"_L1] = metadata.value("namespace"_L1);
    setMetadata["labels"_L1] = templateMetadata.value("labels"_L1);
    setMetadata["ownerReferences"_L1] = QJsonArray{owner};
    QJsonObject spec{{"replicas"_L1, size}, {"selector"_L1, hashed(specOf(deployment).value("selector"_L1).toObject(), "matchLabels"_L1)}, {"template"_L1, podTemplate}};
    if (specOf(deployment).contains("minReadySeconds"_L1))
        spec["minReadySeconds"_L1] = specOf(deployment).value("minReadySeconds"_L1);
    const QJsonObject set{{"apiVersion"_L1, "apps/v1"_L1}, {"kind"_L1, "ReplicaSet"_L1}, {"metadata"_L1, setMetadata}, {"spec"_L1, spec}};
    return kube::then(m_client.create(setResource, set), m_client.owner(), [this, deployment, name, size](kube::Result<bool> made) {
        if (made && size > 0)
            tellScaled(deployment, name, 0, size);
        return made;
    });
}

Future<bool> DeploymentController::resize(const Rollout &rollout, const std::vector<qint64> &sizes)
{
    Future<bool> last = done();
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const RolloutSet &set = rollout.sets[i];
        const bool isSizedForThis = set.desired == rollout.strategy.desired && set.largest == rollout.strategy.largest();
        if (sizes[i] == set.replicas && (isSizedForThis || set.replicas == 0))
            continue;
        QJsonObject patch = annotations({{"desired-replicas"_L1, rollout.strategy.desired}, {"max-replicas"_L1, rollout.strategy.largest()}});
        QJsonObject metadata = patch.value("metadata"_L1).toObject();
        // Decided by what the cache knows: who has changed it meanwhile is not overruled.
        metadata["resourceVersion"_L1] = metadataOf(rollout.documents[i]).value("resourceVersion"_L1);
        patch["metadata"_L1] = metadata;
        patch["spec"_L1] = QJsonObject{{"replicas"_L1, sizes[i]}};
        last = kube::then(m_client.mergePatch(setResource, objectKey(rollout.documents[i]), patch), m_client.owner(),
                          [this, deployment = rollout.deployment, name = set.name, from = set.replicas, to = sizes[i]](kube::Result<bool> written) {
                              if (written && from != to)
                                  tellScaled(deployment, name, from, to);
                              return written;
                          });
    }
    return last;
}

void DeploymentController::tellScaled(const QJsonObject &deployment, const QString &set, qint64 from, qint64 to)
{
    m_client.record(deployment, u"Normal"_s, u"ScalingReplicaSet"_s,
                    u"Scaled %1 replica set %2 from %3 to %4"_s.arg(to > from ? u"up"_s : u"down"_s, set).arg(from).arg(to), u"deployment-controller"_s);
}

Future<bool> DeploymentController::report(const ObjectKey &key, const Rollout &rollout)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QJsonObject before = rollout.deployment.value("status"_L1).toObject();
    QJsonObject status = deploymentStatus(rollout.deployment, rollout.strategy, rollout.sets, rollout.current, now);
    if (const QDateTime deadline = progressDeadline(rollout.deployment, status); deadline.isValid())
        m_loop.addAfter(key, std::chrono::seconds(std::max<qint64>(1, now.secsTo(deadline) + 1)));
    if (status == before)
        return forget(rollout);
    for (const QString &member : before.keys()) {
        if (!status.contains(member))
            status[member] = QJsonValue::Null;
    }
    return m_client.mergePatch(deploymentResource, key, {{"status"_L1, status}}, "status");
}

Future<bool> DeploymentController::forget(const Rollout &rollout)
{
    qint64 spare = -specOf(rollout.deployment).value("revisionHistoryLimit"_L1).toInteger(10);
    std::vector<std::size_t> ended;
    for (std::size_t i = 0; i < rollout.sets.size(); ++i) {
        if (i != rollout.current && rollout.sets[i].replicas == 0 && rollout.sets[i].current == 0)
            ended.push_back(i);
    }
    spare += static_cast<qint64>(ended.size());
    std::sort(ended.begin(), ended.end(), [&](std::size_t left, std::size_t right) { return rollout.sets[left].revision < rollout.sets[right].revision; });
    Future<bool> last = done();
    for (qint64 i = 0; i < spare; ++i)
        last = m_client.remove(setResource, objectKey(rollout.documents[ended[static_cast<std::size_t>(i)]]), false);
    return last;
}

} // namespace orrery::demo
