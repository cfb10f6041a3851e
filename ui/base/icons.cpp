// SPDX-License-Identifier: Apache-2.0
#include "ui/base/icons.h"

#include "ui/base/ink_icon_engine.h"

#include <QFile>
#include <QHash>

// Resources of a static library must be pulled in by name, from outside any namespace.
static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace orrery {

namespace {

constexpr const char *const fileOf[] = {
    "kinds/apiservice", "kinds/autoscaler", "kinds/certificate", "kinds/cluster", "kinds/configmap",
    "kinds/cronjob", "kinds/custom", "kinds/customresourcedefinition", "kinds/daemonset", "kinds/deployment",
    "kinds/disruptionbudget", "kinds/endpoint", "kinds/event", "kinds/generic", "kinds/ingress", "kinds/job",
    "kinds/lease", "kinds/namespace", "kinds/networkpolicy", "kinds/node", "kinds/persistentvolume",
    "kinds/persistentvolumeclaim", "kinds/pod", "kinds/priorityclass", "kinds/quota", "kinds/replicaset",
    "kinds/role", "kinds/rolebinding", "kinds/secret", "kinds/service", "kinds/serviceaccount",
    "kinds/statefulset", "kinds/storageclass", "kinds/webhook",
    "instruments/pipeline", "instruments/requests", "instruments/controllers", "instruments/apiserver", "actions/add", "actions/back",
    "actions/check", "actions/clock", "actions/close", "actions/columns", "actions/copy", "actions/down",
    "actions/edit", "actions/external", "actions/filter", "actions/follow", "actions/forward",
    "actions/info", "actions/lock", "actions/logs", "actions/more", "actions/offline", "actions/previous",
    "actions/refresh", "actions/scale", "actions/search", "actions/theme", "actions/up", "actions/warning",
    "actions/wrap", "actions/yaml",
};
static_assert(std::size(fileOf) == static_cast<std::size_t>(IconName::Yaml) + 1);

QByteArray drawing(IconName name)
{
    initIconResources();
    QFile file(QStringLiteral(":/orrery/icons/%1.svg").arg(QLatin1String(fileOf[static_cast<std::size_t>(name)])));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "icon", "an icon is missing from icons.qrc");
    return opened ? file.readAll() : QByteArray();
}

bool isKubernetesOwn(const QString &group)
{
    return !group.contains(QLatin1Char('.')) || group.endsWith(QLatin1String(".k8s.io"));
}

} // namespace

QIcon icon(IconName name)
{
    return QIcon(new InkIconEngine(drawing(name), std::nullopt));
}

QIcon icon(IconName name, const QPalette &palette)
{
    return QIcon(new InkIconEngine(drawing(name), palette));
}

IconName kindIcon(const QString &group, const QString &kind)
{
    static const QHash<QString, IconName> known = {
        {QStringLiteral("Pod"), IconName::Pod},
        {QStringLiteral("PodTemplate"), IconName::Pod},
        {QStringLiteral("PodMetrics"), IconName::Quota},
        {QStringLiteral("NodeMetrics"), IconName::Quota},
        {QStringLiteral("Deployment"), IconName::Deployment},
        {QStringLiteral("ReplicaSet"), IconName::ReplicaSet},
        {QStringLiteral("ReplicationController"), IconName::ReplicaSet},
        {QStringLiteral("ControllerRevision"), IconName::ReplicaSet},
        {QStringLiteral("StatefulSet"), IconName::StatefulSet},
        {QStringLiteral("DaemonSet"), IconName::DaemonSet},
        {QStringLiteral("Job"), IconName::Job},
        {QStringLiteral("CronJob"), IconName::CronJob},
        {QStringLiteral("Service"), IconName::Service},
        {QStringLiteral("Endpoints"), IconName::Endpoint},
        {QStringLiteral("EndpointSlice"), IconName::Endpoint},
        {QStringLiteral("Ingress"), IconName::Ingress},
        {QStringLiteral("IngressClass"), IconName::Ingress},
        {QStringLiteral("NetworkPolicy"), IconName::NetworkPolicy},
        {QStringLiteral("ConfigMap"), IconName::ConfigMap},
        {QStringLiteral("Secret"), IconName::Secret},
        {QStringLiteral("Node"), IconName::Node},
        {QStringLiteral("CSINode"), IconName::Node},
        {QStringLiteral("RuntimeClass"), IconName::Node},
        {QStringLiteral("Namespace"), IconName::Namespace},
        {QStringLiteral("Event"), IconName::Event},
        {QStringLiteral("PersistentVolume"), IconName::PersistentVolume},
        {QStringLiteral("PersistentVolumeClaim"), IconName::PersistentVolumeClaim},
        {QStringLiteral("StorageClass"), IconName::StorageClass},
        {QStringLiteral("CSIDriver"), IconName::StorageClass},
        {QStringLiteral("CSIStorageCapacity"), IconName::StorageClass},
        {QStringLiteral("VolumeAttachment"), IconName::PersistentVolume},
        {QStringLiteral("VolumeAttributesClass"), IconName::StorageClass},
        {QStringLiteral("Role"), IconName::Role},
        {QStringLiteral("ClusterRole"), IconName::Role},
        {QStringLiteral("RoleBinding"), IconName::RoleBinding},
        {QStringLiteral("ClusterRoleBinding"), IconName::RoleBinding},
        {QStringLiteral("ServiceAccount"), IconName::ServiceAccount},
        {QStringLiteral("CustomResourceDefinition"), IconName::CustomResourceDefinition},
        {QStringLiteral("HorizontalPodAutoscaler"), IconName::Autoscaler},
        {QStringLiteral("ResourceQuota"), IconName::Quota},
        {QStringLiteral("LimitRange"), IconName::Quota},
        {QStringLiteral("PodDisruptionBudget"), IconName::DisruptionBudget},
        {QStringLiteral("PodSecurityPolicy"), IconName::DisruptionBudget},
        {QStringLiteral("MutatingWebhookConfiguration"), IconName::Webhook},
        {QStringLiteral("ValidatingWebhookConfiguration"), IconName::Webhook},
        {QStringLiteral("ValidatingAdmissionPolicy"), IconName::Webhook},
        {QStringLiteral("ValidatingAdmissionPolicyBinding"), IconName::Webhook},
        {QStringLiteral("Lease"), IconName::Lease},
        {QStringLiteral("PriorityClass"), IconName::PriorityClass},
        {QStringLiteral("PriorityLevelConfiguration"), IconName::PriorityClass},
        {QStringLiteral("FlowSchema"), IconName::PriorityClass},
        {QStringLiteral("APIService"), IconName::ApiService},
        {QStringLiteral("CertificateSigningRequest"), IconName::Certificate},
    };
    if (isKubernetesOwn(group) && known.contains(kind))
        return known.value(kind);
    return group.contains(QLatin1Char('.')) ? IconName::Custom : IconName::Generic;
}

QIcon applicationIcon()
{
    initIconResources();
    return QIcon(QStringLiteral(":/orrery/icons/app/io.github.orrery.Orrery.svg"));
}

} // namespace orrery
