// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/life.h"
#include "app/demo/sim/resources.h"

#include <QJsonArray>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int shortestPauseSeconds = 25;
constexpr int longestPauseSeconds = 60;
constexpr std::int64_t smallWorkload = 12;

/// Of the world's own workloads; a team is what users' seldom have.
bool isOurs(kube::JsonValue root)
{
    return root["metadata"]["labels"]["team"].exists() && root["metadata"]["labels"]["tier"].exists();
}

bool isSmallAndWell(const kube::Object &deployment)
{
    bool result = false;
    deployment.read([&](kube::JsonValue root) {
        const auto replicas = root["spec"]["replicas"].integer(1);
        result = isOurs(root) && replicas > 0 && replicas <= smallWorkload && root["status"]["availableReplicas"].integer(0) == replicas && !root["spec"]["paused"].boolean();
    });
    return result;
}

/// registry/web:1.4.2 is followed by registry/web:1.4.3.
QString nextImage(const QString &image)
{
    const qsizetype dot = image.lastIndexOf(u'.');
    bool isNumber = false;
    const int patch = image.mid(dot + 1).toInt(&isNumber);
    return isNumber ? image.left(dot + 1) + QString::number(patch + 1) : image;
}

} // namespace

Life::Life(SimClient &client, std::uint64_t seed)
    : m_client(client), m_deployments(client.informer(deploymentResource, "Deployment")), m_pods(client.informer(podResource, "Pod")), m_random(seed)
{
    wait();
}

void Life::wait()
{
    const int seconds = std::uniform_int_distribution<int>(shortestPauseSeconds, longestPauseSeconds)(m_random);
    m_timer = m_client.scheduler().after(std::chrono::seconds(seconds), [this] {
        happen();
        wait();
    });
}

void Life::happen()
{
    std::vector<kube::ObjectPtr> candidates;
    for (const kube::ObjectPtr &deployment : m_deployments.indexer().list()) {
        if (isSmallAndWell(*deployment))
            candidates.push_back(deployment);
    }
    if (candidates.empty())
        return;
    const QJsonObject deployment = documentOf(*candidates[m_random() % candidates.size()]);
    if (m_random() % 3 > 0)
        return release(deployment);
    const QString name = deployment.value("metadata"_L1).toObject().value("name"_L1).toString();
    const std::string prefix = name.toStdString() + '-';
    for (const kube::ObjectPtr &pod : m_pods.indexer().list()) {
        if (pod->key().namespaceName == deployment.value("metadata"_L1).toObject().value("namespace"_L1).toString().toStdString() && pod->key().name.starts_with(prefix))
            return lose(pod->key());
    }
}

void Life::release(const QJsonObject &deployment)
{
    const QJsonObject metadata = deployment.value("metadata"_L1).toObject();
    QJsonArray containers = deployment.value("spec"_L1).toObject().value("template"_L1).toObject().value("spec"_L1).toObject().value("containers"_L1).toArray();
    QJsonObject first = containers.at(0).toObject();
    first["image"_L1] = nextImage(first.value("image"_L1).toString());
    containers[0] = first;
    const QJsonObject patch{{"spec"_L1, QJsonObject{{"template"_L1, QJsonObject{{"spec"_L1, QJsonObject{{"containers"_L1, containers}}}}}}}};
    kube::then(m_client.mergePatch(deploymentResource, {metadata.value("namespace"_L1).toString().toStdString(), metadata.value("name"_L1).toString().toStdString()}, patch),
               m_client.owner(), [](const kube::Result<bool> &) {});
}

void Life::lose(const kube::ObjectKey &pod)
{
    kube::then(m_client.remove(podResource, pod, false), m_client.owner(), [](const kube::Result<bool> &) {});
}

} // namespace orrery::demo
