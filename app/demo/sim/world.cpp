// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/world.h"

#include "app/demo/api/object_json.h"
#include "app/demo/api/validation.h"
#include "app/demo/sim/deployment_status.h"
#include "app/demo/sim/pod_template.h"
#include "app/demo/sim/told_metrics.h"
#include "core/object/yaml.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t podsPerNode = 80;
constexpr std::size_t largestWorkload = 250;
constexpr std::size_t largerWorld = 20;  ///< Pods from which there is also what is wrong
constexpr std::size_t wholeWorld = 100; ///< and from which there is the control plane's

const char *const applications[] = {"web", "api", "checkout", "payments", "ledger", "search", "catalog", "mailer",
                                    "images", "gateway", "session", "worker", "reports", "audit", "recommend", "inventory"};
const char *const teams[] = {"web", "payments", "search", "platform"};

QJsonObject labelsOf(const QString &name, const QString &team)
{
    return {{"app"_L1, name}, {"tier"_L1, name.startsWith("w"_L1) ? "front"_L1 : "back"_L1}, {"team"_L1, team}};
}

QJsonObject container(const QString &name, const QString &image)
{
    const QJsonObject podName{{"name"_L1, "POD_NAME"_L1},
                              {"valueFrom"_L1, QJsonObject{{"fieldRef"_L1, QJsonObject{{"apiVersion"_L1, "v1"_L1}, {"fieldPath"_L1, "metadata.name"_L1}}}}}};
    const QJsonObject probe{{"httpGet"_L1, QJsonObject{{"path"_L1, "/healthz"_L1}, {"port"_L1, 8080}, {"scheme"_L1, "HTTP"_L1}}},
                            {"initialDelaySeconds"_L1, 5}, {"timeoutSeconds"_L1, 1}, {"periodSeconds"_L1, 10}, {"successThreshold"_L1, 1}, {"failureThreshold"_L1, 3}};
    return {{"name"_L1, name}, {"image"_L1, image},
            {"args"_L1, QJsonArray{"--listen=:8080"_L1, "--log-format=json"_L1, "--shutdown-grace=20s"_L1}},
            {"ports"_L1, QJsonArray{QJsonObject{{"name"_L1, "http"_L1}, {"containerPort"_L1, 8080}, {"protocol"_L1, "TCP"_L1}}}},
            {"env"_L1, QJsonArray{QJsonObject{{"name"_L1, "LOG_LEVEL"_L1}, {"value"_L1, "info"_L1}}, podName}},
            {"resources"_L1, QJsonObject{{"requests"_L1, QJsonObject{{"cpu"_L1, "50m"_L1}, {"memory"_L1, "64Mi"_L1}}}, {"limits"_L1, QJsonObject{{"memory"_L1, "256Mi"_L1}}}}},
            {"readinessProbe"_L1, probe}, {"livenessProbe"_L1, probe},
            {"volumeMounts"_L1, QJsonArray{QJsonObject{{"name"_L1, "config"_L1}, {"mountPath"_L1, "/etc/app"_L1}, {"readOnly"_L1, true}}}},
            {"terminationMessagePath"_L1, "/dev/termination-log"_L1}, {"terminationMessagePolicy"_L1, "File"_L1}, {"imagePullPolicy"_L1, "IfNotPresent"_L1}};
}

} // namespace

World::World(ApiStore &store, ResourceTypes &types, Options options)
    : m_store(store), m_types(types), m_options(options), m_random(options.seed)
{
}

QString World::ago(int seconds) const
{
    return QDateTime::currentDateTimeUtc().addSecs(-seconds).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

void World::put(const kube::GroupResource &resource, QJsonObject object)
{
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (!metadata.contains("uid"_L1))
        metadata["uid"_L1] = QString::fromStdString(makeUid(m_options.seed * 1'000'000'007ULL + ++m_serial));
    if (!metadata.contains("creationTimestamp"_L1))
        metadata["creationTimestamp"_L1] = ago(86'400 * 12);
    if (object.contains("spec"_L1) && !metadata.contains("generation"_L1))
        metadata["generation"_L1] = 1;
    metadata["resourceVersion"_L1] = "0"_L1; // its place among the members
    object["metadata"_L1] = metadata;
    (void)m_store.create(resource, toJson(object));
}

kube::Result<void> World::seedFile()
{
    QFile file(u":/demo/seed.yaml"_s);
    if (!file.open(QIODevice::ReadOnly))
        return kube::fail(kube::Error::badInput(file.errorString(), file.fileName()));
    const QByteArray yaml = file.readAll();
    const auto documents = kube::yamlStreamToJson({yaml.constData(), static_cast<std::size_t>(yaml.size())});
    if (!documents)
        return kube::fail(documents.error());
    for (const std::string &json : *documents) {
        QJsonObject object = parseObject(json);
        const auto gv = kube::GroupVersion::parse(object.value("apiVersion"_L1).toString().toStdString());
        const std::string kind = object.value("kind"_L1).toString().toStdString();
        const ResourceTypePtr type = gv ? m_types.findKind(gv->group, gv->version, kind) : nullptr;
        if (!type)
            return kube::fail(kube::Error::badInput(u"the demo does not serve %1"_s.arg(QString::fromStdString(kind)), file.fileName()));
        setDefaults(*type, object);
        put(type->groupResource(), object);
        if (type->plural == "customresourcedefinitions")
            m_types.setDefinition(object);
    }
    return {};
}

void World::makeNodes()
{
    m_nodes = std::max<std::size_t>(3, (m_options.pods + podsPerNode - 1) / podsPerNode);
    for (std::size_t i = 0; i < m_nodes; ++i) {
        const QString name = u"node-%1"_s.arg(i + 1, 2, 10, QLatin1Char('0'));
        const QString zone = u"zone-%1"_s.arg(QChar(u'a' + static_cast<char16_t>(i % 3)));
        QJsonArray conditions;
        for (const char *type : {"MemoryPressure", "DiskPressure", "PIDPressure"}) {
            conditions.append(QJsonObject{{"type"_L1, QLatin1String(type)}, {"status"_L1, "False"_L1}, {"lastHeartbeatTime"_L1, ago(30)},
                                          {"lastTransitionTime"_L1, ago(86'400 * 12)}, {"reason"_L1, "KubeletHasSufficient"_L1}, {"message"_L1, "kubelet has sufficient resources"_L1}});
        }
        conditions.append(QJsonObject{{"type"_L1, "Ready"_L1}, {"status"_L1, "True"_L1}, {"lastHeartbeatTime"_L1, ago(30)},
                                      {"lastTransitionTime"_L1, ago(86'400 * 12)}, {"reason"_L1, "KubeletReady"_L1}, {"message"_L1, "kubelet is posting ready status"_L1}});
        QJsonObject labels{{"kubernetes.io/hostname"_L1, name}, {"kubernetes.io/os"_L1, "linux"_L1}, {"kubernetes.io/arch"_L1, "amd64"_L1}, {"topology.kubernetes.io/zone"_L1, zone}};
        if (i == 0)
            labels["node-role.kubernetes.io/control-plane"_L1] = QString();
        const QString ip = QString::fromStdString(nodeAddress(i + 10));
        const QJsonObject capacity{{"cpu"_L1, "16"_L1}, {"memory"_L1, "65536Mi"_L1}, {"pods"_L1, "110"_L1}, {"ephemeral-storage"_L1, "200Gi"_L1}};
        put({"", "nodes"},
            {{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "Node"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, name}, {"labels"_L1, labels}}},
             {"spec"_L1, QJsonObject{{"podCIDR"_L1, QString(u"10.%1.%2.0/24"_s.arg(64 + i / 256).arg(i % 256))}}},
             {"status"_L1, QJsonObject{{"capacity"_L1, capacity}, {"allocatable"_L1, capacity}, {"conditions"_L1, conditions},
                                       {"addresses"_L1, QJsonArray{QJsonObject{{"type"_L1, "InternalIP"_L1}, {"address"_L1, ip}}, QJsonObject{{"type"_L1, "Hostname"_L1}, {"address"_L1, name}}}},
                                       {"nodeInfo"_L1, QJsonObject{{"kubeletVersion"_L1, "v1.36.0"_L1}, {"osImage"_L1, "Debian GNU/Linux 12 (bookworm)"_L1}, {"kernelVersion"_L1, "6.1.0-25-amd64"_L1},
                                                                   {"containerRuntimeVersion"_L1, "containerd://2.0.1"_L1}, {"architecture"_L1, "amd64"_L1}, {"operatingSystem"_L1, "linux"_L1}}}}}});
    }
}

void World::makeControllersPod()
{
    putStaticPod(QLatin1String(ControllersPod), u"kube-controller-manager"_s,
                 {{"name"_L1, "kube-controller-manager"_L1}, {"image"_L1, "registry.example.com/kube-controller-manager:v1.36.0"_L1},
                  {"command"_L1, QJsonArray{"kube-controller-manager"_L1, "--authorization-always-allow-paths=/healthz,/readyz,/livez,/metrics"_L1}}},
                 {});
}

void World::makeOperatorPod()
{
    putStaticPod(QLatin1String(OperatorPod), u"foo-operator"_s,
                 {{"name"_L1, "manager"_L1}, {"image"_L1, "registry.example.com/foo-operator:0.4.1"_L1}, {"args"_L1, QJsonArray{QString(u"--metrics-bind-address=:%1"_s.arg(OperatorPort))}}},
                 {{"prometheus.io/scrape"_L1, "true"_L1}, {"prometheus.io/port"_L1, QString::number(OperatorPort)}});
}

// As a kubelet mirrors a static Pod.
void World::putStaticPod(const QString &name, const QString &component, const QJsonObject &container, QJsonObject annotations)
{
    const QString created = ago(86'400 * 12);
    const QString node = u"node-01"_s;
    const QString ip = QString::fromStdString(nodeAddress(10));
    annotations["kubernetes.io/config.mirror"_L1] = "demo"_L1;
    annotations["kubernetes.io/config.source"_L1] = "file"_L1;
    const QJsonObject spec{{"containers"_L1, QJsonArray{container}}, {"nodeName"_L1, node}, {"hostNetwork"_L1, true}, {"restartPolicy"_L1, "Always"_L1},
                           {"priorityClassName"_L1, "system-node-critical"_L1}, {"tolerations"_L1, QJsonArray{QJsonObject{{"effect"_L1, "NoExecute"_L1}, {"operator"_L1, "Exists"_L1}}}}};
    const QJsonObject owner{{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "Node"_L1}, {"name"_L1, node},
                            {"uid"_L1, QString::fromStdString(m_store.get({"", "nodes"}, {{}, "node-01"})->uid)}, {"controller"_L1, true}};
    put({"", "pods"},
        {{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "Pod"_L1},
         {"metadata"_L1, QJsonObject{{"name"_L1, name}, {"namespace"_L1, "kube-system"_L1}, {"creationTimestamp"_L1, created},
                                     {"labels"_L1, QJsonObject{{"component"_L1, component}, {"tier"_L1, "control-plane"_L1}}},
                                     {"annotations"_L1, annotations},
                                     {"ownerReferences"_L1, QJsonArray{owner}}}},
         {"spec"_L1, spec}, {"status"_L1, podStatus(spec, {node, ip, ip, PodPhase::Running, 0, created})}});
}

std::vector<World::Workload> World::workloads()
{
    std::vector<Workload> result;
    std::size_t left = m_options.pods;
    for (std::size_t i = 0; left > 0; ++i) {
        const std::size_t round = i / std::size(applications);
        QString name = QLatin1String(applications[i % std::size(applications)]);
        if (round > 0)
            name += u'-' + QString::number(round + 1);
        const std::size_t typical = std::clamp<std::size_t>(m_options.pods / 24, 2, largestWorkload);
        const std::size_t replicas = std::min(left, std::max<std::size_t>(1, typical / 2 + m_random() % typical));
        Workload workload{QLatin1String(teams[(i + round) % std::size(teams)]), name,
                          u"registry.example.com/%1:1.%2.%3"_s.arg(name).arg(m_random() % 20).arg(m_random() % 10), replicas,
                          m_random() % 5 == 0 ? static_cast<int>(m_random() % 12) : 0, false};
        result.push_back(workload);
        left -= replicas;
    }
    // Something is always wrong somewhere: a crash loop and an image that cannot be pulled.
    if (m_options.pods >= largerWorld) {
        result.push_back({u"payments"_s, u"fraud-check"_s, u"registry.example.com/fraud-check:0.9.1"_s, 1, 14, true});
        result.push_back({u"search"_s, u"indexer-canary"_s, u"registry.example.com/indexer:2.0.0-rc1"_s, 1, 0, true});
    }
    return result;
}

void World::makeWorkload(const Workload &workload)
{
    const QJsonObject labels = labelsOf(workload.name, workload.namespaceName);
    const QString hash = QString::fromStdString(nameSuffix(m_random()) + nameSuffix(m_random()).substr(0, 4));
    QJsonObject podLabels = labels;
    podLabels["pod-template-hash"_L1] = hash;
    const int age = 600 + static_cast<int>(m_random() % (86'400 * 9));
    const QString created = ago(age);
    const QJsonObject podSpec{{"containers"_L1, QJsonArray{container(u"app"_s, workload.image)}},
                              {"volumes"_L1, QJsonArray{QJsonObject{{"name"_L1, "config"_L1}, {"configMap"_L1, QJsonObject{{"name"_L1, "app-config"_L1}, {"defaultMode"_L1, 420}}}}}},
                              {"restartPolicy"_L1, "Always"_L1}, {"terminationGracePeriodSeconds"_L1, 5}, {"dnsPolicy"_L1, "ClusterFirst"_L1},
                              {"serviceAccountName"_L1, "default"_L1}, {"securityContext"_L1, QJsonObject()}, {"schedulerName"_L1, "default-scheduler"_L1},
                              {"enableServiceLinks"_L1, true}};
    const qint64 replicas = static_cast<qint64>(workload.replicas);
    const qint64 ready = workload.failing ? 0 : replicas;
    const QString deploymentUid = QString::fromStdString(makeUid(m_options.seed * 7919 + ++m_serial));
    const QString setUid = QString::fromStdString(makeUid(m_options.seed * 104'729 + ++m_serial));
    const QJsonObject selector{{"matchLabels"_L1, QJsonObject{{"app"_L1, workload.name}}}};
    QJsonObject deployment{{"apiVersion"_L1, "apps/v1"_L1}, {"kind"_L1, "Deployment"_L1},
                           {"metadata"_L1, QJsonObject{{"name"_L1, workload.name}, {"namespace"_L1, workload.namespaceName}, {"uid"_L1, deploymentUid}, {"labels"_L1, labels},
                                                       {"creationTimestamp"_L1, created}, {"annotations"_L1, QJsonObject{{"deployment.kubernetes.io/revision"_L1, "1"_L1}}}, {"generation"_L1, 1}}},
                           {"spec"_L1, QJsonObject{{"replicas"_L1, replicas}, {"selector"_L1, selector},
                                                   {"template"_L1, QJsonObject{{"metadata"_L1, QJsonObject{{"labels"_L1, labels}}}, {"spec"_L1, podSpec}}}}}};
    setDefaults(*m_types.find("apps", "v1", "deployments"), deployment);
    const RolloutStrategy strategy = RolloutStrategy::of(deployment);

    QJsonObject setSelector = selector;
    setSelector["matchLabels"_L1] = QJsonObject{{"app"_L1, workload.name}, {"pod-template-hash"_L1, hash}};
    const QJsonObject owner{{"apiVersion"_L1, "apps/v1"_L1}, {"kind"_L1, "Deployment"_L1}, {"name"_L1, workload.name}, {"uid"_L1, deploymentUid},
                            {"controller"_L1, true}, {"blockOwnerDeletion"_L1, true}};
    QJsonObject set{{"apiVersion"_L1, "apps/v1"_L1}, {"kind"_L1, "ReplicaSet"_L1},
                    {"metadata"_L1, QJsonObject{{"name"_L1, QString(workload.name + u'-' + hash)}, {"namespace"_L1, workload.namespaceName}, {"uid"_L1, setUid}, {"labels"_L1, podLabels},
                                                {"creationTimestamp"_L1, created}, {"ownerReferences"_L1, QJsonArray{owner}},
                                                {"annotations"_L1, QJsonObject{{"deployment.kubernetes.io/revision"_L1, "1"_L1}, {"deployment.kubernetes.io/desired-replicas"_L1, QString::number(replicas)},
                                                                             {"deployment.kubernetes.io/max-replicas"_L1, QString::number(strategy.largest())}}}}},
                    {"spec"_L1, QJsonObject{{"replicas"_L1, replicas}, {"selector"_L1, setSelector},
                                            {"template"_L1, QJsonObject{{"metadata"_L1, QJsonObject{{"labels"_L1, podLabels}}}, {"spec"_L1, podSpec}}}}},
                    {"status"_L1, QJsonObject{{"replicas"_L1, replicas}, {"fullyLabeledReplicas"_L1, replicas}, {"observedGeneration"_L1, 1}}}};
    if (ready > 0) {
        QJsonObject status = set.value("status"_L1).toObject();
        status["readyReplicas"_L1] = ready;
        status["availableReplicas"_L1] = ready;
        set["status"_L1] = status;
    }
    setDefaults(*m_types.find("apps", "v1", "replicasets"), set);
    deployment["status"_L1] = deploymentStatus(deployment, strategy, {RolloutSet::of(set)}, 0, QDateTime::fromString(created, Qt::ISODate));
    put({"apps", "deployments"}, deployment);
    put({"apps", "replicasets"}, set);

    PodPhase phase = PodPhase::Running;
    if (workload.failing)
        phase = workload.restarts > 0 ? PodPhase::CrashLoop : PodPhase::ImagePull;
    const PodStamp stamp(set, phase, workload.restarts, created);
    const std::string prefix = (workload.name + u'-' + hash + u'-').toStdString();
    for (std::size_t i = 0; i < workload.replicas; ++i) {
        const std::uint64_t n = ++m_serial;
        const std::size_t node = m_random() % m_nodes;
        (void)m_store.create({"", "pods"}, stamp.make({prefix + nameSuffix(n), makeUid(m_options.seed * 31 + n),
                                                       u"node-%1"_s.arg(node + 1, 2, 10, QLatin1Char('0')).toStdString(), podAddress(n), nodeAddress(node + 10)}));
    }
}

kube::Result<void> World::build()
{
    const auto seeded = seedFile();
    if (!seeded)
        return seeded;
    makeNodes();
    if (m_options.pods >= wholeWorld) {
        makeControllersPod();
        makeOperatorPod();
    }
    for (const Workload &workload : workloads())
        makeWorkload(workload);
    m_store.compact();
    return {};
}

} // namespace orrery::demo
