// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/kubelets.h"

#include "app/demo/api/object_json.h"
#include "app/demo/sim/resources.h"

#include <QDateTime>
#include <QJsonArray>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;
using kube::Future;
using kube::ObjectKey;

namespace {

QString imageOf(const QJsonObject &pod)
{
    return pod.value("spec"_L1).toObject().value("containers"_L1).toArray().at(0).toObject().value("image"_L1).toString();
}

PodPhase fateOf(const QString &image)
{
    if (image.endsWith("-rc1"_L1))
        return PodPhase::ImagePull;
    if (image.contains("crash"_L1) || image.contains("fraud-check"_L1))
        return PodPhase::CrashLoop;
    return PodPhase::Running;
}

/// As a merge patch: what was decided by the cache is of that version only; of a later one it is decided anew.
QJsonObject ofVersion(const QJsonObject &pod, QLatin1String member, const QJsonObject &value)
{
    const QJsonValue version = pod.value("metadata"_L1).toObject().value("resourceVersion"_L1);
    return {{"metadata"_L1, QJsonObject{{"resourceVersion"_L1, version}}}, {member, value}};
}

QJsonObject firstContainer(const QJsonObject &pod)
{
    return pod.value("status"_L1).toObject().value("containerStatuses"_L1).toArray().at(0).toObject();
}

} // namespace

Kubelets::Kubelets(SimClient &client, std::size_t nodes, std::uint64_t seed)
    : m_client(client), m_pods(client.informer(podResource, "Pod")), m_nodes(nodes), m_random(seed),
      m_serial(static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch())),
      m_loop("kubelet", client.executor(), client.scheduler(), 32, [this](const ObjectKey &key) { return reconcile(key); }, client.metrics())
{
    kube::ResourceEventHandlers handlers;
    handlers.onAdd = [this](const kube::ObjectPtr &object, bool isInInitialList) { look(*object, isInInitialList); };
    handlers.onUpdate = [this](const kube::ObjectPtr &, const kube::ObjectPtr &now) { look(*now, false); };
    if (auto registered = m_pods.addEventHandler(client.told().timed(podResource, std::move(handlers))))
        m_handler = std::move(*registered);
}

kube::Duration Kubelets::between(int fromMilliseconds, int toMilliseconds)
{
    return std::chrono::milliseconds(std::uniform_int_distribution<int>(fromMilliseconds, toMilliseconds)(m_random));
}

void Kubelets::look(const kube::Object &pod, bool isInInitialList)
{
    pod.read([&](kube::JsonValue root) {
        const kube::JsonValue container = root["status"]["containerStatuses"].at(0);
        const auto waiting = container["state"]["waiting"]["reason"].string();
        if (root["metadata"]["deletionTimestamp"].exists())
            m_loop.addAfter(pod.key(), between(400, 1500));
        else if (root["spec"]["nodeName"].string().empty())
            m_loop.addAfter(pod.key(), between(50, 400));
        else if (!container.exists())
            m_loop.addAfter(pod.key(), between(50, 300));
        else if (waiting == "ContainerCreating")
            m_loop.addAfter(pod.key(), between(500, 2500));
        else if (waiting == "CrashLoopBackOff")
            m_loop.addAfter(pod.key(), isInInitialList ? between(3000, 20'000) : between(20'000, 60'000));
        else if (container["state"]["running"].exists() && fateOf(QString::fromUtf8(root["spec"]["containers"].at(0)["image"].string().data(),
                                                                                    static_cast<qsizetype>(root["spec"]["containers"].at(0)["image"].string().size()))) == PodPhase::CrashLoop)
            m_loop.addAfter(pod.key(), between(2000, 5000));
    });
}

Future<bool> Kubelets::bind(const ObjectKey &key, const QJsonObject &pod)
{
    const QString node = u"node-%1"_s.arg(m_random() % m_nodes + 1, 2, 10, QLatin1Char('0'));
    m_client.record(pod, u"Normal"_s, u"Scheduled"_s,
                    u"Successfully assigned %1/%2 to %3"_s.arg(QString::fromStdString(key.namespaceName), QString::fromStdString(key.name), node),
                    u"default-scheduler"_s);
    return m_client.mergePatch(podResource, key, ofVersion(pod, "spec"_L1, {{"nodeName"_L1, node}}));
}

Future<bool> Kubelets::advance(const ObjectKey &key, const QJsonObject &pod, PodPhase next, int restarts)
{
    const QJsonObject spec = pod.value("spec"_L1).toObject();
    const std::uint64_t n = ++m_serial;
    const QString known = pod.value("status"_L1).toObject().value("podIP"_L1).toString();
    const PodFacts facts{spec.value("nodeName"_L1).toString(), known.isEmpty() ? QString::fromStdString(podAddress(n)) : known,
                         QString::fromStdString(nodeAddress(n % m_nodes + 10)), next, restarts, nowText()};
    QJsonObject status = podStatus(spec, facts);
    const QString start = pod.value("status"_L1).toObject().value("startTime"_L1).toString();
    if (!start.isEmpty())
        status["startTime"_L1] = start;
    return m_client.mergePatch(podResource, key, ofVersion(pod, "status"_L1, status), "status");
}

Future<bool> Kubelets::reconcile(const ObjectKey &key)
{
    const kube::ObjectPtr cached = m_pods.indexer().getByKey(key);
    if (!cached)
        return done();
    const QJsonObject pod = documentOf(*cached);
    if (pod.value("metadata"_L1).toObject().contains("deletionTimestamp"_L1)) {
        m_client.record(pod, u"Normal"_s, u"Killing"_s, u"Stopping container app"_s, u"kubelet"_s);
        return m_client.remove(podResource, key, true);
    }
    if (pod.value("spec"_L1).toObject().value("nodeName"_L1).toString().isEmpty())
        return bind(key, pod);
    const QJsonObject container = firstContainer(pod);
    const QString image = imageOf(pod);
    const QJsonObject state = container.value("state"_L1).toObject();
    const int restarts = container.value("restartCount"_L1).toInt();
    if (container.isEmpty()) {
        m_client.record(pod, u"Normal"_s, u"Pulling"_s, u"Pulling image \"%1\""_s.arg(image), u"kubelet"_s);
        return advance(key, pod, PodPhase::Creating, 0);
    }
    const QString waiting = state.value("waiting"_L1).toObject().value("reason"_L1).toString();
    if (waiting == "ContainerCreating"_L1) {
        if (fateOf(image) == PodPhase::ImagePull) {
            m_client.record(pod, u"Warning"_s, u"Failed"_s, u"Failed to pull image \"%1\": manifest unknown"_s.arg(image), u"kubelet"_s);
            return advance(key, pod, PodPhase::ImagePull, 0);
        }
        m_client.record(pod, u"Normal"_s, u"Pulled"_s, u"Container image \"%1\" already present on machine"_s.arg(image), u"kubelet"_s);
        m_client.record(pod, u"Normal"_s, u"Started"_s, u"Started container app"_s, u"kubelet"_s);
        return advance(key, pod, PodPhase::Running, 0);
    }
    if (waiting == "CrashLoopBackOff"_L1) {
        m_client.record(pod, u"Normal"_s, u"Started"_s, u"Started container app"_s, u"kubelet"_s);
        return advance(key, pod, PodPhase::Running, restarts + 1);
    }
    if (state.contains("running"_L1) && fateOf(image) == PodPhase::CrashLoop) {
        m_client.record(pod, u"Warning"_s, u"BackOff"_s, u"Back-off restarting failed container app in pod %1"_s.arg(QString::fromStdString(key.name)), u"kubelet"_s);
        return advance(key, pod, PodPhase::CrashLoop, restarts);
    }
    return done();
}

} // namespace orrery::demo
