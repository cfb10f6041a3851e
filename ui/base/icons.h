// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QPalette>

class QString;

namespace orrery {

/// Our own set: one line weight, one ink. In the order of the table in icons.cpp.
enum class IconName {
    // kinds of objects
    ApiService, Autoscaler, Certificate, Cluster, ConfigMap, CronJob, Custom, CustomResourceDefinition,
    DaemonSet, Deployment, DisruptionBudget, Endpoint, Event, Generic, Ingress, Job, Lease, Namespace,
    NetworkPolicy, Node, PersistentVolume, PersistentVolumeClaim, Pod, PriorityClass, Quota, ReplicaSet,
    Role, RoleBinding, Secret, Service, ServiceAccount, StatefulSet, StorageClass, Webhook,
    // instruments
    Pipeline, Requests, Controllers, ApiServer,
    // things to do
    Add, Back, Check, Clock, Close, Columns, Copy, Down, Edit, External, Filter, Follow, Forward, Info, Lock,
    Logs, More, Offline, Previous, Refresh, Scale, Search, Theme, Up, Warning, Wrap, Yaml,
};

/// Drawn in the ink of the application's palette at the moment of painting: it follows a change of theme.
[[nodiscard]] QIcon icon(IconName name);
/// Drawn in this palette's ink.
[[nodiscard]] QIcon icon(IconName name, const QPalette &palette);

/// The icon of a kind; custom for a group that is not Kubernetes' own, generic for a kind we do not know.
[[nodiscard]] IconName kindIcon(const QString &group, const QString &kind);

/// A sun, three orbits, a gear's teeth at the rim.
[[nodiscard]] QIcon applicationIcon();

} // namespace orrery
