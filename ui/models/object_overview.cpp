// SPDX-License-Identifier: Apache-2.0
#include "ui/models/object_overview.h"

#include "ui/models/conditions.h"

namespace orrery {

using kube::JsonValue;

namespace {

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

ConditionView conditionOf(JsonValue value, std::string_view kind, qint64 generation)
{
    ConditionView condition;
    const auto type = value["type"].string();
    const auto status = value["status"].string();
    condition.type = text(type);
    condition.status = text(status);
    condition.reason = text(value["reason"].string());
    condition.message = text(value["message"].string());
    condition.since = kube::parseTime(value["lastTransitionTime"].string());
    // A Pod that is not ready may be on its way; its containers say what is wrong.
    const Tone tone = conditionTone(type, status);
    condition.tone = kind == "Pod" && tone == Tone::Failing && status == "False" ? Tone::Pending : tone;
    if (const auto observed = value["observedGeneration"].integer(); observed && *observed < generation)
        condition.observedGeneration = *observed;
    return condition;
}

ContainerView containerOf(JsonValue spec, JsonValue statuses, bool initial)
{
    ContainerView view;
    const auto name = spec["name"].string();
    view.name = text(name);
    view.image = text(spec["image"].string());
    view.initial = initial;
    statuses.forEachItem([&](JsonValue status) {
        if (status["name"].string() != name)
            return;
        view.restarts = status["restartCount"].integer(0);
        view.ready = status["ready"].boolean();
        const JsonValue state = status["state"];
        if (const JsonValue waiting = state["waiting"]; waiting.exists()) {
            view.state = text(waiting["reason"].string("Waiting"));
            view.message = text(waiting["message"].string());
            view.tone = view.state == QLatin1String("ContainerCreating") || view.state == QLatin1String("PodInitializing") ? Tone::Pending : Tone::Failing;
        } else if (const JsonValue running = state["running"]; running.exists()) {
            view.state = QStringLiteral("Running");
            view.tone = view.ready ? Tone::Ready : Tone::Pending;
        } else if (const JsonValue ended = state["terminated"]; ended.exists()) {
            const qint64 code = ended["exitCode"].integer(0);
            view.state = text(ended["reason"].string("Terminated"));
            view.message = code == 0 ? text(ended["message"].string()) : QStringLiteral("exit code %1").arg(code);
            view.tone = code == 0 ? Tone::Completed : Tone::Failing;
        }
    });
    return view;
}

struct FactPath {
    const char *kind;
    const char *name;
    std::vector<std::string_view> path;
    bool isTime = false;
};

/// One line each of what a person asks first; everything else is in the YAML.
const std::vector<FactPath> &factPaths()
{
    static const std::vector<FactPath> paths{
        {"Pod", "Phase", {"status", "phase"}},
        {"Pod", "Reason", {"status", "reason"}},
        {"Pod", "Message", {"status", "message"}},
        {"Pod", "Node", {"spec", "nodeName"}},
        {"Pod", "Pod IP", {"status", "podIP"}},
        {"Pod", "Service account", {"spec", "serviceAccountName"}},
        {"Pod", "QoS class", {"status", "qosClass"}},
        {"Deployment", "Replicas", {"spec", "replicas"}},
        {"Deployment", "Updated", {"status", "updatedReplicas"}},
        {"Deployment", "Available", {"status", "availableReplicas"}},
        {"Deployment", "Strategy", {"spec", "strategy", "type"}},
        {"Deployment", "Paused", {"spec", "paused"}},
        {"ReplicaSet", "Replicas", {"spec", "replicas"}},
        {"ReplicaSet", "Ready", {"status", "readyReplicas"}},
        {"StatefulSet", "Replicas", {"spec", "replicas"}},
        {"StatefulSet", "Ready", {"status", "readyReplicas"}},
        {"StatefulSet", "Service", {"spec", "serviceName"}},
        {"DaemonSet", "Desired", {"status", "desiredNumberScheduled"}},
        {"DaemonSet", "Ready", {"status", "numberReady"}},
        {"Job", "Completions", {"spec", "completions"}},
        {"Job", "Succeeded", {"status", "succeeded"}},
        {"Job", "Failed", {"status", "failed"}},
        {"CronJob", "Schedule", {"spec", "schedule"}},
        {"CronJob", "Suspended", {"spec", "suspend"}},
        {"CronJob", "Last schedule", {"status", "lastScheduleTime"}, true},
        {"Service", "Type", {"spec", "type"}},
        {"Service", "Cluster IP", {"spec", "clusterIP"}},
        {"Service", "External name", {"spec", "externalName"}},
        {"Ingress", "Class", {"spec", "ingressClassName"}},
        {"PersistentVolumeClaim", "Phase", {"status", "phase"}},
        {"PersistentVolumeClaim", "Volume", {"spec", "volumeName"}},
        {"PersistentVolumeClaim", "Storage class", {"spec", "storageClassName"}},
        {"PersistentVolume", "Phase", {"status", "phase"}},
        {"PersistentVolume", "Capacity", {"spec", "capacity", "storage"}},
        {"Node", "Kubelet", {"status", "nodeInfo", "kubeletVersion"}},
        {"Node", "Operating system", {"status", "nodeInfo", "osImage"}},
        {"Node", "Kernel", {"status", "nodeInfo", "kernelVersion"}},
        {"Node", "Container runtime", {"status", "nodeInfo", "containerRuntimeVersion"}},
        {"Node", "CPU", {"status", "capacity", "cpu"}},
        {"Node", "Memory", {"status", "capacity", "memory"}},
        {"Node", "Unschedulable", {"spec", "unschedulable"}},
        {"Namespace", "Phase", {"status", "phase"}},
        {"Secret", "Type", {"type"}},
        {"Event", "Type", {"type"}},
        {"Event", "Reason", {"reason"}},
        {"Event", "Message", {"message"}},
        {"Event", "Message", {"note"}},
        {"Event", "First seen", {"firstTimestamp"}, true},
        {"Event", "Last seen", {"lastTimestamp"}, true},
    };
    return paths;
}

void addContainers(QList<ContainerView> &containers, JsonValue root)
{
    const JsonValue spec = root["spec"];
    const JsonValue status = root["status"];
    spec["initContainers"].forEachItem([&](JsonValue container) { containers.append(containerOf(container, status["initContainerStatuses"], true)); });
    spec["containers"].forEachItem([&](JsonValue container) { containers.append(containerOf(container, status["containerStatuses"], false)); });
    // A workload shows what its pods will run.
    spec["template"]["spec"]["containers"].forEachItem([&](JsonValue container) { containers.append(containerOf(container, {}, false)); });
}

/// What an event is about, how often it happened and who says so: core/v1's names, else events.k8s.io's.
void addEventFacts(QList<Fact> &facts, JsonValue root)
{
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            facts.append({QString::fromLatin1(name), value, {}});
    };
    const JsonValue about = root["involvedObject"].exists() ? root["involvedObject"] : root["regarding"];
    const OwnerView object{text(about["apiVersion"].string()), text(about["kind"].string()), text(about["name"].string())};
    if (!object.kind.isEmpty() && !object.name.isEmpty())
        facts.append({QStringLiteral("Object"), object.kind + QLatin1Char(' ') + object.name, {}, object});
    for (const JsonValue count : {root["series"]["count"], root["count"], root["deprecatedCount"]}) {
        if (count.exists()) {
            add("Count", QString::number(count.integer(1)));
            break;
        }
    }
    const JsonValue source = root["source"].exists() ? root["source"] : root["deprecatedSource"];
    QString who = text(source["component"].string());
    for (const char *field : {"reportingComponent", "reportingController"}) {
        if (who.isEmpty())
            who = text(root[field].string());
    }
    const QString host = text(source["host"].string());
    add("Source", who.isEmpty() || host.isEmpty() ? who + host : who + QStringLiteral(", ") + host);
}

/// Who leads. client-go's programs call themselves after their host and add something unique: "web-7c9f_5e0c…"; the host
/// is a Pod's name, or with the host's network the Node's, whose static Pods end with it.
void addLease(ObjectOverview &overview, JsonValue spec)
{
    const QString holder = text(spec["holderIdentity"].string());
    const qsizetype gap = holder.lastIndexOf(QLatin1Char('_'));
    const QString host = gap > 0 ? holder.left(gap) : holder;
    const auto add = [&overview](const char *name, const QString &value, std::optional<kube::WallTime> time = {}) {
        if (!value.isEmpty())
            overview.facts.append({QString::fromLatin1(name), value, time});
    };
    add("Holder", host);
    if (gap > 0)
        add("Holder's id", holder.mid(gap + 1));
    const auto acquired = text(spec["acquireTime"].string());
    add("Leads since", holder.isEmpty() ? QString() : acquired, kube::parseTime(acquired.toStdString()));
    const auto renewed = text(spec["renewTime"].string());
    add("Says renewed", renewed, kube::parseTime(renewed.toStdString()));
    if (const auto duration = spec["leaseDurationSeconds"].integer())
        add("Runs out after", QString::number(*duration) + QLatin1Char('s'));
    if (const auto transitions = spec["leaseTransitions"].integer())
        add("Transitions", QString::number(*transitions));
    if (!host.isEmpty())
        overview.holderPods = {host, overview.name + QLatin1Char('-') + host};
}

TaintView taintOf(JsonValue taint)
{
    QString what = text(taint["key"].string());
    if (const auto value = taint["value"].string(); !value.empty())
        what += QLatin1Char('=') + text(value);
    if (const auto effect = taint["effect"].string(); !effect.empty())
        what += QLatin1Char(':') + text(effect);
    return {what, kube::parseTime(taint["timeAdded"].string())};
}

} // namespace

QStringList ObjectOverview::logContainers() const
{
    QStringList names;
    QStringList initial;
    for (const ContainerView &view : containers)
        (view.initial ? initial : names).append(view.name);
    for (const auto &[key, value] : annotations) {
        if (key == QLatin1String("kubectl.kubernetes.io/default-container") && names.removeOne(value))
            names.prepend(value);
    }
    return names + initial;
}

ObjectOverview ObjectOverview::of(const kube::Object &object)
{
    ObjectOverview overview;
    object.read([&](JsonValue root) {
        const kube::ObjectMeta meta = kube::ObjectMeta::of(root);
        overview.name = QString::fromStdString(meta.name);
        overview.namespaceName = QString::fromStdString(meta.namespaceName);
        overview.uid = QString::fromStdString(meta.uid);
        overview.resourceVersion = QString::fromStdString(meta.resourceVersion);
        overview.created = meta.creationTimestamp;
        overview.deleting = meta.deletionTimestamp;
        for (const auto &[key, value] : meta.labels)
            overview.labels.append({QString::fromStdString(key), QString::fromStdString(value)});
        const auto kind = root["kind"].string();
        for (const auto &[key, value] : meta.annotations) {
            // kubectl apply leaves a copy of the whole Secret there, values included.
            const bool hidden = kind == "Secret" && key == "kubectl.kubernetes.io/last-applied-configuration";
            overview.annotations.append({QString::fromStdString(key), hidden ? QStringLiteral("••••••") : QString::fromStdString(value)});
        }
        for (const kube::OwnerReference &owner : meta.ownerReferences)
            overview.owners.append({QString::fromStdString(owner.apiVersion), QString::fromStdString(owner.kind), QString::fromStdString(owner.name)});
        for (const std::string &finalizer : meta.finalizers)
            overview.finalizers.append(QString::fromStdString(finalizer));
        for (const FactPath &fact : factPaths()) {
            if (kind != fact.kind)
                continue;
            JsonValue value = root;
            for (const auto step : fact.path)
                value = value[step];
            if (!value.isNull())
                overview.facts.append({QString::fromLatin1(fact.name), QString::fromStdString(value.toText()),
                                       fact.isTime ? kube::parseTime(value.string()) : std::nullopt});
        }
        if (kind == "Node")
            root["spec"]["taints"].forEachItem([&](JsonValue taint) { overview.taints.append(taintOf(taint)); });
        if (kind == "Event")
            addEventFacts(overview.facts, root);
        if (kind == "Lease")
            addLease(overview, root["spec"]);
        overview.generation = root["metadata"]["generation"].integer(0);
        if (const auto observed = root["status"]["observedGeneration"].integer(); observed && *observed < overview.generation)
            overview.observedGeneration = *observed;
        root["status"]["conditions"].forEachItem([&](JsonValue condition) { overview.conditions.append(conditionOf(condition, kind, overview.generation)); });
        addContainers(overview.containers, root);
    });
    return overview;
}

} // namespace orrery
