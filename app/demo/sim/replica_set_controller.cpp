// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/pod_template.h"
#include "app/demo/sim/resources.h"
#include "app/demo/sim/workload_controllers.h"

#include <QDateTime>
#include <QJsonArray>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;
using kube::Future;
using kube::ObjectKey;

namespace {

constexpr qint64 podsPerStep = 50;

struct PodView {
    ObjectKey key;
    bool ready = false;
    bool leaving = false;
    QDateTime readySince;
};

PodView viewOf(const kube::Object &pod)
{
    PodView view{pod.key()};
    pod.read([&](kube::JsonValue root) {
        const auto phase = root["status"]["phase"].string();
        view.leaving = root["metadata"]["deletionTimestamp"].exists() || phase == "Failed" || phase == "Succeeded";
        root["status"]["conditions"].forEachItem([&](kube::JsonValue condition) {
            if (condition["type"].string() != "Ready")
                return;
            const std::string_view since = condition["lastTransitionTime"].string();
            view.ready = condition["status"].string() == "True";
            view.readySince = QDateTime::fromString(QString::fromUtf8(since.data(), static_cast<qsizetype>(since.size())), Qt::ISODate);
        });
    });
    return view;
}

} // namespace

ReplicaSetController::ReplicaSetController(SimClient &client)
    : m_client(client), m_sets(client.informer(setResource, "ReplicaSet")), m_pods(client.informer(podResource, "Pod")),
      m_serial(static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch())),
      m_loop("replicaset", client.executor(), client.scheduler(), 8, [this](const ObjectKey &key) { return reconcile(key); }, client.metrics())
{
    kube::ResourceEventHandlers sets;
    sets.onAdd = [this](const kube::ObjectPtr &object, bool) { m_loop.add(object->key()); };
    sets.onUpdate = [this](const kube::ObjectPtr &, const kube::ObjectPtr &now) { m_loop.add(now->key()); };
    enum class Shows { WhatWasAskedFor, AChange };
    const auto owner = [this](const kube::Object &pod, Shows shows) {
        pod.read([&](kube::JsonValue root) {
            root["metadata"]["ownerReferences"].forEachItem([&](kube::JsonValue reference) {
                if (reference["kind"].string() != "ReplicaSet")
                    return;
                const ObjectKey set{pod.key().namespaceName, std::string(reference["name"].string())};
                if (shows == Shows::WhatWasAskedFor || root["metadata"]["deletionTimestamp"].exists())
                    m_expected.settle(set, pod.key());
                m_loop.addAfter(set, std::chrono::milliseconds(100));
            });
        });
    };
    kube::ResourceEventHandlers pods;
    pods.onAdd = [owner](const kube::ObjectPtr &object, bool isInInitialList) {
        if (!isInInitialList)
            owner(*object, Shows::WhatWasAskedFor);
    };
    pods.onUpdate = [owner](const kube::ObjectPtr &, const kube::ObjectPtr &now) { owner(*now, Shows::AChange); };
    pods.onDelete = [owner](const kube::DeletedObject &deleted) {
        if (deleted.object)
            owner(*deleted.object, Shows::WhatWasAskedFor);
    };
    if (auto registered = m_sets.addEventHandler(client.told().timed(setResource, std::move(sets))))
        m_handlers.push_back(std::move(*registered));
    if (auto registered = m_pods.addEventHandler(std::move(pods)))
        m_handlers.push_back(std::move(*registered));
}

Future<bool> ReplicaSetController::expecting(const ObjectKey &set, const ObjectKey &pod, const std::function<Future<bool>()> &write)
{
    m_expected.expect(set, pod, m_client.scheduler().now());
    return kube::then(write(), m_client.owner(), [this, set, pod](kube::Result<bool> written) {
        if (!written)
            m_expected.settle(set, pod);
        return written;
    });
}

Future<bool> ReplicaSetController::makePods(const ObjectKey &key, const QJsonObject &set, qint64 count)
{
    const QJsonObject metadata = set.value("metadata"_L1).toObject();
    const QJsonObject podTemplate = set.value("spec"_L1).toObject().value("template"_L1).toObject();
    const QJsonObject owner{{"apiVersion"_L1, set.value("apiVersion"_L1)}, {"kind"_L1, set.value("kind"_L1)}, {"name"_L1, metadata.value("name"_L1)},
                            {"uid"_L1, metadata.value("uid"_L1)}, {"controller"_L1, true}, {"blockOwnerDeletion"_L1, true}};
    Future<bool> last = done();
    for (qint64 i = 0; i < std::min(count, podsPerStep); ++i) {
        const QString name = metadata.value("name"_L1).toString() + u'-' + QString::fromStdString(nameSuffix(++m_serial));
        QJsonObject podMetadata = podTemplate.value("metadata"_L1).toObject();
        podMetadata["name"_L1] = name;
        podMetadata["generateName"_L1] = QString(metadata.value("name"_L1).toString() + u'-');
        podMetadata["namespace"_L1] = metadata.value("namespace"_L1);
        podMetadata["ownerReferences"_L1] = QJsonArray{owner};
        const QJsonObject pod{{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "Pod"_L1}, {"metadata"_L1, podMetadata}, {"spec"_L1, podTemplate.value("spec"_L1)}};
        last = expecting(key, {key.namespaceName, name.toStdString()}, [&] { return m_client.create(podResource, pod); });
        m_client.record(set, u"Normal"_s, u"SuccessfulCreate"_s, u"Created pod: "_s + name, u"replicaset-controller"_s);
    }
    return last;
}

Future<bool> ReplicaSetController::reconcile(const ObjectKey &key)
{
    const kube::ObjectPtr cached = m_sets.indexer().getByKey(key);
    if (!cached)
        m_expected.forget(key);
    if (!cached || !m_pods.hasSynced())
        return cached ? Future<bool>::ready(false) : done();
    const QJsonObject set = documentOf(*cached);
    const QJsonObject metadata = set.value("metadata"_L1).toObject();
    if (metadata.contains("deletionTimestamp"_L1))
        return done();
    std::vector<PodView> active;
    qint64 ready = 0;
    qint64 available = 0;
    const qint64 minReadySeconds = set.value("spec"_L1).toObject().value("minReadySeconds"_L1).toInteger();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (const auto owned = m_pods.indexer().byIndex("owner", std::string(cached->uid()))) {
        for (const kube::ObjectPtr &object : *owned) {
            PodView view = viewOf(*object);
            if (view.leaving)
                continue;
            ready += view.ready ? 1 : 0;
            const qint64 missing = minReadySeconds > 0 ? minReadySeconds - view.readySince.secsTo(now) : 0;
            if (view.ready && missing > 0)
                m_loop.addAfter(key, std::chrono::seconds(missing));
            else
                available += view.ready ? 1 : 0;
            active.push_back(std::move(view));
        }
    }
    const qint64 desired = set.value("spec"_L1).toObject().value("replicas"_L1).toInteger(1);
    const qint64 have = static_cast<qint64>(active.size());
    Future<bool> step = done();
    const bool isCounted = m_expected.areMet(key, m_client.scheduler().now());
    if (!isCounted)
        m_loop.addAfter(key, std::chrono::minutes(5)); // when what is expected is given up
    if (isCounted && have < desired) {
        step = makePods(key, set, desired - have);
    } else if (isCounted && have > desired) {
        std::stable_sort(active.begin(), active.end(), [](const PodView &left, const PodView &right) { return left.ready < right.ready; });
        for (qint64 i = 0; i < std::min(have - desired, podsPerStep); ++i) {
            const PodView &pod = active[static_cast<std::size_t>(i)];
            m_client.record(set, u"Normal"_s, u"SuccessfulDelete"_s, u"Deleted pod: "_s + QString::fromStdString(pod.key.name), u"replicaset-controller"_s);
            step = expecting(key, pod.key, [&] { return m_client.remove(podResource, pod.key, false); });
        }
    }
    const QJsonObject before = set.value("status"_L1).toObject();
    // Zero is omitted, but for the one that the API requires.
    QJsonObject status{{"replicas"_L1, have}, {"observedGeneration"_L1, metadata.value("generation"_L1)}};
    const std::pair<QLatin1String, qint64> numbers[] = {{"fullyLabeledReplicas"_L1, have}, {"readyReplicas"_L1, ready}, {"availableReplicas"_L1, available}};
    for (const auto &[name, number] : numbers) {
        if (number > 0)
            status[name] = number;
    }
    if (status == before)
        return step;
    for (const auto &[name, number] : numbers) {
        if (number == 0)
            status[name] = QJsonValue::Null;
    }
    return kube::then(step, m_client.owner(), [this, key, status](const kube::Result<bool> &) {
        return m_client.mergePatch(setResource, key, {{"status"_L1, status}}, "status");
    });
}

} // namespace orrery::demo
