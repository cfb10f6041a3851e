// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"
#include "core/object/object_meta.h"
#include "ui/base/tone.h"

#include <QList>
#include <QString>

#include <optional>

namespace orrery {

struct ConditionView {
    QString type;
    QString status; ///< True, False, Unknown
    QString reason;
    QString message;
    std::optional<kube::WallTime> since;
    Tone tone = Tone::Neutral;
    std::optional<qint64> observedGeneration = {}; ///< when it is behind the object's: what it says is of an older one
};

struct OwnerView {
    QString apiVersion;
    QString kind;
    QString name;
};

struct ContainerView {
    QString name;
    QString image;
    QString state;   ///< "Running", "CrashLoopBackOff"
    QString message; ///< why it waits or ended
    Tone tone = Tone::Neutral;
    qint64 restarts = 0;
    bool ready = false;
    bool initial = false; ///< an init container
};

struct Fact {
    QString name;  ///< as the API has it: "Node", "Cluster IP"
    QString value;
    std::optional<kube::WallTime> time; ///< that value is: shown as its age
    std::optional<OwnerView> object = {}; ///< that value names: a link to it
};

/// What keeps Pods off a Node.
struct TaintView {
    QString text; ///< as kubectl writes it: "key=value:NoSchedule", "key:NoExecute"
    std::optional<kube::WallTime> since; ///< nothing: the object does not tell
};

/// What the overview of one object says. A value, made from the object alone. Thread: any.
struct ObjectOverview {
    QString name;
    QString namespaceName;
    QString uid;
    QString resourceVersion;
    qint64 generation = 0;                         ///< 0: its kind does not count them
    std::optional<qint64> observedGeneration = {}; ///< of status, when it is behind
    std::optional<kube::WallTime> created;
    std::optional<kube::WallTime> deleting;
    QList<Fact> facts; ///< of its kind
    QList<TaintView> taints; ///< of a Node, as it has them
    QStringList holderPods; ///< of a Lease: what its holder's Pod is called if it is one, in the same namespace; the likeliest first
    QList<OwnerView> owners;
    QList<QPair<QString, QString>> labels;
    QList<QPair<QString, QString>> annotations;
    QStringList finalizers;
    QList<ConditionView> conditions;
    QList<ContainerView> containers;

    /// Names in the order a log offers them: the default first (kubectl.kubernetes.io/default-container, else the
    /// first), then as written, init containers last.
    [[nodiscard]] QStringList logContainers() const;
    [[nodiscard]] static ObjectOverview of(const kube::Object &object);
};

} // namespace orrery
