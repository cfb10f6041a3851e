// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/pod_template.h"

#include "app/demo/api/object_json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<const char *, 5> placeholders{"@name@", "@uid@", "@node@", "@podip@", "@hostip@"};

QJsonObject podCondition(const QString &type, bool ok, const QString &time, const QString &reason = {})
{
    QJsonObject result{{"type"_L1, type}, {"status"_L1, ok ? "True"_L1 : "False"_L1}, {"lastProbeTime"_L1, QJsonValue::Null}, {"lastTransitionTime"_L1, time}};
    if (!reason.isEmpty()) {
        result["reason"_L1] = reason;
        result["message"_L1] = QString(u"containers with unready status: [app]"_s);
    }
    return result;
}

QJsonObject containerStatus(const QJsonObject &container, const PodFacts &facts)
{
    const QString image = container.value("image"_L1).toString();
    const QString digest = QString::fromLatin1(QCryptographicHash::hash(image.toUtf8(), QCryptographicHash::Sha256).toHex());
    const QString id = u"containerd://"_s
        + QString::fromLatin1(QCryptographicHash::hash((facts.podIp + container.value("name"_L1).toString()).toUtf8(), QCryptographicHash::Sha256).toHex());
    QJsonObject state;
    QJsonObject lastState;
    const QJsonObject terminated{{"exitCode"_L1, 1},           {"reason"_L1, "Error"_L1},
                                 {"startedAt"_L1, facts.startedAt}, {"finishedAt"_L1, facts.startedAt}, {"containerID"_L1, id}};
    bool ready = false;
    switch (facts.phase) {
    case PodPhase::Pending:
    case PodPhase::Creating: state = {{"waiting"_L1, QJsonObject{{"reason"_L1, "ContainerCreating"_L1}}}}; break;
    case PodPhase::Running:
        state = {{"running"_L1, QJsonObject{{"startedAt"_L1, facts.startedAt}}}};
        ready = true;
        if (facts.restarts > 0)
            lastState = {{"terminated"_L1, terminated}};
        break;
    case PodPhase::CrashLoop:
        state = {{"waiting"_L1, QJsonObject{{"reason"_L1, "CrashLoopBackOff"_L1},
                                            {"message"_L1, "back-off 5m0s restarting failed container=app"_L1}}}};
        lastState = {{"terminated"_L1, terminated}};
        break;
    case PodPhase::ImagePull:
        state = {{"waiting"_L1, QJsonObject{{"reason"_L1, "ImagePullBackOff"_L1}, {"message"_L1, QString(u"Back-off pulling image \"%1\""_s.arg(image))}}}};
        break;
    case PodPhase::Completed:
    case PodPhase::Failed: {
        QJsonObject ended = terminated;
        if (facts.phase == PodPhase::Completed) {
            ended["exitCode"_L1] = 0;
            ended["reason"_L1] = "Completed"_L1;
        }
        state = {{"terminated"_L1, ended}};
        break;
    }
    }
    return {{"name"_L1, container.value("name"_L1)}, {"image"_L1, image}, {"imageID"_L1, QString(image.section(u':', 0, 0) + u"@sha256:"_s + digest)},
            {"containerID"_L1, id}, {"ready"_L1, ready}, {"started"_L1, ready}, {"restartCount"_L1, facts.restarts},
            {"state"_L1, state}, {"lastState"_L1, lastState}};
}

/// What a kubelet and a controller leave in managedFields: a fifth of a real pod's bytes.
QJsonArray managedFields(const QString &time)
{
    const auto leaf = [](std::initializer_list<const char *> names) {
        QJsonObject fields;
        for (const char *name : names)
            fields[QLatin1String(name)] = QJsonObject();
        return fields;
    };
    QJsonObject container = leaf({".", "f:image", "f:imagePullPolicy", "f:name", "f:resources", "f:terminationMessagePath", "f:terminationMessagePolicy"});
    container["f:env"_L1] = leaf({".", "k:{\"name\":\"LOG_LEVEL\"}", "k:{\"name\":\"POD_NAME\"}"});
    QJsonObject spec = leaf({"f:dnsPolicy", "f:enableServiceLinks", "f:restartPolicy", "f:schedulerName", "f:securityContext", "f:terminationGracePeriodSeconds"});
    spec["f:containers"_L1] = QJsonObject{{"k:{\"name\":\"app\"}"_L1, container}};
    QJsonObject conditions;
    for (const char *type : {"ContainersReady", "Initialized", "Ready"})
        conditions[u"k:{\"type\":\"%1\"}"_s.arg(QLatin1String(type))] = leaf({".", "f:lastProbeTime", "f:lastTransitionTime", "f:status", "f:type"});
    QJsonObject status = leaf({"f:containerStatuses", "f:hostIP", "f:phase", "f:podIP", "f:startTime"});
    status["f:conditions"_L1] = conditions;
    return {QJsonObject{{"manager"_L1, "kube-controller-manager"_L1}, {"operation"_L1, "Update"_L1}, {"apiVersion"_L1, "v1"_L1}, {"time"_L1, time},
                        {"fieldsType"_L1, "FieldsV1"_L1},
                        {"fieldsV1"_L1, QJsonObject{{"f:metadata"_L1, QJsonObject{{"f:generateName"_L1, QJsonObject()}, {"f:labels"_L1, leaf({".", "f:app", "f:pod-template-hash"})},
                                                                                   {"f:ownerReferences"_L1, leaf({"."})}}},
                                                   {"f:spec"_L1, spec}}}},
            QJsonObject{{"manager"_L1, "kubelet"_L1}, {"operation"_L1, "Update"_L1}, {"apiVersion"_L1, "v1"_L1}, {"time"_L1, time},
                        {"fieldsType"_L1, "FieldsV1"_L1}, {"fieldsV1"_L1, QJsonObject{{"f:status"_L1, status}}}, {"subresource"_L1, "status"_L1}}};
}

} // namespace

QJsonObject podStatus(const QJsonObject &spec, const PodFacts &facts)
{
    const bool ready = facts.phase == PodPhase::Running;
    QString phase = u"Running"_s;
    if (facts.phase == PodPhase::Pending || facts.phase == PodPhase::Creating || facts.phase == PodPhase::ImagePull)
        phase = u"Pending"_s;
    else if (facts.phase == PodPhase::Completed)
        phase = u"Succeeded"_s;
    else if (facts.phase == PodPhase::Failed)
        phase = u"Failed"_s;
    QJsonObject status{{"phase"_L1, phase}, {"qosClass"_L1, "Burstable"_L1}};
    if (facts.nodeName.isEmpty())
        return status;
    const QString why = ready ? QString() : u"ContainersNotReady"_s;
    status["conditions"_L1] = QJsonArray{podCondition(u"Initialized"_s, true, facts.startedAt), podCondition(u"Ready"_s, ready, facts.startedAt, why),
                                         podCondition(u"ContainersReady"_s, ready, facts.startedAt, why), podCondition(u"PodScheduled"_s, true, facts.startedAt)};
    status["hostIP"_L1] = facts.hostIp;
    status["startTime"_L1] = facts.startedAt;
    if (facts.phase != PodPhase::Creating && facts.phase != PodPhase::Pending) {
        status["podIP"_L1] = facts.podIp;
        status["podIPs"_L1] = QJsonArray{QJsonObject{{"ip"_L1, facts.podIp}}};
    }
    QJsonArray statuses;
    for (const QJsonValue &container : spec.value("containers"_L1).toArray())
        statuses.append(containerStatus(container.toObject(), facts));
    status["containerStatuses"_L1] = statuses;
    return status;
}

PodStamp::PodStamp(const QJsonObject &replicaSet, PodPhase phase, int restarts, const QString &startedAt)
{
    const QJsonObject metadata = replicaSet.value("metadata"_L1).toObject();
    const QJsonObject podTemplate = replicaSet.value("spec"_L1).toObject().value("template"_L1).toObject();
    QJsonObject spec = podTemplate.value("spec"_L1).toObject();
    spec["nodeName"_L1] = QLatin1String(placeholders[2]);
    const PodFacts facts{QLatin1String(placeholders[2]), QLatin1String(placeholders[3]), QLatin1String(placeholders[4]), phase, restarts, startedAt};
    const QJsonObject owner{{"apiVersion"_L1, replicaSet.value("apiVersion"_L1)}, {"kind"_L1, replicaSet.value("kind"_L1)},
                            {"name"_L1, metadata.value("name"_L1)}, {"uid"_L1, metadata.value("uid"_L1)},
                            {"controller"_L1, true}, {"blockOwnerDeletion"_L1, true}};
    QJsonObject podMetadata = podTemplate.value("metadata"_L1).toObject();
    podMetadata["name"_L1] = QLatin1String(placeholders[0]);
    podMetadata["generateName"_L1] = QString(metadata.value("name"_L1).toString() + u'-');
    podMetadata["namespace"_L1] = metadata.value("namespace"_L1);
    podMetadata["uid"_L1] = QLatin1String(placeholders[1]);
    podMetadata["creationTimestamp"_L1] = startedAt;
    podMetadata["ownerReferences"_L1] = QJsonArray{owner};
    podMetadata["managedFields"_L1] = managedFields(startedAt);
    const QJsonObject pod{{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "Pod"_L1}, {"metadata"_L1, podMetadata}, {"spec"_L1, spec}, {"status"_L1, podStatus(spec, facts)}};
    const std::string text = toJson(pod);
    std::size_t from = 0;
    for (;;) {
        std::size_t next = std::string::npos;
        int slot = -1;
        for (int i = 0; i < static_cast<int>(placeholders.size()); ++i) {
            const std::size_t found = text.find(placeholders[static_cast<std::size_t>(i)], from);
            if (found < next) {
                next = found;
                slot = i;
            }
        }
        m_pieces.push_back(text.substr(from, next == std::string::npos ? next : next - from));
        if (slot < 0)
            break;
        m_slots.push_back(slot);
        from = next + std::string_view(placeholders[static_cast<std::size_t>(slot)]).size();
    }
}

std::string PodStamp::make(const Values &values) const
{
    const std::array<const std::string *, 5> slots{&values.name, &values.uid, &values.nodeName, &values.podIp, &values.hostIp};
    std::string result;
    result.reserve(6144);
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        result += m_pieces[i];
        if (i < m_slots.size())
            result += *slots[static_cast<std::size_t>(m_slots[i])];
    }
    return result;
}

std::string podAddress(std::uint64_t n)
{
    return "10." + std::to_string(64 + (n >> 16) % 64) + '.' + std::to_string((n >> 8) & 255) + '.' + std::to_string(n & 255);
}

std::string nodeAddress(std::uint64_t n)
{
    return "10.0." + std::to_string((n >> 8) & 255) + '.' + std::to_string(n & 255);
}

std::string nameSuffix(std::uint64_t n)
{
    static constexpr std::string_view letters = "bcdfghjklmnpqrstvwxz2456789";
    std::uint64_t mixed = (n + 1) * 0x9e3779b97f4a7c15ULL;
    mixed ^= mixed >> 29;
    std::string suffix;
    for (int i = 0; i < 5; ++i) {
        suffix += letters[mixed % letters.size()];
        mixed /= letters.size();
    }
    return suffix;
}

std::string makeUid(std::uint64_t n)
{
    const QByteArray hex = QCryptographicHash::hash(QByteArray::number(static_cast<quint64>(n)), QCryptographicHash::Md5).toHex();
    return (hex.mid(0, 8) + '-' + hex.mid(8, 4) + "-4" + hex.mid(13, 3) + "-8" + hex.mid(17, 3) + '-' + hex.mid(20, 12)).toStdString();
}

} // namespace orrery::demo
